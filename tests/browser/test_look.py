"""What the eye sees first: one measure for text, the width in use, one row of buttons and menu."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.kwaliteit.setup import Website

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
    for layer in pagina.locator("section > .kb-laag > summary").all()[:2]:
        layer.click()
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
