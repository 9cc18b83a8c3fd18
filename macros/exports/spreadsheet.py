"""A list as CSV that a Dutch Excel opens with a double click.

``macros/scripts/shared/csv.js`` makes the same of the rows that a reader chose; tests compare the
files byte by byte.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

SEPARATOR = " | "
"""Between the values of one cell."""
_DELIMITER = ";"
_END = "\r\n"
_UTF8_MARK = "\ufeff"
"""Without it a spreadsheet may take the file for another encoding, and show „FryslÃ¢n”."""
_BEGIN = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would calculate (OWASP, CSV Injection)."""
_NUMBER = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)?\Z")
"""What may begin so: it is what it seems."""


def neutral(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    # Nearly all of sixty thousand cells begin otherwise: ask that first.
    return f"'{cell}" if cell.startswith(_BEGIN) and not _NUMBER.match(cell) else cell


def csv_bytes(rows: Iterable[Iterable[str]]) -> bytes:
    """Return rows as CSV: UTF-8 with its mark, semicolons between the cells."""
    out = io.StringIO()
    out.write(_UTF8_MARK)
    writer = csv.writer(out, delimiter=_DELIMITER, lineterminator=_END)
    for row in rows:
        cells = [neutral(cell) for cell in row]
        line = _DELIMITER.join(cells)
        plain = not ('"' in line or "\r" in line or "\n" in line)
        # The library reads sign by sign; it is only needed where a sign means something.
        if line and plain and line.count(_DELIMITER) == len(cells) - 1:
            out.write(f"{line}{_END}")
        else:
            writer.writerow(cells)
    return out.getvalue().encode()
