"""The tables hold what the data hold, and independent programs read them."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from frictionless import Package

from macros.blad.opendata import CSV, PACKAGE, WORKBOOK, csv_path
from macros.exports.gather import Data
from macros.exports.odf import Sheet, workbook
from macros.exports.tables import Table, tables
from tests.office import Office
from tests.opendocument import OpenDocument

MAX_EXCEL = 32_767
"""Characters in one cell of Excel."""
DAY = date(2026, 11, 27)
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
HARD = [
    "=cmd|' /C calc'!A0",
    '+1"aan";halen',
    "-2+3",
    "@som",
    "0042",
    "]]>",
    "<b>&amp;</b>",
    "a\tb\nc",
    "  twee  spaties ",
    "\u202erechts",
    "één €",
    "",
]


def _rows(inhoud: bytes) -> list[list[str]]:
    return [*csv.reader(io.StringIO(inhoud.decode("utf-8-sig"), newline=""), delimiter=";")]


def _back(cell: str) -> str:
    """Return a cell without the mark that keeps a program from calculating it."""
    return cell[1:] if cell[:2] in ("'=", "'+", "'-", "'@") else cell


@pytest.fixture(scope="module")
def made(data: Data) -> list[Table]:
    return [*tables(data)]


def test_every_table_is_read_back_whole(made: list[Table], files: Mapping[str, bytes]) -> None:
    assert {csv_path(t.name) for t in made} == {p for p in files if p.startswith(CSV)}
    for table in made:
        header, *rows = _rows(files[csv_path(table.name)])
        assert tuple(header) == table.header
        assert [tuple(map(_back, row)) for row in rows] == [*table.rows]


def test_every_row_is_told_apart_and_fits_in_excel(made: list[Table]) -> None:
    for table in made:
        places = [table.header.index(name) for name in table.key]
        keys = Counter(tuple(row[place] for place in places) for row in table.rows)
        assert [key for key, count in keys.items() if count > 1] == [], table.name
        assert max(len(cell) for row in table.rows for cell in row) <= MAX_EXCEL, table.name
        assert {len(row) for row in table.rows} == {len(table.header)}, table.name


def test_the_tables_hold_every_thing_statement_and_question(made: list[Table], data: Data) -> None:
    rows = {
        table.name: [dict(zip(table.header, r, strict=True)) for r in table.rows] for table in made
    }
    for kind, things in data.things.items():
        if kind != "vocabulaire":
            assert [row["id"] for row in rows[things[0].kind.name]] == [t.id for t in things]
    told = {row["sleutel"]: row for row in rows["beweringen"]}
    assert {key: (row["bewering"], row["stand"]) for key, row in told.items()} == {
        claim.key: (claim.bewering.tekst, claim.bewering.stand.notation()) for claim in data.claims
    }
    pairs = {(row["sleutel"], row["aan_id"]) for row in rows["open-vragen"]}
    assert pairs == {(one.key, naar.id) for one in data.questions for naar in one.to}


def test_frictionless_finds_every_table_as_described(folder: Path, made: list[Table]) -> None:
    beschreven = folder / PACKAGE
    report = Package(str(beschreven)).validate()
    assert report.valid, report.flatten(["type", "message"])
    counted = {task.name: task.stats["rows"] for task in report.tasks}
    assert counted == {table.name: len(table.rows) for table in made}


def test_frictionless_sees_a_table_that_is_not_as_described(folder: Path, tmp_path: Path) -> None:
    package = json.loads((folder / PACKAGE).read_bytes())
    resource = package["resources"][0]
    name = Path(resource["path"]).name
    (tmp_path / name).write_text("aan;vraag\r\nx;y\r\n", encoding="utf-8-sig")
    package["resources"] = [resource | {"path": name}]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    assert not Package(str(tmp_path / "datapackage.json")).validate().valid


def _sheets(inhoud: bytes) -> dict[str, list[list[str]]]:
    """Read a workbook with nothing of ours."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archive:
        assert archive.namelist()[0] == "mimetype"
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
        tree = ET.fromstring(archive.read("content.xml"))  # noqa: S314 - our own file
    return {
        sheet.attrib[f"{TABLE}name"]: [
            ["".join(map(_words, cell)) for cell in row.iter(f"{TABLE}table-cell")]
            for row in sheet.iter(f"{TABLE}table-row")
        ]
        for sheet in tree.iter(f"{TABLE}table")
    }


def _words(element: ET.Element) -> str:
    signs = {f"{TEXT}s": " ", f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
    own = signs.get(str(element.tag), element.text or "") * int(element.get(f"{TEXT}c", "1"))
    return own + "".join(_words(child) + (child.tail or "") for child in element)


def test_the_workbook_holds_every_table(made: list[Table], files: Mapping[str, bytes]) -> None:
    sheets = _sheets(files[WORKBOOK])
    readme = sheets.pop("lees mij")
    assert sheets == {t.name: [[*t.header], *map(list, t.rows)] for t in made}
    assert "geen recht" in "".join(cell for row in readme for cell in row)


def test_hard_text_comes_out_of_a_workbook_whole() -> None:
    assert _sheets(workbook([Sheet("a", [["kop"], *[[x] for x in HARD]])], "t", DAY)) == {
        "a": [["kop"], *[[x] for x in HARD]]
    }


def test_what_no_workbook_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match=r"U\+0000"):
        workbook([Sheet("a", [["x\0y"]])], "t", DAY)
    with pytest.raises(ValueError, match="tabblad"):
        workbook([Sheet("a/b", [["x"]])], "t", DAY)


def test_libreoffice_opens_the_workbook(
    made: list[Table], files: Mapping[str, bytes], office: Office, tmp_path: Path
) -> None:
    (tmp_path / "kennisbank.ods").write_bytes(files[WORKBOOK])
    (tmp_path / "uit").mkdir()
    read = office.sheets(tmp_path / "kennisbank.ods", tmp_path / "uit")
    assert {name: len(rows) for name, rows in read.items() if name != "lees mij"} == {
        table.name: len(table.rows) + 1 for table in made
    }
    assert read["gemeenten"][1] == [*next(t for t in made if t.name == "gemeenten").rows[0]]


def test_the_workbook_is_what_the_standard_wants(
    files: Mapping[str, bytes], opendocument: OpenDocument, tmp_path: Path
) -> None:
    (tmp_path / "kennisbank.ods").write_bytes(files[WORKBOOK])
    hard = workbook([Sheet("a&b", [["kop", "x"], *[[x] for x in HARD]])], "<T>", DAY)
    (tmp_path / "lastig.ods").write_bytes(hard)
    opendocument.check(tmp_path / "kennisbank.ods", tmp_path / "lastig.ods")
