"""Vocabularies: one file per axis, each term with a label and a sentence of explanation (SKOS)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from macros.model.base import (
    SLUG,
    Basis,
    EngelsWoord,
    GeheelGetal,
    JaNee,
    Tekst,
    Zin,
    existing_dag,
)


class VocabulaireTerm(Basis):
    """One term: ``sleutel`` is what editors type, ``label`` what readers see."""

    sleutel: Annotated[Tekst, Field(pattern=f"^{SLUG.pattern}$")]
    label: Tekst
    uitleg: Zin
    alledaags: tuple[Tekst, ...] = ()
    engels: tuple[EngelsWoord, ...] = ()
    """As of a record: for the terms that have a page of their own, the leefgebieden."""
    mag_ongebruikt: JaNee = False
    """Waits for an editor who needs it; any other term that nobody uses is a mistake."""
    jaren: Annotated[GeheelGetal, Field(ge=1)] | None = None
    """After how many years a statement is marked old; only in the vocabulary ``houdbaarheid``."""


class Vocabulaire(Basis):
    """One axis. The file name is the name fields refer to."""

    as_: Annotated[Tekst, Field(alias="as")]
    titel: Tekst
    uitleg: Zin
    termen: Annotated[tuple[VocabulaireTerm, ...], Field(min_length=1)]


class Synoniemgroep(Basis):
    """Words that find each other; with ``gebruik`` all lead to that one word and not back."""

    termen: Annotated[tuple[Tekst, ...], Field(min_length=1)]
    gebruik: Tekst | None = None


class Synoniemen(Basis):
    """``data/synoniemen.yml``: the words of readers beside the words of the site."""

    synoniemen: Annotated[tuple[Synoniemgroep, ...], Field(min_length=1)]
    licht: tuple[Tekst, ...] = ()
    """Words that tell little of a subject, however rare: the search weighs them lightly."""
    elders: tuple[Tekst, ...] = ()
    """Words of things the site does not treat: no typing errors of words that it has."""


class Eigenaar(Basis):
    """What AVG article 13 asks of who runs the site; empty as long as nobody filled it in."""

    verantwoordelijke: Tekst | None = None
    """The controller: an organisation with its address (13(1)(a))."""
    contact: Tekst | None = None
    functionaris: Tekst | None = None
    """How to reach the data protection officer (13(1)(b)); „n.v.t.” where there is none."""
    doel: Zin | None = None
    grondslag: Zin | None = None
    """Purpose and legal basis (13(1)(c))."""
    ontvangers: Zin | None = None
    """Who else sees the data, such as the keeper of the server (13(1)(e))."""
    bewaartermijn: Zin | None = None
    rechten: Zin | None = None
    klacht: Zin | None = None
    """How long, which rights, and where to complain (13(2)(a), (b) and (d))."""


class Berichten(Basis):
    """What becomes of a message to ``Site.contact``; empty as long as nobody promised it."""

    lezer: Zin | None = None
    antwoord: Zin | None = None
    """Whether there is an answer, and within how many days."""


class Site(Basis):
    """``data/site.yml``: what the owner of the site may change."""

    naam: Tekst
    ondertitel: Zin
    afzender: Zin
    adres: Annotated[
        Tekst, Field(pattern=r"^https://[a-z0-9.-]+\.[a-z]{2,}(:[0-9]+)?(/[A-Za-z0-9._~-]+)*/$")
    ]
    """Public address of the site, with a final slash: every address of a page begins with it."""
    peildatum: Annotated[Tekst, AfterValidator(existing_dag)]
    """The day the content was last brought up to date; "old" is reckoned from here."""
    versie: Tekst
    verbeteradres: Annotated[Tekst, Field(pattern=r"^(mailto:|https://)\S+$")]
    """Where "verbeter deze pagina" leads; ``{pad}`` becomes the data file, ``{titel}`` the page."""
    contact: Annotated[Tekst, Field(pattern=r"^(mailto:|https://)\S+$")]
    """Where a leak (security.txt) or a barrier (the accessibility statement) is reported."""
    berichten: Berichten = Berichten()
    eigenaar: Eigenaar = Eigenaar()

    @property
    def peildag(self) -> date:
        """Return ``peildatum`` as a day to reckon with: the only "today" of a build."""
        return date.fromisoformat(self.peildatum)
