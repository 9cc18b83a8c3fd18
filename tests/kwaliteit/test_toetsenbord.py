"""Everything works by keyboard, and one always sees where one is."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, ElementHandle, Page

from tests.bewijs import Bewijs
from tests.kwaliteit.meten import HOOGTE, SMAL
from tests.kwaliteit.opstelling import Fout, Website, js, mis

pytestmark = pytest.mark.browser

MIN_CONTRAST = 3
MIN_DIKTE = 2
"""Of the focus indicator: WCAG 1.4.11 and 2.4.13."""
RAND = 12
"""Px around a stop that its indicator may take."""

STOPS = js("stops")

SOORTEN_STOPS = js("soorten_stops")

VERSCHIL = js("verschil")


@pytest.fixture(scope="module")
def meetpagina(browser: Browser) -> Iterator[Page]:
    """Return an empty tab without a policy, to compare screenshots in."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def _pixels(meetpagina: Page, page: Page, stop: ElementHandle) -> tuple[int, float]:
    """Return how many pixels change enough when a stop gets the focus, and how many must."""
    # First with the focus: the skip link is not there without it.
    stop.evaluate("(deel) => { deel.focus(); deel.scrollIntoView({ block: 'center' }); }")
    vak: dict[str, float] = stop.evaluate(
        "(deel) => { const { x, y, width, height } = deel.getClientRects()[0];"
        " return { x, y, width, height }; }"
    )
    scherm = page.viewport_size
    assert scherm is not None
    links, boven = max(0.0, vak["x"] - RAND), max(0.0, vak["y"] - RAND)
    rechts = min(scherm["width"], vak["x"] + vak["width"] + RAND)
    onder = min(scherm["height"], vak["y"] + vak["height"] + RAND)
    uitsnede: Any = {"x": links, "y": boven, "width": rechts - links, "height": onder - boven}
    na = page.screenshot(clip=uitsnede, animations="disabled", caret="hide")
    page.evaluate("document.activeElement.blur()")
    voor = page.screenshot(clip=uitsnede, animations="disabled", caret="hide")
    beelden = [base64.b64encode(beeld).decode() for beeld in (voor, na)]
    genoeg = int(meetpagina.evaluate(VERSCHIL, [*beelden, MIN_CONTRAST]))
    # Of what is larger than the screen, only the sides that are on it can show a ring.
    breed, hoog = min(vak["width"], rechts - links), min(vak["height"], onder - boven)
    liggend = (vak["y"] >= 0) + (vak["y"] + vak["height"] <= scherm["height"])
    staand = (vak["x"] >= 0) + (vak["x"] + vak["width"] <= scherm["width"])
    return genoeg, MIN_DIKTE * (liggend * breed + staand * hoog)


def test_every_kind_of_stop_shows_the_focus(
    page: Page, meetpagina: Page, site: Website, soorten: dict[str, str], bewijs: Bewijs
) -> None:
    """Each stop is grouped with those that look the same; of each group one is photographed."""
    gezien: set[tuple[str, str]] = set()
    stops, zwak = 0, []
    for schema in ("light", "dark"):
        page.emulate_media(color_scheme=schema)
        for pad in soorten.values():
            page.goto(site.url(pad))
            page.keyboard.press("Tab")  # from now on the browser takes focus as by keyboard
            soort_van = page.evaluate(SOORTEN_STOPS)
            stops += len(soort_van)
            for nummer, soort in enumerate(soort_van):
                if (schema, soort) in gezien:
                    continue
                gezien.add((schema, soort))
                stop = page.evaluate_handle("(i) => window.__stops[i]", nummer).as_element()
                assert stop is not None
                genoeg, nodig = _pixels(meetpagina, page, stop)
                if genoeg < nodig:
                    zwak.append(f"/{pad} [{schema}] {genoeg} van {nodig:.0f} px: {soort}")
    bewijs(
        "focus",
        stops=stops,
        soorten_gefotografeerd=len(gezien),
        zonder_zichtbare_focus=len(zwak),
    )
    assert not zwak, "\n".join(zwak[:20])


def test_the_focus_gate_closes_on_a_ring_nobody_sees(
    page: Page, meetpagina: Page, kapot: Website
) -> None:
    kapot.plant("kapot/", "<link rel='stylesheet' href='../kapot.css'><p><a href='#x'>Link</a></p>")
    kapot.geplant["/kapot.css"] = (
        b".kb.kb.kb a[href='#x']:focus-visible { outline: 3px solid #eee; box-shadow: none; }"
    )
    page.goto(kapot.url("kapot/"))
    page.keyboard.press("Tab")
    stop = page.query_selector("a[href='#x']")
    goed = page.query_selector(".kb-woordmerk")
    assert stop is not None
    assert goed is not None
    genoeg, nodig = _pixels(meetpagina, page, stop)
    assert genoeg < nodig
    genoeg, nodig = _pixels(meetpagina, page, goed)
    assert genoeg >= nodig


