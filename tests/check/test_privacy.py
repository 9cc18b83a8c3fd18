from __future__ import annotations

import json
import typing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.check import privacy
from macros.model.casusformulier import Gegevenssoort
from tests.fabriek import (
    aangewezen,
    enige,
    maak_begrip,
    maak_bewering,
    maak_bron,
    maak_corpus,
    maak_organisatie,
    maak_wet,
)

# Made up: 111222333 passes the eleven-test and was never issued as an example of anyone.
BSN = "111222333"


@pytest.mark.parametrize(
    ("stuk", "soort"),
    [
        ("jan.jansen@voorbeeld.nl", "een e-mailadres"),
        ("06 12 34 56 78", "een telefoonnummer"),
        ("+31612345678", "een telefoonnummer"),
        ("070-1234567", "een telefoonnummer"),
        ("NL91ABNA0417164300", "een IBAN"),
        ("1234 AB 12", "een postcode met huisnummer"),
        ("12a, 1234 AB", "een postcode met huisnummer"),
        (BSN, "een BSN"),
        ("1112.22.333", "een BSN"),
    ],
)
def test_geen_persoonsgegevens_bijt(stuk: str, soort: str) -> None:
    tekst = f"Meld u bij {stuk} voor hulp."
    corpus = maak_corpus(maak_begrip(uitleg=[maak_bewering(tekst=tekst)]))
    fout = enige(privacy.geen_persoonsgegevens, corpus)
    assert (fout.veld, fout.wat) == ("uitleg[1].tekst", f"„{stuk}” lijkt op {soort}")
    assert fout.herstel == "haal het weg uit de tekst"
    assert aangewezen(corpus, fout) == tekst


@pytest.mark.parametrize(
    "tekst",
    [
        "De Participatiewet heeft BWBR0015703 als nummer.",
        "Zie Kamerstukken 34477-84 en 36410-XV-21 en Staatsblad 2015-236.",
        "Zie ECLI:NL:CRVB:2019:1234 en 32016R0679.",
        "Het kostte € 1.234.567.890 in de jaren 2015-2021.",
        "In 2024 ging het om 105 casussen en 342 gemeenten.",
        "De tabel is van 2026-11-21 en telt 123456789 regels.",
        "Dit staat in artikel 18, tweede lid, en in artikel 4:84.",
        "Gemeente GM0363 nam het over per 01-01-2019.",
        "Dat was rond 2024 OM en politie samen.",
    ],
)
def test_geen_persoonsgegevens_bijt_niet_te_veel(tekst: str) -> None:
    corpus = maak_corpus(maak_wet(waarover=[maak_bewering(tekst=tekst)]))
    assert list(privacy.geen_persoonsgegevens(corpus)) == []


def test_geen_persoonsgegevens_laat_adressen_van_organisaties_met_rust() -> None:
    corpus = maak_corpus(
        maak_bron(url=f"https://voorbeeld.nl/{BSN}", ook_te_vinden=[f"https://archief.nl/{BSN}"]),
        maak_organisatie(website=f"https://voorbeeld.nl/{BSN}"),
    )
    assert list(privacy.geen_persoonsgegevens(corpus)) == []


@pytest.mark.parametrize(
    ("cijfers", "verwacht"),
    [(BSN, True), ("111222334", False), ("000000000", False), ("12345672", True)],
)
def test_elfproef(cijfers: str, verwacht: bool) -> None:  # noqa: FBT001
    assert privacy.is_bsn(cijfers) is verwacht


@given(st.text())
def test_persoonsgegevens_valt_nooit_om(tekst: str) -> None:
    for stuk in privacy.persoonsgegevens(tekst).values():
        assert stuk in tekst


VECTOREN = json.loads(
    Path(__file__).parent.with_name("privacy-vectoren.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("vector", VECTOREN, ids=lambda vector: str(vector["tekst"]))
def test_dezelfde_voorbeelden_als_het_formulier(vector: dict[str, object]) -> None:
    """``tests/js/casusformulier.test.js`` reads the same file."""
    assert sorted(privacy.persoonsgegevens(str(vector["tekst"]))) == vector["verwacht"]


def test_de_voorbeelden_bijten_bij_elke_soort_en_ook_niet() -> None:
    gevonden = {soort for vector in VECTOREN for soort in vector["verwacht"]}
    assert gevonden == set(typing.get_args(Gegevenssoort))
    assert any(vector["verwacht"] == [] for vector in VECTOREN)
