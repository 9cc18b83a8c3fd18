"""The words on the page of a record, for what has to be known about search terms and synonyms."""

from __future__ import annotations

import re

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


def staat_op(term: str, pagina: set[str]) -> bool:
    """Return whether all words of a term stand on a page, if need be as the start of a word."""
    return all(
        woord in pagina
        or (len(woord) >= _BEGIN and any(ander.startswith(woord) for ander in pagina))
        for woord in woorden(term)
    )
