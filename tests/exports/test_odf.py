"""What macros/scripts/shared/odf.js makes is opened by LibreOffice, and holds what was put in."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.office import Office
from tests.opendocument import OpenDocument

ROWS: list[list[str | float]] = [
    ["tekst", "getal"],
    ['<b> & "aanhaling", komma', 3.5],
    ["=1+1", 2026],
    ["twee  spaties", 0],
    ["één €", -1],
]
BLOCKS = [
    {"type": "heading", "level": 1, "text": "Kop & <meer>"},
    {"type": "heading", "level": 3, "text": "Onderkop"},
    {
        "type": "paragraph",
        "text": [
            "Een ",
            {"text": "vet", "bold": True},
            " woord en een ",
            {"text": "link", "href": "https://voorbeeld.nl/?a=1&b=2"},
            ".",
        ],
    },
    {"type": "list", "items": ["punt", ["nog ", {"text": "een", "bold": True}]]},
    {"type": "list", "ordered": True, "items": ["eerst", "dan"]},
]


def _create(root: Path, soort: str, inhoud: object, file: Path) -> Path:
    code = (
        f"const odf = require({json.dumps(str(root / 'macros/scripts/shared/odf.js'))});"
        f"const inhoud = {json.dumps(inhoud)};"
        f"const bytes = odf.{soort}(inhoud, {{ title: 'Titel van het stuk' }});"
        f"require('node:fs').writeFileSync({json.dumps(str(file))}, bytes);"
    )
    subprocess.run([root / ".venv/bin/node", "-e", code], check=True)
    return file


def test_libreoffice_opens_the_spreadsheet(root: Path, office: Office, tmp_path: Path) -> None:
    sheets = [{"name": "Eerste", "rows": ROWS, "widths": [4, 2.5]}, {"name": "2", "rows": [["x"]]}]
    file = _create(root, "ods", sheets, tmp_path / "proef.ods")
    out = tmp_path / "uit"
    out.mkdir()
    read = office.sheets(file, out)
    assert read == {
        "Eerste": [[str(cell) for cell in row] for row in ROWS],
        "2": [["x"]],
    }


def test_libreoffice_opens_the_document(root: Path, office: Office, tmp_path: Path) -> None:
    file = _create(root, "odt", BLOCKS, tmp_path / "proef.odt")
    out = tmp_path / "uit"
    out.mkdir()
    office.convert(file, "html", out)
    html = LexborHTMLParser((out / "proef.html").read_text(encoding="utf-8"))

    def woorden(selector: str) -> list[str]:
        return [" ".join(node.text().split()) for node in html.css(selector)]

    assert woorden("title") == ["Titel van het stuk"]
    assert woorden("h1") == ["Kop & <meer>"]
    assert woorden("h3") == ["Onderkop"]
    assert woorden("p b") == ["vet", "een"]
    assert html.css("a")[0].attributes["href"] == "https://voorbeeld.nl/?a=1&b=2"
    assert woorden("ul li") == ["punt", "nog een"]
    assert woorden("ol li") == ["eerst", "dan"]
    assert html.css("body")[0].attributes["lang"] == "nl-NL"


HARD = [" spaties ", "  ", "a\tb\r\nc", "]]>", "<b>&amp;", "\0\x0b\ud800\uffff", "=1+1", "é€😀", ""]


def test_both_are_what_the_standard_wants(
    root: Path, opendocument: OpenDocument, tmp_path: Path
) -> None:
    sheets = [
        {"name": "Eerste", "rows": ROWS, "widths": [4, 2.5]},
        {
            "name": "Zonder breedte",
            "rows": [["x", "y"], ["z", {"text": "t", "href": "https://x.nl"}]],
        },
        {"name": '<&"', "rows": [[one] for one in HARD], "widths": [4]},
        {"name": "Alleen een kop", "rows": [["a", "b", "c"]]},
    ]
    blocks = [
        *BLOCKS,
        *({"type": "heading", "level": level, "text": "Kop"} for level in range(1, 7)),
        *({"type": "paragraph", "text": [one, {"text": one, "bold": True}]} for one in HARD),
        {"type": "list", "items": HARD},
        {"type": "list", "items": []},
    ]
    opendocument.check(
        _create(root, "ods", sheets, tmp_path / "proef.ods"),
        _create(root, "odt", blocks, tmp_path / "proef.odt"),
        _create(root, "odt", [], tmp_path / "leeg.odt"),
    )


def test_a_broken_file_is_not_taken_for_good(office: Office, tmp_path: Path) -> None:
    broken = tmp_path / "kapot.ods"
    broken.write_bytes(b"PK\x03\x04 dit is geen rekenblad")
    out = tmp_path / "uit"
    out.mkdir()
    with pytest.raises(AssertionError, match="opent"):
        office.convert(broken, "csv", out)
