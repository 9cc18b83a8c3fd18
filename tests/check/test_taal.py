from __future__ import annotations

import pytest

from macros.check import taal
from tests.factory import (
    make_begrip,
    make_bewering,
    make_bron,
    make_corpus,
    only,
    pointed_at,
)

FALTERING = [
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
GOOD = [
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


@pytest.mark.parametrize(("tekst", "woorden"), FALTERING)
def test_zin_hapert_niet_bites(tekst: str, woorden: str) -> None:
    corpus = make_corpus(make_begrip(uitleg=[make_bewering(tekst=tekst)]))
    error = only(taal.zin_hapert_niet, corpus)
    assert error.veld == "uitleg[1].tekst"
    assert error.wat.startswith(f"„{woorden}”: ")
    assert pointed_at(corpus, error) == tekst


@pytest.mark.parametrize("tekst", GOOD)
def test_zin_hapert_niet_does_not_over_bite(tekst: str) -> None:
    corpus = make_corpus(make_begrip(uitleg=[make_bewering(tekst=tekst)]))
    assert list(taal.zin_hapert_niet(corpus)) == []


def test_zin_hapert_niet_leaves_names_of_bronnen_and_search_words_alone() -> None:
    corpus = make_corpus(
        make_bron(titel="Hulp bij meer problemen tegelijk in 2024 2025"),
        make_begrip(zoektermen=["problemen op meer leefgebieden"]),
    )
    assert list(taal.zin_hapert_niet(corpus)) == []


@pytest.mark.parametrize(("tekst", "woorden"), FALTERING)
def test_a_stumbling_sentence_in_a_written_page_is_reported_too(tekst: str, woorden: str) -> None:
    (error,) = taal.stumbling_pages({"map/pagina.md": f"# Kop\n\n{tekst}\n"})
    assert str(error).startswith(f"docs/map/pagina.md:3:{tekst.index(woorden) + 1}  „{woorden}”: ")


@pytest.mark.parametrize("tekst", [*GOOD, "```\nmaximaal 2024 100\n```"])
def test_a_good_written_page_is_allowed(tekst: str) -> None:
    assert taal.stumbling_pages({"pagina.md": f"# Kop\n\n{tekst}\n"}) == []


def test_begrip_in_het_enkelvoud_bites() -> None:
    corpus = make_corpus(
        make_begrip(titel="Wringende wetgeving", samenvatting="Wringende wetgeving zijn wetten.")
    )
    error = only(taal.begrip_in_het_enkelvoud, corpus)
    assert (error.veld, error.wat) == (
        "samenvatting",
        "„Wringende wetgeving zijn”: het begrip is enkelvoud",
    )
    assert error.remedy == "schrijf „betekent dat …”"


@pytest.mark.parametrize(
    ("titel", "samenvatting"),
    [
        ("Wringende wetgeving", "Wringende wetgeving betekent dat wetten botsen."),
        ("Bestuurlijke afspraken", "Bestuurlijke afspraken zijn afspraken van besturen."),
        ("Toeslagpartners", "Toeslagpartners zijn mensen die samen tellen."),
        ("Regie", "Er zijn afspraken over wie de leiding heeft."),
    ],
)
def test_begrip_in_het_enkelvoud_does_not_over_bite(titel: str, samenvatting: str) -> None:
    corpus = make_corpus(make_begrip(titel=titel, samenvatting=samenvatting))
    assert list(taal.begrip_in_het_enkelvoud(corpus)) == []
