"""What is looked up to tell anything: labels, records to point to, dates, sources, websites."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from urllib.parse import urlsplit

from macros.blad import zinnen
from macros.blad.adres import pad_van
from macros.blad.blad import Bewijs, Bronregel, Doel, Lopend, Noot, Openvraag, Stuk
from macros.blad.noten import Noten
from macros.corpus.corpus import Corpus
from macros.model.basis import Bewering, Onbekend
from macros.model.datering import Peildatum
from macros.model.organisatie import Organisatie

Websites = tuple[re.Pattern[str], Mapping[str, str]]


class Naslag:
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
            return Doel(id_, gemeente.naam, pad_van(id_))
        record = self.corpus.records[id_]
        return Doel(id_, record.titel, record.pad)

    def link(self, id_: str) -> Stuk:
        """Return the title of a record as a link to it."""
        doel = self.doel(id_)
        return Stuk(doel.titel, pad=doel.pad)

    def stand(self, stand: Peildatum) -> tuple[str, bool]:
        """Return how a date is told, and whether it is so long ago that a reader must know."""
        return _stand(stand, self.corpus.site.peildag)

    def noten(self, ids: Sequence[str], noten: Noten) -> tuple[Noot, ...]:
        """Return the notes of these sources, numbered on the page of ``noten``."""
        records = self.corpus.records
        return tuple(
            Noot(noten.nummer(id_), id_, id_.partition(":")[2], records[id_].titel) for id_ in ids
        )

    def bewijs(self, bewering: Bewering, noten: Noten) -> Bewijs:
        """Return how sure a statement is, since when, and where it comes from."""
        stand, oud = self.stand(bewering.stand)
        staat_op = bewering.staat_op
        return Bewijs(
            bewering.zekerheid,
            self.label("zekerheid", bewering.zekerheid),
            stand,
            oud,
            self.label("gezien", staat_op).lower() if staat_op else "",
            self.noten(bewering.bronnen, noten),
        )

    def bronregels(self, noten: Noten) -> tuple[Bronregel, ...]:
        """Return the sources of a page in the order of their numbers."""
        return tuple(
            self._bronregel(nummer, id_) for nummer, id_ in enumerate(noten.bronnen, start=1)
        )

    def _bronregel(self, nummer: int, id_: str) -> Bronregel:
        bron = self.corpus.bron(id_)
        return Bronregel(
            nummer,
            bron.id,
            bron.slug,
            bron.titel,
            bron.uitgever,
            str(bron.datum),
            self.label("gezien", bron.gezien),
            bron.aard == "eigen",
            bron.url or "",
            bron.vindplaats or "",
            bron.pad,
        )

    def open(self, vraag: Onbekend) -> Openvraag:
        """Return an open question with whom to ask."""
        aan = tuple(self.doel(id_) for id_ in vraag.aan)
        return Openvraag(vraag.vraag, aan, vraag.levert_op or "", vraag)

    def lopend(self, tekst: str) -> Lopend:
        """Return a text in which the website of an organisation is a link; empty without any."""
        websites = self.corpus.eens(_websites)
        if websites is None or websites[0].search(tekst) is None:
            return ()
        zoek, per_host = websites
        stukken = []
        vanaf = 0
        for gevonden in zoek.finditer(tekst):
            if gevonden.start() > vanaf:
                stukken.append(Stuk(tekst[vanaf : gevonden.start()]))
            stukken.append(Stuk(gevonden[0], url=per_host[gevonden[0]]))
            vanaf = gevonden.end()
        if vanaf < len(tekst):
            stukken.append(Stuk(tekst[vanaf:]))
        return tuple(stukken)


@lru_cache(maxsize=8192)
def _stand(stand: Peildatum, peildag: date) -> tuple[str, bool]:
    if not stand.gedateerd:
        return zinnen.DATUM_ONBEKEND, False
    return f"stand {stand}", stand.is_oud(peildag)


def _websites(corpus: Corpus) -> Websites | None:
    """Return what finds the host of an organisation in a text, and where each leads.

    Where two organisations share a host, it leads to the shorter of their addresses.
    """
    per_host: dict[str, str] = {}
    for een in corpus.alle(Organisatie):
        host = urlsplit(een.website or "").hostname
        if host and een.website:
            per_host[host] = min(per_host.get(host, een.website), een.website, key=len)
    if not per_host:
        return None
    keuze = "|".join(re.escape(host) for host in sorted(per_host, key=len, reverse=True))
    return re.compile(rf"(?<![\w.-])(?:{keuze})(?![\w-])"), per_host
