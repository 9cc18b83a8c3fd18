from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from macros.exports.rekenblad import csv_bytes, neutraal


@pytest.mark.parametrize("cel", ["=1+1", "+SOM(A1)", "-x", "@som", "\tx", "\rx", "-", "-1+2", "=1"])
def test_what_a_spreadsheet_would_calculate_becomes_text(cel: str) -> None:
    assert neutraal(cel) == f"'{cel}"


@pytest.mark.parametrize("cel", ["", "wet", "1-2", "-1", "+3,5", "-2.10", "2024-04-22", "'=x"])
def test_text_and_numbers_stay(cel: str) -> None:
    assert neutraal(cel) == cel


def test_a_dutch_excel_opens_it() -> None:
    assert csv_bytes([["a", 'b;"c"'], ["d,e", "f\ng"]]) == (
        '\ufeffa;"b;""c"""\r\nd,e;"f\ng"\r\n'.encode()
    )


def test_the_browser_makes_the_same(wortel: Path) -> None:
    rijen = [["", "a;b", 'c"d', "e\r\nf"], ["=1", "-1", "-x", " g", "h\ti", "\tj", "één", "k,l"]]
    code = (
        f"import {{ csv }} from {json.dumps(str(wortel / 'macros/scripts/shared/csv.js'))};"
        f"process.stdout.write(csv({json.dumps(rijen)}));"
    )
    node = [str(wortel / ".venv/bin/node"), "--input-type=module", "-e", code]
    assert subprocess.run(node, check=True, capture_output=True).stdout == csv_bytes(rijen)
