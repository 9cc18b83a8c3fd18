"""Records and vocabularies fit together: everything named exists, everything listed is used."""

from __future__ import annotations

import typing
from collections import Counter
from collections.abc import Iterator, Mapping

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.error import Error, Pad, did_you_mean
from macros.model.base import Zekerheid
from macros.model.kennis import Aard, Bron
from macros.model.leerpunt import Leerpunt
from macros.model.narration import Houdbaarheid
from macros.model.organisatie import Vermelding
from macros.model.soorten import PER_SOORT

GEMEENTESTAND_WITHOUT_VERMELDING = ("geen-bron", "vervallen")

FIXED_CHOICES: Mapping[str, tuple[str, ...]] = {
    "zekerheid": typing.get_args(Zekerheid),
    "aard": typing.get_args(Aard),
    "houdbaarheid": typing.get_args(Houdbaarheid),
    "vorm": typing.get_args(Leerpunt.model_fields["vorm"].annotation),
    "gemeentestand": (
        *typing.get_args(Vermelding.model_fields["uitkomst"].annotation),
        *GEMEENTESTAND_WITHOUT_VERMELDING,
    ),
}
"""Choices that stand in the model itself, with the vocabulary that explains them to readers."""


@regel(
    asks="Elke verwijzing noemt een record dat bestaat, van een soort die daar past.",
    scope="elk record",
    remedy="Kies een record uit de map die de melding noemt.",
)
def verwijzingen_bestaan(corpus: Corpus) -> Iterator[Error]:
    """Every reference names a record that exists, of a kind the field allows."""
    gemeenten = {f"gemeente:{cbs}" for cbs in corpus.gemeenten()}
    per_soort: dict[str, list[str]] = {"gemeente": sorted(gemeenten)}
    for id_, record in corpus.records.items():
        per_soort.setdefault(record.soort, []).append(id_)
    known = {soort: set(ids) for soort, ids in per_soort.items()}
    for relatie in corpus.relaties:
        if any(relatie.naar in known.get(soort, ()) for soort in relatie.soorten):
            continue
        if relatie.naar.startswith(("http://", "https://")):
            yield corpus.error(relatie.from_, relatie.pad, *_adres_as_bron(corpus, relatie.naar))
            continue
        possible = [id_ for soort in relatie.soorten for id_ in per_soort.get(soort, [])]
        soorten = " of ".join(relatie.soorten)
        wat = f"onbekende verwijzing „{relatie.naar}” (verwacht: {soorten})"
        folders = ", ".join(
            f"data/{PER_SOORT[soort].mapnaam}/" if soort in PER_SOORT else "data/gemeenten.yml"
            for soort in relatie.soorten
        )
        remedy = f"{did_you_mean(relatie.naar, possible)} (kies uit {folders})".strip()
        yield corpus.error(relatie.from_, relatie.pad, wat, remedy)


def _adres_as_bron(corpus: Corpus, adres: str) -> tuple[str, str]:
    """Return what to do with an address where the code of a source belongs."""
    wat = f"„{adres}” is een adres, en hier hoort de code van een bron"
    for bron in corpus.every(Bron):
        if adres in (bron.url, *bron.ook_te_vinden):
            return wat, f"schrijf {bron.slug}: dat is deze bron"
    return wat, "maak er eerst een bron van: kennisbank bron-toevoegen <adres>"


@regel(
    asks="Een lijst noemt een record één keer, en een record verwijst niet naar zichzelf.",
    scope="elk record",
    remedy="Laat er één staan.",
)
def geen_dubbele_verwijzing(corpus: Corpus) -> Iterator[Error]:
    """Each list of references names a record once, and no record names itself."""
    gezien: Counter[tuple[str, Pad, str]] = Counter()
    for relatie in corpus.relaties:
        # A question about PMM is rightly put to PMM.
        if relatie.naar == relatie.from_ and "aan" not in relatie.pad:
            wat = "verwijst naar zichzelf"
            yield corpus.error(relatie.from_, relatie.pad, wat, "haal de verwijzing weg")
        if isinstance(relatie.pad[-1], int):
            sleutel = (relatie.from_, relatie.pad[:-1], relatie.naar)
            gezien[sleutel] += 1
            if gezien[sleutel] > 1:
                wat = f"„{relatie.naar}” staat twee keer in deze lijst"
                yield corpus.error(relatie.from_, relatie.pad, wat, "laat er één staan")


@regel(
    asks="Elke term staat in zijn keuzelijst.",
    scope="elk record",
    remedy="Kies een term uit de lijst.",
)
def termen_bestaan(corpus: Corpus) -> Iterator[Error]:
    """Every term stands in its vocabulary."""
    sleutels = {
        as_: {term.sleutel for term in vocabulaire.termen}
        for as_, vocabulaire in corpus.vocabulaires.items()
    }
    for gebruik in corpus.termen:
        known = sleutels.get(gebruik.as_, set())
        if gebruik.sleutel not in known:
            wat = f"onbekende term „{gebruik.sleutel}”"
            hint = did_you_mean(gebruik.sleutel, known)
            remedy = f"{hint} (kies uit data/vocabulaires/{gebruik.as_}.yml)".strip()
            yield corpus.error(gebruik.from_, gebruik.pad, wat, remedy)


