"""Records and vocabularies fit together: everything named exists, everything listed is used."""

from __future__ import annotations

import typing
from collections import Counter
from collections.abc import Iterator, Mapping

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.fout import Fout, Pad, bedoelde_u
from macros.model.basis import Zekerheid
from macros.model.kennis import Aard
from macros.model.leerpunt import Leerpunt
from macros.model.organisatie import Vermelding
from macros.model.soorten import PER_SOORT

GEMEENTESTAND_ZONDER_VERMELDING = ("geen-bron", "vervallen")

VASTE_KEUZEN: Mapping[str, tuple[str, ...]] = {
    "zekerheid": typing.get_args(Zekerheid),
    "aard": typing.get_args(Aard),
    "vorm": typing.get_args(Leerpunt.model_fields["vorm"].annotation),
    "gemeentestand": (
        *typing.get_args(Vermelding.model_fields["uitkomst"].annotation),
        *GEMEENTESTAND_ZONDER_VERMELDING,
    ),
}
"""Choices that stand in the model itself, with the vocabulary that explains them to readers."""


@regel(
    eis="Elke verwijzing noemt een record dat bestaat, van een soort die daar past.",
    bereik="elk record",
    herstel="Kies een record uit de map die de melding noemt.",
)
def verwijzingen_bestaan(corpus: Corpus) -> Iterator[Fout]:
    """Every reference names a record that exists, of a kind the field allows."""
    gemeenten = {f"gemeente:{cbs}" for cbs in corpus.gemeenten()}
    per_soort: dict[str, list[str]] = {"gemeente": sorted(gemeenten)}
    for id_, record in corpus.records.items():
        per_soort.setdefault(record.soort, []).append(id_)
    bekend = {soort: set(ids) for soort, ids in per_soort.items()}
    for relatie in corpus.relaties:
        if any(relatie.naar in bekend.get(soort, ()) for soort in relatie.soorten):
            continue
        mogelijk = [id_ for soort in relatie.soorten for id_ in per_soort.get(soort, [])]
        soorten = " of ".join(relatie.soorten)
        wat = f"onbekende verwijzing „{relatie.naar}” (verwacht: {soorten})"
        mappen = ", ".join(
            f"data/{PER_SOORT[soort].mapnaam}/" if soort in PER_SOORT else "data/gemeenten.yml"
            for soort in relatie.soorten
        )
        herstel = f"{bedoelde_u(relatie.naar, mogelijk)} (kies uit {mappen})".strip()
        yield corpus.fout(relatie.van, relatie.pad, wat, herstel)


@regel(
    eis="Een lijst noemt een record één keer, en een record verwijst niet naar zichzelf.",
    bereik="elk record",
    herstel="Laat er één staan.",
)
def geen_dubbele_verwijzing(corpus: Corpus) -> Iterator[Fout]:
    """Each list of references names a record once, and no record names itself."""
    gezien: Counter[tuple[str, Pad, str]] = Counter()
    for relatie in corpus.relaties:
        # A question about PMM is rightly put to PMM.
        if relatie.naar == relatie.van and "aan" not in relatie.pad:
            wat = "verwijst naar zichzelf"
            yield corpus.fout(relatie.van, relatie.pad, wat, "haal de verwijzing weg")
        if isinstance(relatie.pad[-1], int):
            sleutel = (relatie.van, relatie.pad[:-1], relatie.naar)
            gezien[sleutel] += 1
            if gezien[sleutel] > 1:
                wat = f"„{relatie.naar}” staat twee keer in deze lijst"
                yield corpus.fout(relatie.van, relatie.pad, wat, "laat er één staan")


@regel(
    eis="Elke term staat in zijn keuzelijst.",
    bereik="elk record",
    herstel="Kies een term uit de lijst.",
)
def termen_bestaan(corpus: Corpus) -> Iterator[Fout]:
    """Every term stands in its vocabulary."""
    sleutels = {
        as_: {term.sleutel for term in vocabulaire.termen}
        for as_, vocabulaire in corpus.vocabulaires.items()
    }
    for gebruik in corpus.termen:
        bekend = sleutels.get(gebruik.as_, set())
        if gebruik.sleutel not in bekend:
            wat = f"onbekende term „{gebruik.sleutel}”"
            raad = bedoelde_u(gebruik.sleutel, bekend)
            herstel = f"{raad} (kies uit data/vocabulaires/{gebruik.as_}.yml)".strip()
            yield corpus.fout(gebruik.van, gebruik.pad, wat, herstel)


