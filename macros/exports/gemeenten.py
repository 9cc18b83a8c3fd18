"""``gemeenten/gemeenten.csv``: every municipality with what public sources say about it.

The page of the table makes the same file of the rows a reader chose (assets/js/gemeentezoeker.js).
"""

from __future__ import annotations

import csv
import io

from macros.blad.adres import pad_van
from macros.blad.stand import stand_van
from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import alfabetisch
from macros.exports.bestand import Uitvoer

SCHEIDING = " | "
UTF8_MERK = "\ufeff"
"""Without it a spreadsheet may take the file for another encoding, and show „FryslÃ¢n”."""
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
"""Also in assets/js/gemeentezoeker.js; a test compares the two files byte by byte."""


def gemeenten(corpus: Corpus) -> Uitvoer:
    """Return the table as CSV (RFC 4180, UTF-8 with its mark), in the order of the page."""
    uit = io.StringIO()
    uit.write(UTF8_MERK)
    schrijver = csv.writer(uit, lineterminator="\r\n")
    schrijver.writerow(KOLOMMEN)
    rijen = sorted(corpus.gemeentetabel.gemeenten, key=lambda rij: alfabetisch(rij.naam))
    for gemeente in rijen:
        vermeldingen = gemeente.vermeldingen
        bronnen = (id_ for vermelding in vermeldingen for id_ in vermelding.bronnen)
        schrijver.writerow(
            (
                gemeente.naam,
                gemeente.cbs,
                SCHEIDING.join(gemeente.andere_namen),
                corpus.term("provincie", gemeente.provincie).label,
                corpus.term("gemeentestand", stand_van(gemeente)).label,
                SCHEIDING.join(vermelding.stand.notatie() for vermelding in vermeldingen),
                SCHEIDING.join(corpus.bron(id_).slug for id_ in bronnen),
                corpus.site.adres + pad_van(f"gemeente:{gemeente.cbs}"),
                corpus.site.peildatum,
            )
        )
    return Uitvoer("gemeenten/gemeenten.csv", uit.getvalue().encode())
