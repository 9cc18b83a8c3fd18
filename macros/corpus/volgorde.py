"""The order in which readers expect names."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from macros.corpus.corpus import Corpus
from macros.model.leerpunt import Leerpunt

_NIET_ASCII = re.compile(r"[^\x00-\x7f]")


def kaal(tekst: str) -> str:
    """Return a text in which accents and case do not count."""
    if tekst.isascii():
        return tekst.lower()
    los = unicodedata.normalize("NFD", tekst.casefold())
    return _NIET_ASCII.sub(lambda een: "" if unicodedata.combining(een[0]) else een[0], los)


@cache
def alfabetisch(tekst: str) -> str:
    """Return the sort key of a name, which is asked for many times."""
    return kaal(tekst)


def beginletter(tekst: str) -> str:
    """Return the letter that a name stands under from A to Z; one heading holds all digits."""
    eerste = next((teken for teken in alfabetisch(tekst) if teken.isalnum()), "0")
    return eerste.upper() if eerste.isalpha() else "0–9"


def leerpunten(corpus: Corpus) -> list[Leerpunt]:
    """Return all learnings in order of their numbers."""
    return sorted(corpus.alle(Leerpunt), key=_op_nummer)


def _op_nummer(leerpunt: Leerpunt) -> tuple[str, int]:
    """Return what puts L100 behind L99."""
    return leerpunt.nummer[0], int(leerpunt.nummer[1:])