@regel(
    eis="Elke term uit een keuzelijst wordt gebruikt en staat er één keer.",
    bereik="keuzelijsten",
    herstel="Gebruik de term, of haal hem weg.",
)
def termen_gebruikt(corpus: Corpus) -> Iterator[Fout]:
    """Every term of a vocabulary is used, stands there once, and the file carries its own name."""
    gebruikt = {(gebruik.as_, gebruik.sleutel) for gebruik in corpus.termen}
    for naam, vocabulaire in corpus.vocabulaires.items():
        id_ = f"vocabulaire:{naam}"
        if vocabulaire.as_ != naam:
            wat = f"is „{vocabulaire.as_}”, maar het bestand heet {naam}.yml"
            yield corpus.fout(id_, ("as",), wat, f"schrijf {naam}")
        telling = Counter(term.sleutel for term in vocabulaire.termen)
        for nummer, term in enumerate(vocabulaire.termen):
            pad = ("termen", nummer, "sleutel")
            if telling[term.sleutel] > 1:
                yield corpus.fout(id_, pad, f"„{term.sleutel}” staat er vaker", "laat er één staan")
            if naam not in VASTE_KEUZEN and (naam, term.sleutel) not in gebruikt:
                wat = f"term „{term.sleutel}” wordt nergens gebruikt"
                yield corpus.fout(id_, pad, wat, "haal de term weg of gebruik hem")


@regel(
    eis="Vaste keuzen zijn in hun keuzelijst precies zo uitgelegd.",
    bereik="keuzelijsten",
    herstel="Neem de termen over in de volgorde van de melding.",
)
def vaste_keuzen_uitgelegd(corpus: Corpus) -> Iterator[Fout]:
    """Choices fixed in the model have exactly the same terms in their vocabulary."""
    for naam, keuzen in VASTE_KEUZEN.items():
        if naam not in corpus.vocabulaires:
            wat = f"data/vocabulaires/{naam}.yml ontbreekt"
            yield corpus.fout("tabel:site", (), wat, "maak het bestand aan")
            continue
        termen = tuple(term.sleutel for term in corpus.vocabulaires[naam].termen)
        if termen != keuzen:
            wat = f"heeft de termen {', '.join(termen)}"
            herstel = f"het model kent, in deze volgorde: {', '.join(keuzen)}"
            yield corpus.fout(f"vocabulaire:{naam}", ("termen",), wat, herstel)


@regel(
    eis="Een spoor noemt alleen groepen van zijn eigen leerpunt, en elke groep op één plaats.",
    bereik="leerpunten",
    herstel="Kies een groep van dit leerpunt, en één van de drie lijsten.",
)
def sporen_kennen_hun_groepen(corpus: Corpus) -> Iterator[Fout]:
    """Each track only names groups of its own learning, and each group under one heading."""
    for leerpunt in corpus.alle(Leerpunt):
        bekend = {groep.sleutel for groep in leerpunt.groepen}
        for nummer, spoor in enumerate(leerpunt.sporen):
            gezien: set[str] = set()
            for veld in ("dekt", "dekt_niet", "dekking_onbekend"):
                for plaats, sleutel in enumerate(getattr(spoor, veld)):
                    pad = ("sporen", nummer, veld, plaats)
                    if sleutel not in bekend:
                        wat = f"onbekende groep „{sleutel}”"
                        herstel = f"{bedoelde_u(sleutel, bekend)} (kies uit groepen hierboven)"
                        yield corpus.fout(leerpunt.id, pad, wat, herstel.strip())
                    elif sleutel in gezien:
                        wat = f"groep „{sleutel}” staat bij dit spoor op twee plaatsen"
                        yield corpus.fout(leerpunt.id, pad, wat, "kies één van de drie lijsten")
                    gezien.add(sleutel)


@regel(
    eis="Buurgemeenten noemen elkaar.",
    bereik="gemeenten",
    herstel="Zet de buur bij beide of bij geen van beide.",
)
def buren_wederzijds(corpus: Corpus) -> Iterator[Fout]:
    """Neighbours are neighbours of each other."""
    gemeenten = corpus.gemeenten()
    for cbs, gemeente in gemeenten.items():
        for nummer, buur in enumerate(gemeente.buren):
            if buur in gemeenten and cbs not in gemeenten[buur].buren:
                wat = f"„{buur}” noemt {cbs} niet als buur"
                herstel = "zet de buur bij beide gemeenten of bij geen van beide"
                yield corpus.fout(f"gemeente:{cbs}", ("buren", nummer), wat, herstel)
