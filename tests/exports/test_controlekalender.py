"""The calendar of coming checks, read back as RFC 5545 says."""

from __future__ import annotations

from collections import Counter

from macros.corpus.corpus import Corpus
from macros.exports.controlekalender import MAX_REGEL, controles
from macros.exports.uitvoer import alle_uitvoer
from macros.model.basis import Record
from tests.fabriek import maak_bron, maak_corpus, maak_mvtpunt, maak_wet


def _regels(corpus: Corpus) -> list[str]:
    tekst = controles(corpus).inhoud.decode()
    assert tekst.endswith("\r\n")
    return tekst.replace("\r\n ", "").split("\r\n")[:-1]


def _afspraken(corpus: Corpus) -> list[dict[str, str]]:
    afspraken: list[dict[str, str]] = []
    for regel in _regels(corpus):
        naam, _, waarde = regel.partition(":")
        if regel == "BEGIN:VEVENT":
            afspraken.append({})
        elif afspraken and naam not in ("BEGIN", "END"):
            afspraken[-1][naam] = waarde
    return afspraken


def test_the_calendar_is_written_with_the_site(corpus: Corpus) -> None:
    assert "wijzigingen/controles.ics" in {uitvoer.pad for _, uitvoer in alle_uitvoer(corpus, [])}


def test_it_opens_and_closes_what_it_should(corpus: Corpus) -> None:
    regels = _regels(corpus)
    assert regels[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert regels[2].startswith("PRODID:")
    assert regels[-1] == "END:VCALENDAR"
    assert regels.count("BEGIN:VEVENT") == regels.count("END:VEVENT") > 10


def test_no_line_is_too_long_and_none_breaks_inside_a_character(corpus: Corpus) -> None:
    for regel in controles(corpus).inhoud.split(b"\r\n"):
        assert len(regel) <= MAX_REGEL
        regel.decode()


def test_each_date_and_kind_has_one_appointment(corpus: Corpus) -> None:
    verwacht = Counter((r.soort, r.controle_voor) for r in corpus.alle(Record))
    afspraken = _afspraken(corpus)
    assert len(afspraken) == len(verwacht) + 1  # the table of municipalities
    assert len({afspraak["UID"] for afspraak in afspraken}) == len(afspraken)


def test_the_appointment_is_on_the_last_day_before_the_date() -> None:
    corpus = maak_corpus(
        maak_bron(),
        maak_wet("a", titel="Wet A, B; en C"),
        maak_wet("b", titel="Wet \\"),
    )
    wetten = _afspraken(corpus)[-1]
    assert wetten["DTSTART;VALUE=DATE"] == "20270430"
    assert wetten["DTEND;VALUE=DATE"] == "20270501"
    assert wetten["DTSTAMP"] == "20261121T120000Z"
    assert wetten["SUMMARY"] == "Laatste dag voor controle: wetten (2)"
    assert wetten["DESCRIPTION"] == "Wet \\\\\\nWet A\\, B\\; en C"
    assert wetten["URL"] == "https://kennisbank.example/wetten/"


def test_the_imaginary_law_is_named_so() -> None:
    punten = _afspraken(maak_corpus(maak_bron(), maak_mvtpunt()))[-1]
    assert "(denkbeeldig)" in punten["SUMMARY"]
