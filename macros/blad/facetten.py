"""The catalogue of learnings: by what one can choose, and one row per learning for exports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from macros.blad.kaart import facetwaarden, jaar_van, jongste_datum
from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import alfabetisch, leerpunten
from macros.model.basis import Facet as Facetmerk
from macros.model.basis import Record, Term
from macros.model.leerpunt import Leerpunt
from macros.model.merken import plaatsen

ZONDER_DATUM = "zonder-datum"

FACETTEN: Mapping[str, str] = {
    "wet": "Wet",
    "leefgebied": "Leefgebied",
    "soort": "Soort",
    "organisatie": "Organisatie of ministerie",
    "status": "Status van een spoor",
    "herkomst": "Herkomst",
    "jaar": "Jaar van de jongste bron",
}
"""Name in addresses and what readers see, in the order of the page."""

_VOCABULAIRE: Mapping[str, str] = {
    facet.naam: term.as_
    for plaats, facet in plaatsen(Leerpunt, Facetmerk)
    for andere, term in plaatsen(Leerpunt, Term)
    if plaats == andere
}
"""The vocabulary of each facet whose values are terms."""


@dataclass(frozen=True, slots=True)
class Facetwaarde:
    """One choice with the learnings it leads to; ``id_`` is the record it stands for, if any."""

    sleutel: str
    label: str
    uitleg: str
    leerpunten: Sequence[Leerpunt]
    id_: str | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """One axis with all choices that lead to at least one learning."""

    naam: str
    label: str
    waarden: Sequence[Facetwaarde]


def waarden_van(corpus: Corpus, leerpunt: Leerpunt) -> Mapping[str, Sequence[str]]:
    """Return per facet the keys that a learning stands under, without doubles."""
    datum = jongste_datum(corpus, leerpunt)
    gekozen = facetwaarden(leerpunt)
    jaar = (str(jaar_van(datum)) if datum else ZONDER_DATUM,)
    return {naam: jaar if naam == "jaar" else _slugs(gekozen.get(naam, ())) for naam in FACETTEN}


def _slugs(sleutels: Iterable[str]) -> Sequence[str]:
    """Return records by the last part of their id, as addresses have it; terms are so already."""
    return tuple(sleutel.rpartition(":")[2] for sleutel in sleutels)


def facetten(corpus: Corpus) -> list[Facet]:
    """Return every facet with its choices and the learnings under each."""
    per_waarde: dict[str, dict[str, list[Leerpunt]]] = {
        naam: defaultdict(list) for naam in FACETTEN
    }
    for leerpunt in leerpunten(corpus):
        for naam, sleutels in waarden_van(corpus, leerpunt).items():
            for sleutel in sleutels:
                per_waarde[naam][sleutel].append(leerpunt)
    return [
        Facet(naam, label, _waarden(corpus, naam, per_waarde[naam]))
        for naam, label in FACETTEN.items()
    ]


def facet(corpus: Corpus, naam: str) -> Facet:
    """Return one facet; raise ``LookupError`` if there is none of this name."""
    for een in facetten(corpus):
        if een.naam == naam:
            return een
    raise LookupError(f"onbekend facet „{naam}”; kies uit {', '.join(FACETTEN)}")


def _waarden(
    corpus: Corpus, naam: str, per_sleutel: Mapping[str, list[Leerpunt]]
) -> list[Facetwaarde]:
    if naam in _VOCABULAIRE:
        return [
            Facetwaarde(term.sleutel, term.label, term.uitleg, per_sleutel[term.sleutel])
            for term in corpus.vocabulaires[_VOCABULAIRE[naam]].termen
            if term.sleutel in per_sleutel
        ]
    if naam == "jaar":
        # Newest first; "zonder-datum" would sort before the years, but is the least of news.
        jaren = sorted(per_sleutel, key=lambda jaar: (jaar != ZONDER_DATUM, jaar), reverse=True)
        return [
            Facetwaarde(jaar, jaar.replace("-", " ").capitalize(), "", per_sleutel[jaar])
            for jaar in jaren
        ]
    records = [corpus.records[f"{naam}:{slug}"] for slug in per_sleutel]
    return [
        Facetwaarde(
            record.slug, record.titel, record.samenvatting, per_sleutel[record.slug], record.id
        )
        for record in sorted(records, key=lambda record: alfabetisch(record.titel))
        if isinstance(record, Record)
    ]


def rijen(corpus: Corpus) -> list[Mapping[str, str | Sequence[str]]]:
    """Return one row per learning, in words: what the exports of the catalogue hold."""
    labels = {
        een.naam: {waarde.sleutel: waarde.label for waarde in een.waarden}
        for een in facetten(corpus)
    }
    return [_rij(corpus, leerpunt, labels) for leerpunt in leerpunten(corpus)]


def _rij(
    corpus: Corpus, leerpunt: Leerpunt, labels: Mapping[str, Mapping[str, str]]
) -> Mapping[str, str | Sequence[str]]:
    datum = jongste_datum(corpus, leerpunt)
    woorden = {
        naam: [labels[naam][sleutel] for sleutel in sleutels]
        for naam, sleutels in waarden_van(corpus, leerpunt).items()
    }
    return {
        "nummer": leerpunt.nummer,
        "titel": leerpunt.titel,
        "samenvatting": leerpunt.samenvatting,
        "herkomst": woorden["herkomst"][0],
        "aard": corpus.term("leerpuntaard", leerpunt.aard).label,
        "vorm": corpus.term("vorm", leerpunt.vorm).label,
        "soort": woorden["soort"],
        "leefgebied": woorden["leefgebied"],
        "wet": woorden["wet"],
        "organisatie": woorden["organisatie"],
        "status": woorden["status"],
        "jaar": woorden["jaar"][0],
        "jongste_datum": datum.notatie() if datum else "",
        "bronnen": bronnen_van(corpus, leerpunt),
        "adres": corpus.site.adres + leerpunt.pad,
        "peildatum": corpus.site.peildatum,
    }


def bronnen_van(corpus: Corpus, leerpunt: Leerpunt) -> Sequence[str]:
    """Return the codes of all sources a learning rests on, sorted."""
    plekken = corpus.beweringen_per_record.get(leerpunt.id, ())
    return sorted({id_.partition(":")[2] for plek in plekken for id_ in plek.bewering.bronnen})
