from __future__ import annotations

import pytest

from macros.check import tegenwoordig
from tests.fabriek import (
    aangewezen,
    enige,
    maak_begrip,
    maak_bewering,
    maak_corpus,
    maak_instrument,
    maak_organisatie,
)

OUD = {"stand": "2021-03-25", "zekerheid": "secundair"}


@pytest.mark.parametrize(
    "tekst",
    ["De toegang loopt via het loket.", "Wie wil, kan bellen.", "Sluit aan. Dat kost niets."],
)
def test_handelen_kent_zijn_tijd_bijt(tekst: str) -> None:
    corpus = maak_corpus(maak_instrument(contact=[maak_bewering(tekst=tekst, **OUD)]))
    fout = enige(tegenwoordig.handelen_kent_zijn_tijd, corpus)
    assert fout.veld == "contact[1].tekst"
    assert fout.wat == "staat in de tegenwoordige tijd, maar is van 25 maart 2021"
    assert "noem het jaar in de zin" in fout.herstel
    assert aangewezen(corpus, fout) == tekst


def test_handelen_kent_zijn_tijd_bijt_ook_bij_de_route_van_een_organisatie() -> None:
    corpus = maak_corpus(maak_organisatie(maatwerk=[maak_bewering(tekst="Bel het team.", **OUD)]))
    assert enige(tegenwoordig.handelen_kent_zijn_tijd, corpus).veld == "maatwerk[1].tekst"


@pytest.mark.parametrize(
    "velden",
    [
        OUD | {"tekst": "In 2021 loopt de toegang via het loket."},
        OUD | {"tekst": "De toegang liep via het loket."},
        OUD | {"tekst": "Sinds de opening loopt de toegang via het loket."},
        {"tekst": "De toegang loopt via het loket.", "stand": "2024-11-21"},
        {"tekst": "De toegang loopt via het loket.", "stand": "2020/2025"},
        {"tekst": "De toegang loopt via het loket.", "stand": "ongedateerd"},
    ],
)
def test_handelen_kent_zijn_tijd_bijt_niet_te_veel(velden: dict[str, object]) -> None:
    """Just two years is not too old; no date at all is said with another word."""
    corpus = maak_corpus(maak_instrument(contact=[maak_bewering(**velden)]))
    assert list(tegenwoordig.handelen_kent_zijn_tijd(corpus)) == []


def test_elders_is_het_alleen_een_signaal() -> None:
    oud = maak_bewering(tekst="Een leidraad beschrijft dit.", **OUD)
    corpus = maak_corpus(maak_begrip(let_op=[oud]), maak_instrument(herkomst=[oud]))
    assert list(tegenwoordig.handelen_kent_zijn_tijd(corpus)) == []
    assert {plek.pad[0] for plek in tegenwoordig.zonder_tijd(corpus)} == {"let_op", "herkomst"}
