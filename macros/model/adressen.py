"""Addresses that were published, and what became of those where nothing stands any more."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.base import Basis, Dag, Tekst, Zin
from macros.model.keuzehulp import SITE_PATH
from macros.model.leerpunt import Leerpuntnummer

Sitepad = Annotated[Tekst, Field(pattern=SITE_PATH)]
"""An address from the root of the site: ``begrippen/briefadres/``."""


class Verhuisd(Basis):
    """A page that got another address. ``naar`` is the id of a record, or an address."""

    van: Sitepad
    naar: Tekst
    datum: Dag


class Ingetrokken(Basis):
    """A page that was taken back: why, and what came in its place, if anything."""

    van: Sitepad
    titel: Tekst
    datum: Dag
    reden: Zin
    opvolger: Tekst | None = None


class OudeAdressen(Basis):
    """``data/oude-adressen.yml``."""

    toelichting: Zin
    verhuisd: tuple[Verhuisd, ...] = ()
    ingetrokken: tuple[Ingetrokken, ...] = ()
    vervallen_nummers: tuple[Leerpuntnummer, ...] = ()
    """Numbers of learnings that were taken back: somebody wrote them down, so no other gets one."""


class Gepubliceerd(Basis):
    """``data/gepubliceerd.yml``: every address that readers may have kept."""

    toelichting: Zin
    adressen: Annotated[tuple[Sitepad, ...], Field(min_length=1)]