@regel(
    asks="Elke term van de houdbaarheid zegt na hoeveel jaar; een andere term doet dat niet.",
    scope="keuzelijsten",
    remedy="Zet jaren bij de term, of haal het daar weg.",
)
def houdbaarheid_in_jaren(corpus: Corpus) -> Iterator[Error]:
    """Every term of ``houdbaarheid`` holds a number of years, and no other term does."""
    for naam, vocabulaire in corpus.vocabulaires.items():
        for nummer, term in enumerate(vocabulaire.termen):
            if (term.jaren is None) == (naam == "houdbaarheid"):
                mist = term.jaren is None
                wat = f"„{term.sleutel}” " + (
                    "zegt niet na hoeveel jaar" if mist else "heeft jaren"
                )
                remedy = "schrijf jaren: 2, of een ander getal" if mist else "haal jaren weg"
                yield corpus.error(f"vocabulaire:{naam}", ("termen", nummer), wat, remedy)


@regel(
    asks="Elke term uit een keuzelijst wordt gebruikt en staat er één keer.",
    scope="keuzelijsten",
    remedy="Gebruik de term, of haal hem weg.",
)
def termen_gebruikt(corpus: Corpus) -> Iterator[Error]:
    """Every term of a vocabulary is used, stands there once, and the file carries its own name."""
    used = {(gebruik.as_, gebruik.sleutel) for gebruik in corpus.termen}
    for naam, vocabulaire in corpus.vocabulaires.items():
        id_ = f"vocabulaire:{naam}"
        if vocabulaire.as_ != naam:
            wat = f"is „{vocabulaire.as_}”, maar het bestand heet {naam}.yml"
            yield corpus.error(id_, ("as",), wat, f"schrijf {naam}")
        tally = Counter(term.sleutel for term in vocabulaire.termen)
        for nummer, term in enumerate(vocabulaire.termen):
            pad = ("termen", nummer, "sleutel")
            if tally[term.sleutel] > 1:
                yield corpus.error(
                    id_, pad, f"„{term.sleutel}” staat er vaker", "laat er één staan"
                )
            free = term.mag_ongebruikt or naam in FIXED_CHOICES
            if not free and (naam, term.sleutel) not in used:
                wat = f"term „{term.sleutel}” wordt nergens gebruikt"
                remedy = "haal de term weg, gebruik hem, of zet er „mag_ongebruikt: true” bij"
                yield corpus.error(id_, pad, wat, remedy)


@regel(
    asks="Vaste keuzen zijn in hun keuzelijst precies zo uitgelegd.",
    scope="keuzelijsten",
    remedy="Neem de termen over in de volgorde van de melding.",
)
def vaste_keuzen_uitgelegd(corpus: Corpus) -> Iterator[Error]:
    """Choices fixed in the model have exactly the same terms in their vocabulary."""
    for naam, choices in FIXED_CHOICES.items():
        if naam not in corpus.vocabulaires:
            wat = f"data/vocabulaires/{naam}.yml ontbreekt"
            yield corpus.error("tabel:site", (), wat, "maak het bestand aan")
            continue
        termen = tuple(term.sleutel for term in corpus.vocabulaires[naam].termen)
        if termen != choices:
            wat = f"heeft de termen {', '.join(termen)}"
            remedy = f"het model kent, in deze volgorde: {', '.join(choices)}"
            yield corpus.error(f"vocabulaire:{naam}", ("termen",), wat, remedy)


@regel(
    asks="Een spoor noemt alleen groepen van zijn eigen leerpunt, en elke groep op één plaats.",
    scope="leerpunten",
    remedy="Kies een groep van dit leerpunt, en één van de drie lijsten.",
)
def sporen_kennen_hun_groepen(corpus: Corpus) -> Iterator[Error]:
    """Each track only names groups of its own learning, and each group under one heading."""
    for leerpunt in corpus.every(Leerpunt):
        known = {groep.sleutel for groep in leerpunt.groepen}
        for nummer, spoor in enumerate(leerpunt.sporen):
            gezien: set[str] = set()
            for veld in ("dekt", "dekt_niet", "dekking_onbekend"):
                for plaats, sleutel in enumerate(getattr(spoor, veld)):
                    pad = ("sporen", nummer, veld, plaats)
                    if sleutel not in known:
                        wat = f"onbekende groep „{sleutel}”"
                        remedy = f"{did_you_mean(sleutel, known)} (kies uit groepen hierboven)"
                        yield corpus.error(leerpunt.id, pad, wat, remedy.strip())
                    elif sleutel in gezien:
                        wat = f"groep „{sleutel}” staat bij dit spoor op twee plaatsen"
                        yield corpus.error(leerpunt.id, pad, wat, "kies één van de drie lijsten")
                    gezien.add(sleutel)


@regel(
    asks="Buurgemeenten noemen elkaar.",
    scope="gemeenten",
    remedy="Zet de buur bij beide of bij geen van beide.",
)
def buren_wederzijds(corpus: Corpus) -> Iterator[Error]:
    """Neighbours are neighbours of each other."""
    gemeenten = corpus.gemeenten()
    for cbs, gemeente in gemeenten.items():
        for nummer, neighbour in enumerate(gemeente.buren):
            if neighbour in gemeenten and cbs not in gemeenten[neighbour].buren:
                wat = f"„{neighbour}” noemt {cbs} niet als buur"
                remedy = "zet de buur bij beide gemeenten of bij geen van beide"
                yield corpus.error(f"gemeente:{cbs}", ("buren", nummer), wat, remedy)
