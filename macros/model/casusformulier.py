"""The form to put a case on paper: its questions, and the warnings against personal data."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import SLUG, Basis, GeheelGetal, Tekst, Zin
from macros.model.tool import Hulpmiddel, Onderbouwd

Gegevenssoort = Literal[
    "een BSN",
    "een e-mailadres",
    "een telefoonnummer",
    "een IBAN",
    "een postcode met huisnummer",
    "een geboortedatum",
]
"""What ``check.privacy`` and the form recognise; the words stand in the warning itself."""


class Formulierveld(Onderbouwd):
    """One question. With the kind ``leefgebieden`` the reader ticks terms of that vocabulary."""

    sleutel: Annotated[Tekst, Field(pattern=f"^{SLUG.pattern}$")]
    soort: Literal["tekst", "leefgebieden"] = "tekst"
    label: Tekst
    uitleg: Zin
    regels: Annotated[GeheelGetal, Field(ge=2, le=12)] = 4
    """Lines to write on: the height of the box on screen, blank lines on paper."""


class Waarschuwing(Basis):
    """Why one kind of personal data has to stay out, and what to write instead."""

    soort: Gegevenssoort
    tekst: Zin


class Casusformulier(Hulpmiddel):
    """``data/casusformulier.yml``: our own list, not a form of PMM."""

    kop: Tekst
    """First line of the text the reader takes along."""
    herkomst: Zin
    """Says in that text whose list this is."""
    velden: Annotated[tuple[Formulierveld, ...], Field(min_length=1)]
    waarschuwingen: Annotated[tuple[Waarschuwing, ...], Field(min_length=1)]
