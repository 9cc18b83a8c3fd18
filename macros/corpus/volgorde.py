"""The order in which readers expect names."""

from __future__ import annotations

import unicodedata


def alfabetisch(tekst: str) -> str:
    """Return a sort key in which accents and case do not count."""
    kaal = unicodedata.normalize("NFD", tekst.casefold())
    return "".join(teken for teken in kaal if not unicodedata.combining(teken))
