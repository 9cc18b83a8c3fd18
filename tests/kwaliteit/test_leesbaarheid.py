"""The pages that explain read easily: Flesch-Douma as a signal, with a median as gate."""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.bewijs import Bewijs
from tests.kwaliteit.leesbaarheid import lettergrepen, maten
from tests.kwaliteit.opstelling import Website

MEDIAAN = 60
"""Douma calls 60 to 70 normal."""
MIN_WOORDEN = 100
NIET = ("over/hosting/", "over/wcag/", "kwaliteit/", "over/besluiten/")
"""For administrators and builders."""


def _lopende_tekst(html: str) -> str:
    """Return the sentences of a page: paragraphs and lists, without tables and sources."""
    boom = LexborHTMLParser(html)
    for weg in boom.css(
        "nav, table, form, .kb-bewijs, .kb-bronnen, .kb-kruimels, .kb-paginavoet, dl"
    ):
        weg.decompose()
    delen = [knoop.text(separator=" ").strip() for knoop in boom.css("main p, main li")]
    return " ".join(
        deel if deel.endswith((".", "?", "!", ":")) else f"{deel}." for deel in delen if deel
    )


def _scores(paginas: Mapping[str, str]) -> dict[str, tuple[float, float]]:
    """Return the measures of the pages for readers that hold enough text."""
    teksten = {
        pad: _lopende_tekst(html) for pad, html in paginas.items() if not pad.startswith(NIET)
    }
    return {pad: maten(t) for pad, t in teksten.items() if len(t.split()) >= MIN_WOORDEN}


def _mediaan(scores: Mapping[str, tuple[float, float]]) -> float:
    return statistics.median(score for score, _ in scores.values())


def test_guidance_reads_easily(site: Website, wortel: Path, bewijs: Bewijs) -> None:
    paden = []
    for bestand in (wortel / "docs").rglob("*.md"):
        pad = bestand.relative_to(wortel / "docs").as_posix().removesuffix(".md")
        paden.append(f"{pad.removesuffix('index').rstrip('/')}/".lstrip("/"))
    scores = _scores({pad: site.bron(pad) for pad in paden})
    mediaan = _mediaan(scores)
    woorden = statistics.mean(per_zin for _, per_zin in scores.values())
    laagste = min(scores, key=lambda pad: scores[pad][0])
    bewijs(
        "leesbaarheid",
        paginas=len(scores),
        flesch_douma_mediaan=round(mediaan),
        flesch_douma_laagste=f"{scores[laagste][0]:.0f} (/{laagste})",
        woorden_per_zin_gemiddeld=round(woorden, 1),
    )
    assert len(scores) > 10
    assert mediaan >= MEDIAAN


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
    assert lettergrepen(woord) == aantal


MAKKELIJK = "De hond is van mij. Hij loopt met mij mee. Dat vindt hij leuk."
MOEILIJK = (
    "De multidisciplinaire samenwerkingsovereenkomst veronderstelt overeenstemming "
    "betreffende verantwoordelijkheidsverdeling tussen uitvoeringsorganisaties."
)


def test_the_gate_sees_pages_that_read_hard() -> None:
    """Of what does not count, such as a table, no page becomes easier; nor by a short page."""
    tabel = f"<table><tr><td><p>{MAKKELIJK * 20}</p></td></tr></table>"
    moeilijk = f"<main><p>{MOEILIJK * 15}</p>{tabel}</main>"
    makkelijk = f"<main><p>{MAKKELIJK * 10}</p></main>"
    niet = dict.fromkeys((*NIET, "kort/"), f"<main><p>{MAKKELIJK}</p></main>")
    assert _mediaan(_scores({"a/": moeilijk, "b/": moeilijk, "c/": makkelijk, **niet})) < MEDIAAN
    scores = _scores({"a/": makkelijk, "b/": makkelijk, "c/": moeilijk, **niet})
    assert list(scores) == ["a/", "b/", "c/"]
    assert _mediaan(scores) >= MEDIAAN


def test_the_gate_tells_easy_from_hard() -> None:
    makkelijk, _ = maten(MAKKELIJK)
    moeilijk, lang = maten(MOEILIJK)
    assert makkelijk > 90
    assert moeilijk < 0
    assert lang == 9
