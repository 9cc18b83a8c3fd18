"""The catalogue of learnings: by what one can choose, and one row per learning for exports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from macros.blad.bronnen import voluit
from macros.blad.card import facet_values, jaar_of, youngest_datum
from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import alphabetical, leerpunten
from macros.model.base import Facet as Facetmerk
from macros.model.base import Record, Term
from macros.model.leerpunt import Leerpunt
from macros.model.marks import plaatsen

WITHOUT_DATUM = "zonder-datum"

FACETS: Mapping[str, str] = {
    "wet": "Wet",
    "leefgebied": "Leefgebied",
    "soort": "Soort",
    "organisatie": "Organisatie of ministerie",
    "status": "Status van een spoor",
    "herkomst": "Herkomst",
    "jaar": "Jaar van de jongste bewering",
}
"""Name in addresses and what readers see, in the order of the page."""

_VOCABULAIRE: Mapping[str, str] = {
    facet.naam: term.as_
    for plaats, facet in plaatsen(Leerpunt, Facetmerk)
    for others, term in plaatsen(Leerpunt, Term)
    if plaats == others
}
"""The vocabulary of each facet whose values are terms."""


@dataclass(frozen=True, slots=True)
class FacetValue:
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
    waarden: Sequence[FacetValue]


def waarden_of(corpus: Corpus, leerpunt: Leerpunt) -> Mapping[str, Sequence[str]]:
    """Return per facet the keys that a learning stands under, without doubles."""
    datum = youngest_datum(corpus, leerpunt)
    chosen = facet_values(leerpunt)
    jaar = (str(jaar_of(datum)) if datum else WITHOUT_DATUM,)
    return {naam: jaar if naam == "jaar" else _slugs(chosen.get(naam, ())) for naam in FACETS}


def _slugs(sleutels: Iterable[str]) -> Sequence[str]:
    """Return records by the last part of their id, as addresses have it; terms are so already."""
    return tuple(sleutel.rpartition(":")[2] for sleutel in sleutels)


def facets(corpus: Corpus) -> list[Facet]:
    """Return every facet with its choices and the learnings under each."""
    per_waarde: dict[str, dict[str, list[Leerpunt]]] = {naam: defaultdict(list) for naam in FACETS}
    for leerpunt in leerpunten(corpus):
        for naam, sleutels in waarden_of(corpus, leerpunt).items():
            for sleutel in sleutels:
                per_waarde[naam][sleutel].append(leerpunt)
    return [
        Facet(naam, label, _waarden(corpus, naam, per_waarde[naam]))
        for naam, label in FACETS.items()
    ]


def facet(corpus: Corpus, naam: str) -> Facet:
    """Return one facet; raise ``LookupError`` if there is none of this name."""
    for one in facets(corpus):
        if one.naam == naam:
            return one
    raise LookupError(f"onbekend facet „{naam}”; kies uit {', '.join(FACETS)}")


def _waarden(
    corpus: Corpus, naam: str, per_sleutel: Mapping[str, list[Leerpunt]]
) -> list[FacetValue]:
    if naam in _VOCABULAIRE:
        return [
            FacetValue(term.sleutel, term.label, term.uitleg, per_sleutel[term.sleutel])
            for term in corpus.vocabulaires[_VOCABULAIRE[naam]].termen
            if term.sleutel in per_sleutel
        ]
    if naam == "jaar":
        # Newest first; "zonder-datum" would sort before the years, but is the least of news.
        jaren = sorted(per_sleutel, key=lambda jaar: (jaar != WITHOUT_DATUM, jaar), reverse=True)
        return [
            FacetValue(jaar, jaar.replace("-", " ").capitalize(), "", per_sleutel[jaar])
            for jaar in jaren
        ]
    # What does not exist has its own message: nothing is built then, but the rest is still checked.
    ids = [f"{naam}:{slug}" for slug in per_sleutel]
    records = [corpus.records[id_] for id_ in ids if id_ in corpus.records]
    return [
        FacetValue(
            record.slug, record.titel, record.samenvatting, per_sleutel[record.slug], record.id
        )
        for record in sorted(records, key=lambda record: alphabetical(record.titel))
        if isinstance(record, Record)
    ]


def rows(corpus: Corpus) -> list[Mapping[str, str | Sequence[str]]]:
    """Return one row per learning, in words: what the exports of the catalogue hold."""
    labels = {
        one.naam: {waarde.sleutel: waarde.label for waarde in one.waarden} for one in facets(corpus)
    }
    return [_row(corpus, leerpunt, labels) for leerpunt in leerpunten(corpus)]


def _row(
    corpus: Corpus, leerpunt: Leerpunt, labels: Mapping[str, Mapping[str, str]]
) -> Mapping[str, str | Sequence[str]]:
    datum = youngest_datum(corpus, leerpunt)
    woorden = {
        naam: [labels[naam][sleutel] for sleutel in sleutels]
        for naam, sleutels in waarden_of(corpus, leerpunt).items()
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
        "jongste_datum": datum.notation() if datum else "",
        "bronnen": [voluit(corpus, id_) for id_ in bronnen_of(corpus, leerpunt)],
        "adres": corpus.site.adres + leerpunt.pad,
        "peildatum": corpus.site.peildatum,
    }


def bronnen_of(corpus: Corpus, leerpunt: Leerpunt) -> Sequence[str]:
    """Return all sources a learning rests on, sorted."""
    places = corpus.beweringen_per_record.get(leerpunt.id, ())
    return sorted({id_ for place in places for id_ in place.bewering.bronnen})