@pytest.mark.parametrize("breedte", [SMAL, 1280])
def test_no_stop_is_off_screen_or_covered(
    breedte: int, page: Page, site: Website, soorten: dict[str, str]
) -> None:
    page.set_viewport_size({"width": breedte, "height": HOOGTE})
    fouten = []
    for pad in soorten.values():
        page.goto(site.url(pad))
        gevonden = page.evaluate(STOPS)
        assert gevonden["aantal"] > 10
        fouten += [f"/{pad} {wat}" for wat in gevonden["onzichtbaar"] + gevonden["bedekt"]]
    assert not fouten, "\n".join(fouten[:30])


def test_the_gate_sees_a_stop_off_screen_or_covered(page: Page, kapot: Website) -> None:
    kapot.plant(
        "kapot/",
        "<link rel='stylesheet' href='../kapot.css'><p><a class='weg' href='#x'>Weg</a></p>"
        "<p><a class='dicht' href='#y'>Onzichtbaar</a></p>"
        "<p class='vak'><a href='#z'>Bedekt</a><span class='over'>Hier</span></p>",
    )
    kapot.geplant["/kapot.css"] = (
        b".weg { position: fixed; left: -999px; } .dicht { opacity: 0; }"
        b".vak { position: relative; } .over { position: absolute; inset: 0; background: #fff; }"
    )
    page.goto(kapot.url("kapot/"))
    gevonden = page.evaluate(STOPS)
    assert len(gevonden["onzichtbaar"]) == 2
    (bedekt,) = gevonden["bedekt"]
    assert "Bedekt" in bedekt


def _volgorde_mis(page: Page, adres: str) -> list[str]:
    """Return the stops that Tab does not reach in the order of the page."""
    page.goto(adres)
    page.evaluate("window.__volgorde = []")
    aantal = len(page.query_selector_all("a[href], button, input"))
    for _ in range(aantal):
        page.keyboard.press("Tab")
        page.evaluate("window.__volgorde.push(document.activeElement)")
    page.evaluate(STOPS)
    gemist: list[str] = page.evaluate(
        "window.__stops.filter((deel, i) => deel !== window.__volgorde[i])"
        ".map((deel) => deel.outerHTML.slice(0, 100))"
    )
    return gemist + mis({"genoeg stops": page.evaluate("window.__stops.length > 30")})


def test_tab_follows_the_order_of_the_page(page: Page, site: Website) -> None:
    """The other tests put the focus by script; here the key itself is pressed."""
    assert _volgorde_mis(page, site.url("overzicht/")) == []


@pytest.mark.parametrize(
    "fout",
    ["<p><a href='#x' tabindex='1'>Eerst</a></p>", "<script src='../val.js'></script>"],
    ids=["andere volgorde", "val"],
)
def test_the_gate_sees_another_order_and_a_trap(fout: str, page: Page, kapot: Website) -> None:
    kapot.plant("kapot/", fout)
    kapot.geplant["/val.js"] = (
        b"document.querySelector('#kb-zoek-q').addEventListener('keydown', (e) => {"
        b" if (e.key === 'Tab') e.preventDefault(); });"
    )
    assert _volgorde_mis(page, kapot.url("kapot/"))


def _sprong_mis(page: Page, adres: str) -> list[str]:
    """Return what is wrong with the skip link of a page."""
    page.goto(adres)
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement.className") != "kb-sprong":
        return ["is niet de eerste stop"]
    page.keyboard.press("Enter")
    op_inhoud = page.evaluate("document.activeElement.id") == "inhoud"
    return mis({"zet de focus op de inhoud": op_inhoud})


def test_the_skip_link_moves_the_focus(page: Page, site: Website, soorten: dict[str, str]) -> None:
    for pad in (*soorten.values(), "bestaat/niet/"):
        assert _sprong_mis(page, site.url(pad)) == [], pad


@pytest.mark.parametrize(
    ("oud", "nieuw", "vondst"),
    [
        (' class="kb-sprong"', ' class="kb-sprong" tabindex="-1"', "is niet de eerste stop"),
        ('id="inhoud"', 'id="elders"', "zet de focus op de inhoud"),
        ('class="kb-main" tabindex="-1"', 'class="kb-main"', "zet de focus op de inhoud"),
    ],
)
def test_the_gate_sees_a_skip_link_that_fails(
    oud: str, nieuw: str, vondst: str, page: Page, kapot: Website
) -> None:
    kapot.verander("privacy/", oud, nieuw)
    assert _sprong_mis(page, kapot.url("privacy/")) == [vondst]


def _menu_mis(smal: Page, adres: str) -> list[str]:
    """Return what opening the menu and closing it with Escape does not do."""
    smal.goto(adres)
    knop, menu = smal.locator("button.kb-menuknop"), smal.locator("#hoofdmenu")
    knop.focus()
    smal.keyboard.press("Enter")
    waar = {
        "Enter zegt: open": knop.get_attribute("aria-expanded") == "true",
        "Enter opent": menu.is_visible(),
    }
    smal.locator("#hoofdmenu a").nth(2).focus()
    smal.keyboard.press("Escape")
    waar |= {
        "Escape zegt: dicht": knop.get_attribute("aria-expanded") == "false",
        "Escape sluit": not menu.is_visible(),
        "focus terug op de knop": knop.evaluate("(deel) => document.activeElement === deel"),
    }
    return mis(waar)


