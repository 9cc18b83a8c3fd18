"""Text spacing, motion, target size, print, and the site without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from tests.kwaliteit.conftest import Bewijs
from tests.kwaliteit.opstelling import Website, js

pytestmark = pytest.mark.browser

SPATIES = js("spaties")
BEWEGING = js("beweging")
KLEIN = js("klein")


def test_text_spacing_loses_nothing(smal: Page, site: Website, soorten: dict[str, str]) -> None:
    for pad in soorten.values():
        smal.goto(site.url(pad))
        assert smal.evaluate(SPATIES) == {"over": 0, "afgesneden": []}, pad


def test_the_gate_sees_text_that_is_cut_off(smal: Page, kapot: Website) -> None:
    kapot.plant("kapot/", "<link rel='stylesheet' href='../k.css'><p class='k'>Lang woord hier</p>")
    kapot.geplant["/k.css"] = b".k { overflow: hidden; white-space: nowrap; width: 8em; }"
    smal.goto(kapot.url("kapot/"))
    assert smal.evaluate(SPATIES)["afgesneden"]


def test_nothing_moves_for_who_wants_no_motion(
    page: Page, site: Website, soorten: dict[str, str]
) -> None:
    page.emulate_media(reduced_motion="reduce")
    for pad in soorten.values():
        page.goto(site.url(pad))
        assert page.evaluate(BEWEGING) == [], pad


def test_the_gate_sees_motion(page: Page, kapot: Website) -> None:
    page.emulate_media(reduced_motion="reduce")
    kapot.plant("kapot/", "<link rel='stylesheet' href='../k.css'><p class='k'>Beweegt</p>")
    kapot.geplant["/k.css"] = b".kb .k.k { transition: transform 1s !important; }"
    page.goto(kapot.url("kapot/"))
    assert page.evaluate(BEWEGING) == ["P.k transform"]


def test_targets_are_large_enough(page: Page, site: Website, soorten: dict[str, str]) -> None:
    for breedte in (320, 1280):
        page.set_viewport_size({"width": breedte, "height": 800})
        for pad in soorten.values():
            page.goto(site.url(pad))
            assert page.evaluate(KLEIN) == [], pad


def test_the_gate_sees_a_small_target(page: Page, kapot: Website) -> None:
    kapot.plant("kapot/", "<link rel='stylesheet' href='../k.css'><button class='k'>x</button>")
    kapot.geplant["/k.css"] = b".kb.kb button.k { min-block-size: 0; height: 12px; padding: 0; }"
    page.goto(kapot.url("kapot/"))
    assert len(page.evaluate(KLEIN)) == 1


# ---- Print -------------------------------------------------------------------------------------


def test_print_shows_what_is_folded_and_where_it_came_from(
    page: Page, site: Website, soorten: dict[str, str]
) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    met_details = 0
    for pad in soorten.values():
        page.goto(site.url(pad))
        dicht = page.evaluate(
            "[...document.querySelectorAll('main details:not([open])')]"
            ".filter((deel) => deel.checkVisibility() && [...deel.children].slice(1)"
            ".some((kind) => kind.innerText.trim() && !kind.matches('form, form *, button')"
            " && !kind.closest('form') && kind.getBoundingClientRect().height === 0))"
            ".map((deel) => deel.outerHTML.slice(0, 200))"
        )
        assert not dicht, pad
        met_details += page.locator("main details").count()
        afzender = page.locator(".kb-voet__afzender")
        assert f"Adres van deze pagina: https://kennisbank.example/{pad}" in afzender.inner_text()
        assert afzender.locator("time").is_visible()
        assert not page.locator(".kb-kop").is_visible()
        licht = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert licht == "rgb(255, 255, 255)", "op papier altijd licht"
    assert met_details


def test_print_writes_out_addresses_and_repeats_the_head_of_a_table(
    page: Page, site: Website
) -> None:
    page.emulate_media(media="print")
    page.goto(site.url("wetten/awir/"))
    bij = page.evaluate(
        "[...document.querySelectorAll('main a[href^=http]:not(.kb-adres)')]"
        ".map((deel) => [deel.getAttribute('href'), getComputedStyle(deel, '::after').content])"
    )
    assert bij
    assert all(adres in erachter for adres, erachter in bij)
    page.goto(site.url("gemeenten/"))
    kop = page.locator("main thead").first
    assert kop.evaluate("(deel) => getComputedStyle(deel).display") == "table-header-group"
    regels = page.evaluate(
        "[...document.styleSheets].flatMap((blad) => [...blad.cssRules])"
        ".filter((regel) => regel instanceof CSSPageRule).map((regel) => regel.cssText).join()"
    )
    assert "counter(page)" in regels


def test_a_printed_page_is_a_tagged_pdf_in_dutch(page: Page, site: Website) -> None:
    page.goto(site.url("mvt/"))
    pdf = page.pdf(format="A4", tagged=True, prefer_css_page_size=True)
    assert b"/MarkInfo" in pdf
    assert b"/Lang (nl)" in pdf


# ---- Without JavaScript ------------------------------------------------------------------------


@pytest.fixture
def zonder_js(browser: Browser) -> Iterator[Page]:
    """Return a tab without JavaScript, as wide as a phone."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    yield context.new_page()
    context.close()


def test_without_javascript_the_menu_and_the_search_still_lead_somewhere(
    zonder_js: Page, site: Website
) -> None:
    zonder_js.goto(site.url("privacy/"))
    zonder_js.locator("a.kb-menuknop").click()
    assert zonder_js.url.endswith("#menu")
    assert zonder_js.locator("#menu").is_visible()
    zonder_js.locator("#kb-zoek-q").fill("schulden")
    zonder_js.keyboard.press("Enter")
    zonder_js.wait_for_url("**/zoeken/?q=schulden")
    assert zonder_js.get_by_role("heading", name="Van A tot Z").is_visible()


SCHIL = ("kleurstand.js", "menu.js", "zoek-ui.js")
"""Scripts of every page. A page with more is a tool, which may hold back what its script does."""


def _verborgen_tekst(html: str) -> list[str]:
    """Return text that only a script would show, on a page that is no tool."""
    boom = LexborHTMLParser(html)
    scripts = [str(deel.attributes["src"]) for deel in boom.css("script[src]")]
    if any(not adres.endswith(SCHIL) for adres in scripts):
        return []
    verborgen = [deel.text().strip() for deel in boom.css("main [hidden]")]
    return [tekst for tekst in verborgen if tekst]


def test_nothing_is_hidden_from_who_has_no_javascript(site: Website, bewijs: Bewijs) -> None:
    paden = site.paden()
    verborgen = {pad: tekst for pad in paden if (tekst := _verborgen_tekst(site.bron(pad)))}
    bewijs("zonder-javascript", paginas=len(paden), met_verborgen_tekst=len(verborgen))
    assert not verborgen


def test_the_gate_sees_hidden_text() -> None:
    assert _verborgen_tekst("<main><p hidden>Alleen met script</p></main>")
    assert not _verborgen_tekst("<main><p hidden></p><p>Gewoon</p></main>")
