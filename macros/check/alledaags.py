"""Everyday words: readers at work do not know our terms, so each term knows theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.corpus.zoekwoorden import woorden
from macros.load.fout import Fout, Pad
from macros.model.basis import Record
from macros.model.kennis import Begrip
from macros.model.vocabulaire import VocabulaireTerm

AS = "leefgebied"
"""The one vocabulary of which each term is a subject that readers look for."""


@regel(
    eis="Elk begrip en elk leefgebied heeft ten minste één alledaags woord.",
    bereik="begrippen en leefgebieden",
    herstel="Schrijf hoe iemand het zegt die het vakwoord niet kent: alledaags: [kindergeld].",
)
def elk_begrip_heeft_een_alledaags_woord(corpus: Corpus) -> Iterator[Fout]:
    """Each record of a kind that asks for it, and each leefgebied, has an everyday word."""
    wat = "heeft geen alledaags woord"
    herstel = "schrijf hoe iemand het zegt die het vakwoord niet kent: alledaags: [kindergeld]"
    for record in corpus.alle(Record):
        if len(record.alledaags) < record.min_alledaags:
            yield corpus.fout(record.id, ("alledaags",), wat, herstel)
    for nummer, term in _termen(corpus):
        if not term.alledaags:
            yield corpus.fout(f"vocabulaire:{AS}", ("termen", nummer, "alledaags"), wat, herstel)


@regel(
    eis="Een alledaags of Engels woord staat nog niet als naam of zoekterm bij hetzelfde record.",
    bereik="alle records en de leefgebieden",
    herstel="Haal het woord hier weg.",
)
def alledaags_woord_voegt_iets_toe(corpus: Corpus) -> Iterator[Fout]:
    """No everyday or English word is a name or search term that the record has already."""
    for record in corpus.alle(Record):
        yield from _dubbel(corpus, record.id, (), record, [record.titel, *_namen(record)])
    for nummer, term in _termen(corpus):
        yield from _dubbel(corpus, f"vocabulaire:{AS}", ("termen", nummer), term, [term.label])


def _termen(corpus: Corpus) -> Iterator[tuple[int, VocabulaireTerm]]:
    if AS in corpus.vocabulaires:
        yield from enumerate(corpus.vocabulaires[AS].termen)


def _namen(record: Record) -> Sequence[str]:
    eigen = record.ook if isinstance(record, Begrip) else ()
    return (*record.zoektermen, *eigen)


def _dubbel(
    corpus: Corpus, sleutel: str, pad: Pad, houder: Record | VocabulaireTerm, bekend: Sequence[str]
) -> Iterator[Fout]:
    gezien = [woorden(naam) for naam in bekend]
    for veld, termen in (("alledaags", houder.alledaags), ("engels", houder.engels)):
        for nummer, term in enumerate(termen):
            eigen = woorden(term)
            if eigen in gezien:
                wat = f"„{term}” staat hier al als naam of woord"
                yield corpus.fout(sleutel, (*pad, veld, nummer), wat, "haal het hier weg")
            gezien.append(eigen)
