"""``wijzigingen/atom.xml`` and the cuts of it: the changes as Atom (RFC 4287).

There is a feed per kind of record, and of each law, instrument and leefgebied: of those also where
nothing changed yet, as one cannot follow what has no address. Beside them there is a feed of the
open questions to each organisation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache, partial
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

from macros.blad.adres import facet_path
from macros.blad.claims import Question
from macros.blad.facets import facet
from macros.blad.wijzigingen import PAD, doel
from macros.blad.zinnen import DENKBEELDIG, LICENCE_SENTENCE, NO_BRON
from macros.corpus.corpus import Corpus
from macros.corpus.wijzigingen import SOORTNAMEN, Wijziging, soorten, wijzigingen
from macros.exports.file import Output
from macros.model.instrument import Instrument
from macros.model.recht import Wet

MAX_ENTRIES = 100
"""In one feed; the page holds everything."""
TAG_YEAR = 2026
"""A year in which the owner of the site had its address (RFC 4151). Change it and every reader of
a feed gets every message anew."""
_ATOM = "http://www.w3.org/2005/Atom"


def feeds(corpus: Corpus) -> Iterator[Output]:
    """Yield the feed of all changes, one per kind that has any, and one per thing to follow."""
    lijst = corpus.once(wijzigingen)
    site = corpus.site
    entry = cache(partial(_entry, corpus))  # most changes stand in several feeds

    def entries(part: Sequence[Wijziging]) -> list[str]:
        return [entry(one) for one in part[:MAX_ENTRIES]]

    yield _feed(corpus, "atom", f"{site.naam}: wijzigingen", entries(lijst))
    for soort, naam in soorten(lijst).items():
        part = [wijziging for wijziging in lijst if wijziging.soort == soort]
        yield _feed(corpus, soort, f"{site.naam}: wijzigingen bij {naam.lower()}", entries(part))
    over: dict[str, list[Wijziging]] = defaultdict(list)
    for wijziging in lijst:
        for id_ in dict.fromkeys((wijziging.id_, *wijziging.over)):
            over[id_].append(wijziging)
    for soort_ in (Wet, Instrument):
        for record in corpus.every(soort_):
            titel = f"{site.naam}: wijzigingen bij {record.titel}"
            naam = f"{record.soort}/{record.slug}"
            yield _feed(corpus, naam, titel, entries(over[record.id]), record.pad)
    for waarde in facet(corpus, "leefgebied").waarden:
        ids = {leerpunt.id for leerpunt in waarde.leerpunten}
        part = [wijziging for wijziging in lijst if wijziging.id_ in ids]
        titel = f"{site.naam}: wijzigingen bij leefgebied {waarde.label}"
        pad = facet_path("leefgebied", waarde.sleutel)
        yield _feed(corpus, f"leefgebied/{waarde.sleutel}", titel, entries(part), pad)


def question_feeds(corpus: Corpus, questions: Sequence[Question]) -> Iterator[Output]:
    """Yield per organisation the feed of the open questions that one can put to it."""
    site = corpus.site
    per_organisation: dict[str, list[str]] = defaultdict(list)
    for question in questions:
        entry = _vraag(corpus, question)
        for id_ in dict.fromkeys(naar.id for naar in question.to):
            per_organisation[id_].append(entry)
    for id_, entries in sorted(per_organisation.items()):
        record = corpus.records[id_]
        name = f"vragen-aan/{id_.partition(':')[2]}"
        feed = _kop(corpus, name, f"{site.naam}: open vragen aan {record.titel}", "vragen/")
        yield _file(name, feed, entries)


def _tag(corpus: Corpus, *parts: str) -> str:
    host = urlsplit(corpus.site.adres).hostname or ""
    return f"tag:{host},{TAG_YEAR}:{quote('/'.join(parts))}"


def _moment(dag: date) -> str:
    """Return noon: the same day from America to Japan."""
    return f"{dag.isoformat()}T12:00:00Z"


def _element(parent: ET.Element, naam: str, tekst: str = "", **kenmerken: str) -> ET.Element:
    kind = ET.SubElement(parent, naam, kenmerken)
    kind.text = tekst or None
    return kind


def _feed(
    corpus: Corpus, naam: str, titel: str, entries: Iterable[str], pagina: str = PAD
) -> Output:
    return _file(naam, _kop(corpus, naam, titel, pagina), entries)


def _kop(corpus: Corpus, naam: str, titel: str, pagina: str) -> ET.Element:
    """Return a feed without messages; ``pagina`` is where a reader finds the same."""
    site = corpus.site
    pad = f"{PAD}{naam}.xml"
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "nl"})
    _element(feed, "id", _tag(corpus, "wijzigingen", naam))
    _element(feed, "title", titel)
    _element(feed, "subtitle", f"{site.ondertitel} {site.afzender}")
    # The day of the site and not of the newest change: an older one may have been added since.
    _element(feed, "updated", _moment(site.peildag))
    _element(feed, "link", rel="self", type="application/atom+xml", href=site.adres + pad)
    _element(feed, "link", rel="alternate", type="text/html", href=site.adres + pagina)
    _element(_element(feed, "author"), "name", site.naam)
    _element(feed, "rights", LICENCE_SENTENCE)
    return feed


def _file(naam: str, feed: ET.Element, entries: Iterable[str]) -> Output:
    """Return a feed: what it says of itself, and behind that the messages, each as its XML."""
    head, end, rest = _xml(feed).rpartition("\n</feed>")
    tekst = "".join(('<?xml version="1.0" encoding="utf-8"?>\n', head, *entries, end, rest, "\n"))
    return Output(f"{PAD}{naam}.xml", tekst.encode())


def _xml(element: ET.Element, level: int = 0) -> str:
    ET.indent(element, " ", level)
    return ET.tostring(element, encoding="unicode")


def _message(entry: ET.Element) -> str:
    """Return a message as it stands in a feed, on lines of its own."""
    return f"\n {_xml(entry, 1)}"


def _entry(corpus: Corpus, wijziging: Wijziging) -> str:
    parts = [wijziging.soort, wijziging.id_.partition(":")[2], wijziging.occasion]
    parts += [wijziging.sleutel, wijziging.datum.notation()]
    entry = ET.Element("entry")
    _element(entry, "id", _tag(corpus, "wijziging", *filter(None, parts)))
    _element(entry, "title", wijziging.caption)
    # Of the change, not of the last check: a check that changes nothing is no news.
    _element(entry, "updated", _moment(wijziging.datum.first_dag()))
    adres = corpus.site.adres + doel(wijziging)
    _element(entry, "link", rel="alternate", type="text/html", href=adres)
    label = SOORTNAMEN[wijziging.soort]
    _element(entry, "category", term=wijziging.soort, label=label)
    _element(entry, "content", _inhoud(corpus, wijziging), type="text")
    return _message(entry)


def _vraag(corpus: Corpus, question: Question) -> str:
    """Add an open question, dated by the check of its record: until then nobody found an answer."""
    entry = ET.Element("entry")
    _element(entry, "id", _tag(corpus, "vraag", question.key.replace("#", "/")))
    _element(entry, "title", question.text)
    _element(entry, "updated", _moment(question.checked))
    adres = corpus.site.adres + question.from_.pad
    _element(entry, "link", rel="alternate", type="text/html", href=adres)
    parts = [DENKBEELDIG] if question.imaginary else []
    at = (question.from_, *(one.from_ for one in question.also))
    parts += [f"Bij: {' en '.join(one.titel for one in at)}.", NO_BRON, question.yields]
    _element(entry, "content", " ".join(filter(None, parts)), type="text")
    return _message(entry)


def _inhoud(corpus: Corpus, wijziging: Wijziging) -> str:
    """Return the sentence, each statement with its certainty and sources."""
    teksten = [
        f"{bewering.tekst} ({corpus.term('zekerheid', bewering.zekerheid).label}; "
        f"bron {', '.join(corpus.bron(id_).slug for id_ in bewering.bronnen)})"
        for bewering in wijziging.beweringen
    ]
    waarschuwing = [DENKBEELDIG] if wijziging.denkbeeldig else []
    return " ".join([*waarschuwing, *(teksten or [wijziging.zin()])])
