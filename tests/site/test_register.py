"""Two makers of one file are told of by name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import pytest

from macros.model.tool import Aanhaling
from macros.pages.record_pages import all_pages
from macros.search.parts import Part, SearchIndex
from macros.site.build import exports, search_files
from macros.site.register import DuplicatePathError, Register
from tests.factory import make_bewering, make_corpus, make_instrument, one_of_each, rebuilt
from tests.pages.helpers import make_shell

INDEX = SearchIndex(
    [Part("assets/zoek/zoeknamen-1.json", "{}")], [Part("assets/zoek/zoekteksten-1.json", "{}")]
)


def test_each_file_has_one_maker() -> None:
    register = Register({"index.html": "docs/index.md"})
    register.claim("sitemap.xml", "de sitemap")
    for who in ("de sitemap", "iets anders"):
        with pytest.raises(DuplicatePathError, match=f"sitemap.xml .*: de sitemap en {who}"):
            register.claim("sitemap.xml", who)
    with pytest.raises(DuplicatePathError, match=r"docs/index.md en de voorpagina"):
        register.claim("index.html", "de voorpagina")


@pytest.mark.parametrize(
    ("pad", "maker"),
    [
        ("sitemap.xml", "de sitemap"),
        ("begrippen/maatwerk/index.html", "de pagina „Titel van maatwerk"),
        ("begrippen/citeer.bib", "de verwijzingen van /begrippen/"),
        ("assets/zoekindex.js", "de namen van de zoekindex"),
        ("assets/zoek/zoeknamen-1.json", "de zoekindex"),
        ("assets/zoek/zoekteksten-1.js", "de zoekindex als script"),
    ],
)
def test_a_told_page_or_picture_cannot_take_the_place_of_what_we_make(pad: str, maker: str) -> None:
    with pytest.raises(DuplicatePathError, match=f"docs/x.md en {maker}"):
        list(_build({pad: "docs/x.md"}))


def test_without_such_a_page_each_file_is_made_once() -> None:
    paths = list(_build({"index.html": "docs/index.md"}))
    assert len(paths) == len(set(paths)) > 100
    assert {"sitemap.xml", "begrippen/maatwerk/index.html", "gemeenten/gemeenten.csv"} <= set(paths)


def _build(occupied: dict[str, str]) -> Iterator[str]:
    voor_wie = [make_bewering(tekst="Ook wie niet meedoet, kan een casus indienen.")]
    loket = make_instrument("landelijk-maatwerkloket", voor_wie=voor_wie, volgorde=2)
    small = make_corpus(*one_of_each(), loket)
    indienen = Aanhaling(record=loket.id, veld="voor_wie", begint=loket.voor_wie[0].tekst)
    table = small.gemeentetabel.model_copy(update={"indienen": indienen})
    small = rebuilt(small, gemeenten=table)
    above = {pagina.above: "index/" for pagina in all_pages(small)}
    files = chain(search_files(INDEX), exports(small, [], make_shell(above)))
    for file in Register(occupied).claimed(files):
        yield file.pad
