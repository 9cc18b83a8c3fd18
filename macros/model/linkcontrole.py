"""What was found at the addresses of others when somebody last had them looked at."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import Basis, Dag, HttpsAdres, Tekst, Zin


class Linkuitkomst(Basis):
    """An address that gave no page: gone for good, or not to tell (a refusal, no answer)."""

    adres: HttpsAdres
    uitkomst: Literal["dood", "onzeker"]
    reden: Tekst
    sinds: Dag


class NietNakijken(Basis):
    """A website that is not asked, and why: it refuses machines, for instance."""

    website: Annotated[Tekst, Field(pattern=r"^[a-z0-9.-]+\.[a-z]{2,}$")]
    reden: Zin


class Linkcontrole(Basis):
    """``data/linkcontrole.yml``: what works is not listed."""

    toelichting: Zin
    nagekeken: Dag | None = None
    uitkomsten: tuple[Linkuitkomst, ...] = ()
    niet_nakijken: tuple[NietNakijken, ...] = ()
