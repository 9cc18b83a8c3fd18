"""The Jinja environment and what templates may ask of the corpus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from urllib.parse import quote, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from macros.corpus.corpus import Corpus, Relatie
from macros.corpus.inzage import Gelezen
from macros.model.basis import Bewering, Onbekend, Record
from macros.model.datering import Peildatum, lees_dag
from macros.model.kennis import Bron
from macros.model.mvt import DENKBEELDIG
from macros.model.organisatie import Gemeente, Organisatie
from macros.model.recht import Wetsvoorstel
from macros.model.soorten import PER_SOORT, Bestandsrecord
from macros.pages import adres
from macros.pages.noten import Koppen, Noten

STIL_NA_MAANDEN = 6
"""A bill of which nothing newer was found says so in the first line of its page."""


@cache
def omgeving() -> Environment:
    """Return the environment: everything escaped, an undefined name is an error."""
    env = Environment(
        loader=PackageLoader("macros.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
    )
    env.filters["dag"] = lees_dag
    env.filters["getal"] = getal
    env.filters["stuknummer"] = stuknummer
    env.globals.update(
        wet_url=adres.wet_url,
        jci=adres.jci,
        ecli_url=adres.ecli_url,
        celex_url=adres.celex_url,
        kamerstuk_url=adres.kamerstuk_url,
        staatsblad_url=adres.staatsblad_url,
        denkbeeldig_tekst=DENKBEELDIG,
    )
    return env


def getal(aantal: int) -> str:
    """Return a number as Dutch writes it: ``1703`` → ``1.703``."""
    return f"{aantal:,}".replace(",", ".")


def stuknummer(nummer: str) -> str:
    """Return a Kamerstuk number as it is written: ``34477-84`` → ``34 477, nr. 84``."""
    dossier, _, rest = nummer.partition("-")
    tekst = f"{dossier[:2]} {dossier[2:]}"
    if not rest:
        return tekst
    hoofdstuk, streep, stuk = rest.rpartition("-")
    if streep:
        tekst += f" {hoofdstuk}"
    return f"{tekst}, nr. {stuk}" if stuk.isdigit() else f"{tekst}, {stuk}"


@dataclass(frozen=True, slots=True)
class Verband:
    """Records that refer to this one, under one heading."""

    kop: str
    records: Sequence[Bestandsrecord]


class Schrijver:
    """What a template needs to write one page: addresses, labels, notes and relations.

    A page reads the corpus only here, so that ``gelezen`` holds all that it was made of.
    """

    def __init__(self, corpus: Corpus, hier: str) -> None:
        self.gelezen: Gelezen = set()
        self.corpus = corpus.gevolgd(self.gelezen)
        self.hier = hier
        self.noten = Noten()
        self.koppen = Koppen()
        self.getoond: set[str] = set()
        """Records that the page has listed so far."""

    def naar(self, pad: str) -> str:
        """Return the relative link from this page to an address from the site root."""
        return adres.relatief(self.hier, pad)

    def record(self, id_: str) -> Bestandsrecord:
        """Return a record by its full id."""
        return self.corpus.records[id_]

    def url(self, id_: str) -> str:
        """Return the relative link to a record or municipality."""
        return self.naar(adres.pad_van(id_))

    def gemeente(self, id_: str) -> Gemeente:
        """Return a municipality by CBS code, with or without ``gemeente:``."""
        return self.corpus.per_cbs[id_.removeprefix("gemeente:")]

    def label(self, as_: str, sleutel: str) -> str:
        """Return the label of a vocabulary term."""
        return self.corpus.term(as_, sleutel).label

    def uitleg(self, as_: str, sleutel: str) -> str:
        """Return the explanation of a vocabulary term."""
        return self.corpus.term(as_, sleutel).uitleg

    def is_oud(self, stand: Peildatum) -> bool:
        """Tell whether a statement needs the mark "old", reckoned from the site's peildatum."""
        return stand.is_oud(date.fromisoformat(self.corpus.site.peildatum))

    def is_stil(self, voorstel: Wetsvoorstel) -> bool:
        """Tell whether the last known state of an open bill is too old to trust unseen."""
        if voorstel.status == "wet-geworden" or not voorstel.laatste_stand.gedateerd:
            return False
        peildag = date.fromisoformat(self.corpus.site.peildatum)
        jaar, maand = divmod(peildag.year * 12 + peildag.month - 1 - STIL_NA_MAANDEN, 12)
        laatste = voorstel.laatste_stand.laatste_dag()
        return (laatste.year, laatste.month, laatste.day) < (jaar, maand + 1, peildag.day)

    def nummers(self, bewering: Bewering) -> list[tuple[int, Bron]]:
        """Return the note numbers of a statement's sources."""
        return [(self.noten.nummer(id_), self.corpus.bron(id_)) for id_ in bewering.bronnen]

    def lopend(self, tekst: str) -> Markup:
        """Return a text in which the website of an organisation is a link to it."""
        uit = escape(tekst)
        for host, link in self.corpus.eens(_websites):
            uit = uit.replace(host, link)
        return uit

    def bronnen(self) -> list[tuple[int, Bron]]:
        """Return the notes collected so far, in order."""
        return [(n, self.corpus.bron(id_)) for n, id_ in enumerate(self.noten.bronnen, start=1)]

    def verbanden(self, id_: str) -> list[Verband]:
        """Return who refers to a record and is not listed yet, by kind; each record once."""
        groepen: dict[str, dict[str, Bestandsrecord]] = defaultdict(dict)
        for relatie in self.corpus.terug.get(id_, ()):
            ander = self.corpus.records.get(relatie.van)
            if ander is None or isinstance(ander, Bron) or ander.id in self.getoond:
                continue
            if _toont_verband(relatie):
                groepen[ander.soort][ander.id] = ander
        return [
            Verband(PER_SOORT[soort].meervoud, sorted(groepen[soort].values(), key=_titel))
            for soort in PER_SOORT
            if soort in groepen
        ]

    def verbeteradres(self, databestand: str) -> str:
        """Return where a reader reports a mistake in this page."""
        return self.corpus.site.verbeteradres.replace("{pad}", quote(databestand))

    def permanent(self) -> str:
        """Return the full permanent address of this page."""
        return f"{self.corpus.site.adres}{self.hier}"


