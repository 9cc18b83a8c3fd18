"""What goes wrong in a script is said in the page; no tool downloads twice or keeps a text."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.kwaliteit.opstelling import Website, website

pytestmark = pytest.mark.browser

HULPMIDDELEN = {
    "leerpunten/": "catalogus",
    "vergelijken/": "vergelijken",
    "gemeenten/": "gemeentezoeker",
    "wijzigingen/": "wijzigingen",
    "keuzehulp/": "keuzehulp",
    "casus-formulier/": "casusformulier",
    "dossier/": "dossier",
}


@pytest.mark.parametrize("inhoud", ["throw new Error('mis');", "dit kan geen browser lezen"])
def test_a_tool_that_does_not_start_says_so(browser: Browser, adres: Website, inhoud: str) -> None:
    with browser.new_context() as context, website(adres.map_) as kapot:
        page = context.new_page()
        for pad, naam in HULPMIDDELEN.items():
            kapot.geplant[f"/assets/js/{naam}.js"] = inhoud.encode()
            page.goto(kapot.url(pad))
            expect(page.locator("[data-storing]")).to_contain_text("werkt niet in deze browser")


def test_a_page_in_which_all_works_says_nothing(pagina: Page, adres: Website) -> None:
    for pad in HULPMIDDELEN:
        pagina.goto(adres.url(pad))
        pagina.wait_for_load_state()
        assert pagina.locator("[data-storing]").count() == 0


def test_a_double_click_downloads_once(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("leerpunten/"))
    bestanden: list[str] = []
    pagina.on("download", lambda bestand: bestanden.append(bestand.suggested_filename))
    with pagina.expect_download():
        pagina.get_by_role("button", name="CSV").dblclick()
    pagina.wait_for_timeout(500)
    assert bestanden == ["leerpunten.csv"]


@pytest.mark.parametrize("gebeurt", ["pagehide", "pageshow"])
def test_the_form_is_empty_for_who_leaves_or_comes_back(
    pagina: Page, adres: Website, gebeurt: str
) -> None:
    pagina.goto(adres.url("casus-formulier/"))
    vak = pagina.locator("textarea").first
    vak.fill("Een inwoner heeft schulden.")
    pagina.evaluate(
        "naam => dispatchEvent(new PageTransitionEvent(naam, { persisted: true }))", gebeurt
    )
    expect(vak).to_have_value("")
    assert "schulden" not in pagina.locator("main").inner_text()


def test_a_note_leads_back_to_where_one_was(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("wetten/awir/"))
    noot = pagina.locator("main a.kb-noot:visible").nth(1)
    noot.click()
    pagina.get_by_role("link", name="Terug naar de tekst").click()
    expect(noot).to_be_focused()
