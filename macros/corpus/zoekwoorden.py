"""The words on the page of a record, for what has to be known about search terms and synonyms."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import alfabetisch
from macros.model.basis import Record
from macros.model.kennis import Begrip
from macros.model.recht import Wet

_WOORD = re.compile(r"[^\W_]+")
_BEGIN = 4
"""Shorter words have to be equal; of longer ones the start of a word will do: „knelpunt(en)”."""


def woorden(tekst: str) -> set[str]:
    """Return the words of a text, without case, accents or apostrophes; a hyphen divides."""
    return set(_WOORD.findall(alfabetisch(tekst).replace("'", "").replace("’", "")))


def eigen_woorden(corpus: Corpus, record: Record) -> set[str]:
    """Return every word on the page of a record: names, search terms, summary, statements."""
    delen = [record.titel, record.samenvatting, *record.zoektermen]
    match record:
        case Begrip():
            delen += [*record.ook, record.voluit or ""]
        case Wet():
            delen += record.afkortingen
    delen += [plek.bewering.tekst for plek in corpus.beweringen_per_record.get(record.id, ())]
    return woorden(" ".join(delen))


class Woordenlijst:
    """On which pages each word stands, to ask of many terms."""

    def __init__(self, paginas: Iterable[set[str]]) -> None:
        self._paginas: dict[str, set[int]] = defaultdict(set)
        for nummer, pagina in enumerate(paginas):
            for woord in pagina:
                self._paginas[woord].add(nummer)
        self._woorden = sorted(self._paginas)

    def kent(self, term: str) -> bool:
        """Return whether all words of a term stand on one page, if need be as start of a word."""
        samen = [self._staat_op(woord) for woord in woorden(term)]
        return not samen or bool(set.intersection(*samen))

    def _staat_op(self, woord: str) -> set[int]:
        gevonden = set(self._paginas.get(woord, ()))
        if len(woord) >= _BEGIN:
            plaats = bisect_left(self._woorden, woord)
            while plaats < len(self._woorden) and self._woorden[plaats].startswith(woord):
                gevonden |= self._paginas[self._woorden[plaats]]
                plaats += 1
        return gevonden
