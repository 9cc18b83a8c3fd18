"""Everything works by keyboard, and one always sees where one is."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, ElementHandle, Page

from tests.kwaliteit.measuring import HOOGTE, NARROW
from tests.kwaliteit.setup import Error, Website, faults, js
from tests.proof import Proof

pytestmark = pytest.mark.browser

MIN_CONTRAST = 3
MIN_THICKNESS = 2
"""Of the focus indicator: WCAG 1.4.11 and 2.4.13."""
EDGE = 12
"""Px around a stop that its indicator may take."""

STOPS = js("stops")

SOORTEN_STOPS = js("soorten_stops")

DIFFERENCE = js("verschil")

PLACE = """(deel) => { const { x, y, width, height } = deel.getClientRects()[0];
  return { x, y, width, height }; }"""


@pytest.fixture(scope="module")
def measuring_page(browser: Browser) -> Iterator[Page]:
    """Return an empty tab without a policy, to compare screenshots in."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def _pixels(measuring_page: Page, page: Page, stop: ElementHandle) -> tuple[int, float]:
    """Return how many pixels change enough when a stop gets the focus, and how many must."""
    # First with the focus: the skip link is not there without it.
    stop.evaluate("(deel) => { deel.focus(); deel.scrollIntoView({ block: 'center' }); }")
    box: dict[str, float] = stop.evaluate(PLACE)
    screen = page.viewport_size
    assert screen is not None
    links, above = max(0.0, box["x"] - EDGE), max(0.0, box["y"] - EDGE)
    right = min(screen["width"], box["x"] + box["width"] + EDGE)
    under = min(screen["height"], box["y"] + box["height"] + EDGE)
    crop: Any = {"x": links, "y": above, "width": right - links, "height": under - above}
    after = page.screenshot(clip=crop, animations="disabled", caret="hide")
    if stop.evaluate(PLACE) != box:  # a tool that starts late moves what stands below it
        return _pixels(measuring_page, page, stop)
    page.evaluate("document.activeElement.blur()")
    before = page.screenshot(clip=crop, animations="disabled", caret="hide")
    images = [base64.b64encode(image).decode() for image in (before, after)]
    enough = int(measuring_page.evaluate(DIFFERENCE, [*images, MIN_CONTRAST]))
    # Of what is larger than the screen, only the sides that are on it can show a ring.
    wide, high = min(box["width"], right - links), min(box["height"], under - above)
    horizontal = (box["y"] >= 0) + (box["y"] + box["height"] <= screen["height"])
    vertical = (box["x"] >= 0) + (box["x"] + box["width"] <= screen["width"])
    return enough, MIN_THICKNESS * (horizontal * wide + vertical * high)


def test_every_kind_of_stop_shows_the_focus(
    page: Page, measuring_page: Page, site: Website, soorten: dict[str, str], proof: Proof
) -> None:
    """Each stop is grouped with those that look the same; of each group one is photographed."""
    gezien: set[tuple[str, str]] = set()
    stops, zwak = 0, []
    for schema in ("light", "dark"):
        page.emulate_media(color_scheme=schema)
        for pad in soorten.values():
            page.goto(site.url(pad))
            page.keyboard.press("Tab")  # from now on the browser takes focus as by keyboard
            soort_of = page.evaluate(SOORTEN_STOPS)
            stops += len(soort_of)
            for nummer, soort in enumerate(soort_of):
                if (schema, soort) in gezien:
                    continue
                gezien.add((schema, soort))
                stop = page.evaluate_handle("(i) => window.__stops[i]", nummer).as_element()
                assert stop is not None
                enough, needed = _pixels(measuring_page, page, stop)
                if enough < needed:
                    zwak.append(f"/{pad} [{schema}] {enough} van {needed:.0f} px: {soort}")
    proof(
        "focus",
        stops=stops,
        soorten_gefotografeerd=len(gezien),
        zonder_zichtbare_focus=len(zwak),
    )
    assert not zwak, "\n".join(zwak[:20])


def test_the_focus_gate_closes_on_a_ring_nobody_sees(
    page: Page, measuring_page: Page, broken: Website
) -> None:
    broken.plant(
        "kapot/", "<link rel='stylesheet' href='../kapot.css'><p><a href='#x'>Link</a></p>"
    )
    broken.planted["/kapot.css"] = (
        b".kb.kb.kb a[href='#x']:focus-visible { outline: 3px solid #eee; box-shadow: none; }"
    )
    page.goto(broken.url("kapot/"))
    page.keyboard.press("Tab")
    stop = page.query_selector("a[href='#x']")
    good = page.query_selector(".kb-woordmerk")
    assert stop is not None
    assert good is not None
    enough, needed = _pixels(measuring_page, page, stop)
    assert enough < needed
    enough, needed = _pixels(measuring_page, page, good)
    assert enough >= needed


