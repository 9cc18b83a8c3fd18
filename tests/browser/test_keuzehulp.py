"""The decision aid in a real browser: mouse and keyboard, narrow, with and without script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from macros.corpus.corpus import Corpus
from macros.pages.keuzehulp import Way, ways
from tests.kwaliteit.setup import Website

pytestmark = pytest.mark.browser

NARROW: ViewportSize = {"width": 320, "height": 640}
LOKET = "keuzehulp/?pad=casus.ja.ja.ja.nee"
KOP = "Uitkomst: Leg de casus voor aan het Landelijk Maatwerkloket"


@pytest.fixture
def options() -> dict[str, Any]:
    return {"viewport": NARROW, "permissions": ["clipboard-read", "clipboard-write"]}


@pytest.fixture
def without_script(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=NARROW, java_script_enabled=False)
    yield context.new_page()
    context.close()


def all_ways(corpus: Corpus) -> list[tuple[str, Way]]:
    """Return each way to each outcome."""
    found = ways(corpus.keuzehulp)
    return [(u.titel, way) for u in corpus.keuzehulp.uitkomsten for way in found[u.sleutel]]


def kop(pagina: Page) -> str:
    return pagina.locator("#vraag-nu").inner_text()


def fits_in_width(pagina: Page) -> bool:
    return bool(pagina.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_every_route_by_mouse(pagina: Page, adres: Website, corpus: Corpus) -> None:
    pagina.goto(adres.url("keuzehulp/"))
    for titel, way in all_ways(corpus):
        for stap in way:
            assert kop(pagina).endswith(stap.vraag.vraag)
            pagina.locator("[data-keuzehulp]").get_by_role(
                "link", name=stap.antwoord.tekst, exact=True
            ).click()
        assert kop(pagina) == f"Uitkomst: {titel}"
        expect(pagina).to_have_url(
            re.compile(re.escape("#pad=" + ".".join(stap.antwoord.sleutel for stap in way)) + "$")
        )
        stappen = pagina.locator("[aria-labelledby=uw-weg] > ol > li")
        assert stappen.count() == len(way)
        assert all(stap.locator(".kb-bewijs").count() for stap in stappen.all())
        assert fits_in_width(pagina)
        pagina.get_by_role("link", name="Begin opnieuw").click()


def test_the_focus_moves_along_by_keyboard(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("keuzehulp/"))
    pagina.get_by_role("link", name="Ik heb een casus van een inwoner").focus()
    pagina.keyboard.press("Enter")
    expect(pagina.locator("#vraag-nu")).to_be_focused()
    assert kop(pagina).startswith("Vraag 2:")
    for _ in range(5):  # past the word that is explained under the question
        pagina.keyboard.press("Tab")
        if pagina.evaluate("document.activeElement.textContent").startswith("Nee"):
            break
    pagina.keyboard.press("Enter")
    expect(pagina.locator("#vraag-nu")).to_be_focused()
    assert kop(pagina) == "Uitkomst: Gebruik de gewone voorzieningen"


def test_the_address_restores_the_state(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(LOKET))
    assert kop(pagina) == KOP
    assert pagina.title().startswith(KOP)
    assert (
        adres.url(LOKET).replace("?", "#")
        in pagina.locator(".kb-keuzehulp span.kb-adres").inner_text()
    )
    expect(pagina.locator("#vraag-nu")).not_to_be_focused()
    pagina.reload()
    assert kop(pagina) == KOP


def test_the_two_thresholds_stand_side_by_side_with_their_date(
    pagina: Page, adres: Website
) -> None:
    pagina.goto(adres.url(LOKET))
    step = pagina.locator("[aria-labelledby=uw-weg] > ol > li").last
    in_sight = step.inner_text()
    assert "2026 Bronnen spreken elkaar tegen" in in_sight
    assert "2020–2021 Bronnen spreken elkaar tegen" in in_sight
    whole = step.text_content() or ""
    assert "8 januari 2026" in whole
    assert "2020 – ongeveer 2021" in whole


def test_every_step_can_be_changed_and_back_goes_back(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(LOKET))
    pagina.get_by_role("link", name="Wijzig uw antwoord op vraag 3").click()
    assert kop(pagina) == "Vraag 3: Is de hulp vastgelopen?"
    expect(pagina).to_have_url(re.compile(re.escape("#pad=casus.ja") + "$"))
    expect(pagina.locator("#vraag-nu")).to_be_focused()
    pagina.go_back()
    assert kop(pagina) == KOP
    pagina.get_by_role("link", name="Begin opnieuw").click()
    assert kop(pagina).startswith("Vraag 1:")
    expect(pagina).to_have_url(adres.url("keuzehulp/"))


@pytest.mark.parametrize("pad", ["casus.onzin.ja", "casus.constructor", "onzin"])
def test_an_address_that_does_not_fit_is_reported(pagina: Page, adres: Website, pad: str) -> None:
    pagina.goto(adres.url(f"keuzehulp/?pad={pad}"))
    nummer = 2 if pad.startswith("casus") else 1
    assert kop(pagina).startswith(f"Vraag {nummer}:")
    assert "past niet bij de vragen" in (
        pagina.locator("[data-keuzehulp] [role=status]").text_content() or ""
    )


def test_the_address_can_be_copied(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(LOKET))
    pagina.get_by_role("button", name="Kopieer het adres").click()
    expect(pagina.locator("[data-keuzehulp] [role=status]")).to_have_text(
        "Het adres is gekopieerd."
    )
    assert pagina.evaluate("navigator.clipboard.readText()") == adres.url(LOKET).replace("?", "#")


def test_paper_shows_the_outcome_with_its_own_bronnen_only(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(LOKET))
    pagina.emulate_media(media="print")
    expect(pagina.locator("#vraag-nu")).to_be_visible()
    expect(pagina.locator("[data-alles]")).to_be_hidden()
    shown = pagina.locator(".kb-bronnen > li:visible")
    named = pagina.locator("[data-keuzehulp] a[href^='#bron-']").evaluate_all(
        "links => links.map(link => link.hash.slice(1))"
    )
    assert set(shown.evaluate_all("li => li.map(een => een.id)")) == set(named)
    # The numbers on paper are those in the text, although some sources are left out.
    nummers = shown.evaluate_all("li => li.map(een => `bron-${een.value}`)")
    assert set(nummers) == set(named)


def test_without_a_script_links_lead_through_the_same_questions(
    without_script: Page, adres: Website, corpus: Corpus
) -> None:
    choice = corpus.keuzehulp
    titels = {uitkomst.sleutel: uitkomst.titel for uitkomst in choice.uitkomsten}
    titels |= {vraag.sleutel: vraag.vraag for vraag in choice.vragen}
    for vraag in choice.vragen:
        pad = "keuzehulp/" if vraag.sleutel == choice.start else f"keuzehulp/{vraag.sleutel}/"
        (way,) = ways(choice)[vraag.sleutel]
        for antwoord in vraag.antwoorden:
            without_script.goto(adres.url(pad))
            stappen = without_script.locator("[aria-labelledby=weg] > ol > li")
            assert stappen.count() == len(way)
            without_script.get_by_role("link", name=antwoord.tekst, exact=True).first.click()
            expect(without_script.locator("h1")).to_have_text(titels[antwoord.naar])
            assert fits_in_width(without_script)


def test_without_a_script_changing_goes_back_to_that_question(
    without_script: Page, adres: Website
) -> None:
    without_script.goto(adres.url("keuzehulp/wie-betaalt/"))
    without_script.get_by_role("link", name="Wijzig uw antwoord op vraag 1").click()
    expect(without_script).to_have_url(adres.url("keuzehulp/"))
    assert "Wat is uw situatie?" in without_script.locator("#vraag-nu").inner_text()


def test_it_works_from_disk_too(pagina: Page, built_site: Path) -> None:
    """There a browser refuses to change the address, so each answer opens the page again."""
    pagina.goto((built_site / "keuzehulp/index.html").as_uri())
    pagina.get_by_role("link", name="Ik heb een casus van een inwoner").click()
    expect(pagina.locator("#vraag-nu")).to_contain_text("Vraag 2:")
    pagina.get_by_role("link", name="Nee, het is één vraag op één gebied").click()
    expect(pagina.locator("#vraag-nu")).to_have_text("Uitkomst: Gebruik de gewone voorzieningen")
    expect(pagina).to_have_url(re.compile(re.escape("index.html#pad=casus.nee") + "$"))


def test_the_first_question_stands_in_the_first_screen_of_a_phone(
    pagina: Page, adres: Website
) -> None:
    pagina.set_viewport_size({"width": 360, "height": 740})
    pagina.goto(adres.url("keuzehulp/"))
    expect(pagina.locator("[data-keuzehulp] .kb-ingang").first).to_be_in_viewport(ratio=1)
    crisis = pagina.locator("summary", has_text="Bel 112")
    expect(crisis).to_be_in_viewport(ratio=1)
    crisis.click()
    expect(pagina.get_by_text("Volg meteen de crisisafspraken").first).to_be_visible()
    assert crisis.locator("..").inner_text().count("Let op:") == 1


def test_who_has_one_problem_with_many_creditors_is_led_to_help_with_debts(
    pagina: Page, adres: Website
) -> None:
    pagina.goto(adres.url("keuzehulp/#pad=casus"))
    expect(pagina.locator("[data-keuzehulp]")).to_contain_text("vijf of meer schuldeisers, is één")
    pagina.get_by_role("link", name="Nee, het is één vraag op één gebied").click()
    outcome = pagina.locator("[data-keuzehulp]")
    expect(outcome).to_contain_text("verplicht gemeenten om inwoners met schulden te helpen")
    for pad in ("wetten/wgs/", "saneringskrediet/", "moratorium/", "wsnp/"):
        expect(outcome.locator(f'a[href$="{pad}"]').first).to_be_visible()
