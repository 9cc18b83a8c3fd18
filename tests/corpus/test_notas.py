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


class Vingers(TypedDict):
    """What ``notas.json`` holds."""

    lengte: int
    reeksen: list[str]
    zinnen: dict[str, list[tuple[int, str]]]


VINGERS: Vingers = json.loads(Path(__file__).with_name("notas.json").read_text(encoding="utf-8"))
DOSSIER = {"N22": "nota-2022-06-03.txt", "N24": "nota-2024-04-22.txt"}


def woorden(tekst: str) -> list[str]:
    """Return the words of a text, without case, punctuation and mark-up."""
    return re.findall(r"\w+", re.sub(r"</?\w+>", "", tekst).casefold())


def vinger(stuk: Sequence[str]) -> str:
    """Return the fingerprint of some words."""
    return hashlib.sha256(" ".join(stuk).encode()).hexdigest()[:10]


def overgenomen(tekst: str, reeksen: Iterable[str], lengte: int) -> Iterator[str]:
    """Yield each run of words of a text that stands in a memo, too."""
    bekend = frozenset(reeksen)
    lijst = woorden(tekst)
    for begin in range(len(lijst) - lengte + 1):
        stuk = lijst[begin : begin + lengte]
        if vinger(stuk) in bekend:
            yield " ".join(stuk)


def test_geen_acht_woorden_achter_elkaar_komen_uit_een_nota(wortel: Path) -> None:
    gevonden = {
        pad.relative_to(wortel).as_posix(): stukken
        for map_, soort in (("data", "*.yml"), ("docs", "*.md"))
        for pad in sorted((wortel / map_).rglob(soort))
        if (
            stukken := list(
                overgenomen(pad.read_text("utf-8"), VINGERS["reeksen"], VINGERS["lengte"])
            )
        )
    }
    assert gevonden == {}


def test_een_overgenomen_zin_zou_opvallen() -> None:
    """The same finder, on words of our own; capitals and commas hide nothing."""
    zin = "een twee drie vier vijf zes zeven acht negen"
    reeksen = [vinger(zin.split()[:8])]
    assert list(overgenomen("Nul, Een twee DRIE vier-vijf zes; zeven acht!", reeksen, 8))
    assert not list(overgenomen("Een twee drie vier vijf zes zeven", reeksen, 8))
    assert not list(overgenomen("Twee drie vier vijf zes zeven acht negen", reeksen, 8))


def test_de_tabel_heeft_een_rij_voor_elke_zin(corpus: Corpus) -> None:
    rijen = {nota.bron.removeprefix("bron:"): len(nota.zinnen) for nota in corpus.notatabel.notas}
    assert rijen == {code: len(zinnen) for code, zinnen in VINGERS["zinnen"].items()}


@pytest.mark.parametrize("code", DOSSIER)
def test_de_zinnen_zijn_samen_de_hele_nota(wortel: Path, code: str) -> None:
    """Only where the dossier stands beside the checkout; elsewhere the fingerprints stand in."""
    pad = wortel.parent / "shared" / "dossier" / "notas" / DOSSIER[code]
    if not pad.is_file():
        pytest.skip("het dossier met de nota's staat niet naast deze kopie")
    over = woorden(pad.read_text(encoding="utf-8"))
    for aantal, verwacht in VINGERS["zinnen"][code]:
        stuk, over = over[:aantal], over[aantal:]
        assert vinger(stuk) == verwacht
    assert over == []
