"""``gemeenten/gemeenten.csv``: every municipality with what public sources say about it.

The page of the table makes the same file of the rows a reader chose
(macros/scripts/tools/gemeentezoeker.js).
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.blad.adres import pad_of
from macros.blad.bronnen import voluit
from macros.blad.stand import stand_of
from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import without_article
from macros.exports.file import Output
from macros.exports.spreadsheet import SEPARATOR, csv_bytes

COLUMNS = (
    "gemeente",
    "cbs",
    "andere_namen",
    "provincie",
    "stand",
    "wanneer",
    "bronnen",
    "adres",
    "peildatum",
)
"""Also in macros/scripts/tools/gemeentezoeker.js; a test compares the two files byte by byte."""


def gemeenten(corpus: Corpus) -> Output:
    """Return the table as CSV, in the order of the page."""
    return Output("gemeenten/gemeenten.csv", csv_bytes([COLUMNS, *_rows(corpus)]))


def _rows(corpus: Corpus) -> Iterator[tuple[str, ...]]:
    for gemeente in sorted(
        corpus.gemeentetabel.gemeenten, key=lambda row: without_article(row.naam)
    ):
        vermeldingen = gemeente.vermeldingen
        bronnen = (id_ for vermelding in vermeldingen for id_ in vermelding.bronnen)
        yield (
            gemeente.naam,
            gemeente.cbs,
            SEPARATOR.join(gemeente.andere_namen),
            corpus.term("provincie", gemeente.provincie).label,
            corpus.term("gemeentestand", stand_of(gemeente)).label,
            SEPARATOR.join(vermelding.stand.notation() for vermelding in vermeldingen),
            SEPARATOR.join(voluit(corpus, id_) for id_ in bronnen),
            corpus.site.adres + pad_of(f"gemeente:{gemeente.cbs}"),
            str(corpus.site.peildatum),
        )
