"""The shell: every placeholder is needed, filled in once, and nothing of a page becomes one."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from markupsafe import Markup

from macros.pages.pagina import Pagina
from macros.site.omhulsel import (
    CITAAT,
    OMSCHRIJVING,
    PAD,
    TITEL,
    OmhulselFout,
    lees_omhulsel,
    menumerk,
)
from tests.pages.hulp import een, maak_omhulsel

MENU = {"wetten/": "wetten/", "wetsvoorstellen/": "wetten/", "vragen/": "feiten/"}
HTML = (
    f'<title>{TITEL}</title><meta content="{OMSCHRIJVING}"><a{menumerk("wetten/")}></a>'
    f"<p>kbstempelinhoud</p>{CITAAT.titel} {PAD}"
)


PAGINA = Pagina("wetten/awir/", "Titel", "Omschrijving", Markup("<h1>Kop</h1>"), set())


def _pagina(pad: str = PAGINA.pad, **velden: Any) -> Pagina:  # noqa: ANN401 - the fields are typed
    return dataclasses.replace(PAGINA, pad=pad, **velden)


def test_each_place_holds_what_belongs_there() -> None:
    html = maak_omhulsel(MENU).vul(_pagina(titel="Awir", omschrijving="Over toeslagen"))
    assert een(html, "title").text() == "Awir"
    assert een(html, "meta").attributes["content"] == "Over toeslagen"
    assert een(html, "h1").text() == "Kop"
    assert html.endswith("<p>Awir, https://x.example/wetten/awir/</p>")
    assert "kbstempel" not in html
    assert PAD not in html


@pytest.mark.parametrize("veld", ["titel", "omschrijving", "kop"])
def test_no_text_of_a_page_becomes_markup(veld: str) -> None:
    html = maak_omhulsel(MENU).vul(_pagina(**{veld: "\"><img src=x>'&"}))
    assert "<img" not in html
    assert "&quot;&gt;&lt;img src=x&gt;&#x27;&amp;" in html


def test_a_text_that_looks_like_a_placeholder_stays_that_text() -> None:
    html = maak_omhulsel(MENU).vul(
        _pagina(titel=OMSCHRIJVING, omschrijving=TITEL, inhoud=Markup(f"<p>{CITAAT.titel} {PAD}</p>"))  # noqa: S704 - typed here
    )
    assert een(html, "title").text() == OMSCHRIJVING
    assert een(html, "meta").attributes["content"] == TITEL
    assert f"<p>{CITAAT.titel} {PAD}</p>" in html


@pytest.mark.parametrize(
    ("pad", "deel"),
    [("wetten/awir/", "wetten/"), ("wetsvoorstellen/x/", "wetten/"), ("vragen/y/", "feiten/")],
)
def test_the_part_of_the_menu_is_marked_and_no_other(pad: str, deel: str) -> None:
    html = maak_omhulsel(MENU).vul(_pagina(pad))
    assert een(html, "[aria-current]").attributes == {
        "href": f"../../{deel}",
        "aria-current": "true",
    }


@pytest.mark.parametrize("weg", ["<p>kbstempelinhoud</p>", TITEL, OMSCHRIJVING, CITAAT.titel, PAD])
def test_a_missing_placeholder_stops_the_build(weg: str) -> None:
    assert lees_omhulsel(HTML, {"wetten/": "wetten/"}).stukken
    with pytest.raises(OmhulselFout, match=weg):
        lees_omhulsel(HTML.replace(weg, ""), {"wetten/": "wetten/"})


def test_a_part_of_the_menu_without_a_placeholder_stops_the_build() -> None:
    with pytest.raises(OmhulselFout, match="feiten/"):
        lees_omhulsel(HTML, MENU)


@pytest.mark.parametrize("pad", ["wetten/", "wetten/awir/artikel-1/", "wetten/awir"])
def test_a_page_whose_links_would_break_stops_the_build(pad: str) -> None:
    with pytest.raises(OmhulselFout, match="niet zo diep"):
        maak_omhulsel({pad.partition("/")[0] + "/": "wetten/"}).vul(_pagina(pad))


def test_a_page_outside_the_menu_stops_the_build() -> None:
    with pytest.raises(OmhulselFout, match="begrippen/, en dat staat niet in een deel"):
        maak_omhulsel(MENU).vul(_pagina("begrippen/pmm/"))
