"""``wijzigingen/atom.xml`` and one feed per kind of record: the changes as Atom (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

from macros.blad.wijzigingen import PAD, doel
from macros.blad.zinnen import DENKBEELDIG, LICENTIE
from macros.corpus.corpus import Corpus
from macros.corpus.wijzigingen import SOORTNAMEN, Wijziging, soorten, wijzigingen
from macros.exports.bestand import Uitvoer

MAX_BERICHTEN = 100
"""In one feed; the page holds everything."""
TAGJAAR = 2026
"""A year in which the owner of the site had its address (RFC 4151). Change it and every reader of
a feed gets every message anew."""
_ATOM = "http://www.w3.org/2005/Atom"


def feeds(corpus: Corpus) -> Iterator[Uitvoer]:
    """Yield the feed of all changes, and one per kind of record that has any."""
    lijst = wijzigingen(corpus)
    site = corpus.site
    yield _feed(corpus, "atom", f"{site.naam}: wijzigingen", lijst)
    for soort, naam in soorten(lijst).items():
        deel = [wijziging for wijziging in lijst if wijziging.soort == soort]
        yield _feed(corpus, soort, f"{site.naam}: wijzigingen bij {naam.lower()}", deel)


def _tag(corpus: Corpus, *delen: str) -> str:
    host = urlsplit(corpus.site.adres).hostname or ""
    return f"tag:{host},{TAGJAAR}:{quote('/'.join(delen))}"


def _moment(dag: date) -> str:
    """Return noon: the same day from America to Japan."""
    return f"{dag.isoformat()}T12:00:00Z"


def _element(ouder: ET.Element, naam: str, tekst: str = "", **kenmerken: str) -> ET.Element:
    kind = ET.SubElement(ouder, naam, kenmerken)
    kind.text = tekst or None
    return kind


def _feed(corpus: Corpus, naam: str, titel: str, lijst: Sequence[Wijziging]) -> Uitvoer:
    site = corpus.site
    pad = f"{PAD}{naam}.xml"
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "nl"})
    _element(feed, "id", _tag(corpus, "wijzigingen", naam))
    _element(feed, "title", titel)
    _element(feed, "subtitle", f"{site.ondertitel} {site.afzender}")
    # The day of the site and not of the newest change: an older one may have been added since.
    _element(feed, "updated", _moment(site.peildag))
    _element(feed, "link", rel="self", type="application/atom+xml", href=site.adres + pad)
    _element(feed, "link", rel="alternate", type="text/html", href=site.adres + PAD)
    _element(_element(feed, "author"), "name", site.naam)
    _element(feed, "rights", LICENTIE)
    for wijziging in lijst[:MAX_BERICHTEN]:
        _bericht(feed, corpus, wijziging)
    ET.indent(feed, " ")
    tekst = ET.tostring(feed, encoding="unicode")
    return Uitvoer(pad, f'<?xml version="1.0" encoding="utf-8"?>\n{tekst}\n'.encode())


def _bericht(feed: ET.Element, corpus: Corpus, wijziging: Wijziging) -> None:
    delen = [wijziging.soort, wijziging.id_.partition(":")[2], wijziging.aanleiding]
    delen += [wijziging.sleutel, wijziging.datum.notatie()]
    bericht = _element(feed, "entry")
    _element(bericht, "id", _tag(corpus, "wijziging", *filter(None, delen)))
    _element(bericht, "title", wijziging.opschrift)
    # Of the change, not of the last check: a check that changes nothing is no news.
    _element(bericht, "updated", _moment(wijziging.datum.eerste_dag()))
    adres = corpus.site.adres + doel(wijziging)
    _element(bericht, "link", rel="alternate", type="text/html", href=adres)
    label = SOORTNAMEN[wijziging.soort]
    _element(bericht, "category", term=wijziging.soort, label=label)
    _element(bericht, "content", _inhoud(corpus, wijziging), type="text")


def _inhoud(corpus: Corpus, wijziging: Wijziging) -> str:
    """Return the sentence, each statement with its certainty and sources."""
    teksten = [
        f"{bewering.tekst} ({corpus.term('zekerheid', bewering.zekerheid).label}; "
        f"bron {', '.join(corpus.bron(id_).slug for id_ in bewering.bronnen)})"
        for bewering in wijziging.beweringen
    ]
    waarschuwing = [DENKBEELDIG] if wijziging.denkbeeldig else []
    return " ".join([*waarschuwing, *(teksten or [wijziging.zin()])])
