from __future__ import annotations

from macros.blad.card import card, cards
from macros.model.kennis import Begrip
from macros.model.recht import Wet
from macros.search.artikelen import named_artikelen
from macros.search.woorden import woorden_on_the_page
from tests.factory import (
    make_begrip,
    make_bewering,
    make_corpus,
    make_gemeente,
    make_leerpunt,
    make_vervallen,
    make_wet,
)

REGIONAL_NAME = {"taal": "Fries", "bronnen": ["N24"], "stand": "ongedateerd"}


def _woorden(record: Begrip | Wet) -> list[str]:
    return woorden_on_the_page(card(make_corpus(record), record), record)


def test_what_the_page_shows_is_apart_from_what_it_hides() -> None:
    begrip = make_begrip(
        "kgb",
        ook=["kindtoeslag"],
        zoektermen=["geld voor kids"],
        alledaags=["kids"],
        engels=["child budget"],
    )
    assert _woorden(begrip) == ["kindtoeslag", "kids", "child budget"]


def test_the_page_of_a_law_shows_its_search_terms() -> None:
    wet = make_wet("akw", zoektermen=["kinderbijslag"], alledaags=["kindergeld"])
    assert _woorden(wet) == ["kinderbijslag", "kindergeld"]


def test_a_municipality_has_its_regional_and_former_names_once() -> None:
    now = make_gemeente(naam="Leeuwarden", streeknamen=[{"naam": "Ljouwert", **REGIONAL_NAME}])
    old = make_vervallen("GM0001", naam="Sneek", streeknamen=[{"naam": "Snits", **REGIONAL_NAME}])
    same = make_vervallen("GM0002", naam="Leeuwarden")
    corpus = make_corpus(gemeenten=[now], vervallen=[old, same])
    (gemeente,) = (one for one in cards(corpus) if one.soort == "gemeente")
    assert set(woorden_on_the_page(gemeente, None)) == {"Ljouwert", "Sneek", "Snits"}


def test_articles_are_named_with_their_law_and_once() -> None:
    verwijzing = make_bewering(
        wet="wet:awb",
        rol="knelt",
        artikelen=[{"artikel": "4:84"}, {"artikel": "4:84", "lid": "2"}, {"artikel": "3:4"}],
    )
    leerpunt = make_leerpunt(wetten=[verwijzing])
    assert named_artikelen(leerpunt) == [["wet:awb", "4:84"], ["wet:awb", "3:4"]]
    assert named_artikelen(make_begrip()) == []
    assert named_artikelen(None) == []


def test_an_article_without_a_law_beside_it_is_of_the_law_itself() -> None:
    kern = make_bewering(plaats=[{"artikel": "3:4"}, {"artikel": "4:84"}])
    wet = make_wet("awb", artikelen=[kern])
    assert named_artikelen(wet) == [["wet:awb", "3:4"], ["wet:awb", "4:84"]]
