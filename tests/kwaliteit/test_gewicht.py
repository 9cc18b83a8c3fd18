"""A page weighs little: everything a first visit fetches, compressed as a server sends it."""

from __future__ import annotations

import gzip
import random
import statistics
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

from tests.bewijs import Bewijs
from tests.kwaliteit.opstelling import Fout, Website

MAX_KB = 60
"""From webkwaliteit §6.6, there for a page of content; here for lists of everything as well."""
BASIS = "https://site.invalid/"


def _gz(bestand: Path) -> int:
    return len(gzip.compress(bestand.read_bytes(), 6, mtime=0))


def eerste_bezoek(map_: Path, pad: str, keer: dict[Path, int]) -> int:
    """Return the bytes of a page with all it loads by itself; sizes are kept in ``keer``."""
    bestand = map_ / pad / "index.html"
    boom = LexborHTMLParser(bestand.read_text(encoding="utf-8"))
    laadt = {bestand}
    for knoop in boom.css('link[rel="stylesheet"], link[rel~="icon"], script[src], img[src]'):
        adres = knoop.attributes.get("src") or knoop.attributes.get("href") or ""
        delen = urljoin(BASIS + pad, adres).removeprefix(BASIS).split("?")[0]
        laadt.add(map_ / delen)
    return sum(keer.setdefault(een, _gz(een)) for een in laadt)


def test_a_first_visit_fits(site: Website, bewijs: Bewijs) -> None:
    keer: dict[Path, int] = {}
    gewicht = {pad: eerste_bezoek(site.map_, pad, keer) / 1000 for pad in site.paden()}
    zwaarste = max(gewicht, key=lambda pad: gewicht[pad])
    bewijs(
        "gewicht",
        paginas=len(gewicht),
        mediaan_kb=round(statistics.median(gewicht.values()), 1),
        zwaarste_kb=round(gewicht[zwaarste], 1),
        zwaarste_pagina=f"/{zwaarste}",
        boven_60_kb=", ".join(sorted(f"/{pad}" for pad, kb in gewicht.items() if kb > MAX_KB))
        or "geen",
    )
    assert _te_zwaar(gewicht) == []


def _te_zwaar(gewicht: Mapping[str, float]) -> list[str]:
    """Return the pages that weigh more than they may."""
    return [pad for pad, kb in gewicht.items() if kb > MAX_KB]


def test_the_gate_knows_too_much_from_just_enough() -> None:
    assert _te_zwaar({"wetten/a/": 60, "wetten/b/": 60.1, "": 22.9}) == ["wetten/b/"]


def test_the_gate_sees_a_heavy_page(tmp_path: Path) -> None:
    (tmp_path / "zwaar").mkdir()
    (tmp_path / "zwaar/index.html").write_text('<script src="../x.js"></script>', encoding="utf-8")
    ruis = random.Random(1).randbytes(70_000)  # noqa: S311 - what does not compress, no secret
    (tmp_path / "x.js").write_bytes(ruis)
    assert eerste_bezoek(tmp_path, "zwaar/", {}) > MAX_KB * 1000


@pytest.mark.browser
def test_nothing_of_the_search_is_fetched_before_it_is_used(site: Website, page: Page) -> None:
    voor, na = _opgehaald(page, site)
    assert voor == set()
    assert na == {"kern", "index"}


def _opgehaald(page: Page, site: Website) -> tuple[set[str], set[str]]:
    """Return what of the search the home page fetched before and after someone used it."""
    verzoeken: list[str] = []
    page.on("request", lambda verzoek: verzoeken.append(verzoek.url))

    def van_zoeken() -> set[str]:
        namen = {"kern": "zoek-kern", "index": "zoekindex"}
        return {naam for naam, deel in namen.items() if any(deel in url for url in verzoeken)}

    page.goto(site.url(""), wait_until="networkidle")
    voor = van_zoeken()
    page.locator("#kb-zoek-q").press_sequentially("schuld")
    page.locator("#kb-zoek-q-lijst").wait_for(state="visible")
    return voor, van_zoeken()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("fout", "vondst"),
    [
        (
            (
                "assets/js/zoek-ui.js",
                ":Ne(e,r,a)}",
                ":(Ne(e,r,a),a())}",
            ),
            {"kern", "index"},
        ),
        (("", "</body>", '<script src="assets/js/zoek-kern.min.js"></script></body>'), {"kern"}),
    ],
)
def test_the_gate_sees_a_search_that_does_not_wait(
    fout: Fout, vondst: set[str], kapot: Website, page: Page
) -> None:
    kapot.verander(*fout)
    assert _opgehaald(page, kapot)[0] == vondst
