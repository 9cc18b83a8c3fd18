"""Addresses of sources: words in them that are no name, and addresses that do hold a name."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.base import Basis, HttpsAdres, Tekst, Zin


class AdresMetNaam(Basis):
    """An address that holds the name of a person, and why it stands on the site all the same."""

    adres: HttpsAdres
    reden: Zin


class Bronadressen(Basis):
    """``data/bronadressen.yml``."""

    woorden: Annotated[tuple[Tekst, ...], Field(min_length=1)]
    met_naam: tuple[AdresMetNaam, ...] = ()
