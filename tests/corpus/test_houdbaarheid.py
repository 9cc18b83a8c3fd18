"""What is due, when and by whom; the page, the calendar and the command tell the same."""

from __future__ import annotations

from datetime import date

import pytest

from macros.check.timeliness import overdue
from macros.corpus.corpus import Corpus
from macros.corpus.houdbaarheid import groepen, kwartaal_after, termijnen
from macros.exports.review_calendar import checks
from macros.pages.page_macros.houdbaarheid import houdbaarheid
from macros.pages.record_pages import record_page
from macros.pages.rendering import Writer
from tests.factory import (
    make_begrip,
    make_bron,
    make_corpus,
    make_leerpunt,
    make_spoor,
    make_wetsvoorstel,
)

LET = {"gecontroleerd": {"datum": "2025-11-01", "rol": "redactie"}, "controle_voor": "2026-11-01"}


def _corpus() -> Corpus:
    spoor = make_spoor("herstel", kijk_opnieuw="2026-12-15", titel="Herstel")
    return make_corpus(
        make_bron(),
        make_begrip("oud", titel="Een oud begrip", **LET),
        make_begrip("vers", titel="Een vers begrip"),
        make_wetsvoorstel(kijk_opnieuw="2027-01-31"),
        make_leerpunt(sporen=[spoor]),
    )


def test_everything_with_a_day_is_listed_once_earliest_first() -> None:
    lijst = termijnen(_corpus())
    assert [(one.id_, one.dag) for one in lijst[:3]] == [
        ("begrip:oud", date(2026, 11, 1)),
        ("leerpunt:alo-kop", date(2026, 12, 15)),
        ("wetsvoorstel:voorstel", date(2027, 1, 31)),
    ]
    assert {"tabel:gemeenten", "begrip:vers"} <= {one.id_ for one in lijst}
    assert len({(one.id_, one.pad) for one in lijst}) == len(lijst)


def test_a_check_is_late_after_its_day_and_a_stand_on_its_day() -> None:
    corpus = _corpus()
    check, stand = termijnen(corpus)[:2]
    assert not check.too_late(date(2026, 11, 1))
    assert check.too_late(date(2026, 11, 2))
    assert stand.too_late(date(2026, 12, 15))
    assert [error.file for error in overdue(corpus, date(2026, 11, 2))] == [
        "data/begrippen/oud.yml"
    ]


def test_the_page_names_what_is_late_and_what_is_due_this_quarter() -> None:
    html = str(houdbaarheid(Writer(_corpus(), "over/houdbaarheid/")))
    let, _, rest = html.partition('id="dit-kwartaal"')
    now, _, later = rest.partition('id="daarna"')
    assert "Een oud begrip" in let
    assert "Herstel" in now
    assert "15 december 2026" in now
    assert "Begrippen" in later
    assert "Een oud begrip" not in later


def test_the_page_also_says_that_nothing_was_late(corpus: Corpus) -> None:
    html = str(houdbaarheid(Writer(corpus, "over/houdbaarheid/")))
    assert "was niets te laat" in html


def test_a_page_says_itself_that_its_check_is_late() -> None:
    corpus = _corpus()
    old, vers = (corpus.records[f"begrip:{slug}"] for slug in ("oud", "vers"))
    assert "Die controle is te laat" in record_page(corpus, old).inhoud  # type: ignore[arg-type]  # a begrip
    assert "Die controle is te laat" not in record_page(corpus, vers).inhoud  # type: ignore[arg-type]  # idem


def test_the_calendar_names_sporen_too() -> None:
    tekst = checks(_corpus()).inhoud.decode().replace("\r\n ", "")
    assert "SUMMARY:Hoe ver is het? Titel van alo-kop\\, spoor ‘Herstel’" in tekst
    assert "DTSTART;VALUE=DATE:20261215" in tekst


def test_groups_count_per_day_kind_and_role() -> None:
    lijst = [one for one in termijnen(_corpus()) if one.soort == "begrip"]
    assert [(groep.naam, len(groep.termijnen)) for groep in groepen(lijst)] == [
        ("Begrippen", 1),
        ("Begrippen", 1),
    ]


@pytest.mark.parametrize(
    ("dag", "bound"),
    [("2026-11-27", "2027-02-27"), ("2026-11-30", "2027-02-28"), ("2026-01-31", "2026-04-30")],
)
def test_a_quarter_ends_on_a_day_that_exists(dag: str, bound: str) -> None:
    assert kwartaal_after(date.fromisoformat(dag)) == date.fromisoformat(bound)
