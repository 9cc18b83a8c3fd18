"""What the site says of itself: its accessibility statement, and the figures of its own tests."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from macros.model.base import Basis, Dag, HttpsAdres, Tekst, Zin, existing_dag
from macros.model.tool import Hulpmiddel

WcagNummer = Annotated[Tekst, Field(pattern=r"^[1-4]\.[1-5]\.[0-9]{1,2}$")]
Status = Literal["A", "B", "C", "D", "E", "geen"]
Uitkomst = Literal["geen-fout", "fout", "niet-onderzocht", "nvt"]
Wijze = Literal["automatisch", "handmatig", "beide", "nvt"]


class Criterium(Basis):
    """One success criterion of WCAG 2.2: how it was looked at, and what came of it."""

    nummer: WcagNummer
    naam: Tekst
    niveau: Literal["A", "AA"]
    wijze: Wijze
    uitkomst: Uitkomst
    toelichting: Zin


class Afwijking(Basis):
    """Something that does not meet the norm, or may not, with what is done about it."""

    titel: Tekst
    criteria: Annotated[tuple[WcagNummer, ...], Field(min_length=1)]
    oorzaak: Zin
    gevolg: Zin
    maatregel: Zin
    planning: Zin | None = None
    """When it is mended; like the other fields that may be empty, for the owner to promise."""
    alternatief: Zin | None = None


class Onderzoek(Basis):
    """A research report by someone else than the makers."""

    datum: Dag
    adres: HttpsAdres


class Browser(Basis):
    """A browser the site works in, from which version on."""

    naam: Tekst
    vanaf: Annotated[Tekst, Field(pattern=r"^[0-9]+(\.[0-9]+)?$")]
    codes: Annotated[tuple[Tekst, ...], Field(min_length=1)]
    """What MDN's browser-compat-data calls it; ``make check`` looks there."""


class Toegankelijkheid(Hulpmiddel):
    """``data/toegankelijkheid.yml``, after the Dutch model statement."""

    status: Status
    """Of the official statement; ``no`` when there is none in the register."""
    uitleg: Zin
    reikwijdte: Zin | None = None
    opgesteld: Zin | None = None
    """How the statement was drawn up."""
    onderzoek: Onderzoek | None = None
    reactietermijn: Zin | None = None
    handhaving: Zin | None = None
    ondertekenaar: Tekst | None = None
    """An office in an organisation, no personal name."""
    afwijkingen: tuple[Afwijking, ...] = ()
    hiaten: Annotated[tuple[Zin, ...], Field(min_length=1)]
    """What nobody looked at yet."""
    browsers: Annotated[tuple[Browser, ...], Field(min_length=1)]
    criteria: Annotated[tuple[Criterium, ...], Field(min_length=1)]


class Cijferregel(Basis):
    """One figure of a gate."""

    naam: Tekst
    waarde: Tekst


class Meting(Basis):
    """The figures of one gate."""

    poort: Tekst
    cijfers: Annotated[tuple[Cijferregel, ...], Field(min_length=1)]


class Kwaliteit(Basis):
    """``data/kwaliteit.yml``: written by ``make kwaliteit`` from a test run, not by hand."""

    versie: Tekst
    peildatum: Annotated[Tekst, AfterValidator(existing_dag)]
    metingen: Annotated[tuple[Meting, ...], Field(min_length=1)]
