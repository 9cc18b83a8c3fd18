"""The pages that explain read easily: Flesch-Douma as a signal, with a median as gate."""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.kwaliteit.readability import measures, syllables
from tests.kwaliteit.setup import Website
from tests.proof import Proof

MEDIAN = 60
"""Douma calls 60 to 70 normal."""
MIN_WOORDEN = 100
LEFT_OUT = ("over/hosting/", "over/wcag/", "kwaliteit/", "over/besluiten/")
"""For administrators and builders."""


def _running_tekst(html: str) -> str:
    """Return the sentences of a page: paragraphs and lists, without tables and sources."""
    tree = LexborHTMLParser(html)
    for way in tree.css(
        "nav, table, form, .kb-bewijs, .kb-bronnen, .kb-kruimels, .kb-paginavoet, dl"
    ):
        way.decompose()
    parts = [node.text(separator=" ").strip() for node in tree.css("main p, main li")]
    return " ".join(
        part if part.endswith((".", "?", "!", ":")) else f"{part}." for part in parts if part
    )


def _scores(pages: Mapping[str, str]) -> dict[str, tuple[float, float]]:
    """Return the measures of the pages for readers that hold enough text."""
    teksten = {
        pad: _running_tekst(html) for pad, html in pages.items() if not pad.startswith(LEFT_OUT)
    }
    return {pad: measures(t) for pad, t in teksten.items() if len(t.split()) >= MIN_WOORDEN}


def _median(scores: Mapping[str, tuple[float, float]]) -> float:
    return statistics.median(score for score, _ in scores.values())


def test_guidance_reads_easily(site: Website, root: Path, proof: Proof) -> None:
    paths = []
    for file in (root / "docs").rglob("*.md"):
        pad = file.relative_to(root / "docs").as_posix().removesuffix(".md")
        paths.append(f"{pad.removesuffix('index').rstrip('/')}/".lstrip("/"))
    scores = _scores({pad: site.bron(pad) for pad in paths})
    median = _median(scores)
    woorden = statistics.mean(per_zin for _, per_zin in scores.values())
    lowest = min(scores, key=lambda pad: scores[pad][0])
    proof(
        "leesbaarheid",
        paginas=len(scores),
        flesch_douma_mediaan=round(median),
        flesch_douma_laagste=f"{scores[lowest][0]:.0f} (/{lowest})",
        woorden_per_zin_gemiddeld=round(woorden, 1),
    )
    assert len(scores) > 10
    assert median >= MEDIAN


@pytest.mark.parametrize(
    ("woord", "aantal"),
    [
        ("huis", 1),
        ("gemeente", 3),
        ("leeuw", 1),
        ("ruïne", 3),
        ("mijn", 1),
        ("schuldhulpverlening", 5),
        ("dr", 1),
    ],
)
def test_syllables(woord: str, aantal: int) -> None:
    assert syllables(woord) == aantal


EASY = "De hond is van mij. Hij loopt met mij mee. Dat vindt hij leuk."
HARD = (
    "De multidisciplinaire samenwerkingsovereenkomst veronderstelt overeenstemming "
    "betreffende verantwoordelijkheidsverdeling tussen uitvoeringsorganisaties."
)


def test_the_gate_sees_pages_that_read_hard() -> None:
    """Of what does not count, such as a table, no page becomes easier; nor by a short page."""
    table = f"<table><tr><td><p>{EASY * 20}</p></td></tr></table>"
    hard = f"<main><p>{HARD * 15}</p>{table}</main>"
    easy = f"<main><p>{EASY * 10}</p></main>"
    left_out = dict.fromkeys((*LEFT_OUT, "kort/"), f"<main><p>{EASY}</p></main>")
    assert _median(_scores({"a/": hard, "b/": hard, "c/": easy, **left_out})) < MEDIAN
    scores = _scores({"a/": easy, "b/": easy, "c/": hard, **left_out})
    assert list(scores) == ["a/", "b/", "c/"]
    assert _median(scores) >= MEDIAN


def test_the_gate_tells_easy_from_hard() -> None:
    easy, _ = measures(EASY)
    hard, long = measures(HARD)
    assert easy > 90
    assert hard < 0
    assert long == 9
