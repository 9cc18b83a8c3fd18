"""The order in which readers expect names."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from macros.corpus.corpus import Corpus
from macros.model.leerpunt import Leerpunt

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def bare(tekst: str) -> str:
    """Return a text in which accents and case do not count."""
    if tekst.isascii():
        return tekst.lower()
    standalone = unicodedata.normalize("NFD", tekst.casefold())
    return _NOT_ASCII.sub(lambda one: "" if unicodedata.combining(one[0]) else one[0], standalone)


@cache
def alphabetical(tekst: str) -> str:
    """Return the sort key of a name, which is asked for many times."""
    return bare(tekst)


def without_article(naam: str) -> str:
    """Return the key by which readers look up a place: ``'s-Graveland`` stands under the G."""
    return alphabetical(naam).removeprefix("'s-")


def first_letter(tekst: str) -> str:
    """Return the letter that a name stands under from A to Z; one heading holds all digits."""
    first = next((character for character in alphabetical(tekst) if character.isalnum()), "0")
    return first.upper() if first.isalpha() else "0–9"


def leerpunten(corpus: Corpus) -> list[Leerpunt]:
    """Return all learnings in order of their numbers."""
    return sorted(corpus.every(Leerpunt), key=_on_nummer)


def _on_nummer(leerpunt: Leerpunt) -> tuple[str, int]:
    """Return what puts L100 behind L99."""
    return leerpunt.nummer[0], int(leerpunt.nummer[1:])
