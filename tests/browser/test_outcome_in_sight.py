"""What comes of a choice is in sight on a small screen: nobody has to guess whether it worked."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from macros.corpus.corpus import Corpus
from macros.corpus.wijzigingen import events, wijzigingen
from macros.pages.page_macros.wijzigingen import heaviest, touched
from tests.kwaliteit.setup import Website

pytestmark = pytest.mark.browser

SEEN = """one => {
  const { top, bottom } = one.getBoundingClientRect();
  return top > -1 && bottom < window.innerHeight + 1;
}"""


@pytest.fixture
def phone(pagina: Page) -> Page:
    pagina.set_viewport_size({"width": 360, "height": 740})
    return pagina


def _choose(phone: Page, pad: str) -> None:
    if pad == "leerpunten/":
        phone.locator("[data-facet] summary").first.click()
        phone.locator("[data-facet] input").nth(1).check()
    elif pad == "wijzigingen/":
        phone.get_by_text("Kies datum, wet of onderwerp").click()
        phone.get_by_label("Sinds", exact=True).fill("2024-06-01")
    else:
        field = phone.get_by_label("Aan wie", exact=True)
        field.evaluate("one => one.scrollIntoView()")
        field.select_option("szw")


@pytest.mark.parametrize("pad", ["leerpunten/", "wijzigingen/", "vragen/"])
def test_the_count_stays_in_sight_and_leads_to_the_result(
    phone: Page, adres: Website, pad: str
) -> None:
    phone.goto(adres.url(pad))
    clear = phone.locator("main button").filter(has_text="Wis ")
    jump = phone.locator(".kb-uitslag")
    expect(phone.locator("[data-stand]")).not_to_be_empty()
    expect(jump).to_be_hidden()
    expect(clear).to_contain_class("kb-knop--stil")
    _choose(phone, pad)
    number = phone.locator("[data-stand]").inner_text().split(" ", 1)[0]
    expect(jump).to_contain_text(number)
    expect(jump).to_be_in_viewport(ratio=1)
    assert jump.evaluate(SEEN)
    expect(clear).not_to_contain_class("kb-knop--stil")
    before = phone.url
    jump.click()
    assert phone.url == before  # the address holds the choice
    assert phone.locator("[data-stand]").evaluate(SEEN)


def test_a_choice_in_the_address_lands_at_what_is_left(phone: Page, adres: Website) -> None:
    phone.goto(adres.url("vragen/?aan=szw"))
    expect(phone.locator("[data-stand]")).to_contain_text("Ministerie van Sociale Zaken")
    phone.wait_for_timeout(1000)  # it scrolls when the page stands
    assert phone.locator("[data-stand]").evaluate(SEEN)


def test_the_answer_on_a_municipality_is_in_sight(phone: Page, adres: Website) -> None:
    phone.goto(adres.url("gemeenten/"))
    phone.get_by_label("Naam van de gemeente").fill("noordoostpolder")
    phone.get_by_role("button", name="Toon", exact=True).click()
    answer = phone.locator("[data-antwoord] h2 + p")
    expect(answer).to_be_visible()
    assert answer.evaluate(SEEN)
    assert answer.evaluate("one => one.getBoundingClientRect().top < window.innerHeight / 2")


def test_the_next_question_shows_its_answers(phone: Page, adres: Website) -> None:
    phone.goto(adres.url("keuzehulp/"))
    phone.locator("[data-keuzehulp] .kb-ingang a").first.click()
    answers = phone.locator("[data-keuzehulp] .kb-ingang a")
    assert answers.count() > 1
    for answer in answers.all():
        assert answer.evaluate(SEEN)


def test_undo_stands_with_the_message_that_names_it(phone: Page, adres: Website) -> None:
    phone.goto(adres.url("dossier/#d=wet:awir,leerpunt:alo-kop"))
    phone.get_by_role("button", name="Maak leeg").click()
    undo = phone.get_by_role("button", name="Zet terug")
    assert undo.evaluate(SEEN)
    undo.click()
    expect(phone.locator(".kb-dossier__keuze > li")).to_have_count(2)
    expect(phone.get_by_label("Voeg een pagina toe")).to_be_focused()


def test_every_hit_of_the_dossier_can_be_reached(phone: Page, adres: Website) -> None:
    phone.goto(adres.url("dossier/#d=wet:awir"))
    phone.get_by_label("Voeg een pagina toe").fill("toeslag")
    hits = phone.locator(".kb-dossier__gevonden > li")
    more = phone.get_by_role("button", name="Toon alle")
    expect(more).to_be_visible()
    total = int(more.inner_text().split()[-1])
    shown = hits.count() - 1
    more.click()
    expect(hits).to_have_count(total)
    assert total > shown
    expect(hits.nth(shown).get_by_role("button")).to_be_focused()


@pytest.mark.parametrize("title", ["casus voorbereiden", "Instrumenten", "Gemeente aansluiten"])
def test_a_written_page_is_found_for_a_dossier(phone: Page, adres: Website, title: str) -> None:
    phone.goto(adres.url("dossier/"))
    phone.get_by_label("Voeg een pagina toe").fill(title)
    hit = phone.locator(".kb-dossier__gevonden > li").filter(has_text="Uitleg")
    hit.get_by_role("button").first.click()
    expect(phone.locator(".kb-dossier__keuze > li")).to_have_count(1)
    expect(phone.get_by_role("region", name="Uw document").locator("h3").first).to_be_visible()


def test_what_touches_most_stands_on_top_and_follows_the_choice(
    phone: Page, adres: Website, corpus: Corpus
) -> None:
    told = events(wijzigingen(corpus))
    year = corpus.site.peildag.year

    def lines(since: int) -> list[str]:
        some = heaviest(one for one in told if one.datum.first_dag().year >= since)
        return [
            f"{one.datum}: {one.lead.titel} (raakt ook {len(touched(one))} andere onderwerpen)"
            for one in some
        ]

    phone.goto(adres.url("wijzigingen/"))
    shown = phone.locator("[data-zwaarst] li")
    expect(shown).to_have_text(lines(year - 1))
    assert shown.first.evaluate(SEEN)
    phone.goto(adres.url(f"wijzigingen/?sinds={year}-01-01"))
    expect(shown).to_have_text(lines(year))
    assert lines(year) != lines(year - 1)