@pytest.mark.parametrize("breedte", [NARROW, 1280])
def test_no_stop_is_off_screen_or_covered(
    breedte: int, page: Page, site: Website, soorten: dict[str, str]
) -> None:
    page.set_viewport_size({"width": breedte, "height": HOOGTE})
    errors = []
    for pad in soorten.values():
        page.goto(site.url(pad))
        found = page.evaluate(STOPS)
        assert found["aantal"] > 10
        errors += [f"/{pad} {wat}" for wat in found["onzichtbaar"] + found["bedekt"]]
    assert not errors, "\n".join(errors[:30])


def test_the_gate_sees_a_stop_off_screen_or_covered(page: Page, broken: Website) -> None:
    broken.plant(
        "kapot/",
        "<link rel='stylesheet' href='../kapot.css'><p><a class='weg' href='#x'>Weg</a></p>"
        "<p><a class='dicht' href='#y'>Onzichtbaar</a></p>"
        "<p class='vak'><a href='#z'>Bedekt</a><span class='over'>Hier</span></p>",
    )
    broken.planted["/kapot.css"] = (
        b".weg { position: fixed; left: -999px; } .dicht { opacity: 0; }"
        b".vak { position: relative; } .over { position: absolute; inset: 0; background: #fff; }"
    )
    page.goto(broken.url("kapot/"))
    found = page.evaluate(STOPS)
    assert len(found["onzichtbaar"]) == 2
    (covered,) = found["bedekt"]
    assert "Bedekt" in covered


def _order_faults(page: Page, adres: str) -> list[str]:
    """Return the stops that Tab does not reach in the order of the page."""
    page.goto(adres)
    page.evaluate("window.__volgorde = []")
    aantal = len(page.query_selector_all("a[href], button, input"))
    for _ in range(aantal):
        page.keyboard.press("Tab")
        page.evaluate("window.__volgorde.push(document.activeElement)")
    page.evaluate(STOPS)
    missed: list[str] = page.evaluate(
        "window.__stops.filter((deel, i) => deel !== window.__volgorde[i])"
        ".map((deel) => deel.outerHTML.slice(0, 100))"
    )
    return missed + faults({"genoeg stops": page.evaluate("window.__stops.length > 30")})


def test_tab_follows_the_order_of_the_page(page: Page, site: Website) -> None:
    """The other tests put the focus by script; here the key itself is pressed."""
    assert _order_faults(page, site.url("overzicht/")) == []


@pytest.mark.parametrize(
    "error",
    ["<p><a href='#x' tabindex='1'>Eerst</a></p>", "<script src='../val.js'></script>"],
    ids=["andere volgorde", "val"],
)
def test_the_gate_sees_another_order_and_a_trap(error: str, page: Page, broken: Website) -> None:
    broken.plant("kapot/", error)
    broken.planted["/val.js"] = (
        b"document.querySelector('#kb-zoek-q').addEventListener('keydown', (e) => {"
        b" if (e.key === 'Tab') e.preventDefault(); });"
    )
    assert _order_faults(page, broken.url("kapot/"))


def _skip_link_faults(page: Page, adres: str) -> list[str]:
    """Return what is wrong with the skip link of a page."""
    page.goto(adres)
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement.className") != "kb-sprong":
        return ["is niet de eerste stop"]
    page.keyboard.press("Enter")
    on_contents = page.evaluate("document.activeElement.id") == "inhoud"
    return faults({"zet de focus op de inhoud": on_contents})


def test_the_skip_link_moves_the_focus(page: Page, site: Website, soorten: dict[str, str]) -> None:
    for pad in (*soorten.values(), "bestaat/niet/"):
        assert _skip_link_faults(page, site.url(pad)) == [], pad


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        (' class="kb-sprong"', ' class="kb-sprong" tabindex="-1"', "is niet de eerste stop"),
        ('id="inhoud"', 'id="elders"', "zet de focus op de inhoud"),
        ('class="kb-main" tabindex="-1"', 'class="kb-main"', "zet de focus op de inhoud"),
    ],
)
def test_the_gate_sees_a_skip_link_that_fails(
    old: str, new: str, finding: str, page: Page, broken: Website
) -> None:
    broken.change("privacy/", old, new)
    assert _skip_link_faults(page, broken.url("privacy/")) == [finding]


