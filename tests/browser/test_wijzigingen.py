"""The list of changes in a real browser: mouse, keyboard, narrow, without script, from disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from macros.corpus.corpus import Corpus
from macros.corpus.wijzigingen import Wijziging, wijzigingen
from tests.kwaliteit.opstelling import Website

pytestmark = pytest.mark.browser

SMAL: ViewportSize = {"width": 320, "height": 640}
BREED: ViewportSize = {"width": 1280, "height": 900}
SINDS = "2025-07-01"
PUNT = "leerpunt:alo-kop"
SLEUTEL = "kb-wijzigingen"
PAD = "wijzigingen/"


@pytest.fixture
def zonder_script(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=SMAL, java_script_enabled=False)
    yield context
    context.close()


@pytest.fixture
def lijst(corpus: Corpus) -> list[Wijziging]:
    return wijzigingen(corpus)


def _zichtbaar(pagina: Page) -> int:
    return pagina.locator("[data-wat]:visible").count()


def _sinds(lijst: list[Wijziging], dag: str) -> list[Wijziging]:
    return [een for een in lijst if een.datum.laatste_dag().isoformat() >= dag]


def _stand(pagina: Page) -> str:
    return pagina.locator("[data-stand]").inner_text()


def _zoekdeel(pagina: Page) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(pagina.url).fragment))


def _bewaard(pagina: Page) -> list[str]:
    sleutels: list[str] = pagina.evaluate("Object.keys(localStorage)")
    assert pagina.evaluate("document.cookie") == ""
    assert pagina.evaluate("sessionStorage.length") == 0
    return sleutels


def test_with_the_mouse(pagina: Page, adres: Website, lijst: list[Wijziging]) -> None:
    pagina.goto(adres.url(PAD))
    assert _stand(pagina) == f"{len(lijst)} wijzigingen."
    pagina.get_by_label("Sinds", exact=True).fill(SINDS)
    recent = _sinds(lijst, SINDS)
    assert _stand(pagina) == f"{len(recent)} wijzigingen sinds 1 juli 2025."
    assert _zichtbaar(pagina) == len(recent)
    pagina.get_by_label("Soort", exact=True).select_option(label="Leerpunten")
    leerpunten = [een for een in recent if een.soort == "leerpunt"]
    assert 0 < len(leerpunten) == _zichtbaar(pagina)
    assert _zoekdeel(pagina) == {"sinds": SINDS, "soort": "leerpunt"}
    assert pagina.locator("[data-sprong]:visible").all_inner_texts() == ["2026", "2025"]
    pagina.get_by_label("Onderwerp", exact=True).select_option(PUNT)
    assert _zichtbaar(pagina) == sum(PUNT in een.over for een in leerpunten) > 0
    pagina.get_by_role("button", name="Wis de keuze").click()
    assert _zichtbaar(pagina) == len(lijst)
    assert _zoekdeel(pagina) == {}


def test_every_subject_shows_what_is_about_it(
    pagina: Page, adres: Website, lijst: list[Wijziging]
) -> None:
    pagina.goto(adres.url(PAD))
    keuze = pagina.get_by_label("Onderwerp", exact=True)
    onderwerpen = sorted({id_ for een in lijst for id_ in een.over})
    getoond = {}
    for id_ in onderwerpen:
        keuze.select_option(id_)
        getoond[id_] = pagina.locator("[data-wat]:not([hidden])").count()
    assert getoond == {id_: sum(id_ in een.over for een in lijst) for id_ in onderwerpen}


def test_a_link_in_a_sentence_leads_to_that_track(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(f"{PAD}?onderwerp={PUNT}&soort=leerpunt&sinds=2025-10-09"))
    zin = pagina.locator("[data-maand='2025-10'] [data-wat^='09 ']:visible", has_text="spoor").first
    assert zin.inner_text().startswith("9 oktober 2025: bij ALO-kop in het kindgebonden budget, ")
    zin.get_by_role("link").first.click()
    assert urlsplit(pagina.url).path == "/leerpunten/alo-kop/"
    expect(pagina.locator(f"[id='{urlsplit(pagina.url).fragment}']")).to_be_visible()


def test_with_the_keyboard(pagina: Page, adres: Website, lijst: list[Wijziging]) -> None:
    pagina.goto(adres.url(PAD))
    pagina.get_by_label("Soort", exact=True).focus()
    pagina.keyboard.type("Wetsv")
    assert _zoekdeel(pagina) == {"soort": "wetsvoorstel"}
    assert _zichtbaar(pagina) == sum(een.soort == "wetsvoorstel" for een in lijst)
    pagina.keyboard.press("Tab")
    pagina.keyboard.press("Tab")
    expect(pagina.get_by_role("button", name="Wis de keuze")).to_be_focused()
    pagina.keyboard.press("Enter")
    assert _zichtbaar(pagina) == len(lijst)
    pagina.keyboard.press("Tab")
    vinkje = pagina.get_by_role("checkbox", name="Onthoud mijn bezoek")
    expect(vinkje).to_be_focused()
    pagina.keyboard.press("Space")
    expect(vinkje).to_be_checked()
    expect(pagina.locator("[data-onthouden]")).to_contain_text("Onthouden")


def test_the_address_brings_the_choice_back(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(f"{PAD}?sinds={SINDS}&soort=leerpunt&onderwerp={PUNT}"))
    expect(pagina.get_by_label("Sinds", exact=True)).to_have_value(SINDS)
    expect(pagina.get_by_label("Soort", exact=True)).to_have_value("leerpunt")
    expect(pagina.get_by_label("Onderwerp", exact=True)).to_have_value(PUNT)
    voor = _zichtbaar(pagina)
    pagina.reload()
    assert _zichtbaar(pagina) == voor > 0


def test_nonsense_in_the_address_shows_everything(
    pagina: Page, adres: Website, lijst: list[Wijziging]
) -> None:
    pagina.goto(adres.url(f"{PAD}?sinds=gisteren&soort=__proto__&onderwerp=x"))
    assert _zichtbaar(pagina) == len(lijst)


def test_nothing_is_stored_before_the_reader_asks(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(PAD))
    pagina.get_by_label("Sinds", exact=True).fill(SINDS)
    pagina.get_by_label("Soort", exact=True).select_option("wet")
    pagina.reload()
    pagina.goto(adres.url(PAD))
    expect(pagina.get_by_role("checkbox")).not_to_be_checked()
    assert _bewaard(pagina) == []


def test_a_visit_is_remembered_on_request_and_forgotten_on_request(
    pagina: Page, adres: Website, corpus: Corpus
) -> None:
    pagina.goto(adres.url(PAD))
    vinkje = pagina.get_by_role("checkbox", name="Onthoud mijn bezoek")
    vinkje.check()
    assert _bewaard(pagina) == [SLEUTEL]
    assert pagina.evaluate(f"localStorage['{SLEUTEL}']") == corpus.site.peildatum
    pagina.reload()
    expect(vinkje).to_be_checked()
    expect(pagina.get_by_label("Sinds", exact=True)).to_have_value("")
    vinkje.uncheck()
    assert _bewaard(pagina) == []
    expect(pagina.locator("[data-onthouden]")).to_have_text("Gewist.")
    pagina.reload()
    expect(vinkje).not_to_be_checked()
    assert _bewaard(pagina) == []


def test_the_next_version_opens_at_the_last_visit(
    pagina: Page, adres: Website, corpus: Corpus, lijst: list[Wijziging]
) -> None:
    pagina.goto(adres.url(PAD))
    pagina.evaluate(f"localStorage['{SLEUTEL}'] = '{SINDS}'")
    for _ in range(2):  # looking twice at one version is one visit
        pagina.goto(adres.url(PAD))
        expect(pagina.get_by_label("Sinds", exact=True)).to_have_value(SINDS)
        expect(pagina.locator("[data-onthouden]")).to_contain_text("sinds uw vorige bezoek")
        assert _zichtbaar(pagina) == len(_sinds(lijst, SINDS))
        bewaard = f"{corpus.site.peildatum} {SINDS}"
        assert pagina.evaluate(f"localStorage['{SLEUTEL}']") == bewaard
    pagina.goto(adres.url(f"{PAD}?sinds=2024-01-01"))
    expect(pagina.get_by_label("Sinds", exact=True)).to_have_value("2024-01-01")


def test_a_browser_that_stores_nothing_says_so(pagina: Page, adres: Website) -> None:
    pagina.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " { get() { throw new DOMException('nee', 'SecurityError'); } });"
    )
    pagina.goto(adres.url(PAD))
    vinkje = pagina.get_by_role("checkbox", name="Onthoud mijn bezoek")
    vinkje.click()
    expect(vinkje).not_to_be_checked()
    expect(pagina.locator("[data-onthouden]")).to_contain_text("staat niet toe")
    assert _zichtbaar(pagina) > 0


def test_without_script_the_whole_list_is_there(
    zonder_script: BrowserContext, adres: Website, lijst: list[Wijziging]
) -> None:
    pagina = zonder_script.new_page()
    pagina.goto(adres.url(PAD))
    assert _zichtbaar(pagina) == len(lijst)
    assert pagina.locator("[data-filter]").is_hidden()
    pagina.get_by_role("navigation", name="Jaren").get_by_role("link", name="2024").click()
    expect(pagina.locator("#jaar-2024")).to_be_in_viewport()


@pytest.mark.parametrize("script", [True, False])
def test_it_fits_a_narrow_screen(browser: Browser, adres: Website, script: bool) -> None:  # noqa: FBT001 - a parameter of the test
    context = browser.new_context(viewport=SMAL, java_script_enabled=script)
    pagina = context.new_page()
    pagina.goto(adres.url(PAD))
    pagina.locator("summary").first.click()
    breedte = pagina.evaluate("document.documentElement.scrollWidth") if script else None
    assert breedte is None or breedte <= SMAL["width"]
    vak = pagina.locator("main").bounding_box()
    assert vak is not None
    assert vak["width"] <= SMAL["width"]
    context.close()


def test_from_disk(pagina: Page, gebouwde_site: Path, lijst: list[Wijziging]) -> None:
    bestand = (gebouwde_site / PAD / "index.html").as_uri()
    pagina.goto(f"{bestand}?sinds={SINDS}")
    assert _zichtbaar(pagina) == len(_sinds(lijst, SINDS))
    pagina.get_by_label("Soort", exact=True).select_option("leerpunt")
    assert 0 < _zichtbaar(pagina) < len(_sinds(lijst, SINDS))


def test_the_feed_and_the_calendar_are_where_the_page_says(
    pagina: Page, adres: Website, gebouwde_site: Path
) -> None:
    pagina.goto(adres.url(PAD))
    pagina.get_by_text("Volg de wijzigingen zonder deze pagina").click()
    links = pagina.locator("details a[href$='.xml'], details a[href$='.ics']")
    doelen: list[str] = links.evaluate_all("links => links.map(link => link.href)")
    assert len(doelen) > 10
    for doel in doelen:
        assert (gebouwde_site / urlsplit(doel).path.lstrip("/")).is_file(), doel
    kop = pagina.locator("link[type='application/atom+xml']").evaluate("link => link.href")
    assert kop == adres.url(f"{PAD}atom.xml")
