"""``vragen/vragen.csv``: every open question, to take along or to send."""

from __future__ import annotations

from macros.blad.vragen import rows
from macros.corpus.corpus import Corpus
from macros.exports.file import Output
from macros.exports.spreadsheet import SEPARATOR, csv_bytes


def vragenlijst(corpus: Corpus) -> Output:
    """Return all questions as CSV; ``vragen.js`` makes the same of what a reader chose."""
    everything = rows(corpus)
    cells = (
        [cell if isinstance(cell, str) else SEPARATOR.join(cell) for cell in row.values()]
        for row in everything
    )
    return Output("vragen/vragen.csv", csv_bytes([[*everything[0]], *cells]))
