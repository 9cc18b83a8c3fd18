"""Where the list of changes stands, and where each change leads."""

from __future__ import annotations

from macros.blad.adres import GEMEENTEN, pad_of
from macros.corpus.wijzigingen import Wijziging
from macros.model.soorten import PER_SOORT

PAD = "wijzigingen/"


def overview_path(soort: str) -> str:
    """Return the address of the page with all records of one kind, from the site root."""
    model = PER_SOORT.get(soort)
    return f"{model.mapnaam if model else GEMEENTEN}/"


def doel(wijziging: Wijziging) -> str:
    """Return where a change leads, from the site root: its part of a page, or a list of pages."""
    if not wijziging.id_:
        return overview_path(wijziging.soort)
    return pad_of(wijziging.id_) + (f"#{wijziging.anker}" if wijziging.anker else "")
