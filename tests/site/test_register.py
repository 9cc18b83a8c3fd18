"""Two makers of one file are told of by name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from macros.model.hulpmiddel import Aanhaling
from macros.pages.recordpaginas import alle_paginas
from macros.site.bouw import Zoekindex, bouw
from macros.site.register import DubbelPadFout, Register
from tests.fabriek import een_van_elk, herbouwd, maak_bewering, maak_corpus, maak_instrument
from tests.pages.hulp import maak_omhulsel

INDEX = Zoekindex("assets/zoek/zoekindex-1.json", "{}")


def test_each_file_has_one_maker() -> None:
    register = Register({"index.html": "docs/index.md"})
    register.meld("sitemap.xml", "de sitemap")
    for wie in ("de sitemap", "iets anders"):
        with pytest.raises(DubbelPadFout, match=f"sitemap.xml .*: de sitemap en {wie}"):
            register.meld("sitemap.xml", wie)
    with pytest.raises(DubbelPadFout, match=r"docs/index.md en de voorpagina"):
        register.meld("index.html", "de voorpagina")


@pytest.mark.parametrize(
    ("pad", "maker"),
    [
        ("sitemap.xml", "de sitemap"),
        ("begrippen/maatwerk/index.html", "de pagina „Titel van maatwerk"),
        ("begrippen/citeer.bib", "de verwijzingen van /begrippen/"),
        ("assets/zoekindex.js", "de naam van de zoekindex"),
        ("assets/zoek/zoekindex-1.js", "de zoekindex als script"),
    ],
)
def test_a_told_page_or_picture_cannot_take_the_place_of_what_we_make(pad: str, maker: str) -> None:
    with pytest.raises(DubbelPadFout, match=f"docs/x.md en {maker}"):
        list(_bouw({pad: "docs/x.md"}))


def test_without_such_a_page_each_file_is_made_once() -> None:
    paden = list(_bouw({"index.html": "docs/index.md"}))
    assert len(paden) == len(set(paden)) > 100
    assert {"sitemap.xml", "begrippen/maatwerk/index.html", "gemeenten/gemeenten.csv"} <= set(paden)


def _bouw(bezet: dict[str, str]) -> Iterator[str]:
    voor_wie = [maak_bewering(tekst="Ook wie niet meedoet, kan een casus indienen.")]
    loket = maak_instrument("landelijk-maatwerkloket", voor_wie=voor_wie, volgorde=2)
    klein = maak_corpus(*een_van_elk(), loket)
    indienen = Aanhaling(record=loket.id, veld="voor_wie", begint=loket.voor_wie[0].tekst)
    tabel = klein.gemeentetabel.model_copy(update={"indienen": indienen})
    klein = herbouwd(klein, gemeenten=tabel)
    boven = {pagina.boven: "index/" for pagina in alle_paginas(klein)}
    for bestand in bouw(klein, [], maak_omhulsel(boven), INDEX, bezet):
        yield bestand.pad
