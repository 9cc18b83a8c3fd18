"""The two memos that this site rests on most: per sentence, which records hold what it says."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.base import Basis, BronRef, GeheelGetal, Tekst, Verwijzing, Zin
from macros.model.kennis import Kennisrecord


class Vindplek(Basis):
    """A field of a record in which a statement stands that rests on the memo."""

    record: Annotated[Tekst, Verwijzing(Kennisrecord)]
    veld: Tekst


class Notazin(Basis):
    """One sentence (or heading, or annex): what it is about in our words, never its own."""

    nummer: Annotated[GeheelGetal, Field(ge=1)]
    inhoud: Zin
    staat_in: Annotated[tuple[Vindplek, ...], Field(min_length=1)]


class Nota(Basis):
    """One memo, from its first sentence to its last."""

    bron: BronRef
    zinnen: Annotated[tuple[Notazin, ...], Field(min_length=1)]


class Notatabel(Basis):
    """``data/notas.yml``."""

    notas: Annotated[tuple[Nota, ...], Field(min_length=1)]
