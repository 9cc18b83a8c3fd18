"""In WebKit, the engine of Safari: the case form forgets, and one walk through search and tools."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kwaliteit.opstelling import Website, website
from tests.webkit import WebKit, webkit

pytestmark = pytest.mark.browser

BSN = "111222333"
INGEVULD = (
    "[...document.querySelectorAll('textarea')].map((vak) => vak.value).join('')"
    " + document.querySelector('[data-tekst]').textContent"
)


@pytest.fixture(scope="module")
def safari() -> Iterator[WebKit]:
    """Return a window of the WebKit that .ci/webkit found."""
    driver = os.environ.get("KENNISBANK_WEBKIT", "")
    if not driver:
        pytest.skip("KENNISBANK_WEBKIT is leeg; draai `make test`, dat zoekt WebKit op")
    with webkit(driver) as venster:
        yield venster


@pytest.fixture
def kapot(gebouwde_site: Path) -> Iterator[Website]:
    with website(gebouwde_site) as site:
        yield site


def _weg_en_terug(safari: WebKit, site: Website) -> str:
    """Fill in the form, leave it and come back; return its text, with whether it was kept."""
    safari.ga(site.url("casus-formulier/"))
    safari.typ("textarea", f"Nummer {BSN}")
    safari.wacht(f"document.querySelector('[data-tekst]').textContent.includes('{BSN}')")
    safari.js("window.bewaard = true")
    safari.ga(site.url("privacy/"))
    safari.terug()
    safari.wacht("location.pathname.endsWith('/casus-formulier/')")
    return str(safari.js(f"`${{window.bewaard === true}} ` + {INGEVULD}"))


def test_who_leaves_the_case_form_and_comes_back_finds_nothing(
    safari: WebKit, adres: Website
) -> None:
    assert _weg_en_terug(safari, adres) == "true U hebt nog niets ingevuld."


def test_the_gate_sees_text_that_webkit_keeps(safari: WebKit, kapot: Website) -> None:
    for gebeurtenis in ("pagehide", "pageshow"):
        kapot.verander("assets/js/casusformulier.js", f'"{gebeurtenis}"', '"nooit"')
    assert BSN in _weg_en_terug(safari, kapot)


def test_one_walk_through_search_and_tools(safari: WebKit, adres: Website) -> None:
    fouten: list[str] = []

    def gezien() -> None:
        fouten.extend(safari.js("window.__fouten"))
        assert not safari.js("document.querySelector('[data-storing]')?.textContent")

    safari.ga(adres.url("privacy/"))
    safari.typ("#kb-zoek-q", "schuldhulp\ue007")  # Enter
    safari.wacht("document.querySelector('[data-resultaten] > li')")
    assert "q=schuldhulp" in safari.adres()
    gezien()
    safari.ga(adres.url("leerpunten/"))
    safari.klik("[data-facet] summary")
    safari.klik("[data-facet] input")
    safari.wacht("document.querySelector('[data-stand]').textContent.includes('Filters: ')")
    safari.terug()
    safari.wacht("!document.querySelector('[data-stand]').textContent.includes('Filters: ')")
    gezien()
    safari.ga(adres.url("gemeenten/#provincie=utrecht"))
    safari.wacht("document.querySelector('[data-aantal]').textContent.includes('Utrecht')")
    gezien()
    safari.ga(adres.url("keuzehulp/"))
    safari.klik("[data-stap]")
    safari.wacht("location.hash.includes('pad=')")
    gezien()
    safari.ga(adres.url("dossier/#d=leerpunt:alo-kop,wet:awir"))
    safari.wacht("document.querySelectorAll('.kb-dossier__document h3').length > 2")
    gezien()
    assert fouten == []
