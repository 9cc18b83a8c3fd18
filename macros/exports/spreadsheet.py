"""A list as CSV that a Dutch Excel opens with a double click.

``macros/scripts/shared/csv.js`` makes the same of the rows that a reader chose; tests compare the
files byte by byte.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from functools import lru_cache

SEPARATOR = " | "
"""Between the values of one cell."""
_DELIMITER = ";"
_END = "\r\n"
_UTF8_MARK = "\ufeff"
"""Without it a spreadsheet may take the file for another encoding, and show „FryslÃ¢n”."""
_BEGIN = frozenset("=+-@\t\r")
"""How a cell begins that a spreadsheet would calculate (OWASP, CSV Injection)."""
_NUMBER = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)?\Z")
"""What may begin so: it is what it seems."""


@lru_cache(maxsize=2**15)
def neutral(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; of four cells three are repeats."""
    return f"'{cell}" if cell[:1] in _BEGIN and not _NUMBER.match(cell) else cell


def csv_bytes(rows: Iterable[Iterable[str]]) -> bytes:
    """Return rows as CSV: UTF-8 with its mark, semicolons between the cells."""
    out = io.StringIO()
    out.write(_UTF8_MARK)
    writer = csv.writer(out, delimiter=_DELIMITER, lineterminator=_END)
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return out.getvalue().encode()
