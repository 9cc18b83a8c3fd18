from __future__ import annotations

import pytest

from macros.check import adressen
from tests.factory import (
    RawBlock,
    make_begrip,
    make_bewering,
    make_bron,
    make_corpus,
    only,
    pointed_at,
)

NAAM = "https://voorbeeld.nl/2023/pietersen-wil-vaker-kwijtschelden"


@pytest.mark.parametrize(("url", "ook"), [(NAAM, []), ("https://voorbeeld.nl/", [NAAM])])
def test_adres_zonder_naam_bites(url: str, ook: list[str]) -> None:
    corpus = make_corpus(
        make_bron(url=url, ook_te_vinden=ook),
        make_begrip(uitleg=[make_bewering(tekst="Het kabinet wil vaker kwijtschelden.")]),
    )
    error = only(adressen.adres_zonder_naam, corpus)
    assert error.wat == (
        "„pietersen” in dit adres staat nergens anders: is het de naam van een mens?"
    )
    assert "zet het bij woorden in data/bronadressen.yml" in error.remedy
    assert pointed_at(corpus, error) == NAAM


@pytest.mark.parametrize(
    "lijst",
    [
        {"woorden": ["voorbeeld", "pietersen", "vaker", "kwijtschelden"]},
        {"woorden": ["voorbeeld"], "met_naam": [{"adres": NAAM, "reden": "Er is geen ander."}]},
    ],
)
def test_adres_zonder_naam_does_not_over_bite(lijst: RawBlock) -> None:
    corpus = make_corpus(make_bron(url=NAAM), bronadressen=lijst)
    assert list(adressen.adres_zonder_naam(corpus)) == []


def test_an_address_may_hold_words_from_the_data_and_short_words() -> None:
    corpus = make_corpus(
        make_bron(titel="Kwijtschelden", url="https://voorbeeld.nl/kst/Kwijtschelden.html?id=9"),
        bronadressen={"woorden": ["voorbeeld", "html"]},
    )
    assert list(adressen.adres_zonder_naam(corpus)) == []


def test_an_excepted_address_that_no_bron_has_any_more_is_an_error() -> None:
    corpus = make_corpus(
        make_bron(url="https://voorbeeld.nl/"),
        bronadressen={
            "woorden": ["voorbeeld"],
            "met_naam": [{"adres": NAAM, "reden": "Er is geen ander."}],
        },
    )
    error = only(adressen.adres_zonder_naam, corpus)
    assert (error.veld, error.wat) == ("met_naam[1].adres", "geen bron heeft dit adres nog")
    assert pointed_at(corpus, error) == NAAM
