"""A term of the glossary explains itself to everyone: by keyboard, without script, on paper."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.kwaliteit.setup import Website, unfold

pytestmark = pytest.mark.browser

PAGES = ("casus-voorbereiden/", "leerpunten/alo-kop/")


@pytest.fixture
def without_script(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("pad", PAGES)
def test_by_keyboard_and_without_script(without_script: Page, adres: Website, pad: str) -> None:
    page = without_script
    page.goto(adres.url(pad))
    unfold(page)
    term = page.locator(".kb-term").first
    expect(term.locator("span")).to_be_hidden()
    term.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(term.locator("span")).to_be_visible()
    page.keyboard.press("Tab")
    expect(term.locator("a")).to_be_focused()
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert page.evaluate(wide) is False
    term.locator("summary").press("Enter")
    expect(term.locator("span")).to_be_hidden()


def test_a_pointer_that_passes_opens_nothing(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(PAGES[0]))
    unfold(pagina)
    term = pagina.locator(".kb-term").first
    term.locator("summary").hover()
    expect(term.locator("span")).to_be_hidden()


def test_closed_the_sentence_runs_on(pagina: Page, adres: Website) -> None:
    """The content of a closed ``details`` is a block in itself, and would break the line."""
    pagina.goto(adres.url(PAGES[0]))
    unfold(pagina)
    heights = pagina.locator(".kb-term").evaluate_all(
        """terms => terms.map(term => {
            const next = term.nextSibling;
            if (!next || next.nodeType !== Node.TEXT_NODE) return 0;
            const range = document.createRange();
            range.setStart(next, 0);
            range.setEnd(next, 1);
            const last = [...term.querySelector('summary').getClientRects()].pop();
            return range.getBoundingClientRect().top - last.bottom;
        })"""
    )
    assert heights
    assert max(heights) <= 0


def test_the_mark_stands_behind_the_term(pagina: Page, adres: Website) -> None:
    """The theme puts an arrow of its own there, loose from the text: it lay over other words."""
    pagina.goto(adres.url(PAGES[0]))
    place = pagina.locator(".kb-term > summary").evaluate_all(
        "all => all.map(one => getComputedStyle(one, '::after').position)"
    )
    assert set(place) == {"static"}


def test_paper_shows_it_as_text(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(PAGES[0]))
    pagina.emulate_media(media="print")
    term = pagina.locator(".kb-term").first
    expect(term.locator("span")).to_be_visible()
    expect(term.locator("a")).to_be_hidden()
    assert term.locator("span").evaluate("span => getComputedStyle(span).display") == "inline"
