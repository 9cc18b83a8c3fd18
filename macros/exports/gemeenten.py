"""``gemeenten/gemeenten.csv``: every municipality with what public sources say about it.

The page of the table makes the same file of the rows a reader chose
(macros/scripts/tools/gemeentezoeker.js).
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.blad.adres import pad_van
from macros.blad.stand import stand_van
from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import alfabetisch
from macros.exports.bestand import Uitvoer
from macros.exports.rekenblad import SCHEIDING, csv_bytes

KOLOMMEN = (
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


def gemeenten(corpus: Corpus) -> Uitvoer:
    """Return the table as CSV, in the order of the page."""
    return Uitvoer("gemeenten/gemeenten.csv", csv_bytes([KOLOMMEN, *_rijen(corpus)]))


def _rijen(corpus: Corpus) -> Iterator[tuple[str, ...]]:
    for gemeente in sorted(corpus.gemeentetabel.gemeenten, key=lambda rij: alfabetisch(rij.naam)):
        vermeldingen = gemeente.vermeldingen
        bronnen = (id_ for vermelding in vermeldingen for id_ in vermelding.bronnen)
        yield (
            gemeente.naam,
            gemeente.cbs,
            SCHEIDING.join(gemeente.andere_namen),
            corpus.term("provincie", gemeente.provincie).label,
            corpus.term("gemeentestand", stand_van(gemeente)).label,
            SCHEIDING.join(vermelding.stand.notatie() for vermelding in vermeldingen),
            SCHEIDING.join(corpus.bron(id_).slug for id_ in bronnen),
            corpus.site.adres + pad_van(f"gemeente:{gemeente.cbs}"),
            str(corpus.site.peildatum),
        )
