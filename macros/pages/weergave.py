"""The Jinja environment and what templates may ask of the corpus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from macros.blad import adres, zinnen
from macros.blad.blad import Bewijs, Bronregel, Gaten, Lopend, Noot, Punt, Stuk
from macros.blad.noten import Koppen, Noten
from macros.blad.schrijfwijze import getal, stuknummer
from macros.blad.vertellen import Verteller
from macros.corpus.corpus import Corpus
from macros.corpus.inzage import Gelezen
from macros.model.basis import Bewering, Onbekend, Record
from macros.model.datering import lees_dag
from macros.model.organisatie import Gemeente
from macros.model.soorten import Bestandsrecord
from macros.model.vocabulaire import VocabulaireTerm


@cache
def omgeving() -> Environment:
    """Return the environment: everything escaped, an undefined name is an error."""
    env = Environment(
        loader=PackageLoader("macros.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,  # it would ask the disk for each template of each page
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
    )
    env.filters["dag"] = lees_dag
    env.filters["getal"] = getal
    env.filters["stuknummer"] = stuknummer
    env.globals["zinnen"] = zinnen
    return env


class Schrijver:
    """What a template needs to write one page: addresses, notes, and what is told of records.

    A page reads the corpus only here, so that ``gelezen`` holds all that it was made of.
    """

    def __init__(self, corpus: Corpus, hier: str) -> None:
        self.gelezen: Gelezen = set()
        self.corpus = corpus.gevolgd(self.gelezen)
        self.hier = hier
        self.noten = Noten()
        self.koppen = Koppen()
        self.verteller = Verteller(self.corpus)

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

    def term(self, as_: str, sleutel: str) -> VocabulaireTerm:
        """Return a vocabulary term."""
        return self.corpus.term(as_, sleutel)

    def label(self, as_: str, sleutel: str) -> str:
        """Return the label of a vocabulary term."""
        return self.verteller.label(as_, sleutel)

    def uitleg(self, as_: str, sleutel: str) -> str:
        """Return the explanation of a vocabulary term."""
        return self.verteller.uitleg(as_, sleutel)

    def punt(self, bewering: Bewering) -> Punt:
        """Return a statement with its proof, its sources numbered on this page."""
        return self.verteller.punt(bewering, self.noten)

    def bewijs(self, bewering: Bewering) -> Bewijs:
        """Return only the proof of a statement."""
        return self.verteller.bewijs(bewering, self.noten)

    def verwijs(self, ids: Sequence[str]) -> Sequence[Noot]:
        """Return a mention of each of these sources."""
        return self.verteller.noten(ids, self.noten)

    def gaten(self, vragen: Sequence[Onbekend]) -> Gaten:
        """Return open questions with whom to ask."""
        return Gaten((), tuple(map(self.verteller.open, vragen)))

    def lopend(self, tekst: str) -> Lopend:
        """Return a text in pieces: the website of an organisation is a link."""
        return self.verteller.lopend(tekst) or (Stuk(tekst),)

    def bronnen(self) -> Sequence[Bronregel]:
        """Return the sources of the notes so far, in order."""
        return self.verteller.bronregels(self.noten)

    def verbeteradres(self, databestand: str, titel: str) -> str:
        """Return where a reader reports a mistake in this page, which the report names."""
        adres = self.corpus.site.verbeteradres
        return adres.replace("{pad}", quote(databestand)).replace("{titel}", quote(titel, safe=""))

    def permanent(self) -> str:
        """Return the full permanent address of this page."""
        return f"{self.corpus.site.adres}{self.hier}"


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
