"""Characters: what is refused, and what a text says without the ones that hide something."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.load.tekens import VREEMD, dubbelganger, plat, uitleg

VECTOREN = Path(__file__).parent.parent / "tekens-vectoren.json"


@pytest.mark.parametrize("vector", json.loads(VECTOREN.read_text(encoding="utf-8")))
def test_plat_zoals_het_formulier_en_het_zoeken(vector: dict[str, str]) -> None:
    assert plat(vector["in"]) == vector["uit"]


@given(st.text())
def test_wat_plat_is_blijft_zo_en_verbergt_niets(tekst: str) -> None:
    vlak = plat(tekst)
    assert "\u00ad" not in vlak
    assert "  " not in vlak
    assert plat(vlak) == vlak


@pytest.mark.parametrize(
    "tekst", ["Gewoon, met – streep, ’t, é, € en „aanhaling”.", "Ἑλλάς Россия 你好"]
)
def test_gewone_tekens_mogen(tekst: str) -> None:
    assert VREEMD.search(tekst) is None


@pytest.mark.parametrize(
    ("teken", "wat"),
    [
        *((teken, "onzichtbaar teken") for teken in "\u00ad\u200b\u2060\u2066\u3164\u2028\x07"),
        *((teken, "bijzondere spatie") for teken in "\u00a0\u2009\u202f\u3000"),
        ("\ufffd", "ging een letter verloren"),
    ],
)
def test_elk_vreemd_teken_krijgt_uitleg(teken: str, wat: str) -> None:
    assert VREEMD.search(f"a{teken}b")
    assert wat in uitleg(teken)[0]
    assert f"U+{ord(teken):04X}" in uitleg(teken)[0]


def test_een_letter_uit_een_ander_schrift_valt_op() -> None:
    assert dubbelganger("de P\u0430rticipatiewet") == "P\u0430rticipatiewet"
    assert dubbelganger("Россия en Ελλάδα") is None


def test_een_megabyte_is_zo_plat() -> None:
    for stuk in ("a\u00ad", "x" * 10, "\u0301", " \u00a0", "é–"):
        begin = time.perf_counter()
        plat(stuk * (1_000_000 // len(stuk)))
        assert time.perf_counter() - begin < 2
