"""The calendar of coming checks, read back as RFC 5545 says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set as AbstractSet

from macros.corpus.corpus import Corpus
from macros.corpus.houdbaarheid import termijnen
from macros.exports.review_calendar import MAX_REGEL, checks
from macros.model.base import Record
from tests.factory import make_bron, make_corpus, make_mvtpunt, make_wet


def _regels(corpus: Corpus) -> list[str]:
    tekst = checks(corpus).inhoud.decode()
    assert tekst.endswith("\r\n")
    return tekst.replace("\r\n ", "").split("\r\n")[:-1]


def _appointments(corpus: Corpus) -> list[dict[str, str]]:
    appointments: list[dict[str, str]] = []
    for regel in _regels(corpus):
        naam, _, waarde = regel.partition(":")
        if regel == "BEGIN:VEVENT":
            appointments.append({})
        elif appointments and naam not in ("BEGIN", "END"):
            appointments[-1][naam] = waarde
    return appointments


def test_the_calendar_is_written_with_the_site(exported: AbstractSet[str]) -> None:
    assert "wijzigingen/controles.ics" in exported


def test_it_opens_and_closes_what_it_should(corpus: Corpus) -> None:
    regels = _regels(corpus)
    assert regels[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert regels[2].startswith("PRODID:")
    assert regels[-1] == "END:VCALENDAR"
    assert regels.count("BEGIN:VEVENT") == regels.count("END:VEVENT") > 10


def test_no_line_is_too_long_and_none_breaks_inside_a_character(corpus: Corpus) -> None:
    for regel in checks(corpus).inhoud.split(b"\r\n"):
        assert len(regel) <= MAX_REGEL
        regel.decode()


def test_each_date_and_kind_has_one_appointment(corpus: Corpus) -> None:
    expected = Counter((r.soort, r.controle_voor) for r in corpus.every(Record))
    appointments = _appointments(corpus)
    review_days = [one for one in termijnen(corpus) if one.stand is not None]
    # The table of municipalities as well.
    assert len(appointments) == len(expected) + 1 + len(review_days)
    assert len({appointment["UID"] for appointment in appointments}) == len(appointments)


def test_the_appointment_is_on_the_last_day_before_the_date() -> None:
    corpus = make_corpus(
        make_bron(),
        make_wet("a", titel="Wet A, B; en C"),
        make_wet("b", titel="Wet \\"),
    )
    wetten = _appointments(corpus)[-1]
    assert wetten["DTSTART;VALUE=DATE"] == "20270430"
    assert wetten["DTEND;VALUE=DATE"] == "20270501"
    assert wetten["DTSTAMP"] == "20261121T120000Z"
    assert wetten["SUMMARY"] == "Laatste dag voor controle: wetten (2)"
    assert wetten["DESCRIPTION"] == "Wet \\\\\\nWet A\\, B\\; en C"
    assert wetten["URL"] == "https://kennisbank.example/wetten/"


def test_the_imaginary_law_is_named_so() -> None:
    points = _appointments(make_corpus(make_bron(), make_mvtpunt()))[-1]
    assert "(denkbeeldig)" in points["SUMMARY"]
