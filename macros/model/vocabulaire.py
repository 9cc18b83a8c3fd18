"""Vocabularies: one file per axis, each term with a label and a sentence of explanation (SKOS)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from macros.model.basis import SLUG, Basis, EngelsWoord, Tekst, Zin, bestaande_dag


class VocabulaireTerm(Basis):
    """One term: ``sleutel`` is what editors type, ``label`` what readers see."""

    sleutel: Annotated[Tekst, Field(pattern=f"^{SLUG.pattern}$")]
    label: Tekst
    uitleg: Zin
    alledaags: tuple[Tekst, ...] = ()
    engels: tuple[EngelsWoord, ...] = ()
    """As of a record: for the terms that have a page of their own, the leefgebieden."""


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


class Site(Basis):
    """``data/site.yml``: what the owner of the site may change."""

    naam: Tekst
    ondertitel: Zin
    afzender: Zin
    adres: Annotated[
        Tekst, Field(pattern=r"^https://[a-z0-9.-]+\.[a-z]{2,}(:[0-9]+)?(/[A-Za-z0-9._~-]+)*/$")
    ]
    """Public address of the site, with a final slash: every address of a page begins with it."""
    peildatum: Annotated[Tekst, AfterValidator(bestaande_dag)]
    """The day the content was last brought up to date; "old" is reckoned from here."""
    versie: Tekst
    verbeteradres: Annotated[Tekst, Field(pattern=r"^(mailto:|https://)\S+$")]
    """Where "verbeter deze pagina" leads; ``{pad}`` becomes the data file, ``{titel}`` the page."""
    contact: Annotated[Tekst, Field(pattern=r"^(mailto:|https://)\S+$")]
    """Where a leak (security.txt) or a barrier (the accessibility statement) is reported."""
    eigenaar: Eigenaar = Eigenaar()

    @property
    def peildag(self) -> date:
        """Return ``peildatum`` as a day to reckon with: the only "today" of a build."""
        return date.fromisoformat(self.peildatum)
