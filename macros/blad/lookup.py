"""What is looked up to tell anything: labels, records to point to, dates, sources, websites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from urllib.parse import urlsplit

from macros.blad import zinnen
from macros.blad.adres import pad_of
from macros.blad.blad import BronLine, Doel, Note, Openvraag, Proof, RunningText, Stuk
from macros.blad.bronnen import readable_adres
from macros.blad.noten import Notes
from macros.corpus.corpus import Corpus
from macros.model.base import Bewering, Onbekend
from macros.model.dates import OLD_AFTER_YEARS, Peildatum
from macros.model.organisatie import Organisatie

# One pattern whatever the number of organisations: a choice of all hosts is tried at each letter.
_HOST = re.compile(r"(?<![\w.-])[\w-]+(?:\.[\w-]+)+")


class Lookup:
    """Looks things up in one corpus. Whoever makes a page hands in the corpus of that page."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus

    def label(self, as_: str, sleutel: str) -> str:
        """Return the label of a vocabulary term; raise ``KeyError`` if it does not exist."""
        return self.corpus.term(as_, sleutel).label

    def uitleg(self, as_: str, sleutel: str) -> str:
        """Return the explanation of a vocabulary term."""
        return self.corpus.term(as_, sleutel).uitleg

    def doel(self, id_: str) -> Doel:
        """Return a record (or municipality) as something to point to."""
        if id_.startswith("gemeente:"):
            gemeente = self.corpus.per_cbs[id_.removeprefix("gemeente:")]
            return Doel(id_, gemeente.naam, pad_of(id_))
        record = self.corpus.records[id_]
        return Doel(id_, record.titel, record.pad)

    def link(self, id_: str) -> Stuk:
        """Return the title of a record as a link to it."""
        doel = self.doel(id_)
        return Stuk(doel.titel, pad=doel.pad)

    def stand(self, stand: Peildatum) -> tuple[str, bool]:
        """Return how a date is told, and whether it is so long ago that a reader must know."""
        return _stand(stand, self.corpus.site.peildag)

    def noten(self, ids: Sequence[str], noten: Notes) -> tuple[Note, ...]:
        """Return the notes of these sources, numbered on the page of ``noten``."""
        return tuple(
            Note(
                noten.nummer(id_), bron.id, bron.slug, bron.titel, readable_adres(self.corpus, bron)
            )
            for id_ in ids
            for bron in (self.corpus.bron(id_),)
        )

    def proof(self, bewering: Bewering, noten: Notes, jaren: int | None = OLD_AFTER_YEARS) -> Proof:
        """Return how sure a statement is, since when, and where it comes from.

        After ``jaren`` it is marked as old; with None a reader does not act on it, and no mark
        stands there.
        """
        stand, old = self.stand(bewering.stand)
        staat_op = bewering.staat_op
        return Proof(
            bewering.zekerheid,
            self.label("zekerheid", bewering.zekerheid),
            stand,
            old,
            self.label("gezien", staat_op).lower() if staat_op else "",
            self.noten(bewering.bronnen, noten),
            bewering.stand.jaar,
            self._mark(bewering, jaren),
        )

    def _mark(self, bewering: Bewering, jaren: int | None) -> str:
        if jaren is None or not bewering.stand.is_old(self.corpus.site.peildag, jaren):
            return ""
        return zinnen.OLDER_THEN.format(jaren=jaren)

    def bron_lines(self, noten: Notes) -> tuple[BronLine, ...]:
        """Return the sources of a page in the order of their numbers."""
        return tuple(
            self._bron_line(nummer, id_) for nummer, id_ in enumerate(noten.bronnen, start=1)
        )

    def _bron_line(self, nummer: int, id_: str) -> BronLine:
        bron = self.corpus.bron(id_)
        return BronLine(
            nummer,
            bron.id,
            bron.slug,
            bron.titel,
            bron.uitgever,
            str(bron.datum),
            self.label("gezien", bron.gezien),
            bron.aard == "eigen",
            readable_adres(self.corpus, bron),
            bron.vindplaats or "",
            bron.pad,
        )

    def open(self, vraag: Onbekend) -> Openvraag:
        """Return an open question with whom to ask."""
        aan = tuple(self.doel(id_) for id_ in vraag.aan)
        return Openvraag(vraag.vraag, aan, vraag.levert_op or "", vraag)

    def running_text(self, tekst: str) -> RunningText:
        """Return a text in which the website of an organisation is a link; empty without any."""
        stukken: list[Stuk] = []
        vanaf = 0
        for found in _HOST.finditer(tekst):
            per_host = self.corpus.once(_websites)
            # What follows the host may be a full stop, and a sentence without a space before it.
            host = next((one for one in _begin_of(found[0]) if one in per_host), "")
            if host:
                if found.start() > vanaf:
                    stukken.append(Stuk(tekst[vanaf : found.start()]))
                stukken.append(Stuk(host, url=per_host[host]))
                vanaf = found.start() + len(host)
        if stukken and vanaf < len(tekst):
            stukken.append(Stuk(tekst[vanaf:]))
        return tuple(stukken)


@lru_cache(maxsize=8192)
def _stand(stand: Peildatum, peildag: date) -> tuple[str, bool]:
    if not stand.dated:
        return zinnen.DATUM_ONBEKEND, False
    return f"stand {stand}", stand.is_old(peildag)


def _begin_of(host: str) -> Iterator[str]:
    """Yield a host, and then each part of it that ends before a full stop, longest first."""
    while host:
        yield host
        host = host.rpartition(".")[0]


def _websites(corpus: Corpus) -> Mapping[str, str]:
    """Return where the host of each organisation leads.

    Where two organisations share a host, it leads to the shorter of their addresses.
    """
    per_host: dict[str, str] = {}
    for one in corpus.every(Organisatie):
        host = urlsplit(one.website or "").hostname
        if host and one.website:
            per_host[host] = min(per_host.get(host, one.website), one.website, key=len)
    return per_host
