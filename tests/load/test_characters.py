"""Characters: what is refused, and what a text says without the ones that hide something."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.load.characters import FOREIGN, flatten, lookalike, uitleg

VECTORS = Path(__file__).parent.parent / "tekens-vectoren.json"


@pytest.mark.parametrize("vector", json.loads(VECTORS.read_text(encoding="utf-8")))
def test_text_is_flattened_as_in_the_form_and_the_search(vector: dict[str, str]) -> None:
    assert flatten(vector["in"]) == vector["uit"]


@given(st.text())
def test_flat_text_stays_flat_and_hides_nothing(tekst: str) -> None:
    flat = flatten(tekst)
    assert "\u00ad" not in flat
    assert "  " not in flat
    assert flatten(flat) == flat


@pytest.mark.parametrize(
    "tekst", ["Gewoon, met – streep, ’t, é, € en „aanhaling”.", "Ἑλλάς Россия 你好"]
)
def test_plain_characters_are_allowed(tekst: str) -> None:
    assert FOREIGN.search(tekst) is None


@pytest.mark.parametrize(
    ("character", "wat"),
    [
        *(
            (character, "onzichtbaar teken")
            for character in "\u00ad\u200b\u2060\u2066\u3164\u2028\x07"
        ),
        *((character, "bijzondere spatie") for character in "\u00a0\u2009\u202f\u3000"),
        ("\ufffd", "ging een letter verloren"),
    ],
)
def test_every_foreign_character_gets_an_explanation(character: str, wat: str) -> None:
    assert FOREIGN.search(f"a{character}b")
    assert wat in uitleg(character)[0]
    assert f"U+{ord(character):04X}" in uitleg(character)[0]


def test_a_letter_of_another_script_stands_out() -> None:
    assert lookalike("de P\u0430rticipatiewet") == "P\u0430rticipatiewet"
    assert lookalike("Россия en Ελλάδα") is None


def test_a_megabyte_is_flattened_in_no_time() -> None:
    for stuk in ("a\u00ad", "x" * 10, "\u0301", " \u00a0", "é–"):
        begin = time.process_time()
        flatten(stuk * (1_000_000 // len(stuk)))
        assert time.process_time() - begin < 2
