"""Text spacing, motion, target size, print, and the site without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from tests.kwaliteit.setup import Error, Website, faults, is_tool, js
from tests.proof import Proof

pytestmark = pytest.mark.browser

SPACES = js("spaties")
MOTION = js("beweging")
SMALL = js("klein")
CLOSED = js("dicht")


def test_text_spacing_loses_nothing(narrow: Page, site: Website, soorten: dict[str, str]) -> None:
    for pad in soorten.values():
        narrow.goto(site.url(pad))
        assert narrow.evaluate(SPACES) == {"over": 0, "afgesneden": []}, pad


STIJL = "<link rel='stylesheet' href='../k.css'>"


@pytest.mark.parametrize(
    ("stijl", "finding"),
    [("overflow: hidden; width: 8em;", "afgesneden"), ("width: 310px;", "over")],
)
def test_the_gate_sees_text_that_is_lost(
    stijl: str, finding: str, narrow: Page, broken: Website
) -> None:
    broken.plant("kapot/", f"{STIJL}<p class='k'>Lang woord hier</p>")
    broken.planted["/k.css"] = f".k.k.k {{ white-space: nowrap; {stijl} }}".encode()
    narrow.goto(broken.url("kapot/"))
    found = narrow.evaluate(SPACES)
    assert {wat for wat, hoeveel in found.items() if hoeveel} == {finding}


def test_nothing_moves_for_who_wants_no_motion(
    page: Page, site: Website, soorten: dict[str, str]
) -> None:
    page.emulate_media(reduced_motion="reduce")
    for pad in soorten.values():
        page.goto(site.url(pad))
        assert page.evaluate(MOTION) == [], pad


@pytest.mark.parametrize(
    ("stijl", "finding"),
    [("transition: transform 1s", "P.k transform"), ("animation: zwaai 1s infinite", "k zwaai")],
)
def test_the_gate_sees_motion(stijl: str, finding: str, page: Page, broken: Website) -> None:
    page.emulate_media(reduced_motion="reduce")
    broken.plant("kapot/", f"{STIJL}<p class='k'>Beweegt</p>")
    broken.planted["/k.css"] = (
        f"@keyframes zwaai {{ to {{ rotate: 9deg; }} }} .kb .k.k {{ {stijl} !important; }}".encode()
    )
    page.goto(broken.url("kapot/"))
    assert finding in page.evaluate(MOTION)


def test_targets_are_large_enough(page: Page, site: Website, soorten: dict[str, str]) -> None:
    for breedte in (320, 1280):
        page.set_viewport_size({"width": breedte, "height": 800})
        for pad in soorten.values():
            page.goto(site.url(pad))
            assert page.evaluate(SMALL) == [], pad


def test_the_gate_sees_a_small_target(page: Page, broken: Website) -> None:
    broken.plant("kapot/", f"{STIJL}<button class='k'>x</button>")
    broken.planted["/k.css"] = b".kb.kb button.k { min-block-size: 0; height: 12px; padding: 0; }"
    page.goto(broken.url("kapot/"))
    assert len(page.evaluate(SMALL)) == 1


# ---- Print -------------------------------------------------------------------------------------


def _print_faults(page: Page, site: Website, pad: str) -> list[str]:
    """Return what is wrong with a page on paper, asked for by who reads in the dark."""
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(site.url(pad))
    afzender = page.locator(".kb-voet__afzender")
    adres = f"Adres van deze pagina: https://kennisbank.example/{pad}"
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return faults(
        {f"dicht: {part}": False for part in page.evaluate(CLOSED)}
        | {
            "adres van de pagina": adres in afzender.inner_text(),
            "datum": afzender.locator("time").is_visible(),
            "geen kop": not page.locator(".kb-kop").is_visible(),
            "op papier altijd licht": light == "rgb(255, 255, 255)",
        }
    )


def test_print_shows_what_is_folded_and_where_it_came_from(
    page: Page, site: Website, soorten: dict[str, str]
) -> None:
    with_details = 0
    for pad in soorten.values():
        assert _print_faults(page, site, pad) == [], pad
        with_details += page.locator("main details").count()
    assert with_details


PLAIN = "toegankelijkheid/"
"""A page on which nothing is folded in, so that only the planted fault is one."""
DETAILS = "<details><summary>Meer</summary><p>Uitleg</p></details>"


@pytest.mark.parametrize(
    ("error", "finding"),
    [
        (("assets/css/kennisbank.css", "::details-content {", "::x {"), f"dicht: {DETAILS}"),
        (("assets/css/kennisbank.css", ".kb-alleen-druk { display: block;", "x {"), "adres van de"),
        ((PLAIN, f"kennisbank.example/{PLAIN}</p>", "elders.example/</p>"), "adres van de"),
        ((PLAIN, "<time ", "<time hidden "), "datum"),
        (("assets/css/kennisbank.css", ".kb-kop, .kb-voet__menu", ".kb-voet__menu"), "geen kop"),
        (("assets/css/tokens.css", "@media screen and", "@media all and"), "op papier"),
    ],
)
def test_the_gate_sees_a_print_that_fails(
    error: Error, finding: str, page: Page, broken: Website
) -> None:
    broken.change(PLAIN, '<details class="kb-citeer">', f"{DETAILS}<details open>")
    broken.change(*error)
    (gezien,) = _print_faults(page, broken, PLAIN)
    assert gezien.startswith(finding)


def _paper_faults(page: Page, site: Website) -> list[str]:
    """Return what paper lacks of the addresses, the heads of tables and the page numbers."""
    page.emulate_media(media="print")
    page.goto(site.url("wetten/awir/"))
    at = page.evaluate(
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
    return faults(
        {
            "er zijn adressen": bool(at),
            "elk adres is uitgeschreven": all(adres in behind for adres, behind in at),
            "kop van de tabel op elke bladzijde": rol == "table-header-group",
            "nummer van de bladzijde": "counter(page)" in regels,
        }
    )


def test_print_writes_out_addresses_and_repeats_the_head_of_a_table(
    page: Page, site: Website
) -> None:
    assert _paper_faults(page, site) == []


@pytest.mark.parametrize(
    ("error", "finding"),
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
    error: Error, finding: str, page: Page, broken: Website
) -> None:
    broken.change(*error)
    assert _paper_faults(page, broken) == [finding]


def _pdf_faults(page: Page, adres: str, *, tagged: bool = True) -> list[str]:
    """Return what a screen reader misses in the PDF of a page."""
    page.goto(adres)
    pdf = page.pdf(format="A4", tagged=tagged, prefer_css_page_size=True)
    return faults({"opbouw": b"/MarkInfo" in pdf, "taal": b"/Lang (nl)" in pdf})


def test_a_printed_page_is_a_tagged_pdf_in_dutch(page: Page, site: Website) -> None:
    assert _pdf_faults(page, site.url("mvt/geheel/")) == []


def test_the_gate_sees_a_pdf_without_tags_or_language(page: Page, broken: Website) -> None:
    broken.change("privacy/", '<html lang="nl"', '<html lang="en"')
    assert _pdf_faults(page, broken.url("privacy/")) == ["taal"]
    assert _pdf_faults(page, broken.url("privacy/"), tagged=False) == ["opbouw", "taal"]


# ---- Without JavaScript ------------------------------------------------------------------------


@pytest.fixture
def without_js(browser: Browser) -> Iterator[Page]:
    """Return a tab without JavaScript, as wide as a phone."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    yield context.new_page()
    context.close()


