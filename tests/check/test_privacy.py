from __future__ import annotations

import json
import time
import typing
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.check import privacy
from macros.corpus.corpus import Corpus, Vindplaats
from macros.load.persoonsgegevens import NAAM, TELEFOON, is_bsn, persoonsgegevens
from macros.load.tekens import plat
from macros.model.casusformulier import Gegevenssoort
from tests.check.geplant import ADRES, MOBIEL, ONSCHULDIG, VAST, Geplant, geplant
from tests.conftest import VERSLAG
from tests.fabriek import (
    aangewezen,
    als_yaml,
    enige,
    lees,
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
        ("laan 12a, 1234 AB", "een postcode met huisnummer"),
        ("geboren op 3 mei 1990", "een geboortedatum"),
        ("mevrouw De Vries", "een naam"),
        ("Petra Jansen", "een naam"),
        (BSN, "een BSN"),
        ("1112.22.333", "een BSN"),
    ],
)
def test_geen_persoonsgegevens_bijt(stuk: str, soort: str) -> None:
    tekst = f"Meld u bij {stuk} voor hulp."
    corpus = maak_corpus(maak_begrip(uitleg=[maak_bewering(tekst=tekst)]))
    fout = enige(privacy.geen_persoonsgegevens, corpus)
    assert fout.wat == f"„{stuk}” lijkt op {soort}"
    assert fout.herstel.startswith("haal het weg, of zet het met een reden in data/privacy-uitz")
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
    assert is_bsn(cijfers) is verwacht


@given(st.text())
def test_persoonsgegevens_valt_nooit_om(tekst: str) -> None:
    for vondst in persoonsgegevens(tekst):
        assert vondst.stuk in plat(tekst)


VECTOREN = json.loads(
    Path(__file__).parent.with_name("privacy-vectoren.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("vector", VECTOREN, ids=lambda vector: str(vector["tekst"]))
def test_dezelfde_voorbeelden_als_het_formulier(vector: dict[str, object]) -> None:
    """``tests/js/casusformulier.test.js`` reads the same file."""
    gevonden = {vondst.soort for vondst in persoonsgegevens(str(vector["tekst"]))}
    assert sorted(gevonden) == vector["verwacht"]


def test_de_voorbeelden_bijten_bij_elke_soort_en_ook_niet() -> None:
    gevonden = {soort for vector in VECTOREN for soort in vector["verwacht"]}
    assert gevonden == set(typing.get_args(Gegevenssoort))
    assert any(vector["verwacht"] == [] for vector in VECTOREN)


# --- measured ---------------------------------------------------------------------------------

HEET = {MOBIEL: TELEFOON, VAST: TELEFOON, ADRES: "een postcode met huisnummer"}
"""What the guard calls a planted kind, where that differs."""


def herkend(een: Geplant) -> bool:
    soort = HEET.get(een.soort, een.soort)
    return any(vondst.soort == soort for vondst in persoonsgegevens(een.tekst))


def test_wat_is_geplant_wordt_gevonden(request: pytest.FixtureRequest) -> None:
    """At least 99 % of each kind and 90 % of the names, in both halves."""
    te_weinig = []
    for half, naam in enumerate(("gebruikt bij het bouwen", "apart gehouden")):
        per_soort: dict[str, list[bool]] = defaultdict(list)
        for een in geplant()[half::2]:
            per_soort[een.soort].append(herkend(een))
        cijfers = [f"{soort} {sum(goed)}/{len(goed)}" for soort, goed in per_soort.items()]
        request.config.stash[VERSLAG].append(f"privacy, {naam}: {', '.join(cijfers)}")
        te_weinig += [
            soort
            for soort, goed in per_soort.items()
            if sum(goed) < (0.9 if soort == NAAM else 0.99) * len(goed)
        ]
    assert te_weinig == []
    assert len(geplant()) >= 300


@pytest.mark.parametrize("tekst", ONSCHULDIG)
def test_een_onschuldige_zin_mag(tekst: str) -> None:
    assert persoonsgegevens(tekst) == ()


def test_een_uitzondering_heeft_een_reden_en_is_nodig(tmp_path: Path) -> None:
    corpus = maak_corpus(maak_begrip())
    assert list(privacy.geen_persoonsgegevens(corpus)) == []
    assert privacy.persoonsgegevens_buiten_data(corpus, tmp_path) == []
    zonder = corpus.site.model_copy(update={"contact": "https://voorbeeld.nl/"})
    bestand = lees("data/site.yml", als_yaml(zonder))
    corpus = replace(corpus, gelezen={**corpus.gelezen, "tabel:site": Vindplaats(bestand)})
    (fout,) = privacy.persoonsgegevens_buiten_data(corpus, tmp_path)
    assert fout.bestand == "data/privacy-uitzonderingen.yml"
    assert "komt nergens meer voor" in fout.wat


def test_ook_opmerkingen_sleutels_en_namen_van_bestanden() -> None:
    corpus = maak_corpus(maak_begrip())
    tekst = "# Gebeld met mevrouw Bakker\ntitel: goed\n06-12345678: ook\n"
    bestand = lees("data/begrippen/111222333.yml", tekst)
    corpus = replace(corpus, gelezen={**corpus.gelezen, "begrip:x": Vindplaats(bestand)})
    fouten = sorted(privacy.geen_persoonsgegevens(corpus))
    assert [(fout.regel, fout.kolom) for fout in fouten] == [(1, 1), (1, 1), (3, 14)]


def test_ook_in_de_geschreven_paginas_en_hun_beelden(tmp_path: Path) -> None:
    beeld = tmp_path / "docs/assets/beeld"
    beeld.mkdir(parents=True)
    tekst = "---\ntitle: x\nzoektermen: [Petra Jansen]\n---\n\nBel 06\n12345678 nu.\n"
    (tmp_path / "docs/index.md").write_text(tekst, encoding="utf-8")
    (beeld / "petra-jansen.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\1tEXtx\0\0\0\0")
    (beeld / "kaal.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\0IEND\0\0\0\0")
    fouten = privacy.persoonsgegevens_buiten_data(maak_corpus(maak_begrip()), tmp_path)
    assert [(fout.bestand, fout.regel) for fout in sorted(fouten)] == [
        ("docs/assets/beeld/petra-jansen.png", 1),
        ("docs/index.md", 3),
        ("docs/index.md", 6),
    ]


def test_de_echte_tekst_geeft_geen_vals_alarm(corpus: Corpus, wortel: Path) -> None:
    assert list(privacy.geen_persoonsgegevens(corpus)) == []
    assert privacy.persoonsgegevens_buiten_data(corpus, wortel) == []


@pytest.mark.parametrize("stuk", ["x", "1", "1 ", "a@", "Jan ", "dhr. ", "NL91", "1234 AB ", "J. "])
def test_een_lange_tekst_kost_geen_tijd(stuk: str) -> None:
    begin = time.perf_counter()
    persoonsgegevens(stuk * (20_000 // len(stuk)))
    assert time.perf_counter() - begin < 2
