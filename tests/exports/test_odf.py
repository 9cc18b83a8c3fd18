"""What macros/scripts/shared/odf.js makes is opened by LibreOffice, and holds what was put in."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.kantoor import Kantoor

RIJEN: list[list[str | float]] = [
    ["tekst", "getal"],
    ['<b> & "aanhaling", komma', 3.5],
    ["=1+1", 2026],
    ["twee  spaties", 0],
    ["één €", -1],
]
BLOKKEN = [
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


def _maak(wortel: Path, soort: str, inhoud: object, bestand: Path) -> Path:
    code = (
        f"const odf = require({json.dumps(str(wortel / 'macros/scripts/shared/odf.js'))});"
        f"const inhoud = {json.dumps(inhoud)};"
        f"const bytes = odf.{soort}(inhoud, {{ title: 'Titel van het stuk' }});"
        f"require('node:fs').writeFileSync({json.dumps(str(bestand))}, bytes);"
    )
    subprocess.run([wortel / ".venv/bin/node", "-e", code], check=True)
    return bestand


def test_libreoffice_opens_the_spreadsheet(wortel: Path, kantoor: Kantoor, tmp_path: Path) -> None:
    bladen = [{"name": "Eerste", "rows": RIJEN, "widths": [4, 2.5]}, {"name": "2", "rows": [["x"]]}]
    bestand = _maak(wortel, "ods", bladen, tmp_path / "proef.ods")
    uit = tmp_path / "uit"
    uit.mkdir()
    gelezen = kantoor.bladen(bestand, uit)
    assert gelezen == {
        "Eerste": [[str(cel) for cel in rij] for rij in RIJEN],
        "2": [["x"]],
    }


def test_libreoffice_opens_the_document(wortel: Path, kantoor: Kantoor, tmp_path: Path) -> None:
    bestand = _maak(wortel, "odt", BLOKKEN, tmp_path / "proef.odt")
    uit = tmp_path / "uit"
    uit.mkdir()
    kantoor.zet_om(bestand, "html", uit)
    html = LexborHTMLParser((uit / "proef.html").read_text(encoding="utf-8"))

    def woorden(kiezer: str) -> list[str]:
        return [" ".join(knoop.text().split()) for knoop in html.css(kiezer)]

    assert woorden("title") == ["Titel van het stuk"]
    assert woorden("h1") == ["Kop & <meer>"]
    assert woorden("h3") == ["Onderkop"]
    assert woorden("p b") == ["vet", "een"]
    assert html.css("a")[0].attributes["href"] == "https://voorbeeld.nl/?a=1&b=2"
    assert woorden("ul li") == ["punt", "nog een"]
    assert woorden("ol li") == ["eerst", "dan"]
    assert html.css("body")[0].attributes["lang"] == "nl-NL"


def test_a_broken_file_is_not_taken_for_good(kantoor: Kantoor, tmp_path: Path) -> None:
    kapot = tmp_path / "kapot.ods"
    kapot.write_bytes(b"PK\x03\x04 dit is geen rekenblad")
    uit = tmp_path / "uit"
    uit.mkdir()
    with pytest.raises(AssertionError, match="opent"):
        kantoor.zet_om(kapot, "csv", uit)
