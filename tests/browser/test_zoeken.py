"""Search in a real browser: by keyboard, narrow, without script, from disk, and with bad input."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, ViewportSize, expect

from tests.kwaliteit.opstelling import Website

pytestmark = pytest.mark.browser

SMAL = 320
"""CSS pixels: a telephone, and what is left of a screen of 1280 at a zoom of 400 %."""
VELD = "#kb-zoek-q"
LIJST = "#kb-zoek-q-lijst"
PAGINAVELD = "#kb-zoekform-q"
TREFFERS = "[data-resultaten] > li"
KAPOT = "Zoeken lukt nu niet"
RUST = 500
"""Milliseconds after typing in which the list may still change."""
LOKMIDDELEN = [
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
def opties() -> dict[str, Any]:
    return {"viewport": {"width": 1280, "height": 800}}


@pytest.fixture
def zonder_script(browser: Browser) -> Iterator[BrowserContext]:
    smal: ViewportSize = {"width": SMAL, "height": 640}
    context = browser.new_context(viewport=smal, java_script_enabled=False)
    yield context
    context.close()


def _naar_veld(pagina: Page, kiezer: str) -> Locator:
    """Press Tab until the field has the focus: the mouse stays where it is."""
    veld = pagina.locator(kiezer)
    for _ in range(60):
        if veld.evaluate("veld => veld === document.activeElement"):
            return veld
        pagina.keyboard.press("Tab")
    raise AssertionError(f"{kiezer} is met Tab niet te bereiken")


def _status(pagina: Page) -> Locator:
    return pagina.locator("[data-zoekstatus]")


def _vraag(pagina: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(pagina.url).fragment)


def _open_filters(pagina: Page) -> None:
    knop = pagina.get_by_role("button", name=re.compile("^Filter"))
    expect(knop).to_have_attribute("aria-expanded", "false")
    knop.press("Enter")
    expect(knop).to_have_attribute("aria-expanded", "true")


def _past(pagina: Page) -> bool:
    return bool(pagina.evaluate("document.documentElement.scrollWidth <= innerWidth"))


# ---- The field in the header -----------------------------------------------------------------


def test_nothing_is_loaded_before_the_field_has_the_focus(pagina: Page, adres: Website) -> None:
    gevraagd: list[str] = []
    pagina.on("request", lambda verzoek: gevraagd.append(urlsplit(verzoek.url).path))

    def zwaar() -> list[str]:
        return [pad for pad in gevraagd if "/zoek-kern" in pad or "/zoekindex-" in pad]

    for pad in ("", "privacy/", "zoeken/"):
        pagina.goto(adres.url(pad), wait_until="networkidle")
        assert zwaar() == [], pad
    pagina.goto(adres.url("privacy/"))
    with pagina.expect_response(re.compile(r"/zoekindex-\w+\.json$")):
        _naar_veld(pagina, VELD)
    assert len(zwaar()) == 2


def test_the_keyboard_alone_leads_to_a_page(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("privacy/"))
    veld = _naar_veld(pagina, VELD)
    expect(veld).to_have_attribute("aria-expanded", "false")
    pagina.keyboard.type("kostendelersnorm")
    lijst = pagina.locator(LIJST)
    expect(lijst).to_be_visible()
    pagina.wait_for_timeout(RUST)
    expect(veld).to_have_attribute("aria-expanded", "true")
    pagina.keyboard.press("ArrowDown")
    keuze = lijst.locator('[aria-selected="true"]')
    expect(keuze).to_have_count(1)
    expect(veld).to_have_attribute("aria-activedescendant", keuze.get_attribute("id") or "-")
    expect(veld).to_be_focused()
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(re.compile("/begrippen/kostendelersnorm/$"))


def test_escape_closes_the_list_and_the_field_keeps_the_focus(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("privacy/"))
    veld = _naar_veld(pagina, VELD)
    pagina.keyboard.type("bijstand")
    expect(pagina.locator(LIJST)).to_be_visible()
    pagina.wait_for_timeout(RUST)
    pagina.keyboard.press("ArrowDown")
    pagina.keyboard.press("Escape")
    expect(pagina.locator(LIJST)).to_be_hidden()
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
    expect(pagina.locator(LIJST)).to_be_visible()
    pagina.wait_for_timeout(RUST)
    pagina.keyboard.press("Tab")
    expect(pagina.locator(LIJST)).to_be_hidden()
    expect(pagina.locator(".kb-zoek button")).to_be_focused()


def test_enter_sends_the_question_to_the_search_page(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("privacy/"))
    _naar_veld(pagina, VELD)
    pagina.keyboard.type("geen adres")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(re.compile(r"/zoeken/#q=geen\+adres$"))
    expect(pagina.locator(PAGINAVELD)).to_have_value("geen adres")
    expect(_status(pagina)).to_contain_text("voor ‘geen adres’")


# ---- The search page -------------------------------------------------------------------------


def test_results_come_while_typing_and_are_announced(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("zoeken/"))
    _naar_veld(pagina, PAGINAVELD)
    pagina.keyboard.type("beslagvije voet")
    eerste = pagina.locator(TREFFERS).first
    expect(eerste.locator("a")).to_have_text("Beslagvrije voet")
    expect(eerste.locator("mark").first).to_be_visible()
    expect(eerste.locator(".kb-treffer__soort")).to_have_text("Begrip")
    expect(_status(pagina)).to_have_text(re.compile(r"^\d+ resulta\w+ voor ‘beslagvije voet’\.$"))
    expect(pagina.locator("[data-az]")).to_be_hidden()
    assert _vraag(pagina) == {}, "what is typed stays out of the address until it is sent"
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(re.compile("#q=beslagvije"))
    eerste.locator("a").focus()
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(re.compile("/begrippen/beslagvrije-voet/$"))


def test_choices_count_exactly_and_the_address_keeps_them(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("zoeken/?q=toeslag"))
    _open_filters(pagina)
    groepen = pagina.locator("#kb-zoekform summary")
    expect(groepen).to_have_text(["Soort", "Leefgebied", "Wet", "Organisatie", "Status"])
    groepen.first.focus()
    pagina.keyboard.press("Enter")
    keuze = pagina.get_by_label(re.compile(r"^Wet \(\d+\)$"))
    aantal = int(re.findall(r"\d+", keuze.locator("xpath=..").inner_text())[0])
    keuze.focus()
    pagina.keyboard.press("Space")
    expect(_status(pagina)).to_have_text(re.compile(f"^{aantal} resulta"))
    assert _vraag(pagina) == {"q": ["toeslag"], "soort": ["wet"]}
    titels = pagina.locator(f"{TREFFERS} > a").all_inner_texts()
    assert len(titels) == min(aantal, 10)
    expect(pagina.get_by_role("button", name="Filter (1)")).to_be_visible()
    pagina.reload()
    expect(_status(pagina)).to_have_text(re.compile(f"^{aantal} resulta"))
    assert pagina.locator(f"{TREFFERS} > a").all_inner_texts() == titels
    expect(keuze).to_be_checked()
    _open_filters(pagina)
    pagina.get_by_role("button", name="Wis alle filters").click()
    expect(pagina.locator(PAGINAVELD)).to_be_focused()
    assert _vraag(pagina) == {"q": ["toeslag"]}


def test_more_results_come_on_request_and_the_focus_goes_along(
    pagina: Page, adres: Website
) -> None:
    pagina.goto(adres.url("zoeken/?q=gemeente"))
    expect(pagina.locator(TREFFERS)).to_have_count(10)
    pagina.get_by_role("button", name="Toon meer resultaten").press("Enter")
    expect(pagina.locator(TREFFERS)).to_have_count(20)
    expect(pagina.locator(f"{TREFFERS}:nth-child(11) > a")).to_be_focused()


def test_who_finds_little_gets_help(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("zoeken/?q=zwemles+kleuters"))
    expect(_status(pagina)).to_have_text(re.compile("Hierover staat niets in deze kennisbank"))
    hulp = pagina.locator("[data-zoekhulp]")
    expect(hulp).to_contain_text("korter woord")
    expect(pagina.locator("[data-az]")).to_be_visible()
    hulp.get_by_role("link", name="Bekijk alles van A tot Z").press("Enter")
    assert urlsplit(pagina.url).fragment.startswith("van-a-tot-z")
    expect(hulp).to_contain_text("Landelijk Maatwerkloket")


def test_what_is_imaginary_says_so(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("zoeken/?q=fictieve+memorie+van+toelichting"))
    treffer = pagina.locator(TREFFERS).filter(has_text="Denkbeeldige").first
    expect(pagina.locator(f"{TREFFERS} .kb-denkbeeldig").first).to_have_text("denkbeeldig")
    assert treffer.count() <= 1


def test_a_long_page_is_found_at_its_heading(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("zoeken/?q=staan+er+persoonsgegevens+op+de+site"))
    link = pagina.locator(f'{TREFFERS} > a[href*="#"]').first
    link.click()
    anker = urlsplit(pagina.url).fragment
    assert anker
    expect(pagina.locator(f'[id="{anker}"]')).to_be_in_viewport()


# ---- Narrow, without script, from disk -------------------------------------------------------


def test_nothing_sticks_out_on_a_narrow_screen(pagina: Page, adres: Website) -> None:
    pagina.set_viewport_size({"width": SMAL, "height": 640})
    pagina.goto(adres.url("zoeken/"))
    assert _past(pagina)
    pagina.goto(adres.url("zoeken/?q=toeslag&soort=wet&wet=wet%3Aawir"))
    expect(_status(pagina)).not_to_be_empty()
    _open_filters(pagina)
    for groep in pagina.locator("#kb-zoekform summary:visible").all():
        groep.click()
    assert _past(pagina)
    pagina.goto(adres.url("privacy/"))
    pagina.locator(VELD).press_sequentially("toeslagpartner")
    expect(pagina.locator(LIJST)).to_be_visible()
    assert _past(pagina)


def test_without_script_there_is_the_list_from_a_to_z(
    zonder_script: BrowserContext, adres: Website
) -> None:
    pagina = zonder_script.new_page()
    pagina.goto(adres.url("privacy/"))
    pagina.locator(VELD).fill("stufi")
    pagina.locator(VELD).press("Enter")
    pagina.wait_for_url(re.compile(r"/zoeken/\?q=stufi$"))
    az = pagina.locator("[data-az]")
    expect(az).to_be_visible()
    pagina.locator(PAGINAVELD).fill("adres")
    pagina.locator(PAGINAVELD).press("Enter")
    pagina.wait_for_url(re.compile(r"/zoeken/\?q=adres$"))
    az.get_by_role("link", name="S", exact=True).press("Enter")
    pagina.wait_for_url("**/zoeken/s/")
    regel = pagina.locator(".kb-az li").filter(has_text=re.compile("^stufi, zie "))
    expect(regel).to_have_count(1)
    pagina.get_by_role("navigation", name="Letters").get_by_role("link", name="B").press("Enter")
    pagina.wait_for_url("**/zoeken/b/")
    expect(pagina.get_by_role("link", name="Briefadres", exact=True).first).to_be_visible()


def test_from_disk_it_works_as_well(pagina: Page, gebouwde_site: Path) -> None:
    pagina.goto((gebouwde_site / "privacy/index.html").as_uri())
    _naar_veld(pagina, VELD)
    pagina.keyboard.type("stufi")
    expect(pagina.locator(LIJST)).to_be_visible()
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(re.compile(r"/zoeken/index\.html#q=stufi$"))
    expect(_status(pagina)).to_contain_text("voor ‘stufi’")
    pagina.locator(f"{TREFFERS} > a").first.click()
    expect(pagina.locator("h1")).to_contain_text(re.compile("studiefinanciering", re.IGNORECASE))


# ---- What can go wrong -----------------------------------------------------------------------


def _weg(route: Route) -> None:
    route.fulfill(status=404, body="weg")


def _half(route: Route) -> None:
    route.fulfill(status=200, content_type="application/json", body='{"versie":1,"documenten":[')


def _anders(route: Route) -> None:
    route.fulfill(status=200, content_type="application/json", body='{"versie":99}')


@pytest.mark.parametrize("bederf", [_weg, _half, _anders])
def test_without_a_good_index_the_page_says_so_and_the_list_remains(
    pagina: Page, adres: Website, klachten: list[str], bederf: object
) -> None:
    pagina.route(re.compile(r"/zoekindex-\w+\.json$"), bederf)  # type: ignore[arg-type]
    pagina.goto(adres.url("zoeken/?q=bijstand"))
    expect(_status(pagina)).to_contain_text(KAPOT)
    expect(pagina.locator("[data-az]")).to_be_visible()
    pagina.goto(adres.url("privacy/"))
    pagina.locator(VELD).press_sequentially("bijstand")
    pagina.locator(VELD).press("Enter")
    pagina.wait_for_url(re.compile(r"/zoeken/#q=bijstand$"))
    expect(_status(pagina)).to_contain_text(KAPOT)
    assert not [klacht for klacht in klachten if "404" not in klacht]
    klachten.clear()


@pytest.mark.parametrize("vraag", LOKMIDDELEN, ids=lambda vraag: vraag[:20])
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
    assert pagina.locator(f"{LIJST} :is(script, svg, img)").count() == 0


def test_ten_thousand_letters_do_not_hold_up_the_page(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("zoeken/"))
    pagina.locator(PAGINAVELD).fill("toeslag " * 1250)
    expect(_status(pagina)).to_have_text(re.compile("resulta"))
    expect(pagina.locator(TREFFERS).first).to_be_visible()


# ---- What one sees, sends and comes back to --------------------------------------------------


def test_the_question_stands_in_the_field_while_the_index_is_on_its_way(
    pagina: Page, adres: Website
) -> None:
    wacht: list[Route] = []

    def houd(route: Route) -> None:
        wacht.append(route)

    pagina.route(re.compile(r"/zoekindex-\w+\.json$"), houd)
    pagina.goto(adres.url("zoeken/#q=geen+adres"))
    expect(pagina.locator(PAGINAVELD)).to_have_value("geen adres")
    expect(_status(pagina)).to_have_text("Bezig met zoeken …")
    wacht[0].continue_()
    expect(_status(pagina)).to_contain_text("voor ‘geen adres’")


def test_the_question_is_there_before_the_script_of_the_search(
    pagina: Page, adres: Website, klachten: list[str]
) -> None:
    pagina.route("**/zoek-ui.js", _weg)
    pagina.goto(adres.url("zoeken/?q=geen+adres"))
    expect(pagina.locator(PAGINAVELD)).to_have_value("geen adres")
    klachten.clear()


def test_no_server_sees_what_is_typed_or_sent(pagina: Page, adres: Website) -> None:
    gevraagd: list[str] = []
    pagina.on("request", lambda verzoek: gevraagd.append(verzoek.url.partition("#")[0]))
    pagina.goto(adres.url("privacy/"))
    _naar_veld(pagina, VELD)
    pagina.keyboard.type("geheimwoord")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(re.compile("#q=geheimwoord"))
    expect(_status(pagina)).to_contain_text("‘geheimwoord’")
    assert not [url for url in gevraagd if "geheim" in url]


def test_back_undoes_one_filter_at_a_time(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("zoeken/#q=toeslag"))
    expect(pagina.locator(TREFFERS).first).to_be_visible()
    _open_filters(pagina)
    for groep, keuze in (("Soort", "Leerpunt"), ("Leefgebied", "Inkomen")):
        pagina.locator("#kb-zoekform summary").get_by_text(groep, exact=True).click()
        pagina.get_by_label(re.compile(rf"^{keuze} \(\d+\)$")).first.check()
    expect(pagina.get_by_role("button", name="Filter (2)")).to_be_visible()
    pagina.go_back()
    expect(pagina.get_by_role("button", name="Filter (1)")).to_be_visible()
    assert _vraag(pagina) == {"q": ["toeslag"], "soort": ["leerpunt"]}
    pagina.go_back()
    expect(pagina.get_by_role("button", name="Filter", exact=True)).to_be_visible()
    assert _vraag(pagina) == {"q": ["toeslag"]}
    expect(pagina.locator(PAGINAVELD)).to_have_value("toeslag")


def test_the_dossier_survives_a_search(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("privacy/#d=leerpunt:alo-kop"))
    _naar_veld(pagina, VELD)
    pagina.keyboard.type("geen adres")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(re.compile("/zoeken/#"))
    expect(pagina.locator(TREFFERS).first).to_be_visible()
    assert _vraag(pagina) == {"q": ["geen adres"], "d": ["leerpunt:alo-kop"]}
    pagina.locator(PAGINAVELD).fill("bijstand")
    pagina.locator(PAGINAVELD).press("Enter")
    pagina.wait_for_url(re.compile("q=bijstand"))
    assert _vraag(pagina)["d"] == ["leerpunt:alo-kop"]
    pagina.locator(f"{TREFFERS} > a").first.click()
    pagina.wait_for_url(re.compile(r"/\w+/[\w-]+/#.*d=leerpunt:alo-kop"))


def test_on_a_phone_the_first_result_is_in_the_first_screen(pagina: Page, adres: Website) -> None:
    pagina.set_viewport_size({"width": 390, "height": 664})
    pagina.goto(adres.url("zoeken/#q=geen+adres"))
    eerste = pagina.locator(TREFFERS).first
    expect(eerste).to_be_in_viewport(ratio=1)
    assert pagina.locator("input:visible").count() == 1
    expect(pagina.get_by_role("button", name="Filter", exact=True)).to_be_in_viewport()


def test_a_tool_that_fits_and_the_text_of_an_article_stand_above_the_results(
    pagina: Page, adres: Website
) -> None:
    meteen = pagina.locator("[data-meteen]")
    pagina.goto(adres.url("zoeken/#q=beslisboom"))
    expect(meteen).to_have_text("Doe het meteen: Keuzehulp")
    pagina.goto(adres.url("zoeken/#q=art.+18,+eerste+lid,+Pw"))
    link = meteen.get_by_role("link")
    expect(link).to_have_text(re.compile("^Artikel 18, lid 1 van de Participatiewet"))
    expect(link).to_have_attribute("href", re.compile(r"^https://wetten\.overheid\.nl/BWBR\d+#"))


def test_a_result_says_by_which_word_it_was_found(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("zoeken/#q=child+benefit"))
    via = pagina.locator(f"{TREFFERS} .kb-treffer__via").first
    expect(via).to_have_text("Gevonden via: child benefit")


def test_the_address_of_a_page_of_our_own_leads_there(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("zoeken/"))
    pagina.locator(PAGINAVELD).fill("https://kennisbank.voorbeeld.nl/wetten/awb/")
    pagina.locator(PAGINAVELD).press("Enter")
    pagina.wait_for_url(re.compile("/wetten/awb/$"))
