"""Text spacing, motion, target size, print, and the site without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from tests.bewijs import Bewijs
from tests.kwaliteit.opstelling import Fout, Website, is_hulpmiddel, js, mis

pytestmark = pytest.mark.browser

SPATIES = js("spaties")
BEWEGING = js("beweging")
KLEIN = js("klein")
DICHT = js("dicht")


def test_text_spacing_loses_nothing(smal: Page, site: Website, soorten: dict[str, str]) -> None:
    for pad in soorten.values():
        smal.goto(site.url(pad))
        assert smal.evaluate(SPATIES) == {"over": 0, "afgesneden": []}, pad


STIJL = "<link rel='stylesheet' href='../k.css'>"


@pytest.mark.parametrize(
    ("stijl", "vondst"),
    [("overflow: hidden; width: 8em;", "afgesneden"), ("width: 310px;", "over")],
)
def test_the_gate_sees_text_that_is_lost(
    stijl: str, vondst: str, smal: Page, kapot: Website
) -> None:
    kapot.plant("kapot/", f"{STIJL}<p class='k'>Lang woord hier</p>")
    kapot.geplant["/k.css"] = f".k.k.k {{ white-space: nowrap; {stijl} }}".encode()
    smal.goto(kapot.url("kapot/"))
    gevonden = smal.evaluate(SPATIES)
    assert {wat for wat, hoeveel in gevonden.items() if hoeveel} == {vondst}


def test_nothing_moves_for_who_wants_no_motion(
    page: Page, site: Website, soorten: dict[str, str]
) -> None:
    page.emulate_media(reduced_motion="reduce")
    for pad in soorten.values():
        page.goto(site.url(pad))
        assert page.evaluate(BEWEGING) == [], pad


@pytest.mark.parametrize(
    ("stijl", "vondst"),
    [("transition: transform 1s", "P.k transform"), ("animation: zwaai 1s infinite", "k zwaai")],
)
def test_the_gate_sees_motion(stijl: str, vondst: str, page: Page, kapot: Website) -> None:
    page.emulate_media(reduced_motion="reduce")
    kapot.plant("kapot/", f"{STIJL}<p class='k'>Beweegt</p>")
    kapot.geplant["/k.css"] = (
        f"@keyframes zwaai {{ to {{ rotate: 9deg; }} }} .kb .k.k {{ {stijl} !important; }}".encode()
    )
    page.goto(kapot.url("kapot/"))
    assert vondst in page.evaluate(BEWEGING)


def test_targets_are_large_enough(page: Page, site: Website, soorten: dict[str, str]) -> None:
    for breedte in (320, 1280):
        page.set_viewport_size({"width": breedte, "height": 800})
        for pad in soorten.values():
            page.goto(site.url(pad))
            assert page.evaluate(KLEIN) == [], pad


def test_the_gate_sees_a_small_target(page: Page, kapot: Website) -> None:
    kapot.plant("kapot/", f"{STIJL}<button class='k'>x</button>")
    kapot.geplant["/k.css"] = b".kb.kb button.k { min-block-size: 0; height: 12px; padding: 0; }"
    page.goto(kapot.url("kapot/"))
    assert len(page.evaluate(KLEIN)) == 1


# ---- Print -------------------------------------------------------------------------------------


def _druk_mis(page: Page, site: Website, pad: str) -> list[str]:
    """Return what is wrong with a page on paper, asked for by who reads in the dark."""
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(site.url(pad))
    afzender = page.locator(".kb-voet__afzender")
    adres = f"Adres van deze pagina: https://kennisbank.example/{pad}"
    licht = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return mis(
        {f"dicht: {deel}": False for deel in page.evaluate(DICHT)}
        | {
            "adres van de pagina": adres in afzender.inner_text(),
            "datum": afzender.locator("time").is_visible(),
            "geen kop": not page.locator(".kb-kop").is_visible(),
            "op papier altijd licht": licht == "rgb(255, 255, 255)",
        }
    )


def test_print_shows_what_is_folded_and_where_it_came_from(
    page: Page, site: Website, soorten: dict[str, str]
) -> None:
    met_details = 0
    for pad in soorten.values():
        assert _druk_mis(page, site, pad) == [], pad
        met_details += page.locator("main details").count()
    assert met_details


DETAILS = "<details><summary>Meer</summary><p>Uitleg</p></details>"


@pytest.mark.parametrize(
    ("fout", "vondst"),
    [
        (("assets/css/kennisbank.css", "::details-content {", "::x {"), f"dicht: {DETAILS}"),
        (("assets/css/kennisbank.css", ".kb-alleen-druk { display: block;", "x {"), "adres van de"),
        (("privacy/", "kennisbank.example/privacy/</p>", "elders.example/</p>"), "adres van de"),
        (("privacy/", "<time ", "<time hidden "), "datum"),
        (("assets/css/kennisbank.css", ".kb-kop, .kb-voet__menu", ".kb-voet__menu"), "geen kop"),
        (("assets/css/tokens.css", "@media screen and", "@media all and"), "op papier"),
    ],
)
def test_the_gate_sees_a_print_that_fails(
    fout: Fout, vondst: str, page: Page, kapot: Website
) -> None:
    kapot.verander("privacy/", '<details class="kb-citeer">', f"{DETAILS}<details open>")
    kapot.verander(*fout)
    (gezien,) = _druk_mis(page, kapot, "privacy/")
    assert gezien.startswith(vondst)


def _papier_mis(page: Page, site: Website) -> list[str]:
    """Return what paper lacks of the addresses, the heads of tables and the page numbers."""
    page.emulate_media(media="print")
    page.goto(site.url("wetten/awir/"))
    bij = page.evaluate(
        "[...document.querySelectorAll('main a[href^=http]:not(.kb-adres)')]"
        ".map((deel) => [deel.getAttribute('href'), getComputedStyle(deel, '::after').content])"
    )
    page.goto(site.url("gemeenten/"))
    kop = page.locator("main thead").first
    regels = page.evaluate(
        "[...document.styleSheets].flatMap((blad) => [...blad.cssRules])"
        ".filter((regel) => regel instanceof CSSPageRule).map((regel) => regel.cssText).join()"
    )
    rol = kop.evaluate("(deel) => getComputedStyle(deel).display")
    return mis(
        {
            "er zijn adressen": bool(bij),
            "elk adres is uitgeschreven": all(adres in erachter for adres, erachter in bij),
            "kop van de tabel op elke bladzijde": rol == "table-header-group",
            "nummer van de bladzijde": "counter(page)" in regels,
        }
    )


def test_print_writes_out_addresses_and_repeats_the_head_of_a_table(
    page: Page, site: Website
) -> None:
    assert _papier_mis(page, site) == []


@pytest.mark.parametrize(
    ("fout", "vondst"),
    [
        (("wetten/awir/", 'href="http', 'href="x-http'), "er zijn adressen"),
        (("assets/css/kennisbank.css", "attr(href)", "'link'"), "elk adres is uitgeschreven"),
        (
            (
                "assets/css/kennisbank.css",
                "@media print {",
                "@media print { .kb.kb thead { display: table-row-group; }",
            ),
            "kop van de tabel op elke bladzijde",
        ),
        (("assets/css/kennisbank.css", "counter(page) ", ""), "nummer van de bladzijde"),
    ],
)
def test_the_gate_sees_what_paper_lacks(
    fout: Fout, vondst: str, page: Page, kapot: Website
) -> None:
    kapot.verander(*fout)
    assert _papier_mis(page, kapot) == [vondst]


def _pdf_mis(page: Page, adres: str, *, tagged: bool = True) -> list[str]:
    """Return what a screen reader misses in the PDF of a page."""
    page.goto(adres)
    pdf = page.pdf(format="A4", tagged=tagged, prefer_css_page_size=True)
    return mis({"opbouw": b"/MarkInfo" in pdf, "taal": b"/Lang (nl)" in pdf})


def test_a_printed_page_is_a_tagged_pdf_in_dutch(page: Page, site: Website) -> None:
    assert _pdf_mis(page, site.url("mvt/geheel/")) == []


def test_the_gate_sees_a_pdf_without_tags_or_language(page: Page, kapot: Website) -> None:
    kapot.verander("privacy/", '<html lang="nl"', '<html lang="en"')
    assert _pdf_mis(page, kapot.url("privacy/")) == ["taal"]
    assert _pdf_mis(page, kapot.url("privacy/"), tagged=False) == ["opbouw", "taal"]


# ---- Without JavaScript ------------------------------------------------------------------------


@pytest.fixture
def zonder_js(browser: Browser) -> Iterator[Page]:
    """Return a tab without JavaScript, as wide as a phone."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    yield context.new_page()
    context.close()


