"""The tables hold what the data hold, and independent programs read them."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from frictionless import Package

from macros.blad.opendata import CSV, PACKAGE, WORKBOOK, csv_path
from macros.corpus.corpus import Corpus
from macros.exports.gather import Data
from macros.exports.odf import Sheet, workbook
from macros.exports.tables import Table, tables
from macros.pages.page_macros.opendata import EXAMPLES
from tests.office import Office
from tests.opendocument import OpenDocument

MAX_EXCEL = 32_767
"""Characters in one cell of Excel."""
DAY = date(2026, 11, 27)
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
CONFIG = "{urn:oasis:names:tc:opendocument:xmlns:config:1.0}"
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


def _content(inhoud: bytes) -> list[ET.Element]:
    """Return the sheets of a workbook."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archive:
        assert archive.namelist()[0] == "mimetype"
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
        tree = ET.fromstring(archive.read("content.xml"))  # noqa: S314 - our own file
    return [*tree.iter(f"{TABLE}table")]


def _sheets(inhoud: bytes) -> dict[str, list[list[str]]]:
    """Read a workbook with nothing of ours."""
    return {
        sheet.attrib[f"{TABLE}name"]: [
            ["".join(map(_words, cell)) for cell in row.iter(f"{TABLE}table-cell")]
            for row in sheet.iter(f"{TABLE}table-row")
        ]
        for sheet in _content(inhoud)
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
    assert {name: rows for name, rows in read.items() if name != "lees mij"} == {
        table.name: [[*table.header], *map(list, table.rows)] for table in made
    }


def test_a_day_is_a_day_and_a_code_is_text(files: Mapping[str, bytes], made: list[Table]) -> None:
    sheets = {sheet.attrib[f"{TABLE}name"]: sheet for sheet in _content(files[WORKBOOK])}
    for table in made:
        _, *rows = sheets[table.name].iter(f"{TABLE}table-row")
        for row, cells in zip(table.rows, rows, strict=True):
            for column, text, cell in zip(table.columns, row, cells, strict=True):
                kind = cell.get(f"{OFFICE}value-type")
                assert kind == (column.type_ if text else None), (table.name, column.name, text)
                assert cell.get(f"{OFFICE}date-value", text) == text


def test_what_is_no_day_is_refused_in_a_column_of_days() -> None:
    with pytest.raises(ValueError, match="month must be"):
        workbook([Sheet("a", [["dag"], ["2026-13-01"]], days=[0])], "t", DAY)


def test_each_table_has_a_filter_over_all_of_it_and_a_header_in_sight(
    files: Mapping[str, bytes], made: list[Table]
) -> None:
    with zipfile.ZipFile(io.BytesIO(files[WORKBOOK])) as archive:
        content = ET.fromstring(archive.read("content.xml"))  # noqa: S314 - our own file
        settings = ET.fromstring(archive.read("settings.xml"))  # noqa: S314 - our own file
        manifest = archive.read("META-INF/manifest.xml").decode()
    assert 'full-path="settings.xml"' in manifest
    filters = [
        (one.attrib[f"{TABLE}target-range-address"], one.attrib[f"{TABLE}display-filter-buttons"])
        for one in content.iter(f"{TABLE}database-range")
    ]
    assert filters == [
        (f"'{t.name}'.A1:'{t.name}'.{chr(64 + len(t.header))}{len(t.rows) + 1}", "true")
        for t in made
    ]
    frozen = {
        entry.attrib[f"{CONFIG}name"]: {
            item.attrib[f"{CONFIG}name"]: item.text for item in entry.iter(f"{CONFIG}config-item")
        }
        for entry in settings.iter(f"{CONFIG}config-item-map-entry")
        if f"{CONFIG}name" in entry.attrib
    }
    assert [*frozen] == [t.name for t in made]
    for one in frozen.values():
        assert (one["VerticalSplitMode"], one["VerticalSplitPosition"]) == ("2", "1")


def test_an_office_program_sees_the_filter_the_day_and_the_lines(
    office: Office, tmp_path: Path
) -> None:
    """It drops what is frozen when it has no screen, whatever wrote the file: not asked here."""
    rows = [["kop", "dag"], ["lang " * 60, "2026-11-27"], ["0042", ""]]
    file = tmp_path / "klein.ods"
    file.write_bytes(workbook([Sheet("a b", rows, days=[1])], "t", DAY))
    (tmp_path / "uit").mkdir()
    office.convert(file, "xlsx", tmp_path / "uit")
    with zipfile.ZipFile(tmp_path / "uit/klein.xlsx") as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        styles = archive.read("xl/styles.xml").decode()
    assert '<autoFilter ref="A1:B3"' in sheet
    (day,) = re.findall(r'<c r="B2"[^>]*><v>([0-9]+)</v>', sheet)
    assert date(1899, 12, 30) + timedelta(days=int(day)) == DAY
    assert re.search(r'<c r="A3"[^>]* t="s">', sheet)
    assert 'wrapText="true"' in styles


def test_a_column_has_the_name_that_a_spreadsheet_gives_it() -> None:
    for width, last in ((1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")):
        with zipfile.ZipFile(
            io.BytesIO(workbook([Sheet("a", [["x"] * width])], "t", DAY))
        ) as archive:
            assert f"'a'.A1:'a'.{last}1\"" in archive.read("content.xml").decode()


def test_the_workbook_is_what_the_standard_wants(
    files: Mapping[str, bytes], opendocument: OpenDocument, tmp_path: Path
) -> None:
    (tmp_path / "kennisbank.ods").write_bytes(files[WORKBOOK])
    hard = workbook([Sheet("a&b", [["kop", "x"], *[[x] for x in HARD]])], "<T>", DAY)
    (tmp_path / "lastig.ods").write_bytes(hard)
    opendocument.check(tmp_path / "kennisbank.ods", tmp_path / "lastig.ods")


def test_the_examples_that_cannot_run_here_use_what_there_is(
    corpus: Corpus, files: Mapping[str, bytes]
) -> None:
    """R and Power Query: the address is a file, its separator and encoding too, and its columns."""
    for name in ("r", "power-query"):
        text = EXAMPLES[name](corpus.site)
        (address,) = re.findall(r'"(https?://[^"]+)"', text)
        inhoud = files[address.removeprefix(corpus.site.adres)]
        assert inhoud.startswith(b"\xef\xbb\xbf"), "UTF-8 with its mark"
        header = inhoud.decode("utf-8-sig").splitlines()[0].split(";")
        assert set(re.findall(r"\$([a-z_]+)", text)) <= {*header}
        quoted = {*re.findall(r'"([^"]*)"', text)} - {address}
        assert (
            quoted
            == {
                "r": {"UTF-8-BOM", "character"},  # read.csv2 takes the semicolon by itself
                "power-query": {";"},
            }[name]
        )
    power = EXAMPLES["power-query"](corpus.site)
    assert "Encoding = 65001" in power
    names = re.findall(r"^    (\w+) = ", power, re.MULTILINE)
    assert names == ["Bron", "Tabel", "MetKoppen"]
    assert power.rstrip().endswith(f"in\n    {names[-1]}")
    for earlier, line in zip(names[:-1], power.splitlines()[2:4], strict=True):
        assert f"({earlier}," in line
    assert "read.csv2(" in EXAMPLES["r"](corpus.site)