def _menu_faults(narrow: Page, adres: str) -> list[str]:
    """Return what opening the menu and closing it with Escape does not do."""
    narrow.goto(adres)
    button, menu = narrow.locator("button.kb-menuknop"), narrow.locator("#hoofdmenu")
    button.focus()
    narrow.keyboard.press("Enter")
    where = {
        "Enter zegt: open": button.get_attribute("aria-expanded") == "true",
        "Enter opent": menu.is_visible(),
        "de knop zegt: Sluit": button.inner_text() == "Sluit",
    }
    narrow.locator("#hoofdmenu a").nth(2).focus()
    narrow.keyboard.press("Escape")
    where |= {
        "Escape zegt: dicht": button.get_attribute("aria-expanded") == "false",
        "Escape sluit": not menu.is_visible(),
        "de knop zegt: Menu": button.inner_text() == "Menu",
        "focus terug op de knop": button.evaluate("(deel) => document.activeElement === deel"),
    }
    return faults(where)


def test_escape_closes_the_menu_and_returns_the_focus(narrow: Page, site: Website) -> None:
    assert _menu_faults(narrow, site.url("privacy/")) == []


OPENED = re.compile(r'("aria-expanded"),String\(\w\)')
"""Where the script says whether the menu is open; the bundler chooses the name of the variable."""


@pytest.mark.parametrize(
    ("error", "findings"),
    [
        (("assets/js/pagina.js", ",r.focus()", ""), ["focus terug op de knop"]),
        (
            ("assets/js/pagina.js", "a(!1),r.focus", "r.focus"),
            ["Escape zegt: dicht", "Escape sluit", "de knop zegt: Menu"],
        ),
        (
            ("assets/js/pagina.js", OPENED, r"\1,'true'"),
            ["Enter opent", "de knop zegt: Sluit", "Escape zegt: dicht"],
        ),
        (
            ("assets/js/pagina.js", OPENED, '"data-open",""'),
            ["Enter zegt: open", "Enter opent", "de knop zegt: Sluit", "Escape zegt: dicht"],
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
    error: Error, findings: list[str], narrow: Page, broken: Website
) -> None:
    broken.change(*error)
    assert _menu_faults(narrow, broken.url("privacy/")) == findings


def _suggestion_faults(page: Page, adres: str) -> list[str]:
    """Return what choosing from the suggestions and closing them with Escape does not do."""
    page.goto(adres)
    veld, lijst = page.locator("#kb-zoek-q"), page.locator("#kb-zoek-q-lijst")
    veld.press_sequentially("schuld")
    lijst.wait_for(state="visible")
    where = {"zegt dat de lijst open is": veld.get_attribute("aria-expanded") == "true"}
    page.keyboard.press("ArrowDown")
    where["pijl kiest"] = bool(veld.get_attribute("aria-activedescendant"))
    page.keyboard.press("Escape")
    where |= {
        "Escape sluit": lijst.is_hidden(),
        "focus blijft in het veld": veld.evaluate("(deel) => document.activeElement === deel"),
    }
    return faults(where)


def test_escape_closes_the_suggestions_and_keeps_the_focus(page: Page, site: Website) -> None:
    assert _suggestion_faults(page, site.url("privacy/")) == []


@pytest.mark.parametrize(
    ("old", "new", "finding"),
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
    old: str, new: str, finding: str, page: Page, broken: Website
) -> None:
    broken.change("assets/js/zoek-ui.js", re.compile(old), new)
    assert _suggestion_faults(page, broken.url("privacy/")) == [finding]


KEYSTROKES = [*"abcdefghijklmnopqrstuvwxyz0123456789", "/", ".", ",", "?", "Escape", "#", "+", "-"]


def _effects(page: Page, adres: str) -> list[str]:
    """Return which single keys do something on a page where nothing has the focus."""

    def begin() -> None:
        page.goto(adres, wait_until="networkidle")
        page.evaluate(
            "window.__anders = 0;"
            "new MutationObserver((lijst) => { window.__anders += lijst.length; })"
            ".observe(document, { subtree: true, childList: true, attributes: true })"
        )

    begin()
    effects = []
    for keystroke in KEYSTROKES:
        page.keyboard.press(keystroke)
        quiet = page.evaluate(
            "document.activeElement === document.body && window.__anders === 0 && scrollY === 0"
        )
        if not quiet or page.url != adres:
            effects.append(keystroke)
            begin()
    return effects


def test_no_single_key_does_anything(page: Page, site: Website) -> None:
    for pad in ("privacy/", "zoeken/", "leerpunten/", "gemeenten/"):
        assert _effects(page, site.url(pad)) == []


def test_the_gate_sees_a_single_key_that_does_something(page: Page, broken: Website) -> None:
    broken.plant("kapot/", "<script src='../kapot.js'></script>")
    broken.planted["/kapot.js"] = (
        b"addEventListener('keydown', (e) => {"
        b" if (e.key === '/') document.querySelector('input').focus(); });"
    )
    assert "/" in _effects(page, broken.url("kapot/"))
