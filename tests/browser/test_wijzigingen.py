"""The list of changes in a real browser: mouse, keyboard, narrow, without script, from disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from macros.corpus.corpus import Corpus
from macros.corpus.wijzigingen import Event, events, wijzigingen
from macros.model.leerpunt import Leerpunt
from tests.kwaliteit.setup import Website

pytestmark = pytest.mark.browser

NARROW: ViewportSize = {"width": 320, "height": 640}
WIDE: ViewportSize = {"width": 1280, "height": 900}
SINCE = "2025-07-01"
POINT = "leerpunt:alo-kop"
SLEUTEL = "kb-wijzigingen"
PAD = "wijzigingen/"


@pytest.fixture
def without_script(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=NARROW, java_script_enabled=False)
    yield context
    context.close()


@pytest.fixture
def lijst(corpus: Corpus) -> list[Event]:
    return events(wijzigingen(corpus))


def _visible(pagina: Page) -> int:
    return pagina.locator("[data-wat]:visible").count()


def _since(lijst: list[Event], dag: str) -> list[Event]:
    return [one for one in lijst if one.datum.last_dag().isoformat() >= dag]


def _hoofdzaak(lijst: list[Event]) -> list[Event]:
    return [one for one in lijst if not one.boekhouding]


def _counts(lijst: list[Event]) -> str:
    included = len(_hoofdzaak(lijst))
    return f"{included} wijzigingen, en {len(lijst) - included} controles en tellingen"


def _passend(pagina: Page) -> int:
    return pagina.locator("[data-wat]:not([hidden])").count()


def _stand(pagina: Page) -> str:
    return pagina.locator("[data-stand]").inner_text()


def _query(pagina: Page) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(pagina.url).fragment))


def _kept(pagina: Page) -> list[str]:
    sleutels: list[str] = pagina.evaluate("Object.keys(localStorage)")
    assert pagina.evaluate("document.cookie") == ""
    assert pagina.evaluate("sessionStorage.length") == 0
    return sleutels


def test_with_the_mouse(pagina: Page, adres: Website, lijst: list[Event]) -> None:
    pagina.goto(adres.url(PAD))
    assert _stand(pagina) == f"{_counts(lijst)}."
    pagina.get_by_label("Sinds", exact=True).fill(SINCE)
    recent = _since(lijst, SINCE)
    assert _stand(pagina) == f"{_counts(recent)} sinds 1 juli 2025."
    assert _visible(pagina) == len(_hoofdzaak(recent))
    pagina.get_by_label("Toon", exact=True).select_option(label="Ook controles en tellingen")
    assert _visible(pagina) == len(recent)
    pagina.get_by_label("Toon", exact=True).select_option("")
    pagina.get_by_label("Soort", exact=True).select_option(label="Leerpunten")
    leerpunten = [one for one in recent if "leerpunt" in one.soorten]
    assert 0 < len(_hoofdzaak(leerpunten)) == _visible(pagina)
    assert _query(pagina) == {"sinds": SINCE, "soort": "leerpunt"}
    assert pagina.locator("[data-sprong]:visible").all_inner_texts() == ["2026", "2025"]
    pagina.get_by_label("Wet of onderwerp", exact=True).select_option(POINT)
    assert _passend(pagina) == sum(POINT in one.over for one in leerpunten) > 0
    pagina.get_by_role("button", name="Wis de keuze").click()
    assert _passend(pagina) == len(lijst)
    assert _query(pagina) == {}


def test_every_subject_shows_what_is_about_it(
    pagina: Page, adres: Website, lijst: list[Event]
) -> None:
    pagina.goto(adres.url(PAD))
    choice = pagina.get_by_label("Wet of onderwerp", exact=True)
    onderwerpen = sorted({id_ for one in lijst for id_ in one.over})
    shown = {}
    for id_ in onderwerpen:
        choice.select_option(id_)
        shown[id_] = pagina.locator("[data-wat]:not([hidden])").count()
    assert shown == {id_: sum(id_ in one.over for one in lijst) for id_ in onderwerpen}


def test_a_link_in_a_sentence_leads_to_that_track(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(f"{PAD}?onderwerp={POINT}&soort=leerpunt&sinds=2025-10-09"))
    zin = pagina.locator("[data-maand='2025-10'] [data-wat^='09 ']:visible", has_text="spoor").first
    assert zin.inner_text().startswith("9 oktober 2025: op de tijdlijn: Vragen over ")
    zin.get_by_role("link", name="ALO-kop in het kindgebonden budget").click()
    expect(pagina).to_have_url(re.compile("/leerpunten/alo-kop/"))
    expect(pagina.locator(f"[id='{urlsplit(pagina.url).fragment}']")).to_be_visible()


def test_with_the_keyboard(pagina: Page, adres: Website, lijst: list[Event]) -> None:
    pagina.goto(adres.url(PAD))
    pagina.get_by_label("Soort", exact=True).focus()
    pagina.keyboard.type("Wetsv")
    assert _query(pagina) == {"soort": "wetsvoorstel"}
    assert _passend(pagina) == sum("wetsvoorstel" in one.soorten for one in lijst)
    pagina.keyboard.press("Tab")
    pagina.keyboard.press("Tab")
    expect(pagina.get_by_role("button", name="Wis de keuze")).to_be_focused()
    pagina.keyboard.press("Enter")
    assert _passend(pagina) == len(lijst)
    pagina.keyboard.press("Tab")
    tick = pagina.get_by_role("checkbox", name="Onthoud mijn bezoek")
    expect(tick).to_be_focused()
    pagina.keyboard.press("Space")
    expect(tick).to_be_checked()
    expect(pagina.locator("[data-onthouden]")).to_contain_text("Onthouden")


def test_the_address_brings_the_choice_back(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(f"{PAD}?sinds={SINCE}&soort=leerpunt&onderwerp={POINT}"))
    expect(pagina.get_by_label("Sinds", exact=True)).to_have_value(SINCE)
    expect(pagina.get_by_label("Soort", exact=True)).to_have_value("leerpunt")
    expect(pagina.get_by_label("Wet of onderwerp", exact=True)).to_have_value(POINT)
    before = _visible(pagina)
    pagina.reload()
    assert _visible(pagina) == before > 0


def test_nonsense_in_the_address_shows_everything(
    pagina: Page, adres: Website, lijst: list[Event]
) -> None:
    pagina.goto(adres.url(f"{PAD}?sinds=gisteren&soort=__proto__&onderwerp=x"))
    assert _passend(pagina) == len(lijst)


def test_at_first_the_last_year_is_open_without_our_bookkeeping(
    pagina: Page, adres: Website, lijst: list[Event]
) -> None:
    pagina.goto(adres.url(PAD))
    last = max(one.datum.first_dag().year for one in lijst)
    expected = [one for one in _hoofdzaak(lijst) if one.datum.first_dag().year == last]
    assert _visible(pagina) == len(expected) > 0
    pagina.get_by_role("navigation", name="Jaren").get_by_role("link", name="2020").click()
    assert pagina.locator("[data-jaar='2020'] [data-wat]:visible").count() > 0


def test_an_area_of_life_shows_what_is_about_its_learnings(
    pagina: Page, adres: Website, corpus: Corpus, lijst: list[Event]
) -> None:
    pagina.goto(adres.url(PAD))
    pagina.get_by_label("Leefgebied", exact=True).select_option("inkomen")
    points = {point.id for point in corpus.every(Leerpunt) if "inkomen" in point.leefgebieden}
    assert _passend(pagina) == sum(bool(points & {*one.over}) for one in lijst) > 0


def test_a_preset_chooses_a_day(pagina: Page, adres: Website, lijst: list[Event]) -> None:
    pagina.goto(adres.url(PAD))
    pagina.get_by_role("button", name="Dit jaar en vorig jaar").click()
    dag = pagina.get_by_label("Sinds", exact=True).input_value()
    assert _query(pagina) == {"sinds": dag}
    assert _passend(pagina) == len(_since(lijst, dag))


def test_nothing_is_stored_before_the_reader_asks(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(PAD))
    pagina.get_by_label("Sinds", exact=True).fill(SINCE)
    pagina.get_by_label("Soort", exact=True).select_option("wet")
    pagina.reload()
    pagina.goto(adres.url(PAD))
    expect(pagina.get_by_role("checkbox")).not_to_be_checked()
    assert _kept(pagina) == []


def test_a_visit_is_remembered_on_request_and_forgotten_on_request(
    pagina: Page, adres: Website, corpus: Corpus
) -> None:
    pagina.goto(adres.url(PAD))
    tick = pagina.get_by_role("checkbox", name="Onthoud mijn bezoek")
    tick.check()
    assert _kept(pagina) == [SLEUTEL]
    assert pagina.evaluate(f"localStorage['{SLEUTEL}']") == corpus.site.peildatum
    pagina.reload()
    expect(tick).to_be_checked()
    expect(pagina.get_by_label("Sinds", exact=True)).to_have_value("")
    tick.uncheck()
    assert _kept(pagina) == []
    expect(pagina.locator("[data-onthouden]")).to_have_text("Gewist.")
    pagina.reload()
    expect(tick).not_to_be_checked()
    assert _kept(pagina) == []


def test_the_next_version_opens_at_the_last_visit(
    pagina: Page, adres: Website, corpus: Corpus, lijst: list[Event]
) -> None:
    pagina.goto(adres.url(PAD))
    pagina.evaluate(f"localStorage['{SLEUTEL}'] = '{SINCE}'")
    for _ in range(2):  # looking twice at one version is one visit
        pagina.goto(adres.url(PAD))
        expect(pagina.get_by_label("Sinds", exact=True)).to_have_value(SINCE)
        expect(pagina.locator("[data-onthouden]")).to_contain_text("sinds uw vorige bezoek")
        assert _passend(pagina) == len(_since(lijst, SINCE))
        kept = f"{corpus.site.peildatum} {SINCE}"
        assert pagina.evaluate(f"localStorage['{SLEUTEL}']") == kept
    pagina.goto(adres.url(f"{PAD}?sinds=2024-01-01"))
    expect(pagina.get_by_label("Sinds", exact=True)).to_have_value("2024-01-01")


def test_a_browser_that_stores_nothing_says_so(pagina: Page, adres: Website) -> None:
    pagina.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " { get() { throw new DOMException('nee', 'SecurityError'); } });"
    )
    pagina.goto(adres.url(PAD))
    tick = pagina.get_by_role("checkbox", name="Onthoud mijn bezoek")
    tick.click()
    expect(tick).not_to_be_checked()
    expect(pagina.locator("[data-onthouden]")).to_contain_text("staat niet toe")
    assert _visible(pagina) > 0


def test_without_script_the_whole_list_is_there(
    without_script: BrowserContext, adres: Website, lijst: list[Event]
) -> None:
    pagina = without_script.new_page()
    pagina.goto(adres.url(PAD))
    assert _passend(pagina) == len(lijst)
    assert pagina.locator("[data-filter]").is_hidden()
    pagina.get_by_role("navigation", name="Jaren").get_by_role("link", name="2024").click()
    expect(pagina.locator("#jaar-2024")).to_be_in_viewport()


@pytest.mark.parametrize("script", [True, False])
def test_it_fits_a_narrow_screen(browser: Browser, adres: Website, script: bool) -> None:  # noqa: FBT001 - a parameter of the test
    context = browser.new_context(viewport=NARROW, java_script_enabled=script)
    pagina = context.new_page()
    pagina.goto(adres.url(PAD))
    pagina.locator("main summary").first.click()
    breedte = pagina.evaluate("document.documentElement.scrollWidth") if script else None
    assert breedte is None or breedte <= NARROW["width"]
    box = pagina.locator("main").bounding_box()
    assert box is not None
    assert box["width"] <= NARROW["width"]
    context.close()


def test_from_disk(pagina: Page, built_site: Path, lijst: list[Event]) -> None:
    file = (built_site / PAD / "index.html").as_uri()
    pagina.goto(f"{file}?sinds={SINCE}")
    assert _passend(pagina) == len(_since(lijst, SINCE))
    pagina.get_by_label("Soort", exact=True).select_option("leerpunt")
    assert 0 < _passend(pagina) < len(_since(lijst, SINCE))


def test_the_feed_and_the_calendar_are_where_the_page_says(
    pagina: Page, adres: Website, built_site: Path
) -> None:
    pagina.goto(adres.url(PAD))
    expect(pagina.get_by_role("link", name="Volg alle wijzigingen")).to_be_visible()
    pagina.get_by_text("Volg één soort").click()
    links = pagina.locator("details a[href$='.xml'], details a[href$='.ics']")
    doelen: list[str] = links.evaluate_all("links => links.map(link => link.href)")
    assert len(doelen) > 10
    for doel in doelen:
        assert (built_site / urlsplit(doel).path.lstrip("/")).is_file(), doel
    kop = pagina.locator("link[type='application/atom+xml']").evaluate("link => link.href")
    assert kop == adres.url(f"{PAD}atom.xml")


def test_the_news_stands_within_two_screens_of_a_phone(pagina: Page, adres: Website) -> None:
    pagina.set_viewport_size({"width": 360, "height": 740})
    pagina.goto(adres.url(PAD))
    pagina.get_by_text("Kies datum, wet of onderwerp").click()
    expect(pagina.get_by_label("Sinds", exact=True)).to_be_visible()
    pagina.get_by_text("Kies datum, wet of onderwerp").click()
    top = pagina.locator("[data-wat]").first.evaluate("one => one.getBoundingClientRect().top")
    assert top < 2 * 740


def test_a_choice_in_the_address_is_in_sight_on_a_phone(pagina: Page, adres: Website) -> None:
    pagina.set_viewport_size(NARROW)
    pagina.goto(adres.url(f"{PAD}?soort=leerpunt"))
    expect(pagina.get_by_label("Soort", exact=True)).to_be_visible()


def test_one_event_is_told_once_with_every_page_that_tells_it(
    pagina: Page, adres: Website, lijst: list[Event]
) -> None:
    pagina.goto(adres.url(PAD))
    line = pagina.locator("[data-maand='2026-02'] [data-wat^='18 ']:visible")
    (event,) = (one for one in _hoofdzaak(lijst) if one.datum.notation() == "2026-02-18")
    assert len(event.also) == 2  # a bill, and two learnings that wait for it
    expect(line).to_have_count(1)
    for one in (event.lead, *event.also):
        expect(line.get_by_role("link", name=one.titel).first).to_be_visible()
    expect(line.get_by_role("link", name="K36295-8")).to_have_count(0)  # a title, no code
