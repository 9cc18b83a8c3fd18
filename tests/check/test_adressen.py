from __future__ import annotations

import pytest

from macros.check import adressen
from tests.fabriek import (
    Ruw,
    aangewezen,
    enige,
    maak_begrip,
    maak_bewering,
    maak_bron,
    maak_corpus,
)

NAAM = "https://voorbeeld.nl/2023/pietersen-wil-vaker-kwijtschelden"


@pytest.mark.parametrize(("url", "ook"), [(NAAM, []), ("https://voorbeeld.nl/", [NAAM])])
def test_adres_zonder_naam_bijt(url: str, ook: list[str]) -> None:
    corpus = maak_corpus(
        maak_bron(url=url, ook_te_vinden=ook),
        maak_begrip(uitleg=[maak_bewering(tekst="Het kabinet wil vaker kwijtschelden.")]),
    )
    fout = enige(adressen.adres_zonder_naam, corpus)
    assert fout.wat == (
        "„pietersen” in dit adres staat nergens anders: is het de naam van een mens?"
    )
    assert "zet het bij woorden in data/bronadressen.yml" in fout.herstel
    assert aangewezen(corpus, fout) == NAAM


@pytest.mark.parametrize(
    "lijst",
    [
        {"woorden": ["voorbeeld", "pietersen", "vaker", "kwijtschelden"]},
        {"woorden": ["voorbeeld"], "met_naam": [{"adres": NAAM, "reden": "Er is geen ander."}]},
    ],
)
def test_adres_zonder_naam_bijt_niet_te_veel(lijst: Ruw) -> None:
    corpus = maak_corpus(maak_bron(url=NAAM), bronadressen=lijst)
    assert list(adressen.adres_zonder_naam(corpus)) == []


def test_adres_zonder_naam_kent_woorden_uit_de_gegevens_en_korte_woorden() -> None:
    corpus = maak_corpus(
        maak_bron(titel="Kwijtschelden", url="https://voorbeeld.nl/kst/Kwijtschelden.html?id=9"),
        bronadressen={"woorden": ["voorbeeld", "html"]},
    )
    assert list(adressen.adres_zonder_naam(corpus)) == []


def test_een_adres_met_naam_dat_niemand_meer_heeft_is_een_fout() -> None:
    corpus = maak_corpus(
        maak_bron(url="https://voorbeeld.nl/"),
        bronadressen={
            "woorden": ["voorbeeld"],
            "met_naam": [{"adres": NAAM, "reden": "Er is geen ander."}],
        },
    )
    fout = enige(adressen.adres_zonder_naam, corpus)
    assert (fout.veld, fout.wat) == ("met_naam[1].adres", "geen bron heeft dit adres nog")
    assert aangewezen(corpus, fout) == NAAM