def _zonder_js_mis(zonder_js: Page, site: Website) -> list[str]:
    """Return what the menu and the search do not do without JavaScript."""
    zonder_js.goto(site.url("privacy/"))
    zonder_js.locator("a.kb-menuknop").click()
    waar = {
        "menu wijst naar het menu onderaan": zonder_js.url.endswith("#menu"),
        "dat menu is te zien": zonder_js.locator("#menu").is_visible(),
    }
    zonder_js.locator("#kb-zoek-q").fill("schulden")
    with zonder_js.expect_navigation():
        zonder_js.keyboard.press("Enter")
    kop = zonder_js.get_by_role("heading", name="Van A tot Z")
    waar |= {
        "zoekveld leidt naar zoeken": zonder_js.url.endswith("/zoeken/?q=schulden"),
        "lijst van A tot Z": kop.is_visible(),
    }
    return mis(waar)


def test_without_javascript_the_menu_and_the_search_still_lead_somewhere(
    zonder_js: Page, site: Website
) -> None:
    assert _zonder_js_mis(zonder_js, site) == []


@pytest.mark.parametrize(
    ("fout", "vondsten"),
    [
        (("privacy/", 'href="#menu"', 'href="#"'), ["menu wijst naar het menu onderaan"]),
        (("privacy/", 'id="menu"', 'id="menu" hidden'), ["dat menu is te zien"]),
        (("privacy/", 'name="q"', 'name="vraag"'), ["zoekveld leidt naar zoeken"]),
        (
            ("privacy/", 'action="../zoeken/"', 'action="../wetten/"'),
            ["zoekveld leidt naar zoeken", "lijst van A tot Z"],
        ),
        (("zoeken/", "Van A tot Z", "Alles"), ["lijst van A tot Z"]),
    ],
)
def test_the_gate_sees_a_page_that_needs_javascript(
    fout: Fout, vondsten: list[str], zonder_js: Page, kapot: Website
) -> None:
    kapot.verander(*fout)
    assert _zonder_js_mis(zonder_js, kapot) == vondsten


def _verborgen_tekst(html: str) -> list[str]:
    """Return text that only a script would show, on a page that is no tool."""
    boom = LexborHTMLParser(html)
    if is_hulpmiddel(boom):
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
