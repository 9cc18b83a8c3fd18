"""Proof and parts that are folded in: by mouse, keyboard, address, without script, narrow."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.chromium import patient
from tests.kwaliteit.setup import Website

pytestmark = pytest.mark.browser

PAD = "leerpunten/alo-kop/"
PROOF = "#wetten ~ ul details.kb-bewijs"


@pytest.fixture
def options() -> dict[str, Any]:
    return {
        "viewport": {"width": 1280, "height": 900},
        "permissions": ["clipboard-read", "clipboard-write"],
    }


def test_proof_opens_in_place_by_keyboard(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(PAD))
    proof = pagina.locator(PROOF).first
    closed = proof.locator("> div")
    expect(closed).to_be_hidden()
    proof.locator("summary").focus()
    pagina.keyboard.press("Enter")
    expect(closed).to_be_visible()
    expect(proof.locator("summary > b")).to_have_text("Uit eerste hand")
    expect(closed).to_contain_text("stand 1 januari 2025")
    pagina.keyboard.press("Enter")
    expect(closed).to_be_hidden()


def test_proof_stands_in_the_line_of_its_sentence(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(PAD))
    kop = pagina.locator(PROOF).first.locator("summary").bounding_box()
    zin = pagina.locator("#wetten ~ ul > li").first.bounding_box()
    assert kop is not None
    assert zin is not None
    assert kop["x"] > zin["x"] + 20
    assert kop["y"] + kop["height"] <= zin["y"] + zin["height"] + 2


def test_without_script_all_of_it_opens_too(browser: Browser, adres: Website) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    pagina = context.new_page()
    pagina.goto(adres.url(PAD))
    proof = pagina.locator(PROOF).first
    proof.locator("summary").click()
    expect(proof.locator("> div")).to_be_visible()
    laag = pagina.locator("#situatie + .kb-laag")
    expect(laag.locator("ul").first).to_be_hidden()
    laag.locator("> summary").click()
    expect(laag.locator("ul").first).to_be_visible()
    expect(pagina.get_by_role("button", name="Toon alle bewijs")).to_have_count(0)
    context.close()


def test_one_button_opens_and_closes_all_proof(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(PAD))
    button = pagina.get_by_role("button", name="Toon alle bewijs")
    button.focus()
    pagina.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    assert pagina.locator("main details.kb-bewijs").count() > 50
    assert pagina.locator("main details.kb-bewijs:not([open])").count() == 0
    expect(pagina.locator("#situatie + .kb-laag .kb-bewijs > div").first).to_be_visible()
    pagina.keyboard.press("Enter")
    assert pagina.locator("main details.kb-bewijs[open]").count() == 0


def test_an_address_opens_what_it_points_into(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(f"{PAD}#bron-3"))
    expect(pagina.locator("#bron-3")).to_be_visible()
    pagina.goto(adres.url(PAD))
    pagina.locator(".kb-inhoud").get_by_role("link", name="Wat is er aan de hand?").click()
    expect(pagina.locator("#situatie + .kb-laag ul").first).to_be_visible()
    pagina.locator(".kb-acties").get_by_role("link", name="Citeer").click()
    expect(pagina.locator(".kb-citeer [data-kopieerbaar]")).to_be_visible()


def test_a_note_leads_to_its_source_and_that_leads_back(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(PAD))
    proof = pagina.locator(PROOF).first
    proof.locator("summary").click()
    proof.locator("a[href='#bron-1']").click()
    bron = pagina.locator("#bron-1")
    expect(bron).to_be_in_viewport()
    bron.get_by_role("link", name="Terug naar de tekst").click()
    expect(proof).to_be_in_viewport()


def test_the_address_of_a_page_is_copied_without_the_dossier(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(f"{PAD}#wetten&d=wet:awir"))
    pagina.locator(".kb-acties").get_by_role("button", name="Kopieer link").click()
    expect(pagina.locator(".kb-acties [role=status]")).to_have_text("De link is gekopieerd.")
    tekst = pagina.evaluate("navigator.clipboard.readText()")
    assert tekst == f"https://kennisbank.example/{PAD}#wetten"


def test_the_address_of_a_statement_is_copied_from_its_proof(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(f"{PAD}#d=wet:awir"))
    zin = pagina.locator("#wetten ~ ul > li").first
    zin.locator("summary").press("Enter")
    zin.get_by_role("button", name="Kopieer link").press("Enter")
    expect(zin.get_by_role("status")).to_have_text("De link is gekopieerd.")
    tekst = pagina.evaluate("navigator.clipboard.readText()")
    assert tekst == f"https://kennisbank.example/{PAD}#{zin.get_attribute('id')}"


def test_a_heading_opens_what_is_folded_in_under_it(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(PAD))
    laag = pagina.locator("#situatie + .kb-laag")
    for open_ in (True, False):
        pagina.locator("#situatie").click()
        assert laag.evaluate("laag => laag.open") is open_


def test_without_a_clipboard_the_address_can_be_selected(pagina: Page, adres: Website) -> None:
    pagina.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
    pagina.goto(adres.url(PAD))
    pagina.locator(".kb-acties").get_by_role("button", name="Kopieer link").click()
    expect(pagina.locator(".kb-acties [role=status]")).to_have_text(
        f"https://kennisbank.example/{PAD}"
    )


def test_the_list_of_headings_marks_where_one_reads(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(PAD))
    pagina.locator("#wetten").evaluate("kop => kop.scrollIntoView()")
    here = pagina.locator(".kb-inhoud [aria-current=location]")
    expect(here).to_have_text("Welke wetten spelen mee?")


def test_the_list_of_headings_is_folded_on_a_phone(browser: Browser, adres: Website) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    pagina = patient(context.new_page())
    pagina.goto(adres.url(PAD))
    lijst = pagina.locator(".kb-inhoud ul")
    expect(lijst).to_be_hidden()
    pagina.locator(".kb-inhoud summary").click()
    expect(lijst).to_be_visible()
    context.close()
