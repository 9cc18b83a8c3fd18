"""The data in the head of a page are let through by the strict policy, and run by no browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.kwaliteit.setup import Website, website

pytestmark = pytest.mark.browser

PAGES = ("", "data/", "wetten/awir/", "mvt/document/")
BLOCK = 'script[type="application/ld+json"]'


@pytest.fixture(params=["chromium", "firefox"])
def either(request: pytest.FixtureRequest) -> Iterator[tuple[Page, list[str]]]:
    """Return a fresh tab in each of the two, and what its console says of the policy."""
    naam = "browser" if request.param == "chromium" else "firefox"
    browser: Browser = request.getfixturevalue(naam)
    context = browser.new_context()
    said: list[str] = []
    page = context.new_page()
    page.on("console", lambda entry: said.append(entry.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page, said
    context.close()


@pytest.mark.parametrize("pad", PAGES)
def test_the_policy_lets_the_data_through(
    either: tuple[Page, list[str]], adres: Website, pad: str
) -> None:
    page, said = either
    page.goto(adres.url(pad), wait_until="load")
    text = page.locator(BLOCK).text_content()
    assert json.loads(text or "")["@context"]
    assert said == []


def test_a_script_in_the_same_place_is_refused(
    either: tuple[Page, list[str]], built_site: Path
) -> None:
    """Else the test above would say nothing of the policy."""
    page, said = either
    with website(built_site) as broken:
        script = "<script>document.title = 'mis';</script></head>"
        broken.change("wetten/awir/", "</head>", script)
        page.goto(broken.url("wetten/awir/"), wait_until="load")
    assert page.title() != "mis"
    assert any("script-src" in entry for entry in said)
