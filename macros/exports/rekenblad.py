"""A list as CSV that a Dutch Excel opens with a double click.

``macros/scripts/shared/csv.js`` makes the same of the rows that a reader chose; tests compare the
files byte by byte.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

SCHEIDING = " | "
"""Between the values of one cell."""
_UTF8_MERK = "\ufeff"
"""Without it a spreadsheet may take the file for another encoding, and show „FryslÃ¢n”."""
_FORMULE = re.compile(r"(?![-+]?[0-9]+(?:[.,][0-9]+)?\Z)[=+\-@\t\r]")
"""How a cell begins that a spreadsheet would calculate (OWASP, CSV Injection); a number may."""


def neutraal(cel: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cel}" if _FORMULE.match(cel) else cel


def csv_bytes(rijen: Iterable[Iterable[str]]) -> bytes:
    """Return rows as CSV: UTF-8 with its mark, semicolons between the cells."""
    uit = io.StringIO()
    uit.write(_UTF8_MERK)
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerows([neutraal(cel) for cel in rij] for rij in rijen)
    return uit.getvalue().encode()
