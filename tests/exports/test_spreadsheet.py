from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from macros.exports.spreadsheet import csv_bytes, neutral


@pytest.mark.parametrize(
    "cell", ["=1+1", "+SOM(A1)", "-x", "@som", "\tx", "\rx", "-", "-1+2", "=1"]
)
def test_what_a_spreadsheet_would_calculate_becomes_text(cell: str) -> None:
    assert neutral(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "wet", "1-2", "-1", "+3,5", "-2.10", "2024-04-22", "'=x"])
def test_text_and_numbers_stay(cell: str) -> None:
    assert neutral(cell) == cell


def test_a_dutch_excel_opens_it() -> None:
    assert csv_bytes([["a", 'b;"c"'], ["d,e", "f\ng"]]) == (
        '\ufeffa;"b;""c"""\r\nd,e;"f\ng"\r\n'.encode()
    )


def test_the_browser_makes_the_same(root: Path) -> None:
    rows = [["", "a;b", 'c"d', "e\r\nf"], ["=1", "-1", "-x", " g", "h\ti", "\tj", "één", "k,l"]]
    code = (
        f"import {{ csv }} from {json.dumps(str(root / 'macros/scripts/shared/csv.js'))};"
        f"process.stdout.write(csv({json.dumps(rows)}));"
    )
    node = [str(root / ".venv/bin/node"), "--input-type=module", "-e", code]
    assert subprocess.run(node, check=True, capture_output=True).stdout == csv_bytes(rows)
