"""The words on the page of a record, for what has to be known about search terms and synonyms."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import bare
from macros.model.base import Record
from macros.model.kennis import Begrip
from macros.model.recht import Wet

_WOORD = re.compile(r"[^\W_]+")
_BEGIN = 4
"""Shorter words have to be equal; of longer ones the start of a word will do: „knelpunt(en)”."""


def woorden(tekst: str) -> set[str]:
    """Return the words of a text, without case, accents or apostrophes; a hyphen divides."""
    return set(_WOORD.findall(bare(tekst).replace("'", "").replace("’", "")))


def own_woorden(corpus: Corpus, record: Record) -> set[str]:
    """Return every word on the page of a record: names, search terms, summary, statements."""
    parts = [record.titel, record.samenvatting, *record.zoektermen]
    match record:
        case Begrip():
            parts += [*record.ook, record.voluit or ""]
        case Wet():
            parts += record.afkortingen
    parts += [place.bewering.tekst for place in corpus.beweringen_per_record.get(record.id, ())]
    return woorden(" ".join(parts))


class Woordenlijst:
    """On which pages each word stands, to ask of many terms."""

    def __init__(self, pages: Iterable[set[str]]) -> None:
        self._pages: dict[str, set[int]] = defaultdict(set)
        for nummer, pagina in enumerate(pages):
            for woord in pagina:
                self._pages[woord].add(nummer)
        self._woorden = sorted(self._pages)

    def knows(self, term: str) -> bool:
        """Return whether all words of a term stand on one page, if need be as start of a word."""
        together = [self._pages_with(woord) for woord in woorden(term)]
        return not together or bool(set.intersection(*together))

    def _pages_with(self, woord: str) -> set[int]:
        found = set(self._pages.get(woord, ()))
        if len(woord) >= _BEGIN:
            plaats = bisect_left(self._woorden, woord)
            while plaats < len(self._woorden) and self._woorden[plaats].startswith(woord):
                found |= self._pages[self._woorden[plaats]]
                plaats += 1
        return found
