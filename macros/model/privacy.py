"""What looks like personal data and is not, each with the reason."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import Basis, Tekst, Zin


class GeenPersoon(Basis):
    """A piece of text, as the message quotes it, that belongs to no person."""

    stuk: Tekst
    soort: Literal[
        "een BSN",
        "een IBAN",
        "een telefoonnummer",
        "een e-mailadres",
        "een postcode met huisnummer",
        "een geboortedatum",
        "een naam",
    ]
    reden: Zin


class PrivacyUitzonderingen(Basis):
    """``data/privacy-uitzonderingen.yml``."""

    uitzonderingen: Annotated[tuple[GeenPersoon, ...], Field(min_length=1)]
