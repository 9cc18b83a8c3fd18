from __future__ import annotations

import csv
import io
import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@given(st.lists(st.lists(st.text(st.sampled_from("a;\"\r\n =é '")), min_size=1), min_size=1))
def test_a_row_that_skips_the_library_is_what_the_library_writes(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(
        [neutral(cell) for cell in row] for row in rows
    )
    assert csv_bytes(rows).decode("utf-8-sig") == out.getvalue()


def test_the_browser_makes_the_same(root: Path) -> None:
    rows = [["", "a;b", 'c"d', "e\r\nf"], ["=1", "-1", "-x", " g", "h\ti", "\tj", "één", "k,l"]]
    code = (
        f"import {{ csv }} from {json.dumps(str(root / 'macros/scripts/shared/csv.js'))};"
        f"process.stdout.write(csv({json.dumps(rows)}));"
    )
    node = [str(root / ".venv/bin/node"), "--input-type=module", "-e", code]
    assert subprocess.run(node, check=True, capture_output=True).stdout == csv_bytes(rows)
