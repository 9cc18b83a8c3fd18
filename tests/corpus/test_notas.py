"""The two memos: no sentence is left out of the table, and none is copied anywhere.

The texts themselves are no part of this project. ``notas.json`` holds fingerprints of them: of each
run of eight words, and of each sentence in order with its number of words.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypedDict

import pytest

from macros.corpus.corpus import Corpus


class Fingers(TypedDict):
    """What ``notas.json`` holds."""

    lengte: int
    reeksen: list[str]
    zinnen: dict[str, list[tuple[int, str]]]


FINGERS: Fingers = json.loads(Path(__file__).with_name("notas.json").read_text(encoding="utf-8"))
DOSSIER = {"N22": "nota-2022-06-03.txt", "N24": "nota-2024-04-22.txt"}


def woorden(tekst: str) -> list[str]:
    """Return the words of a text, without case, punctuation and mark-up."""
    return re.findall(r"\w+", re.sub(r"</?\w+>", "", tekst).casefold())


def finger(stuk: Sequence[str]) -> str:
    """Return the fingerprint of some words."""
    return hashlib.sha256(" ".join(stuk).encode()).hexdigest()[:10]


def taken_over(tekst: str, reeksen: Iterable[str], lengte: int) -> Iterator[str]:
    """Yield each run of words of a text that stands in a memo, too."""
    known = frozenset(reeksen)
    lijst = woorden(tekst)
    for begin in range(len(lijst) - lengte + 1):
        stuk = lijst[begin : begin + lengte]
        if finger(stuk) in known:
            yield " ".join(stuk)


def test_no_eight_words_in_a_row_come_from_a_memo(root: Path) -> None:
    found = {
        pad.relative_to(root).as_posix(): stukken
        for folder, soort in (("data", "*.yml"), ("docs", "*.md"))
        for pad in sorted((root / folder).rglob(soort))
        if (
            stukken := list(
                taken_over(pad.read_text("utf-8"), FINGERS["reeksen"], FINGERS["lengte"])
            )
        )
    }
    assert found == {}


def test_a_copied_sentence_would_stand_out() -> None:
    """The same finder, on words of our own; capitals and commas hide nothing."""
    zin = "een twee drie vier vijf zes zeven acht negen"
    reeksen = [finger(zin.split()[:8])]
    assert list(taken_over("Nul, Een twee DRIE vier-vijf zes; zeven acht!", reeksen, 8))
    assert not list(taken_over("Een twee drie vier vijf zes zeven", reeksen, 8))
    assert not list(taken_over("Twee drie vier vijf zes zeven acht negen", reeksen, 8))


def test_the_table_has_a_row_for_every_sentence(corpus: Corpus) -> None:
    rows = {nota.bron.removeprefix("bron:"): len(nota.zinnen) for nota in corpus.notatabel.notas}
    assert rows == {code: len(zinnen) for code, zinnen in FINGERS["zinnen"].items()}


@pytest.mark.parametrize("code", DOSSIER)
def test_the_sentences_together_are_the_whole_memo(root: Path, code: str) -> None:
    """Only where the dossier stands beside the checkout; elsewhere the fingerprints stand in."""
    pad = root.parent / "shared" / "dossier" / "notas" / DOSSIER[code]
    if not pad.is_file():
        pytest.skip("het dossier met de nota's staat niet naast deze kopie")
    over = woorden(pad.read_text(encoding="utf-8"))
    for aantal, expected in FINGERS["zinnen"][code]:
        stuk, over = over[:aantal], over[aantal:]
        assert finger(stuk) == expected
    assert over == []
