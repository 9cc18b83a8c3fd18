"""``wijzigingen/controles.ics``: when the records have to be checked again (RFC 5545)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from urllib.parse import urlsplit

from macros.blad.adres import pad_of
from macros.blad.wijzigingen import PAD, overview_path
from macros.corpus.corpus import Corpus
from macros.corpus.houdbaarheid import Termijn, termijnen
from macros.corpus.volgorde import alphabetical
from macros.corpus.wijzigingen import GEMEENTE, SOORTNAMEN
from macros.exports.file import Output
from macros.model.base import Record

MAX_REGEL = 75
"""Longest line in bytes; a longer one goes on on the next line, after a space."""


def checks(corpus: Corpus) -> Output:
    """Return the calendar: one whole day per date and kind of record."""
    groepen: dict[tuple[date, str], list[str]] = defaultdict(list)
    for record in corpus.every(Record):
        groepen[record.controle_voor, record.soort].append(record.titel)
    table = corpus.gemeentetabel
    groepen[table.controle_voor, GEMEENTE] = [gemeente.naam for gemeente in table.gemeenten]
    regels = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    regels.append(f"PRODID:-//{_escape(corpus.site.naam)}//Controles//NL")
    for (dag, soort), titels in sorted(groepen.items()):
        regels += _appointment(corpus, dag, soort, sorted(titels, key=alphabetical))
    for one in termijnen(corpus):
        if one.stand is not None:
            regels += _kijkdag(corpus, one)
    regels.append("END:VCALENDAR")
    tekst = "".join(f"{_fold(regel)}\r\n" for regel in regels)
    return Output(f"{PAD}controles.ics", tekst.encode())


def _appointment(corpus: Corpus, dag: date, soort: str, titels: Sequence[str]) -> Iterator[str]:
    """Yield one appointment, on the last day that is still before ``dag``."""
    host = urlsplit(corpus.site.adres).hostname or ""
    peildag = corpus.site.peildag
    last = dag - timedelta(days=1)
    lijst = "\n".join(titels)
    kop = f"Laatste dag voor controle: {SOORTNAMEN[soort].lower()} ({len(titels)})"
    yield from (
        "BEGIN:VEVENT",
        f"UID:controle-{soort}-{dag.isoformat()}@{host}",
        # When this was made is the day of the site: no clock in a build.
        f"DTSTAMP:{peildag:%Y%m%d}T120000Z",
        f"DTSTART;VALUE=DATE:{last:%Y%m%d}",
        f"DTEND;VALUE=DATE:{dag:%Y%m%d}",
        f"SUMMARY:{_escape(kop)}",
        f"DESCRIPTION:{_escape(lijst)}",
        f"URL:{corpus.site.adres}{overview_path(soort)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _kijkdag(corpus: Corpus, one: Termijn) -> Iterator[str]:
    """Yield the appointment to look how far a bill or track has come, on the day itself."""
    host = urlsplit(corpus.site.adres).hostname or ""
    place = "-".join(map(str, (*one.id_.split(":"), *one.pad[1:2])))
    yield from (
        "BEGIN:VEVENT",
        f"UID:stand-{place}-{one.dag.isoformat()}@{host}",
        f"DTSTAMP:{corpus.site.peildag:%Y%m%d}T120000Z",
        f"DTSTART;VALUE=DATE:{one.dag:%Y%m%d}",
        f"DTEND;VALUE=DATE:{one.dag + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escape(f'Hoe ver is het? {one.titel}')}",
        f"DESCRIPTION:{_escape(f'Nu staat er de stand van {one.stand}.')}",
        f"URL:{corpus.site.adres}{pad_of(one.id_)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _escape(tekst: str) -> str:
    """Return text in which nothing means something to a calendar."""
    for character in "\\;,":
        tekst = tekst.replace(character, f"\\{character}")
    return tekst.replace("\n", "\\n")


def _fold(regel: str) -> str:
    """Return one line cut into pieces of at most 75 bytes, never inside a character."""
    stukken = [""]
    for character in regel:
        space = MAX_REGEL if len(stukken) == 1 else MAX_REGEL - 1
        if len((stukken[-1] + character).encode()) > space:
            stukken.append("")
        stukken[-1] += character
    return "\r\n ".join(stukken)
