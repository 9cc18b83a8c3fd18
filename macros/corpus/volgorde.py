"""The order in which readers expect names."""

from __future__ import annotations

import unicodedata

from macros.corpus.corpus import Corpus
from macros.model.leerpunt import Leerpunt


def alfabetisch(tekst: str) -> str:
    """Return a sort key in which accents and case do not count."""
    kaal = unicodedata.normalize("NFD", tekst.casefold())
    return "".join(teken for teken in kaal if not unicodedata.combining(teken))


def beginletter(tekst: str) -> str:
    """Return the letter that a name stands under from A to Z; one heading holds all digits."""
    eerste = next((teken for teken in alfabetisch(tekst) if teken.isalnum()), "0")
    return eerste.upper() if eerste.isalpha() else "0–9"


def leerpunten(corpus: Corpus) -> list[Leerpunt]:
    """Return all learnings in order of their numbers."""
    return sorted(corpus.alle(Leerpunt), key=lambda leerpunt: leerpunt.nummer)
