"""A page weighs little: everything a first visit fetches, compressed as a server sends it."""

from __future__ import annotations

import gzip
import random
import statistics
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

from tests.kwaliteit.conftest import Bewijs
from tests.kwaliteit.opstelling import Website

MAX_KB = 60
"""For a page of content; from webkwaliteit §6.6."""
OVERZICHTEN_MAX_KB = 140
"""Whole tables in one page: the municipalities, A to Z, all sources."""
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
    zwaar = {pad: kb for pad, kb in gewicht.items() if kb > MAX_KB}
    zwaarste = max(gewicht, key=lambda pad: gewicht[pad])
    bewijs(
        "gewicht",
        paginas=len(gewicht),
        mediaan_kb=round(statistics.median(gewicht.values()), 1),
        zwaarste_kb=round(gewicht[zwaarste], 1),
        zwaarste_pagina=f"/{zwaarste}",
        boven_60_kb=", ".join(sorted(f"/{pad}" for pad in zwaar)) or "geen",
    )
    # A record is content; what lists everything of a kind is not.
    inhoud = {pad: kb for pad, kb in zwaar.items() if pad.count("/") > 1}
    assert not inhoud
    assert gewicht[zwaarste] <= OVERZICHTEN_MAX_KB


def test_the_gate_sees_a_heavy_page(tmp_path: Path) -> None:
    (tmp_path / "zwaar").mkdir()
    (tmp_path / "zwaar/index.html").write_text('<script src="../x.js"></script>', encoding="utf-8")
    ruis = random.Random(1).randbytes(70_000)  # noqa: S311 - what does not compress, no secret
    (tmp_path / "x.js").write_bytes(ruis)
    assert eerste_bezoek(tmp_path, "zwaar/", {}) > MAX_KB * 1000


@pytest.mark.browser
def test_nothing_of_the_search_is_fetched_before_it_is_used(site: Website, page: Page) -> None:
    opgehaald: list[str] = []
    page.on("request", lambda verzoek: opgehaald.append(verzoek.url))
    page.goto(site.url(""), wait_until="networkidle")
    assert not [url for url in opgehaald if "zoekindex" in url or "minisearch" in url]
    page.locator("#kb-zoek-q").press_sequentially("schuld")
    page.locator("#kb-zoek-q-lijst").wait_for(state="visible")
    assert [url for url in opgehaald if "zoekindex" in url]