def _websites(corpus: Corpus) -> list[tuple[str, Markup]]:
    """Return the host of each organisation with the link that takes its place in a text."""
    link = Markup('<a class="kb-adres" href="{}" rel="noreferrer">{}</a>')
    websites = [een.website for een in corpus.alle(Organisatie) if een.website]
    hosts = [urlsplit(website).hostname for website in websites]
    paren = zip(hosts, websites, strict=True)
    return [(host, link.format(website, host)) for host, website in paren if host]


def _toont_verband(relatie: Relatie) -> bool:
    # Whom a question is put to says nothing about that organisation.
    return relatie.veld not in ("onbekend", "aan")


def _titel(record: Bestandsrecord) -> str:
    return record.titel.casefold()


def teken(sjabloon: str, schrijver: Schrijver, **waarden: object) -> Markup:
    """Render one template for the page of ``schrijver``."""
    template = omgeving().get_template(sjabloon)
    return Markup(template.render(kb=schrijver, corpus=schrijver.corpus, **waarden))  # noqa: S704 - escaped by the template


def vragen_bij(record: Record, velden: Iterable[str]) -> Mapping[str, list[Onbekend]]:
    """Return the open questions of a record per field; those about no field under ``""``."""
    bekend = set(velden)
    per_veld: dict[str, list[Onbekend]] = defaultdict(list)
    for vraag in record.onbekend:
        per_veld[vraag.veld if vraag.veld in bekend else ""].append(vraag)
    return per_veld
