"""``wijzigingen/controles.ics``: when the records have to be checked again (RFC 5545)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from urllib.parse import urlsplit

from macros.blad.wijzigingen import PAD, overzichtspad
from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import alfabetisch
from macros.corpus.wijzigingen import GEMEENTE, SOORTNAMEN
from macros.exports.bestand import Uitvoer
from macros.model.basis import Record

MAX_REGEL = 75
"""Longest line in bytes; a longer one goes on on the next line, after a space."""


def controles(corpus: Corpus) -> Uitvoer:
    """Return the calendar: one whole day per date and kind of record."""
    groepen: dict[tuple[date, str], list[str]] = defaultdict(list)
    for record in corpus.alle(Record):
        groepen[record.controle_voor, record.soort].append(record.titel)
    tabel = corpus.gemeentetabel
    groepen[tabel.controle_voor, GEMEENTE] = [gemeente.naam for gemeente in tabel.gemeenten]
    regels = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    regels.append(f"PRODID:-//{_ontsnap(corpus.site.naam)}//Controles//NL")
    for (dag, soort), titels in sorted(groepen.items()):
        regels += _afspraak(corpus, dag, soort, sorted(titels, key=alfabetisch))
    regels.append("END:VCALENDAR")
    tekst = "".join(f"{_vouw(regel)}\r\n" for regel in regels)
    return Uitvoer(f"{PAD}controles.ics", tekst.encode())


def _afspraak(corpus: Corpus, dag: date, soort: str, titels: Sequence[str]) -> Iterator[str]:
    """Yield one appointment, on the last day that is still before ``dag``."""
    host = urlsplit(corpus.site.adres).hostname or ""
    peildag = corpus.site.peildag
    laatste = dag - timedelta(days=1)
    lijst = "\n".join(titels)
    kop = f"Laatste dag voor controle: {SOORTNAMEN[soort].lower()} ({len(titels)})"
    yield from (
        "BEGIN:VEVENT",
        f"UID:controle-{soort}-{dag.isoformat()}@{host}",
        # When this was made is the day of the site: no clock in a build.
        f"DTSTAMP:{peildag:%Y%m%d}T120000Z",
        f"DTSTART;VALUE=DATE:{laatste:%Y%m%d}",
        f"DTEND;VALUE=DATE:{dag:%Y%m%d}",
        f"SUMMARY:{_ontsnap(kop)}",
        f"DESCRIPTION:{_ontsnap(lijst)}",
        f"URL:{corpus.site.adres}{overzichtspad(soort)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _ontsnap(tekst: str) -> str:
    """Return text in which nothing means something to a calendar."""
    for teken in "\\;,":
        tekst = tekst.replace(teken, f"\\{teken}")
    return tekst.replace("\n", "\\n")


def _vouw(regel: str) -> str:
    """Return one line cut into pieces of at most 75 bytes, never inside a character."""
    stukken = [""]
    for teken in regel:
        ruimte = MAX_REGEL if len(stukken) == 1 else MAX_REGEL - 1
        if len((stukken[-1] + teken).encode()) > ruimte:
            stukken.append("")
        stukken[-1] += teken
    return "\r\n ".join(stukken)
