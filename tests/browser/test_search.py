"""Search in a real browser: by keyboard, narrow, without script, from disk, and with bad input."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, ViewportSize, expect

from tests.kwaliteit.setup import Website

pytestmark = pytest.mark.browser

NARROW = 320
"""CSS pixels: a telephone, and what is left of a screen of 1280 at a zoom of 400 %."""
VELD = "#kb-zoek-q"
NAMES = re.compile(r"/zoeknamen\.json$")
TEXTS = re.compile(r"/zoekteksten-\w+\.json$")
LIST_SELECTOR = "#kb-zoek-q-lijst"
PAGE_FIELD = "#kb-zoekform-q"
HITS = "[data-resultaten] > li"
BROKEN = "Zoeken lukt nu niet"
PAUSE = 500
"""Milliseconds after typing in which the list may still change."""
BAITS = [
    "<script>document.title='raak'</script>",
    "<img src=x onerror=\"document.title='raak'\">",
    "\"><svg onload=document.title='raak'>",
    "javascript:document.title='raak'",
    "{{7*7}}${7*7}",
    "' OR 1=1 --",
    "constructor",
    "__proto__",
    "toString valueOf hasOwnProperty",
    "🦆🏠🧾",
    "de het een van",
    "-----",
    "\\u0000 \\ % & # ?",
    "beslagvrije voet " * 600,
]


@pytest.fixture
def options() -> dict[str, Any]:
    return {"viewport": {"width": 1280, "height": 800}}


@pytest.fixture
def without_script(browser: Browser) -> Iterator[BrowserContext]:
    narrow: ViewportSize = {"width": NARROW, "height": 640}
    context = browser.new_context(viewport=narrow, java_script_enabled=False)
    yield context
    context.close()


def _naar_veld(pagina: Page, selector: str) -> Locator:
    """Press Tab until the field has the focus: the mouse stays where it is."""
    veld = pagina.locator(selector)
    for _ in range(60):
        if veld.evaluate("veld => veld === document.activeElement"):
            return veld
        pagina.keyboard.press("Tab")
    raise AssertionError(f"{selector} is met Tab niet te bereiken")


def _status(pagina: Page) -> Locator:
    return pagina.locator("[data-zoekstatus]")


def _vraag(pagina: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(pagina.url).fragment)


def _open_filters(pagina: Page) -> None:
    button = pagina.get_by_role("button", name=re.compile("^Filter"))
    expect(button).to_have_attribute("aria-expanded", "false")
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")


def _fits(pagina: Page) -> bool:
    return bool(pagina.evaluate("document.documentElement.scrollWidth <= innerWidth"))


# ---- The field in the header -----------------------------------------------------------------


def test_nothing_is_loaded_before_the_field_has_the_focus(pagina: Page, adres: Website) -> None:
    asked: list[str] = []
    pagina.on("request", lambda request: asked.append(urlsplit(request.url).path))

    def heavy() -> list[str]:
        return [pad for pad in asked if "/zoek-kern" in pad or pad.endswith(".json")]

    for pad in ("", "privacy/", "zoeken/"):
        pagina.goto(adres.url(pad), wait_until="networkidle")
        assert heavy() == [], pad
    pagina.goto(adres.url("privacy/"))
    with pagina.expect_response(NAMES):
        _naar_veld(pagina, VELD)
    pagina.keyboard.type("geen adres")
    expect(pagina.locator(LIST_SELECTOR)).to_be_visible()
    assert len(heavy()) == 2, "suggestions need no texts"


def test_the_keyboard_alone_leads_to_a_page(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("privacy/"))
    veld = _naar_veld(pagina, VELD)
    expect(veld).to_have_attribute("aria-expanded", "false")
    pagina.keyboard.type("kostendelersnorm")
    lijst = pagina.locator(LIST_SELECTOR)
    expect(lijst).to_be_visible()
    pagina.wait_for_timeout(PAUSE)
    expect(veld).to_have_attribute("aria-expanded", "true")
    pagina.keyboard.press("ArrowDown")
    choice = lijst.locator('[aria-selected="true"]')
    expect(choice).to_have_count(1)
    expect(veld).to_have_attribute("aria-activedescendant", choice.get_attribute("id") or "-")
    expect(veld).to_be_focused()
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(re.compile("/begrippen/kostendelersnorm/$"))


def test_escape_closes_the_list_and_the_field_keeps_the_focus(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("privacy/"))
    veld = _naar_veld(pagina, VELD)
    pagina.keyboard.type("bijstand")
    expect(pagina.locator(LIST_SELECTOR)).to_be_visible()
    pagina.wait_for_timeout(PAUSE)
    pagina.keyboard.press("ArrowDown")
    pagina.keyboard.press("Escape")
    expect(pagina.locator(LIST_SELECTOR)).to_be_hidden()
    expect(veld).to_be_focused()
    expect(veld).to_have_value("bijstand")
    assert veld.get_attribute("aria-activedescendant") is None
    pagina.keyboard.press("Escape")
    expect(veld).to_have_value("")
    expect(veld).to_be_focused()


def test_tab_leaves_the_field_and_closes_the_list(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("privacy/"))
    _naar_veld(pagina, VELD)
    pagina.keyboard.type("bijstand")
    expect(pagina.locator(LIST_SELECTOR)).to_be_visible()
    pagina.wait_for_timeout(PAUSE)
    pagina.keyboard.press("Tab")
    expect(pagina.locator(LIST_SELECTOR)).to_be_hidden()
    expect(pagina.locator(".kb-zoek button")).to_be_focused()


def test_enter_sends_the_question_to_the_search_page(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("privacy/"))
    _naar_veld(pagina, VELD)
    pagina.keyboard.type("geen adres")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(re.compile(r"/zoeken/#q=geen\+adres$"))
    expect(pagina.locator(PAGE_FIELD)).to_have_value("geen adres")
    expect(_status(pagina)).to_contain_text("voor ‘geen adres’")


# ---- The search page -------------------------------------------------------------------------


def test_results_come_while_typing_and_are_announced(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("zoeken/"))
    _naar_veld(pagina, PAGE_FIELD)
    pagina.keyboard.type("beslagvije voet")
    first = pagina.locator(HITS).first
    expect(first.locator("a")).to_have_text("Beslagvrije voet")
    expect(first.locator("mark").first).to_be_visible()
    expect(first.locator(".kb-treffer__soort")).to_have_text("Begrip")
    expect(_status(pagina)).to_have_text(re.compile(r"^\d+ resulta\w+ voor ‘beslagvije voet’\.$"))
    expect(pagina.locator("[data-az]")).to_be_hidden()
    assert _vraag(pagina) == {}, "what is typed stays out of the address until it is sent"
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(re.compile("#q=beslagvije"))
    first.locator("a").focus()
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(re.compile("/begrippen/beslagvrije-voet/$"))


def test_choices_count_exactly_and_the_address_keeps_them(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("zoeken/?q=toeslag"))
    expect(_status(pagina)).to_contain_text("voor ‘toeslag’")
    _open_filters(pagina)
    groepen = pagina.locator("#kb-zoekform summary")
    expect(groepen).to_have_text(["Soort", "Leefgebied", "Wet", "Organisatie", "Status"])
    groepen.first.focus()
    pagina.keyboard.press("Enter")
    choice = pagina.get_by_label(re.compile(r"^Wet \(\d+\)$"))
    aantal = int(re.findall(r"\d+", choice.locator("xpath=..").inner_text())[0])
    choice.focus()
    pagina.keyboard.press("Space")
    expect(_status(pagina)).to_have_text(re.compile(f"^{aantal} resulta"))
    assert _vraag(pagina) == {"q": ["toeslag"], "soort": ["wet"]}
    titels = pagina.locator(f"{HITS} > a").all_inner_texts()
    assert len(titels) == min(aantal, 10)
    expect(pagina.get_by_role("button", name="Filter (1)")).to_be_visible()
    pagina.reload()
    expect(_status(pagina)).to_have_text(re.compile(f"^{aantal} resulta"))
    assert pagina.locator(f"{HITS} > a").all_inner_texts() == titels
    expect(choice).to_be_checked()
    _open_filters(pagina)
    pagina.get_by_role("button", name="Wis alle filters").click()
    expect(pagina.locator(PAGE_FIELD)).to_be_focused()
    assert _vraag(pagina) == {"q": ["toeslag"]}


def test_more_results_come_on_request_and_the_focus_goes_along(
    pagina: Page, adres: Website
) -> None:
    pagina.goto(adres.url("zoeken/?q=gemeente"))
    expect(pagina.locator(HITS)).to_have_count(10)
    pagina.get_by_role("button", name="Toon meer resultaten").press("Enter")
    expect(pagina.locator(HITS)).to_have_count(20)
    expect(pagina.locator(f"{HITS}:nth-child(11) > a")).to_be_focused()


def test_who_finds_little_gets_help(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("zoeken/?q=zwemles+kleuters"))
    expect(_status(pagina)).to_have_text(re.compile("Hierover staat niets in deze kennisbank"))
    helpers = pagina.locator("[data-zoekhulp]")
    expect(helpers).to_contain_text("korter woord")
    expect(pagina.locator("[data-az]")).to_be_visible()
    helpers.get_by_role("link", name="Bekijk alles van A tot Z").press("Enter")
    assert urlsplit(pagina.url).fragment.startswith("van-a-tot-z")
    expect(helpers).to_contain_text("Landelijk Maatwerkloket")


def test_what_is_imaginary_says_so(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("zoeken/?q=fictieve+memorie+van+toelichting"))
    hit = pagina.locator(HITS).filter(has_text="Denkbeeldige").first
    expect(pagina.locator(f"{HITS} .kb-denkbeeldig").first).to_have_text("denkbeeldig")
    assert hit.count() <= 1


def test_a_long_page_is_found_at_its_heading(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("zoeken/?q=staan+er+persoonsgegevens+op+de+site"))
    link = pagina.locator(f'{HITS} > a[href*="#"]').first
    link.click()
    anker = urlsplit(pagina.url).fragment
    assert anker
    expect(pagina.locator(f'[id="{anker}"]')).to_be_in_viewport()


# ---- Narrow, without script, from disk -------------------------------------------------------


def test_nothing_sticks_out_on_a_narrow_screen(pagina: Page, adres: Website) -> None:
    pagina.set_viewport_size({"width": NARROW, "height": 640})
    pagina.goto(adres.url("zoeken/"))
    assert _fits(pagina)
    pagina.goto(adres.url("zoeken/?q=toeslag&soort=wet&wet=wet%3Aawir"))
    expect(_status(pagina)).to_contain_text("voor ‘toeslag’")
    _open_filters(pagina)
    for groep in pagina.locator("#kb-zoekform summary:visible").all():
        groep.click()
    assert _fits(pagina)
    pagina.goto(adres.url("privacy/"))
    pagina.locator(VELD).press_sequentially("toeslagpartner")
    expect(pagina.locator(LIST_SELECTOR)).to_be_visible()
    assert _fits(pagina)


def test_without_script_there_is_the_list_from_a_to_z(
    without_script: BrowserContext, adres: Website
) -> None:
    pagina = without_script.new_page()
    pagina.goto(adres.url("privacy/"))
    pagina.locator(VELD).fill("stufi")
    pagina.locator(VELD).press("Enter")
    pagina.wait_for_url(re.compile(r"/zoeken/\?q=stufi$"))
    az = pagina.locator("[data-az]")
    expect(az).to_be_visible()
    pagina.locator(PAGE_FIELD).fill("adres")
    pagina.locator(PAGE_FIELD).press("Enter")
    pagina.wait_for_url(re.compile(r"/zoeken/\?q=adres$"))
    az.get_by_role("link", name="S", exact=True).press("Enter")
    pagina.wait_for_url("**/zoeken/s/")
    regel = pagina.locator(".kb-az li").filter(has_text=re.compile("^stufi, zie "))
    expect(regel).to_have_count(1)
    pagina.get_by_role("navigation", name="Letters").get_by_role("link", name="B").press("Enter")
    pagina.wait_for_url("**/zoeken/b/")
    link = pagina.get_by_role("link", name="Briefadres", exact=True, include_hidden=True).first
    pagina.locator("details", has=link).first.locator("summary").press("Enter")
    expect(link).to_be_visible()


def test_from_disk_it_works_as_well(pagina: Page, built_site: Path) -> None:
    pagina.goto((built_site / "privacy/index.html").as_uri())
    _naar_veld(pagina, VELD)
    pagina.keyboard.type("stufi")
    expect(pagina.locator(LIST_SELECTOR)).to_be_visible()
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(re.compile(r"/zoeken/index\.html#q=stufi$"))
    expect(_status(pagina)).to_contain_text("voor ‘stufi’")
    pagina.locator(f"{HITS} > a").first.click()
    expect(pagina.locator("h1")).to_contain_text(re.compile("studiefinanciering", re.IGNORECASE))


# ---- What can go wrong -----------------------------------------------------------------------


def _abort(route: Route) -> None:
    route.fulfill(status=404, body="weg")


def _half(route: Route) -> None:
    route.fulfill(status=200, content_type="application/json", body='{"versie":1,"documenten":[')


def _otherwise(route: Route) -> None:
    route.fulfill(status=200, content_type="application/json", body='{"versie":99}')


@pytest.mark.parametrize("spoil", [_abort, _half, _otherwise])
def test_without_a_good_index_the_page_says_so_and_the_list_remains(
    pagina: Page, adres: Website, complaints: list[str], spoil: object
) -> None:
    for index in (NAMES, TEXTS):
        pagina.route(index, spoil)  # type: ignore[arg-type]
    pagina.goto(adres.url("zoeken/?q=bijstand"))
    expect(_status(pagina)).to_contain_text(BROKEN)
    expect(pagina.locator("[data-az]")).to_be_visible()
    pagina.goto(adres.url("privacy/"))
    pagina.locator(VELD).press_sequentially("bijstand")
    pagina.locator(VELD).press("Enter")
    pagina.wait_for_url(re.compile(r"/zoeken/#q=bijstand$"))
    expect(_status(pagina)).to_contain_text(BROKEN)
    assert not [klacht for klacht in complaints if "404" not in klacht]
    complaints.clear()


@pytest.mark.parametrize("spoil", [_abort, _half, _otherwise])
def test_without_the_texts_the_names_are_searched_and_the_page_says_so(
    pagina: Page, adres: Website, complaints: list[str], spoil: object
) -> None:
    pagina.route(TEXTS, spoil)  # type: ignore[arg-type]
    pagina.goto(adres.url("zoeken/?q=bijstand"))
    expect(_status(pagina)).to_contain_text("De teksten zijn niet geladen")
    expect(pagina.locator(HITS).first).to_be_visible()
    expect(pagina.locator("[data-zoekhulp]")).to_be_hidden()
    complaints.clear()


@pytest.mark.parametrize("spoil", [_abort, _half, _otherwise])
def test_without_the_names_the_texts_do(
    pagina: Page, adres: Website, complaints: list[str], spoil: object
) -> None:
    pagina.route(NAMES, spoil)  # type: ignore[arg-type]
    pagina.goto(adres.url("zoeken/?q=bijstand"))
    expect(_status(pagina)).to_contain_text("voor ‘bijstand’")
    pagina.goto(adres.url("privacy/"))
    pagina.locator(VELD).press_sequentially("bijstand")
    expect(pagina.locator(LIST_SELECTOR)).to_be_visible()
    complaints.clear()


@pytest.mark.parametrize("vraag", BAITS, ids=lambda vraag: vraag[:20])
def test_bad_input_is_just_a_question(pagina: Page, adres: Website, vraag: str) -> None:
    pagina.goto(adres.url(f"zoeken/?q={quote(vraag[:6000])}"))
    expect(_status(pagina)).to_have_text(re.compile("resulta"))
    assert pagina.title().startswith("Zoeken")
    assert pagina.locator("main script, main svg, main img[onerror]").count() == 0
    pagina.goto(adres.url("privacy/"))
    veld = pagina.locator(VELD)
    veld.fill(vraag)
    expect(pagina.locator(".kb-zoek__status")).to_have_text(re.compile("uggesties"))
    assert pagina.title().startswith("Privacy")
    assert pagina.locator(f"{LIST_SELECTOR} :is(script, svg, img)").count() == 0


def test_ten_thousand_letters_do_not_hold_up_the_page(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("zoeken/"))
    pagina.locator(PAGE_FIELD).fill("toeslag " * 1250)
    expect(_status(pagina)).to_have_text(re.compile("resulta"))
    expect(pagina.locator(HITS).first).to_be_visible()


# ---- What one sees, sends and comes back to --------------------------------------------------


def _hold(kept: list[Route], route: Route) -> None:
    kept.append(route)


def test_the_question_stands_in_the_field_while_the_index_is_on_its_way(
    pagina: Page, adres: Website
) -> None:
    names: list[Route] = []
    texts: list[Route] = []
    for index, kept in ((NAMES, names), (TEXTS, texts)):
        pagina.route(index, partial(_hold, kept))
    pagina.goto(adres.url("zoeken/#q=geen+adres"))
    expect(pagina.locator(PAGE_FIELD)).to_have_value("geen adres")
    expect(_status(pagina)).to_have_text("Bezig met zoeken …")
    names[0].continue_()
    expect(_status(pagina)).to_have_text("De teksten worden nog doorzocht …")
    first = pagina.locator(f"{HITS} > a").first
    expect(first).to_have_text("Briefadres")
    first.focus()
    while not texts:  # asked for when all names are there
        pagina.wait_for_timeout(50)
    texts[0].continue_()
    expect(_status(pagina)).to_contain_text("voor ‘geen adres’")
    expect(first).to_be_focused()


HOLD_NAMES = """(() => {
  let core;
  const gate = new Promise((open) => { window.kbOpen = open; });
  Object.defineProperty(window, 'KennisbankZoek', {
    get: () => core,
    set: (made) => {
      core = { ...made, maakRustig: async (data, ...rest) => {
        if (typeof data === 'function') await gate;
        return made.maakRustig(data, ...rest);
      } };
    },
  });
})()"""
"""Names come in pieces, the few pages of a first answer at once: the names wait for ``kbOpen``."""


def test_the_first_suggestions_do_not_wait_until_all_names_are_indexed(
    pagina: Page, adres: Website
) -> None:
    pagina.add_init_script(HOLD_NAMES)
    pagina.goto(adres.url("privacy/"))
    pagina.locator(VELD).press_sequentially("briefadres")
    options = pagina.locator(LIST_SELECTOR).get_by_role("option")
    expect(options.first).to_contain_text("Briefadres")
    pagina.locator(VELD).press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    pagina.evaluate("window.kbOpen()")
    pagina.wait_for_timeout(2 * PAUSE)
    expect(options.first).to_have_attribute("aria-selected", "true")
    pagina.locator(VELD).press_sequentially("sen")
    expect(options.first).to_have_attribute("aria-selected", "false")


def test_the_first_results_do_not_wait_until_all_names_are_indexed(
    pagina: Page, adres: Website
) -> None:
    pagina.add_init_script(HOLD_NAMES)
    pagina.goto(adres.url("zoeken/"))
    pagina.locator(PAGE_FIELD).press_sequentially("briefadres")
    expect(pagina.locator(HITS).first).to_contain_text("Briefadres")
    expect(_status(pagina)).to_have_text("De teksten worden nog doorzocht …")
    pagina.evaluate("window.kbOpen()")
    expect(_status(pagina)).to_contain_text("resultaten voor ‘briefadres’")
    expect(pagina.locator(HITS).first).to_contain_text("Briefadres")
    expect(pagina.locator(PAGE_FIELD)).to_be_focused()


def test_what_the_first_suggestions_are_not_sure_of_waits_for_all_names(
    pagina: Page, adres: Website
) -> None:
    pagina.add_init_script(HOLD_NAMES)
    pagina.goto(adres.url("privacy/"))
    pagina.locator(VELD).press_sequentially("breifadrse")  # its start is on no page
    pagina.wait_for_timeout(2 * PAUSE)
    expect(pagina.locator(LIST_SELECTOR)).to_be_hidden()
    pagina.evaluate("window.kbOpen()")
    options = pagina.locator(LIST_SELECTOR).get_by_role("option")
    expect(options.first).to_contain_text("Briefadres")


def test_the_question_is_there_before_the_script_of_the_search(
    pagina: Page, adres: Website, complaints: list[str]
) -> None:
    pagina.route("**/zoekpagina.js", _abort)
    pagina.goto(adres.url("zoeken/?q=geen+adres"))
    expect(pagina.locator(PAGE_FIELD)).to_have_value("geen adres")
    complaints.clear()


def test_no_server_sees_what_is_typed_or_sent(pagina: Page, adres: Website) -> None:
    asked: list[str] = []
    pagina.on("request", lambda request: asked.append(request.url.partition("#")[0]))
    pagina.goto(adres.url("privacy/"))
    _naar_veld(pagina, VELD)
    pagina.keyboard.type("geheimwoord")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(re.compile("#q=geheimwoord"))
    expect(_status(pagina)).to_contain_text("‘geheimwoord’")
    assert not [url for url in asked if "geheim" in url]


def test_back_undoes_one_filter_at_a_time(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("zoeken/#q=toeslag"))
    expect(pagina.locator(HITS).first).to_be_visible()
    _open_filters(pagina)
    for groep, choice in (("Soort", "Leerpunt"), ("Leefgebied", "Inkomen")):
        pagina.locator("#kb-zoekform summary").get_by_text(groep, exact=True).click()
        pagina.get_by_label(re.compile(rf"^{choice} \(\d+\)$")).first.check()
    expect(pagina.get_by_role("button", name="Filter (2)")).to_be_visible()
    pagina.go_back()
    expect(pagina.get_by_role("button", name="Filter (1)")).to_be_visible()
    assert _vraag(pagina) == {"q": ["toeslag"], "soort": ["leerpunt"]}
    pagina.go_back()
    expect(pagina.get_by_role("button", name="Filter", exact=True)).to_be_visible()
    assert _vraag(pagina) == {"q": ["toeslag"]}
    expect(pagina.locator(PAGE_FIELD)).to_have_value("toeslag")


def test_the_dossier_survives_a_search(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("privacy/#d=leerpunt:alo-kop"))
    _naar_veld(pagina, VELD)
    pagina.keyboard.type("geen adres")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(re.compile("/zoeken/#"))
    expect(pagina.locator(HITS).first).to_be_visible()
    assert _vraag(pagina) == {"q": ["geen adres"], "d": ["leerpunt:alo-kop"]}
    pagina.locator(PAGE_FIELD).fill("bijstand")
    pagina.locator(PAGE_FIELD).press("Enter")
    pagina.wait_for_url(re.compile("q=bijstand"))
    assert _vraag(pagina)["d"] == ["leerpunt:alo-kop"]
    pagina.locator(f"{HITS} > a").first.click()
    pagina.wait_for_url(re.compile(r"/\w+/[\w-]+/#.*d=leerpunt:alo-kop"))


def test_on_a_phone_the_first_result_is_in_the_first_screen(pagina: Page, adres: Website) -> None:
    pagina.set_viewport_size({"width": 390, "height": 664})
    pagina.goto(adres.url("zoeken/#q=geen+adres"))
    first = pagina.locator(HITS).first
    expect(first).to_be_in_viewport(ratio=1)
    assert pagina.locator("input:visible").count() == 1
    expect(pagina.get_by_role("button", name="Filter", exact=True)).to_be_in_viewport()


def test_a_tool_that_fits_and_the_text_of_an_article_stand_above_the_results(
    pagina: Page, adres: Website
) -> None:
    at_once = pagina.locator("[data-meteen]")
    pagina.goto(adres.url("zoeken/#q=beslisboom"))
    expect(at_once).to_have_text("Doe het meteen: Keuzehulp")
    pagina.goto(adres.url("zoeken/#q=art.+18,+eerste+lid,+Pw"))
    link = at_once.get_by_role("link")
    expect(link).to_have_text(re.compile("^Artikel 18, lid 1 van de Participatiewet"))
    expect(link).to_have_attribute("href", re.compile(r"^https://wetten\.overheid\.nl/BWBR\d+#"))


def test_a_result_says_by_which_word_it_was_found(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("zoeken/#q=child+benefit"))
    via = pagina.locator(f"{HITS} .kb-treffer__via").first
    expect(via).to_have_text("Gevonden via: child benefit")


def test_the_address_of_a_page_of_our_own_leads_there(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("zoeken/"))
    pagina.locator(PAGE_FIELD).fill("https://kennisbank.voorbeeld.nl/wetten/awb/")
    pagina.locator(PAGE_FIELD).press("Enter")
    pagina.wait_for_url(re.compile("/wetten/awb/$"))
