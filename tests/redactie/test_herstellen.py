"""``herstel`` mends what changes no meaning, and leaves everything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.redactie.herstellen import herstel, hersteld
from macros.redactie.werk import Werk


@pytest.mark.parametrize(
    ("kapot", "goed"),
    [
        ("a: b\r\nc: d\r\n", "a: b\nc: d\n"),
        ("\ufeffa: b\n", "a: b\n"),
        ("a:\u00a0b\u200b\n", "a: b\n"),
        ("bronnen: [“N24”, ‘K84’]\n", "bronnen: [N24, K84]\n"),
        ("wet: „wet:awir”\n", "wet: wet:awir\n"),
        ("lijst:\n  – een\n", "lijst:\n  - een\n"),
        ("a:\n\tb: c\n", "a:\n  b: c\n"),
        ("a: cafe\u0301\n", "a: café\n"),
        ("a: b  \n\n\n", "a: b\n"),
    ],
)
def test_wat_geen_betekenis_heeft_wordt_hersteld(kapot: str, goed: str) -> None:
    assert hersteld(kapot, yaml=True) == goed


@pytest.mark.parametrize(
    "goed",
    [
        "tekst: Zij noemt dit „maatwerk” en ‘doorbraak’.\n",
        "tekst: Een zin – met een streep.\n",
        "tekst: „Maatwerk” is een woord.\n",
    ],
)
def test_leestekens_in_een_zin_blijven(goed: str) -> None:
    assert hersteld(goed, yaml=True) == goed


def test_de_echte_gegevens_hebben_geen_herstel_nodig(wortel: Path) -> None:
    werk = Werk(wortel)
    herstel(werk)
    assert werk.gedaan == []


def test_namen_met_hoofdletter_of_txt_worden_hersteld(tmp_path: Path) -> None:
    map_ = tmp_path / "data/begrippen"
    map_.mkdir(parents=True)
    (map_ / "Briefadres.yml").write_text("a: b\n", encoding="utf-8")
    (map_ / "awb.yml.txt").write_text("a: b\n", encoding="utf-8")
    werk = Werk(tmp_path)
    herstel(werk)
    werk.schrijf()
    assert sorted(pad.name for pad in map_.iterdir()) == ["awb.yml", "briefadres.yml"]
