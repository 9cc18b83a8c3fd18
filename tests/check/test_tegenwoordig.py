from __future__ import annotations

import pytest

from macros.check import tegenwoordig
from tests.factory import (
    make_begrip,
    make_bewering,
    make_corpus,
    make_instrument,
    make_organisatie,
    only,
    pointed_at,
)

OLD = {"stand": "2021-03-25", "zekerheid": "secundair"}


@pytest.mark.parametrize(
    "tekst",
    ["De toegang loopt via het loket.", "Wie wil, kan bellen.", "Sluit aan. Dat kost niets."],
)
def test_handelen_kent_zijn_tijd_bites(tekst: str) -> None:
    corpus = make_corpus(make_instrument(contact=[make_bewering(tekst=tekst, **OLD)]))
    error = only(tegenwoordig.handelen_kent_zijn_tijd, corpus)
    assert error.veld == "contact[1].tekst"
    assert error.wat == "staat in de tegenwoordige tijd, maar is van 25 maart 2021"
    assert "noem het jaar in de zin" in error.remedy
    assert pointed_at(corpus, error) == tekst


def test_handelen_kent_zijn_tijd_bites_on_the_route_of_an_organisation_too() -> None:
    corpus = make_corpus(make_organisatie(maatwerk=[make_bewering(tekst="Bel het team.", **OLD)]))
    assert only(tegenwoordig.handelen_kent_zijn_tijd, corpus).veld == "maatwerk[1].tekst"


@pytest.mark.parametrize(
    "velden",
    [
        OLD | {"tekst": "In 2021 loopt de toegang via het loket."},
        OLD | {"tekst": "De toegang liep via het loket."},
        OLD | {"tekst": "Sinds de opening loopt de toegang via het loket."},
        {"tekst": "De toegang loopt via het loket.", "stand": "2024-11-21"},
        {"tekst": "De toegang loopt via het loket.", "stand": "2020/2025"},
        {"tekst": "De toegang loopt via het loket.", "stand": "ongedateerd"},
    ],
)
def test_handelen_kent_zijn_tijd_does_not_over_bite(velden: dict[str, object]) -> None:
    """Just two years is not too old; no date at all is said with another word."""
    corpus = make_corpus(make_instrument(contact=[make_bewering(**velden)]))
    assert list(tegenwoordig.handelen_kent_zijn_tijd(corpus)) == []


def test_handelen_kent_zijn_tijd_looks_on_after_what_is_only_a_signal() -> None:
    old = make_bewering(tekst="Een leidraad beschrijft dit.", **OLD)
    corpus = make_corpus(make_begrip(let_op=[old]), make_instrument(herkomst=[old], contact=[old]))
    assert only(tegenwoordig.handelen_kent_zijn_tijd, corpus).veld == "contact[1].tekst"


def test_elsewhere_it_is_only_a_signal() -> None:
    old = make_bewering(tekst="Een leidraad beschrijft dit.", **OLD)
    corpus = make_corpus(make_begrip(let_op=[old]), make_instrument(herkomst=[old]))
    assert list(tegenwoordig.handelen_kent_zijn_tijd(corpus)) == []
    assert {place.pad[0] for place in tegenwoordig.without_time(corpus)} == {"let_op", "herkomst"}