def _faults_without_js(without_js: Page, site: Website) -> list[str]:
    """Return what the menu and the search do not do without JavaScript."""
    without_js.goto(site.url("privacy/"))
    without_js.locator("a.kb-menuknop").click()
    where = {
        "menu wijst naar het menu onderaan": without_js.url.endswith("#menu"),
        "dat menu is te zien": without_js.locator("#menu").is_visible(),
    }
    without_js.locator("#kb-zoek-q").fill("schulden")
    with without_js.expect_navigation():
        without_js.keyboard.press("Enter")
    kop = without_js.get_by_role("heading", name="Van A tot Z")
    where |= {
        "zoekveld leidt naar zoeken": without_js.url.endswith("/zoeken/?q=schulden"),
        "lijst van A tot Z": kop.is_visible(),
    }
    return faults(where)


def test_without_javascript_the_menu_and_the_search_still_lead_somewhere(
    without_js: Page, site: Website
) -> None:
    assert _faults_without_js(without_js, site) == []


@pytest.mark.parametrize(
    ("error", "findings"),
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
    error: Error, findings: list[str], without_js: Page, broken: Website
) -> None:
    broken.change(*error)
    assert _faults_without_js(without_js, broken) == findings


def _hidden_tekst(html: str) -> list[str]:
    """Return text that only a script would show, on a page that is no tool."""
    tree = LexborHTMLParser(html)
    if is_tool(tree):
        return []
    hidden = [part.text().strip() for part in tree.css("main [hidden]")]
    return [tekst for tekst in hidden if tekst]


def test_nothing_is_hidden_from_who_has_no_javascript(site: Website, proof: Proof) -> None:
    paths = site.paths()
    hidden = {pad: tekst for pad in paths if (tekst := _hidden_tekst(site.bron(pad)))}
    proof("zonder-javascript", paginas=len(paths), met_verborgen_tekst=len(hidden))
    assert not hidden


def test_the_gate_sees_hidden_text() -> None:
    assert _hidden_tekst("<main><p hidden>Alleen met script</p></main>")
    assert not _hidden_tekst("<main><p hidden></p><p>Gewoon</p></main>")
