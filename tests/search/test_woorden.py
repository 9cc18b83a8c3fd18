from __future__ import annotations

from macros.blad.kaart import kaart, kaarten
from macros.model.kennis import Begrip
from macros.model.recht import Wet
from macros.search.artikelen import genoemde_artikelen
from macros.search.woorden import woorden_op_de_pagina
from tests.fabriek import (
    maak_begrip,
    maak_bewering,
    maak_corpus,
    maak_gemeente,
    maak_leerpunt,
    maak_vervallen,
    maak_wet,
)

STREEK = {"taal": "Fries", "bronnen": ["N24"], "stand": "ongedateerd"}


def _woorden(record: Begrip | Wet) -> list[str]:
    return woorden_op_de_pagina(kaart(maak_corpus(record), record), record)


def test_what_the_page_shows_is_apart_from_what_it_hides() -> None:
    begrip = maak_begrip(
        "kgb",
        ook=["kindtoeslag"],
        zoektermen=["geld voor kids"],
        alledaags=["kids"],
        engels=["child budget"],
    )
    assert _woorden(begrip) == ["kindtoeslag", "kids", "child budget"]


def test_the_page_of_a_law_shows_its_search_terms() -> None:
    wet = maak_wet("akw", zoektermen=["kinderbijslag"], alledaags=["kindergeld"])
    assert _woorden(wet) == ["kinderbijslag", "kindergeld"]


def test_a_municipality_has_its_regional_and_former_names_once() -> None:
    nu = maak_gemeente(naam="Leeuwarden", streeknamen=[{"naam": "Ljouwert", **STREEK}])
    oud = maak_vervallen("GM0001", naam="Sneek", streeknamen=[{"naam": "Snits", **STREEK}])
    zelfde = maak_vervallen("GM0002", naam="Leeuwarden")
    corpus = maak_corpus(gemeenten=[nu], vervallen=[oud, zelfde])
    (gemeente,) = (een for een in kaarten(corpus) if een.soort == "gemeente")
    assert set(woorden_op_de_pagina(gemeente, None)) == {"Ljouwert", "Sneek", "Snits"}


def test_articles_are_named_with_their_law_and_once() -> None:
    verwijzing = maak_bewering(
        wet="wet:awb",
        rol="knelt",
        artikelen=[{"artikel": "4:84"}, {"artikel": "4:84", "lid": "2"}, {"artikel": "3:4"}],
    )
    leerpunt = maak_leerpunt(wetten=[verwijzing])
    assert genoemde_artikelen(leerpunt) == [["wet:awb", "4:84"], ["wet:awb", "3:4"]]
    assert genoemde_artikelen(maak_begrip()) == []
    assert genoemde_artikelen(None) == []
