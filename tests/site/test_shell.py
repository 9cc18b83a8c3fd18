"""The shell: every placeholder is needed, filled in once, and nothing of a page becomes one."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from markupsafe import Markup

from macros.corpus.read_log import ReadLog
from macros.pages.pagina import Pagina
from macros.site.shell import (
    CITATION,
    CONTENTS,
    DATA,
    DESCRIPTION,
    PAD,
    TITEL,
    Shell,
    ShellError,
    menumerk,
    read_shell,
)
from tests.pages.helpers import make_shell, one

MENU = {"wetten/": "wetten/", "wetsvoorstellen/": "wetten/", "vragen/": "feiten/"}
HTML = (
    f'<title>{TITEL}</title><meta content="{DESCRIPTION}">{DATA}<a{menumerk("wetten/")}></a>'
    f"<b class='b{CONTENTS}'></b><p>kbstempelinhoud</p>{CITATION.titel} {PAD}"
)


PAGINA = Pagina("wetten/awir/", "Titel", "Omschrijving", Markup("<h1>Kop</h1>"), ReadLog())


def _pagina(pad: str = PAGINA.pad, **velden: Any) -> Pagina:  # noqa: ANN401 - the fields are typed
    return dataclasses.replace(PAGINA, pad=pad, **velden)


def test_each_place_holds_what_belongs_there() -> None:
    html = make_shell(MENU).fill(_pagina(titel="Awir", description="Over toeslagen"))
    assert one(html, "title").text() == "Awir"
    assert one(html, "meta").attributes["content"] == "Over toeslagen"
    assert one(html, "h1").text() == "Kop"
    assert html.endswith("<p>Awir, https://x.example/wetten/awir/</p>")
    assert "kbstempel" not in html
    assert PAD not in html


def test_a_page_with_data_has_them_in_its_head_and_no_other() -> None:
    shell = make_shell(MENU)
    block = '<script type="application/ld+json">{}</script>'
    assert one(shell.fill(_pagina(), block), "head script").text() == "{}"
    assert "<script" not in shell.fill(_pagina())


def test_the_article_is_told_whether_a_list_of_contents_stands_beside_it() -> None:
    beside = Markup('<h1>Kop</h1><nav class="kb-inhoud"></nav>')
    for inhoud, expected in ((PAGINA.inhoud, "kb-artikel"), (beside, "kb-artikel kb-met-inhoud")):
        html = make_shell(MENU).fill(_pagina(inhoud=inhoud))
        assert one(html, "article").attributes["class"] == expected


@pytest.mark.parametrize("veld", ["titel", "description", "kop"])
def test_no_text_of_a_page_becomes_markup(veld: str) -> None:
    html = make_shell(MENU).fill(_pagina(**{veld: "\"><img src=x>'&"}))
    assert "<img" not in html
    assert "&quot;&gt;&lt;img src=x&gt;&#x27;&amp;" in html


def test_a_text_that_looks_like_a_placeholder_stays_that_text() -> None:
    inhoud = Markup(f"<p>{CITATION.titel} {PAD}</p>")  # noqa: S704 - typed here
    html = make_shell(MENU).fill(_pagina(titel=DESCRIPTION, description=TITEL, inhoud=inhoud))
    assert one(html, "title").text() == DESCRIPTION
    assert one(html, "meta").attributes["content"] == TITEL
    assert f"<p>{CITATION.titel} {PAD}</p>" in html


@pytest.mark.parametrize(
    ("pad", "part"),
    [("wetten/awir/", "wetten/"), ("wetsvoorstellen/x/", "wetten/"), ("vragen/y/", "feiten/")],
)
def test_the_part_of_the_menu_is_marked_and_no_other(pad: str, part: str) -> None:
    html = make_shell(MENU).fill(_pagina(pad))
    assert one(html, "[aria-current]").attributes == {
        "href": f"../../{part}",
        "aria-current": "true",
    }


@pytest.mark.parametrize(
    "way", ["<p>kbstempelinhoud</p>", CONTENTS, TITEL, DESCRIPTION, DATA, CITATION.titel, PAD]
)
def test_a_missing_placeholder_stops_the_build(way: str) -> None:
    assert read_shell(HTML, {"wetten/": "wetten/"}).stukken
    with pytest.raises(ShellError, match=way.strip()):
        read_shell(HTML.replace(way, ""), {"wetten/": "wetten/"})


def test_a_part_of_the_menu_without_a_placeholder_stops_the_build() -> None:
    with pytest.raises(ShellError, match="feiten/"):
        read_shell(HTML, MENU)


def test_the_links_of_the_shell_fit_a_page_one_folder_nearer_to_the_root() -> None:
    stukken = [
        '<a href="../../">',
        TITEL,
        '<a href="../.."><a href="../../wetten/"><a href="x/../../y">',
    ]
    filled = Shell(stukken, {"wetten/": "wetten/"}).fill(_pagina("wetten/"))
    assert filled.startswith('<a href="../">')
    assert filled.endswith('<a href=".."><a href="../wetten/"><a href="x/../../y">')


@pytest.mark.parametrize("pad", ["", "wetten/awir/artikel-1/", "wetten/awir"])
def test_a_page_whose_links_would_break_stops_the_build(pad: str) -> None:
    with pytest.raises(ShellError, match="niet zo diep"):
        make_shell({pad.partition("/")[0] + "/": "wetten/"}).fill(_pagina(pad))


def test_a_page_outside_the_menu_stops_the_build() -> None:
    with pytest.raises(ShellError, match="begrippen/, en dat staat niet in een deel"):
        make_shell(MENU).fill(_pagina("begrippen/pmm/"))
