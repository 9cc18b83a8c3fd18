"""Search in an index of many parts: over the line, from disk, and when one does not come."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from macros.search import parts
from macros.search.parts import at_once, divide
from macros.site.build import NAMES
from tests.browser.test_search import BROKEN, HITS, LIST_SELECTOR, PAGE_FIELD, VELD
from tests.kwaliteit.setup import Website, website
from tests.zoekindex import part_names, read_index, write_index

pytestmark = pytest.mark.browser

QUESTIONS = ("geen adres", "staan er persoonsgegevens op de site", "beslagvije voet", "art. 18 Pw")
PARTLY = "De teksten zijn niet geladen"


@pytest.fixture
def options() -> dict[str, Any]:
    return {"viewport": {"width": 1280, "height": 800}}


@pytest.fixture(scope="module")
def cut(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site of which the index was cut in many parts."""
    site = tmp_path_factory.mktemp("delen") / "site"
    shutil.copytree(built_site / "assets", site / "assets")
    for pad in ("zoeken", "privacy"):
        shutil.copytree(built_site / pad, site / pad)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "ONE", 1)
        patch.setattr(parts, "MOST", 100_000)
        write_index(site, divide(read_index(built_site)))
    assert all(len(paths) > 4 for paths in part_names(site).values())
    return site


@pytest.fixture(scope="module")
def many(cut: Path) -> Iterator[Website]:
    with website(cut) as site:
        yield site


def _status(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.locator("[data-zoekstatus]")).to_contain_text(text)


def _found(page: Page, address: str, question: str) -> list[str]:
    """Return what a reader sees of the first ten results, when all texts were searched."""
    page.goto("about:blank")
    page.goto(f"{address}#q={question.replace(' ', '+')}")
    _status(page, f"voor ‘{question}’.")
    return page.locator(HITS).all_inner_texts()


def test_many_parts_work_in_firefox(firefox_page: Page, many: Website, cut: Path) -> None:
    for address in (many.url("zoeken/"), (cut / "zoeken/index.html").as_uri()):
        first, *_ = _found(firefox_page, address, "geen adres")
        assert first.startswith("Briefadres")


@pytest.mark.parametrize("question", QUESTIONS)
def test_many_parts_show_what_one_shows(
    pagina: Page, adres: Website, many: Website, cut: Path, question: str
) -> None:
    one = _found(pagina, adres.url("zoeken/"), question)
    assert one
    assert _found(pagina, many.url("zoeken/"), question) == one
    assert _found(pagina, (cut / "zoeken/index.html").as_uri(), question) == one


def test_suggestions_come_from_all_parts_of_the_names_and_ask_for_no_texts(
    pagina: Page, many: Website
) -> None:
    asked: list[str] = []
    pagina.on("request", lambda request: asked.append(request.url))
    pagina.goto(many.url("privacy/"))
    pagina.locator(VELD).press_sequentially("zwolle")  # a municipality: these come last
    option = pagina.locator(LIST_SELECTOR).get_by_role("option").first
    expect(option).to_contain_text("Zwolle")
    names = [pad for pad in asked if "zoeknamen" in pad]
    assert len(names) == len(part_names(many.folder)["namen"]), "each part once"
    assert not [pad for pad in asked if "zoekteksten" in pad or "zoekindex" in pad]


def test_the_texts_are_asked_for_once_and_the_names_not_again(pagina: Page, many: Website) -> None:
    asked: list[str] = []
    pagina.on("request", lambda request: asked.append(request.url))
    _found(pagina, many.url("zoeken/"), "geen adres")
    told = part_names(many.folder)
    parts_ = [pad for pad in asked if pad.endswith(".json")]
    assert len(parts_) == len(set(parts_)) == len(told["namen"]) + len(told["teksten"])


def _gone(route: Route) -> None:
    route.fulfill(status=404, body="weg")


def _last(site: Website, naam: str) -> re.Pattern[str]:
    return re.compile(re.escape(part_names(site.folder)[naam][-1]))


def test_a_part_of_the_texts_that_does_not_come_is_told_and_asked_for_again(
    pagina: Page, many: Website, complaints: list[str]
) -> None:
    part = _last(many, "teksten")
    pagina.route(part, _gone)
    pagina.goto(many.url("zoeken/#q=geen+adres"))
    _status(pagina, PARTLY)
    expect(pagina.locator(HITS).first).to_be_visible()
    pagina.locator(PAGE_FIELD).press("Enter")
    _status(pagina, PARTLY)
    pagina.unroute(part)
    pagina.locator(PAGE_FIELD).press("Enter")
    _status(pagina, "voor ‘geen adres’.")
    assert not [klacht for klacht in complaints if "404" not in klacht]
    complaints.clear()


def test_a_part_of_the_names_that_does_not_come_is_told_and_asked_for_again(
    pagina: Page, many: Website, complaints: list[str]
) -> None:
    part = _last(many, "namen")
    pagina.route(part, _gone)
    pagina.goto(many.url("zoeken/#q=geen+adres"))
    _status(pagina, BROKEN)
    expect(pagina.locator("[data-az]")).to_be_visible()
    pagina.unroute(part)
    pagina.locator(PAGE_FIELD).press("Enter")
    _status(pagina, "voor ‘geen adres’.")
    assert not [klacht for klacht in complaints if "404" not in klacht]
    complaints.clear()


def test_a_part_that_is_not_on_the_disk_is_told(
    pagina: Page, cut: Path, tmp_path: Path, complaints: list[str]
) -> None:
    site = shutil.copytree(cut, tmp_path / "site")
    missing = site / part_names(site)["teksten"][-1].replace(".json", ".js")
    kept = missing.rename(tmp_path / "kept.js")
    pagina.goto(f"{(site / 'zoeken/index.html').as_uri()}#q=geen+adres")
    _status(pagina, BROKEN)
    kept.rename(missing)
    pagina.locator(PAGE_FIELD).press("Enter")
    _status(pagina, "voor ‘geen adres’.")
    complaints.clear()


def test_names_of_an_older_build_do_not_get_the_texts_of_this_one(
    pagina: Page, many: Website, built_site: Path
) -> None:
    """Other pages than were searched would get them: the right names are asked for as well."""
    expected = _found(pagina, many.url("zoeken/"), "geen adres")
    whole = read_index(built_site)
    older = divide(whole | {"documenten": whole["documenten"][::-1]})
    with website(many.folder) as site:
        site.planted[f"/{NAMES}"] = at_once(older.names).encode()
        assert _found(pagina, site.url("zoeken/"), "geen adres") == expected