def test_escape_closes_the_menu_and_returns_the_focus(smal: Page, site: Website) -> None:
    assert _menu_mis(smal, site.url("privacy/")) == []


@pytest.mark.parametrize(
    ("fout", "vondsten"),
    [
        (("assets/js/pagina.js", ",r.focus()", ""), ["focus terug op de knop"]),
        (
            ("assets/js/pagina.js", "a(!1),r.focus", "r.focus"),
            ["Escape zegt: dicht", "Escape sluit"],
        ),
        (("assets/js/pagina.js", "String(s)", "'true'"), ["Enter opent", "Escape zegt: dicht"]),
        (
            ("assets/js/pagina.js", '"aria-expanded",String(s)', '"data-open",""'),
            ["Enter zegt: open", "Enter opent", "Escape zegt: dicht"],
        ),
        (
            (
                "assets/css/kennisbank.css",
                ".kb-kop--open .kb-menu { display: block; }",
                ".kb-menu.kb-menu { display: block; }",
            ),
            ["Escape sluit"],
        ),
    ],
)
def test_the_gate_sees_a_menu_that_fails(
    fout: Fout, vondsten: list[str], smal: Page, kapot: Website
) -> None:
    kapot.verander(*fout)
    assert _menu_mis(smal, kapot.url("privacy/")) == vondsten


def _suggesties_mis(page: Page, adres: str) -> list[str]:
    """Return what choosing from the suggestions and closing them with Escape does not do."""
    page.goto(adres)
    veld, lijst = page.locator("#kb-zoek-q"), page.locator("#kb-zoek-q-lijst")
    veld.press_sequentially("schuld")
    lijst.wait_for(state="visible")
    waar = {"zegt dat de lijst open is": veld.get_attribute("aria-expanded") == "true"}
    page.keyboard.press("ArrowDown")
    waar["pijl kiest"] = bool(veld.get_attribute("aria-activedescendant"))
    page.keyboard.press("Escape")
    waar |= {
        "Escape sluit": lijst.is_hidden(),
        "focus blijft in het veld": veld.evaluate("(deel) => document.activeElement === deel"),
    }
    return mis(waar)


def test_escape_closes_the_suggestions_and_keeps_the_focus(page: Page, site: Website) -> None:
    assert _suggesties_mis(page, site.url("privacy/")) == []


@pytest.mark.parametrize(
    ("oud", "nieuw", "vondst"),
    [
        (r'"aria-expanded",String\(\w+\.open\)', '"data-x",""', "zegt dat de lijst open is"),
        (r'"aria-activedescendant",\w+\.id', '"data-x",""', "pijl kiest"),
        (r"(\w+\(\w+\?\{)open:!1,", r"\1", "Escape sluit"),
        (
            r"(\w+\.own&&(\w+)\.preventDefault\(\),)",
            r"\1\2.key==='Escape'&&\2.target.blur(),",
            "focus blijft in het veld",
        ),
    ],
)
def test_the_gate_sees_suggestions_that_fail(
    oud: str, nieuw: str, vondst: str, page: Page, kapot: Website
) -> None:
    kapot.verander("assets/js/zoek-ui.js", re.compile(oud), nieuw)
    assert _suggesties_mis(page, kapot.url("privacy/")) == [vondst]


TOETSEN = [*"abcdefghijklmnopqrstuvwxyz0123456789", "/", ".", ",", "?", "Escape", "#", "+", "-"]


def _gevolgen(page: Page, adres: str) -> list[str]:
    """Return which single keys do something on a page where nothing has the focus."""

    def begin() -> None:
        page.goto(adres, wait_until="networkidle")
        page.evaluate(
            "window.__anders = 0;"
            "new MutationObserver((lijst) => { window.__anders += lijst.length; })"
            ".observe(document, { subtree: true, childList: true, attributes: true })"
        )

    begin()
    gevolgen = []
    for toets in TOETSEN:
        page.keyboard.press(toets)
        stil = page.evaluate(
            "document.activeElement === document.body && window.__anders === 0 && scrollY === 0"
        )
        if not stil or page.url != adres:
            gevolgen.append(toets)
            begin()
    return gevolgen


def test_no_single_key_does_anything(page: Page, site: Website) -> None:
    for pad in ("privacy/", "zoeken/", "leerpunten/", "gemeenten/"):
        assert _gevolgen(page, site.url(pad)) == []


def test_the_gate_sees_a_single_key_that_does_something(page: Page, kapot: Website) -> None:
    kapot.plant("kapot/", "<script src='../kapot.js'></script>")
    kapot.geplant["/kapot.js"] = (
        b"addEventListener('keydown', (e) => {"
        b" if (e.key === '/') document.querySelector('input').focus(); });"
    )
    assert "/" in _gevolgen(page, kapot.url("kapot/"))
