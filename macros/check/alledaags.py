"""Everyday words: readers at work do not know our terms, so each term knows theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.corpus.search_words import woorden
from macros.load.error import Error, Pad
from macros.model.base import MIN_ALLEDAAGS, Record
from macros.model.kennis import Begrip
from macros.model.vocabulaire import VocabulaireTerm

AS = "leefgebied"
"""The one vocabulary of which each term is a subject that readers look for."""


@regel(
    asks="Elk begrip en elk leefgebied heeft ten minste vier alledaagse woorden.",
    scope="begrippen en leefgebieden",
    remedy="Schrijf hoe iemand het zegt die het vakwoord niet kent: alledaags: [kindergeld].",
)
def elk_begrip_heeft_alledaagse_woorden(corpus: Corpus) -> Iterator[Error]:
    """Each record of a kind that asks for it, and each leefgebied, has enough everyday words."""
    for record in corpus.every(Record):
        if len(record.alledaags) < record.min_alledaags:
            yield _too_few(corpus, record.id, (), record, record.min_alledaags)
    for nummer, term in _termen(corpus):
        if len(term.alledaags) < MIN_ALLEDAAGS:
            yield _too_few(corpus, f"vocabulaire:{AS}", ("termen", nummer), term, MIN_ALLEDAAGS)


def _too_few(
    corpus: Corpus, sleutel: str, pad: Pad, holder: Record | VocabulaireTerm, least: int
) -> Error:
    wat = f"heeft {len(holder.alledaags)} alledaagse woorden; {least} is het minimum"
    remedy = "schrijf hoe iemand het zegt die het vakwoord niet kent, met een werkwoord erbij"
    return corpus.error(sleutel, (*pad, "alledaags"), wat, remedy)


@regel(
    asks="Een alledaags of Engels woord staat nog niet als naam of zoekterm bij hetzelfde record.",
    scope="alle records en de leefgebieden",
    remedy="Haal het woord hier weg.",
)
def alledaags_woord_voegt_iets_toe(corpus: Corpus) -> Iterator[Error]:
    """No everyday or English word is a name or search term that the record has already."""
    for record in corpus.every(Record):
        yield from _duplicates(corpus, record.id, (), record, [record.titel, *_namen(record)])
    for nummer, term in _termen(corpus):
        yield from _duplicates(corpus, f"vocabulaire:{AS}", ("termen", nummer), term, [term.label])


def _termen(corpus: Corpus) -> Iterator[tuple[int, VocabulaireTerm]]:
    if AS in corpus.vocabulaires:
        yield from enumerate(corpus.vocabulaires[AS].termen)


def _namen(record: Record) -> Sequence[str]:
    own = record.ook if isinstance(record, Begrip) else ()
    return (*record.zoektermen, *own)


def _duplicates(
    corpus: Corpus, sleutel: str, pad: Pad, holder: Record | VocabulaireTerm, known: Sequence[str]
) -> Iterator[Error]:
    gezien = [woorden(naam) for naam in known]
    for veld, termen in (("alledaags", holder.alledaags), ("engels", holder.engels)):
        for nummer, term in enumerate(termen):
            own = woorden(term)
            if own in gezien:
                wat = f"„{term}” staat hier al als naam of woord"
                yield corpus.error(sleutel, (*pad, veld, nummer), wat, "haal het hier weg")
            gezien.append(own)
