"""In WebKit, the engine of Safari: the case form forgets, and one walk through search and tools."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kwaliteit.setup import Website, website
from tests.programs import found
from tests.webkit import WebKit, webkit

pytestmark = pytest.mark.browser

BSN = "111222333"
FILLED_IN = (
    "[...document.querySelectorAll('textarea')].map((vak) => vak.value).join('')"
    " + document.querySelector('[data-tekst]').textContent"
)


@pytest.fixture(scope="module")
def safari() -> Iterator[WebKit]:
    """Return a window of the WebKit that .ci/webkit found."""
    with webkit(found("WEBKIT", "WebKit")) as venster:
        yield venster


@pytest.fixture
def broken(built_site: Path) -> Iterator[Website]:
    with website(built_site) as site:
        yield site


def _way_and_back(safari: WebKit, site: Website) -> str:
    """Fill in the form, leave it and come back; return its text, with whether it was kept."""
    safari.go(site.url("casus-formulier/"))
    safari.typ("textarea", f"Nummer {BSN}")
    safari.waiting(f"document.querySelector('[data-tekst]').textContent.includes('{BSN}')")
    safari.js("window.bewaard = true")
    safari.go(site.url("privacy/"))
    safari.back()
    safari.waiting("location.pathname.endsWith('/casus-formulier/')")
    return str(safari.js(f"`${{window.bewaard === true}} ` + {FILLED_IN}"))


def test_who_leaves_the_case_form_and_comes_back_finds_nothing(
    safari: WebKit, adres: Website
) -> None:
    assert _way_and_back(safari, adres) == "true U hebt nog niets ingevuld."


def test_the_gate_sees_text_that_webkit_keeps(safari: WebKit, broken: Website) -> None:
    for gebeurtenis in ("pagehide", "pageshow"):
        broken.change("assets/js/casusformulier.js", f'"{gebeurtenis}"', '"nooit"')
    assert BSN in _way_and_back(safari, broken)


def test_one_walk_through_search_and_tools(safari: WebKit, adres: Website) -> None:
    errors: list[str] = []

    def gezien() -> None:
        errors.extend(safari.js("window.__fouten"))
        assert not safari.js("document.querySelector('[data-storing]')?.textContent")

    safari.go(adres.url("privacy/"))
    safari.typ("#kb-zoek-q", "schuldhulp\ue007")  # Enter
    safari.waiting("document.querySelector('[data-resultaten] > li')")
    assert "q=schuldhulp" in safari.adres()
    gezien()
    safari.go(adres.url("leerpunten/"))
    safari.waiting("document.querySelector('#kb-volgorde')?.value")  # the filters work
    safari.click("[data-facet] summary")
    safari.click("[data-facet] input")
    safari.waiting("document.querySelector('[data-stand]').textContent.includes('Filters: ')")
    safari.back()
    safari.waiting("!document.querySelector('[data-stand]').textContent.includes('Filters: ')")
    gezien()
    safari.go(adres.url("gemeenten/#provincie=utrecht"))
    safari.waiting("document.querySelector('[data-aantal]').textContent.includes('Utrecht')")
    gezien()
    safari.go(adres.url("keuzehulp/"))
    safari.click("[data-stap]")
    safari.waiting("location.hash.includes('pad=')")
    gezien()
    safari.go(adres.url("dossier/#d=leerpunt:alo-kop,wet:awir"))
    safari.waiting("document.querySelectorAll('.kb-dossier__document h3').length > 2")
    gezien()
    assert errors == []
