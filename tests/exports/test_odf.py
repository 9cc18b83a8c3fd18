"""What macros/scripts/shared/odf.js makes is opened by LibreOffice, and holds what was put in."""

from __future__ import annotations

import json
import subprocess
import zipfile
import zlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.blad.document import Block, Heading, Listed, Paragraph, Piece
from macros.exports import odf
from macros.exports.odf import _LEVEL, Sheet, document, workbook
from tests.kept import Said
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
    {
        "type": "paragraph",
        "text": [
            "Dit staat vast.",
            {"note": ["Bron & titel. ", {"text": "https://x.nl/", "href": "https://x.nl/"}]},
            " En dit ",
            {"text": "ook", "bold": True},
            {"note": ["Tweede bron."]},
            ". ",
        ],
    },
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
    assert woorden("p b") == ["vet", "een", "ook"]
    assert html.css("a")[0].attributes["href"] == "https://voorbeeld.nl/?a=1&b=2"
    assert woorden("ul li") == ["punt", "nog een"]
    assert woorden("ol li") == ["eerst", "dan"]
    assert html.css("body")[0].attributes["lang"] == "nl-NL"
    # Where a note is called stands the place of the note, and the note stands at the end.
    assert [node.text() for node in html.css("a.sdfootnoteanc")] == ["1", "2"]
    assert woorden("[id^=sdfootnote] p") == ["1Bron & titel. https://x.nl/", "2Tweede bron."]


def _piece(thing: Any) -> Piece:  # noqa: ANN401  as JSON has it
    if isinstance(thing, str):
        return Piece(thing)
    if "note" in thing:
        return Piece(note=tuple(map(_piece, thing["note"])))
    return Piece(**thing)


def _text(thing: Any) -> tuple[Piece, ...]:  # noqa: ANN401  as JSON has it
    return tuple(map(_piece, thing if isinstance(thing, list) else [thing]))


def _block(thing: Any) -> Block:  # noqa: ANN401  as JSON has it
    if thing["type"] == "list":
        return Listed(tuple(map(_text, thing["items"])), ordered=thing.get("ordered", False))
    text = _text(thing["text"])
    return Heading(thing["level"], text) if thing["type"] == "heading" else Paragraph(text)


def _parts(file: Path) -> dict[str, str]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_browser_and_build_make_the_same_of_a_document(
    root: Path, opendocument: OpenDocument, tmp_path: Path
) -> None:
    things = [
        *BLOCKS,
        *({"type": "paragraph", "text": [one, {"text": one, "bold": True}]} for one in SPACED),
        {"type": "list", "items": SPACED},
    ]
    here, there = tmp_path / "bouw.odt", tmp_path / "browser.odt"
    title = "Titel van het stuk"
    blocks = [_block(thing) for thing in things]
    here.write_bytes(document(blocks, title, date(2026, 11, 27)))
    told = [block.as_json() for block in blocks]
    made, same = _parts(here), _parts(_create(root, "odt", told, there))
    day = "<dc:date>2026-11-27T12:00:00</dc:date>"
    assert day in made["meta.xml"]
    made["meta.xml"] = made["meta.xml"].replace(day, "")
    assert made == same
    opendocument.check(here)


SPACED = [" spaties ", "  ", "a\tb\r\nc", "]]>", "<b>&amp;", "=1+1", "é€😀", "", "x  y   "]
HARD = [*SPACED, "\0\x0b\ud800\uffff"]


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


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("een twee", "een twee"),
        ("een  twee", 'een<text:s text:c="2"/>twee'),
        ("een   twee  drie", 'een<text:s text:c="3"/>twee<text:s text:c="2"/>drie'),
        (" een", '<text:s text:c="1"/>een'),
        ("een ", 'een<text:s text:c="1"/>'),
        ("   ", None),
        ("een\ttwee", None),
        ('<&> "x"', "&lt;&amp;&gt; &quot;x&quot;"),
    ],
)
def test_no_space_is_folded_away(text: str, written: str | None) -> None:
    assert written is None or odf._text(text) == written  # noqa: SLF001 - what it does is in no other file seen
    Said.note(
        odf._text(text, start=start, end=end)  # noqa: SLF001 - idem
        for start in (True, False)
        for end in (True, False)
    )


def test_a_workbook_is_compressed_as_far_as_we_say(tmp_path: Path) -> None:
    rows = [[f"bewering {row}", f"{row * row}"] for row in range(500)]
    file = tmp_path / "werkmap.ods"
    file.write_bytes(workbook([Sheet("tabel", rows)], "Tabel", date(2026, 11, 28)))
    with zipfile.ZipFile(file) as archive:
        written = archive.getinfo("content.xml").compress_size
        content = archive.read("content.xml")
    sizes = {}
    for level in (_LEVEL, zlib.Z_DEFAULT_COMPRESSION):
        pack = zlib.compressobj(level, zlib.DEFLATED, -15)
        sizes[level] = len(pack.compress(content) + pack.flush())
    assert written == sizes[_LEVEL] != sizes[zlib.Z_DEFAULT_COMPRESSION]
