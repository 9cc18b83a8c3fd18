"""What a sentence says already: sentences, a date, a status, laws with articles, organisations."""

from __future__ import annotations

import pytest

from macros.corpus.corpus import Corpus
from macros.redactie.found import (
    dag_of,
    gemeenten_in,
    names_bill,
    organisaties_in,
    status_of,
    wetten_in,
    zinnen_in,
)

PW, AWB = "wet:participatiewet", "wet:awb"


@pytest.mark.parametrize(
    ("tekst", "zinnen"),
    [
        ("Het is zo.", ["Het is zo."]),
        ("Het is zo. Dat ook.", ["Het is zo.", "Dat ook."]),
        ("Zie art. 3 van de wet. Dat is nr. 2.", ["Zie art. 3 van de wet.", "Dat is nr. 2."]),
        (
            "De Ministerraad (o.a. SZW) besloot. „Ja.”",
            ["De Ministerraad (o.a. SZW) besloot.", "„Ja.”"],
        ),
        ("Dat kostte 1.200 euro per jaar.", ["Dat kostte 1.200 euro per jaar."]),
        ("Zie dhr. Minister.", ["Zie dhr. Minister."]),
    ],
)
def test_a_text_is_taken_apart_by_its_sentences(tekst: str, zinnen: list[str]) -> None:
    assert zinnen_in(tekst) == zinnen


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("PMM vroeg het in 2025.", "2025"),
        ("Op 12 november 2026 besloot het college.", "2026-11-12"),
        ("Sinds mei 2024 is het zo.", "2024-05"),
        ("Artikel 52 geldt.", ""),
        ("Het kostte 2025 euro.", ""),
        ("In 2024 begon het en in 2025 hield het op.", ""),
    ],
)
def test_a_date_is_taken_from_a_sentence_that_names_just_one(tekst: str, dag: str) -> None:
    assert dag_of(tekst) == dag


@pytest.mark.parametrize(
    ("tekst", "status"),
    [
        ("De minister onderzoekt het.", "in-voorbereiding"),
        ("Er is een handreiking gemaakt.", "instrument"),
        ("De werkwijze is aangepast.", "aangepast"),
        ("PMM vroeg om een afspraak.", "gesignaleerd"),
        ("PMM vroeg SZW om een handreiking.", "gesignaleerd"),
        ("In 2025 is aan SZW gevraagd om uitleg.", "gesignaleerd"),
        ("De minister onderzoekt wat PMM vroeg.", ""),
        ("Het ligt er.", ""),
        ("Er is een handreiking, en de werkwijze is aangepast.", ""),
    ],
)
def test_a_status_is_proposed_only_where_a_step_says_just_one(tekst: str, status: str) -> None:
    assert status_of(tekst) == status


@pytest.mark.parametrize(
    ("tekst", "found"),
    [
        ("Zie artikel 35 lid 1 Participatiewet.", [(PW, [{"artikel": "35", "lid": "1"}])]),
        (
            "Zie artikel 35, eerste lid, van de Participatiewet.",
            [(PW, [{"artikel": "35", "lid": "1"}])],
        ),
        ("Dat is art. 36 lid 1 Participatiewet.", [(PW, [{"artikel": "36", "lid": "1"}])]),
        ("De Participatiewet knelt.", [(PW, [])]),
        ("De Pw (artikel 52) knelt niet.", [(PW, [{"artikel": "52"}])]),
        (
            "Artikel 4:95 van de Algemene wet bestuursrecht en artikel 52 Participatiewet.",
            [(AWB, [{"artikel": "4:95"}]), (PW, [{"artikel": "52"}])],
        ),
        ("Participatiewetten zijn er niet.", []),
    ],
)
def test_a_law_is_found_with_the_articles_that_belong_to_it(
    tekst: str, found: list[tuple[str, list[dict[str, str]]]], corpus: Corpus
) -> None:
    assert [(wet.id, artikelen) for wet, artikelen in wetten_in(corpus, tekst)] == found


def test_of_two_names_the_longest_counts(corpus: Corpus) -> None:
    tekst = "De wet Participatiewet in balans is van 2025."
    assert [wet.id for wet, _ in wetten_in(corpus, tekst)] == ["wet:participatiewet-in-balans"]


@pytest.mark.parametrize(
    ("tekst", "ids"),
    [
        ("PMM vroeg het ministerie van SZW.", ["organisatie:pmm", "organisatie:szw"]),
        ("Het ministerie van Sociale Zaken en Werkgelegenheid.", ["organisatie:szw"]),
        ("De gemeente beslist.", []),
        ("Het wetsvoorstel proactieve dienstverlening SZW ligt er.", []),
        ("De Wet proactieve dienstverlening SZW geldt, zegt SZW.", ["organisatie:szw"]),
    ],
)
def test_an_organisation_is_found_by_each_of_its_names(
    tekst: str, ids: list[str], corpus: Corpus
) -> None:
    assert [one.id for one in organisaties_in(corpus, tekst)] == ids


def test_a_gemeente_is_found_by_her_name_and_the_word(corpus: Corpus) -> None:
    tekst = "PMM en de gemeente Zwolle signaleerden dit met de gemeente 's-Gravenhage."
    assert gemeenten_in(corpus, tekst) == ["Zwolle", "Den Haag"]
    assert gemeenten_in(corpus, "De gemeente Zwollenaar en Zwolle, en gemeenten.") == []


@pytest.mark.parametrize(
    ("tekst", "named"),
    [
        ("Het wetsvoorstel ligt bij de Tweede Kamer.", True),
        ("Er komt een wetswijziging.", True),
        ("De wet Participatiewet in balans is van 2025.", True),
        ("Vereenvoudiging van de zoektermijn in de wet", True),
        ("De Participatiewet in balans helpt.", True),
        ("Gemeenten mogen een voorschot geven (artikel 52 Participatiewet).", False),
        ("PMM vroeg SZW om een afspraak.", False),
    ],
)
def test_only_a_step_on_a_bill_or_a_change_of_law_asks_for_a_bill(
    tekst: str,
    named: bool,  # noqa: FBT001  what is expected
    corpus: Corpus,
) -> None:
    assert names_bill(corpus, tekst) is named
