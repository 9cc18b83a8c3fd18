"""A page weighs little: everything a first visit fetches, compressed as a server sends it."""

from __future__ import annotations

import gzip
import random
import re
import statistics
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

from tests.kwaliteit.setup import Error, Website
from tests.proof import Proof

MAX_KB = 60
"""From webkwaliteit §6.6, there for a page of content; here for lists of everything as well."""
BASE = "https://site.invalid/"


def _gz(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6, mtime=0))


def first_visit(folder: Path, pad: str, sizes: dict[Path, int]) -> int:
    """Return the bytes of a page with all it loads by itself; sizes are kept in ``sizes``."""
    file = folder / pad / "index.html"
    tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
    loads = {file}
    for node in tree.css('link[rel="stylesheet"], link[rel~="icon"], script[src], img[src]'):
        adres = node.attributes.get("src") or node.attributes.get("href") or ""
        parts = urljoin(BASE + pad, adres).removeprefix(BASE).split("?")[0]
        loads.add(folder / parts)
    return sum(sizes.setdefault(one, _gz(one)) for one in loads)


def test_a_first_visit_fits(site: Website, proof: Proof) -> None:
    sizes: dict[Path, int] = {}
    weight = {pad: first_visit(site.folder, pad, sizes) / 1000 for pad in site.paths()}
    heaviest = max(weight, key=lambda pad: weight[pad])
    proof(
        "gewicht",
        paginas=len(weight),
        mediaan_kb=round(statistics.median(weight.values()), 1),
        zwaarste_kb=round(weight[heaviest], 1),
        zwaarste_pagina=f"/{heaviest}",
        boven_60_kb=", ".join(sorted(f"/{pad}" for pad, kb in weight.items() if kb > MAX_KB))
        or "geen",
    )
    assert _too_heavy(weight) == []


def _too_heavy(weight: Mapping[str, float]) -> list[str]:
    """Return the pages that weigh more than they may."""
    return [pad for pad, kb in weight.items() if kb > MAX_KB]


def test_the_gate_knows_too_much_from_just_enough() -> None:
    assert _too_heavy({"wetten/a/": 60, "wetten/b/": 60.1, "": 22.9}) == ["wetten/b/"]


def test_the_gate_sees_a_heavy_page(tmp_path: Path) -> None:
    (tmp_path / "zwaar").mkdir()
    (tmp_path / "zwaar/index.html").write_text('<script src="../x.js"></script>', encoding="utf-8")
    noise = random.Random(1).randbytes(70_000)  # noqa: S311 - what does not compress, no secret
    (tmp_path / "x.js").write_bytes(noise)
    assert first_visit(tmp_path, "zwaar/", {}) > MAX_KB * 1000


@pytest.mark.browser
def test_nothing_of_the_search_is_fetched_before_it_is_used(site: Website, page: Page) -> None:
    before, after = _fetched(page, site)
    assert before == set()
    assert after == {"kern", "names"}


def _fetched(page: Page, site: Website) -> tuple[set[str], set[str]]:
    """Return what of the search the home page fetched before and after someone used it."""
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))

    def search_requests() -> set[str]:
        namen = {"kern": "zoek-kern", "names": "zoeknamen", "texts": "zoekteksten-"}
        return {naam for naam, part in namen.items() if any(part in url for url in requests)}

    page.goto(site.url(""), wait_until="networkidle")
    before = search_requests()
    page.locator("#kb-zoek-q").press_sequentially("schuld")
    page.locator("#kb-zoek-q-lijst").wait_for(state="visible")
    return before, search_requests()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("error", "finding"),
    [
        (
            (
                "assets/js/zoek-ui.js",
                re.compile(r"(\w+)\(e,t,(\w+)\(e,t\)\)"),
                r"(load=>(\1(e,t,load),load.names()))(\2(e,t))",
            ),
            {"kern", "names"},
        ),
        (("", "</body>", '<script src="assets/js/zoek-kern.min.js"></script></body>'), {"kern"}),
    ],
)
def test_the_gate_sees_a_search_that_does_not_wait(
    error: Error, finding: set[str], broken: Website, page: Page
) -> None:
    broken.change(*error)
    assert _fetched(page, broken)[0] == finding
