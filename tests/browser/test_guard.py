"""What goes wrong in a script is said in the page; no tool downloads twice or keeps a text."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.kwaliteit.setup import Website, website

pytestmark = pytest.mark.browser

TOOLS = {
    "leerpunten/": "catalogus",
    "vergelijken/": "vergelijken",
    "gemeenten/": "gemeentezoeker",
    "vragen/": "vragen",
    "wijzigingen/": "wijzigingen",
    "keuzehulp/": "keuzehulp",
    "casus-formulier/": "casusformulier",
    "dossier/": "dossier",
}


@pytest.mark.parametrize("inhoud", ["throw new Error('mis');", "dit kan geen browser lezen"])
def test_a_tool_that_does_not_start_says_so(browser: Browser, adres: Website, inhoud: str) -> None:
    with browser.new_context() as context, website(adres.folder) as broken:
        page = context.new_page()
        for pad, naam in TOOLS.items():
            broken.planted[f"/assets/js/{naam}.js"] = inhoud.encode()
            page.goto(broken.url(pad))
            expect(page.locator("[data-storing]")).to_contain_text("werkt niet in deze browser")


def test_a_page_in_which_all_works_says_nothing(pagina: Page, adres: Website) -> None:
    for pad in TOOLS:
        pagina.goto(adres.url(pad))
        pagina.wait_for_load_state()
        assert pagina.locator("[data-storing]").count() == 0


def test_a_double_click_downloads_once(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("leerpunten/"))
    files: list[str] = []
    pagina.on("download", lambda file: files.append(file.suggested_filename))
    with pagina.expect_download():
        pagina.get_by_role("button", name="CSV").dblclick()
    pagina.wait_for_timeout(500)
    assert files == ["leerpunten.csv"]


@pytest.mark.parametrize("happens", ["pagehide", "pageshow"])
def test_the_form_is_empty_for_who_leaves_or_comes_back(
    pagina: Page, adres: Website, happens: str
) -> None:
    pagina.goto(adres.url("casus-formulier/"))
    box = pagina.locator("textarea").first
    box.fill("Een inwoner heeft schulden.")
    pagina.evaluate(
        "naam => dispatchEvent(new PageTransitionEvent(naam, { persisted: true }))", happens
    )
    expect(box).to_have_value("")
    assert "schulden" not in pagina.locator("main").inner_text()


def test_a_note_leads_back_to_where_one_was(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("wetten/awir/"))
    proof = pagina.locator("main details.kb-bewijs:visible").nth(1)
    proof.locator("summary").click()
    note = proof.locator("a[href^='#bron-']").first
    note.click()
    bron = pagina.locator(note.get_attribute("href") or "")
    bron.get_by_role("link", name="Terug naar de tekst").click()
    expect(note).to_be_focused()
