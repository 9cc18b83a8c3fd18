"""What the eye sees first: one measure for text, the width in use, one row of buttons and menu."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.kwaliteit.setup import Website, unfold

pytestmark = pytest.mark.browser

WIDE: ViewportSize = {"width": 1280, "height": 900}
TABLET: ViewportSize = {"width": 768, "height": 1024}
PHONE: ViewportSize = {"width": 360, "height": 740}
KINDS = (
    "leerpunten/alo-kop/",
    "instrumenten/landelijk-maatwerkloket/",
    "wetten/awir/",
    "aansluiten/",
    "over/besluiten/",
    "overzicht/",
)


@pytest.fixture
def options() -> dict[str, Any]:
    return {"viewport": WIDE}


@pytest.mark.parametrize("pad", KINDS)
def test_text_of_every_size_has_one_measure(pagina: Page, adres: Website, pad: str) -> None:
    """In ``ch`` small print would end before the text above it, and a summary behind it."""
    pagina.goto(adres.url(pad))
    measures = pagina.locator("article > p, article > section > p, .kb-samenvatting").evaluate_all(
        "alineas => alineas.map((alinea) => getComputedStyle(alinea).maxInlineSize)"
    )
    assert len(set(measures)) == 1


@pytest.mark.parametrize("screen", [WIDE, TABLET], ids=["breed", "tablet"])
@pytest.mark.parametrize(
    ("pad", "entry"),
    [
        ("begrippen/", ".kb-begrippen > div"),
        ("bronnen/", ".kb-laag > .kb-bronnen > li, .kb-inhoud"),
        ("organisaties/", ".kb-kaarten > li"),
        ("overzicht/", ".kb-kolommen > section"),
    ],
)
def test_a_list_uses_the_width_of_the_screen(
    pagina: Page, adres: Website, pad: str, entry: str, screen: ViewportSize
) -> None:
    pagina.set_viewport_size(screen)
    pagina.goto(adres.url(pad))
    unfold(pagina)
    sides = pagina.locator(entry).evaluate_all(
        "regels => regels.filter((regel) => regel.checkVisibility())"
        ".map((regel) => regel.getBoundingClientRect()).map(({ left, right }) => [left, right])"
    )
    assert len({round(left) for left, _ in sides}) > 1
    # Half of the right third at least.
    assert max(right for _, right in sides) > screen["width"] * 5 / 6


@pytest.mark.parametrize("pad", ["leerpunten/alo-kop/", "aansluiten/", "bronnen/"])
def test_the_contents_stand_beside_the_text(pagina: Page, adres: Website, pad: str) -> None:
    pagina.goto(adres.url(pad))
    contents, title = pagina.locator(".kb-inhoud").bounding_box(), pagina.locator("h1")
    text = title.bounding_box()
    assert contents is not None
    assert text is not None
    assert contents["x"] > text["x"] + text["width"]
    assert contents["x"] + contents["width"] > WIDE["width"] * 5 / 6


def test_the_years_stay_beside_the_timeline(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("gebeurtenissen/"))
    years = pagina.locator(".kb-sprongen")
    pagina.locator(".kb-tijdlijn").last.scroll_into_view_if_needed()
    box = years.bounding_box()
    assert box is not None
    assert box["x"] > WIDE["width"] * 2 / 3
    assert 0 <= box["y"] < WIDE["height"]


def test_a_kind_of_sources_opens_where_one_jumps_to_it(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("bronnen/"))
    entries = pagina.locator("#kamerstuk + .kb-laag li")
    assert entries.first.is_visible() is False
    pagina.goto(adres.url("bronnen/#bron-k849"))
    entries.first.wait_for()


@pytest.mark.parametrize("pad", ["over/", "over/besluiten/", "overzicht/", "toegankelijkheid/"])
def test_the_menu_of_a_part_takes_one_row(pagina: Page, adres: Website, pad: str) -> None:
    pagina.goto(adres.url(pad))
    tops = pagina.locator(".kb-menu__deel > ul > li, .kb-menu__meer > summary").evaluate_all(
        "punten => punten.map((punt) => Math.round(punt.getBoundingClientRect().top))"
    )
    assert len(tops) > 1
    assert len(set(tops)) == 1


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize(
    "pad",
    ["leerpunten/alo-kop/", "gemeenten/gm0014/", "aansluiten/collegevoorstel/", "dossier/", ""],
)
def test_what_one_can_do_with_a_page_takes_one_row_of_a_phone(
    pagina: Page, adres: Website, pad: str, width: int
) -> None:
    pagina.set_viewport_size({"width": width, "height": 640})
    pagina.goto(adres.url(pad))
    pagina.get_by_role("button", name="Print of PDF").wait_for()
    for bar in pagina.locator(".kb-acties, [data-meenemen]").all():
        boxes = bar.locator("> :is(a, button)").evaluate_all(
            "knoppen => knoppen.map((knop) => { const { top, bottom } ="
            " knop.getBoundingClientRect(); return [Math.round(top), Math.round(bottom),"
            " knop.scrollWidth > knop.clientWidth]; })"
        )
        assert len(boxes) > 1
        assert len({tuple(box) for box in boxes}) == 1
        assert boxes[0][2] is False


@pytest.mark.parametrize("pad", [*KINDS, "", "vergelijken/?i=opleiden&i=systeemleren"])
def test_headings_and_buttons_are_not_hyphenated_and_text_is_in_dutch(
    pagina: Page, adres: Website, pad: str
) -> None:
    pagina.set_viewport_size(PHONE)
    pagina.goto(adres.url(pad))
    found = pagina.evaluate(
        """() => {
            const of = (selector) => [...new Set([...document.querySelectorAll(selector)]
                .map((one) => getComputedStyle(one).hyphens))];
            return {
                kop: of('h1, h2, h3, h4, button, summary, .kb-acties a, .kb-knoppen a'),
                tekst: of('main p:not(.kb-knoppen)'),
                taal: document.documentElement.lang,
            };
        }"""
    )
    assert found == {"kop": ["manual"], "tekst": ["auto"], "taal": "nl"}


_SIDE = 10
"""Width in px of the strip at the side of a table in which its shadow falls."""


@pytest.mark.parametrize(
    ("pad", "naam"),
    [
        ("gemeenten/vervallen/", "De 263 gemeenten"),
        ("leerpunten/alo-kop/", "Welke groep valt onder"),
        ("over/besluiten/009-eigen-zoekkern/", "Uitslagen van het examen"),
    ],
)
@pytest.mark.parametrize("colour", ["light", "dark"])
def test_a_table_that_goes_on_beside_the_screen_shows_it(
    pagina: Page, adres: Website, pad: str, naam: str, colour: Literal["light", "dark"]
) -> None:
    pagina.set_viewport_size(PHONE)
    pagina.emulate_media(color_scheme=colour)
    pagina.goto(adres.url(pad))
    pagina.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    table = pagina.locator(f".kb-tabel[aria-label^='{naam}']")
    table.scroll_into_view_if_needed()

    def side(shadow: str) -> bytes:
        table.evaluate("(one, shadow) => { one.style.backgroundImage = shadow; }", shadow)
        box = table.bounding_box()
        assert box is not None
        x = box["x"] + box["width"] - _SIDE
        clip = {"x": x, "y": max(0, box["y"]), "width": _SIDE, "height": 60}
        return pagina.screenshot(clip=clip)  # type: ignore[arg-type]  # a plain dict

    assert side("") != side("none")
    table.evaluate("one => { one.scrollLeft = one.scrollWidth; }")
    assert side("") == side("none")  # all of it has been seen


def test_the_state_of_a_municipality_is_in_sight_on_a_phone(pagina: Page, adres: Website) -> None:
    pagina.set_viewport_size(PHONE)
    pagina.goto(adres.url("gemeenten/#tabel-van-gemeenten"))
    cells = pagina.locator("[data-gemeententabel] tbody tr:nth-child(-n+40) td:nth-child(2)")
    ends = cells.evaluate_all(
        "cells => cells.map((cell) => { const range = document.createRange();"
        " range.selectNodeContents(cell); return range.getBoundingClientRect().right; })"
    )
    assert len(ends) == 40
    assert max(ends) <= PHONE["width"]


def test_the_files_of_a_kind_are_in_sight_on_a_phone(pagina: Page, adres: Website) -> None:
    pagina.set_viewport_size(PHONE)
    pagina.goto(adres.url("data/"))
    assert (
        pagina.locator(".kb-tabel").evaluate_all(
            "tables => tables.filter((one) => one.scrollWidth > one.clientWidth).length"
        )
        == 0
    )


TOOLS = ("Keuzehulp", "Mijn gemeente", "Vergelijken", "Dossier", "Wat is nieuw", "Open vragen")


@pytest.mark.parametrize("script", [True, False], ids=["script", "zonder script"])
def test_the_menu_of_a_phone_leads_to_every_tool(
    browser: Browser,
    adres: Website,
    script: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=script)
    pagina = context.new_page()
    pagina.goto(adres.url("wetten/awir/"))
    pagina.locator(".kb-menuknop").click()
    menu = pagina.locator("#hoofdmenu" if script else "#menu")
    for naam in TOOLS:
        expect(menu.get_by_role("link", name=naam, exact=True)).to_be_visible()
        expect(menu.get_by_role("link", name=naam, exact=True)).to_have_count(1)
    menu.get_by_role("link", name="Open vragen", exact=True).click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Open vragen")
    context.close()
