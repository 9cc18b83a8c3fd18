from __future__ import annotations

import pytest

from macros.check import taal
from tests.fabriek import (
    aangewezen,
    enige,
    maak_begrip,
    maak_bewering,
    maak_bron,
    maak_corpus,
)

HAPERT = [
    ("Er zijn problemen op meer leefgebieden tegelijk.", "op meer leefgebieden"),
    ("Het bureau had meer rollen bij PMM.", "had meer rollen"),
    ("Een leerpunt kan bij meer wetten staan.", "bij meer wetten"),
    ("Een huishouden heeft meer problemen tegelijk.", "meer problemen tegelijk"),
    ("De wet krijgt als datum 1 oktober 2025.", "krijgt als datum"),
    ("De wet kreeg als datum 1 oktober 2025.", "kreeg als datum"),
    ("Het ene telt uitkeringen, het andere personen.", "Het ene telt"),
    ("Bij de Eerste Kamer verscheen stuk C over het voorstel.", "stuk C"),
    ("Het loket rondde in 2024 104 casussen af.", "2024 1"),
]
GOED = [
    "PMM bracht meer dan dertig leerpunten naar voren.",
    "Hoe meer organisaties erbij betrokken zijn, hoe lastiger.",
    "De casus liep met meer organisaties dan een jaar eerder.",
    "Het plan is er voor meer maatwerk en meer ruimte.",
    "De regels gaan onder meer over de partner.",
    "Er zijn problemen op meerdere leefgebieden.",
    "De wet is van 1 oktober 2025, in Staatsblad 2025, 312.",
    "In 2024 rondde het loket 104 casussen af, in 2025 nog niets.",
    "Bij de Eerste Kamer verscheen een stuk (Kamerstuk 36 582, C).",
    "Het ene initiatief werkt samen met het andere.",
]


@pytest.mark.parametrize(("tekst", "woorden"), HAPERT)
def test_zin_hapert_niet_bijt(tekst: str, woorden: str) -> None:
    corpus = maak_corpus(maak_begrip(uitleg=[maak_bewering(tekst=tekst)]))
    fout = enige(taal.zin_hapert_niet, corpus)
    assert fout.veld == "uitleg[1].tekst"
    assert fout.wat.startswith(f"„{woorden}”: ")
    assert aangewezen(corpus, fout) == tekst


@pytest.mark.parametrize("tekst", GOED)
def test_zin_hapert_niet_bijt_niet_te_veel(tekst: str) -> None:
    corpus = maak_corpus(maak_begrip(uitleg=[maak_bewering(tekst=tekst)]))
    assert list(taal.zin_hapert_niet(corpus)) == []


def test_zin_hapert_niet_laat_namen_van_bronnen_en_zoekwoorden_met_rust() -> None:
    corpus = maak_corpus(
        maak_bron(titel="Hulp bij meer problemen tegelijk in 2024 2025"),
        maak_begrip(zoektermen=["problemen op meer leefgebieden"]),
    )
    assert list(taal.zin_hapert_niet(corpus)) == []


@pytest.mark.parametrize(("tekst", "woorden"), HAPERT)
def test_een_geschreven_pagina_hapert_ook_niet(tekst: str, woorden: str) -> None:
    (fout,) = taal.haperende_paginas({"map/pagina.md": f"# Kop\n\n{tekst}\n"})
    assert str(fout).startswith(f"docs/map/pagina.md:3:{tekst.index(woorden) + 1}  „{woorden}”: ")


@pytest.mark.parametrize("tekst", [*GOED, "```\nmaximaal 2024 100\n```"])
def test_een_goede_geschreven_pagina_mag(tekst: str) -> None:
    assert taal.haperende_paginas({"pagina.md": f"# Kop\n\n{tekst}\n"}) == []


def test_begrip_in_het_enkelvoud_bijt() -> None:
    corpus = maak_corpus(
        maak_begrip(titel="Wringende wetgeving", samenvatting="Wringende wetgeving zijn wetten.")
    )
    fout = enige(taal.begrip_in_het_enkelvoud, corpus)
    assert (fout.veld, fout.wat) == (
        "samenvatting",
        "„Wringende wetgeving zijn”: het begrip is enkelvoud",
    )
    assert fout.herstel == "schrijf „betekent dat …”"


@pytest.mark.parametrize(
    ("titel", "samenvatting"),
    [
        ("Wringende wetgeving", "Wringende wetgeving betekent dat wetten botsen."),
        ("Bestuurlijke afspraken", "Bestuurlijke afspraken zijn afspraken van besturen."),
        ("Toeslagpartners", "Toeslagpartners zijn mensen die samen tellen."),
        ("Regie", "Er zijn afspraken over wie de leiding heeft."),
    ],
)
def test_begrip_in_het_enkelvoud_bijt_niet_te_veel(titel: str, samenvatting: str) -> None:
    corpus = maak_corpus(maak_begrip(titel=titel, samenvatting=samenvatting))
    assert list(taal.begrip_in_het_enkelvoud(corpus)) == []
