"""Which records are hard to find: few search terms, or only words that stand there already."""

from __future__ import annotations

from collections.abc import Iterator

from macros.corpus.corpus import Corpus
from macros.corpus.search_words import woorden
from macros.model.base import Record

ENOUGH = 3
"""With fewer terms than this, readers with words of their own rarely arrive."""


def weak_zoektermen(corpus: Corpus) -> Iterator[tuple[Record, str]]:
    """Yield each record with few or idle search terms, and what is the matter in Dutch."""
    for record in corpus.every(Record):
        known = woorden(f"{record.titel} {record.samenvatting}")
        idle = [term for term in record.zoektermen if woorden(term) <= known]
        useful = len(record.zoektermen) - len(idle)
        if useful >= ENOUGH:
            continue
        wat = f"{useful} van de {ENOUGH} zoektermen"
        if idle:
            wat += f" (voegt niets toe aan titel en samenvatting: {', '.join(idle)})"
        yield record, wat
