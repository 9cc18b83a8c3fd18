"""Which records are hard to find: few search terms, or only words that stand there already."""

from __future__ import annotations

from collections.abc import Iterator

from macros.corpus.corpus import Corpus
from macros.corpus.zoekwoorden import woorden
from macros.model.basis import Record

GENOEG = 3
"""With fewer terms than this, readers with words of their own rarely arrive."""


def zwakke_zoektermen(corpus: Corpus) -> Iterator[tuple[Record, str]]:
    """Yield each record with few or idle search terms, and what is the matter in Dutch."""
    for record in corpus.alle(Record):
        bekend = woorden(f"{record.titel} {record.samenvatting}")
        ijdel = [term for term in record.zoektermen if woorden(term) <= bekend]
        nuttig = len(record.zoektermen) - len(ijdel)
        if nuttig >= GENOEG:
            continue
        wat = f"{nuttig} van de {GENOEG} zoektermen"
        if ijdel:
            wat += f" (voegt niets toe aan titel en samenvatting: {', '.join(ijdel)})"
        yield record, wat
