"""What the tools for readers share: a review date, and statements quoted from records."""

from __future__ import annotations

from typing import Annotated

from macros.model.base import Basis, Bewering, Controle, Dag, Tekst, Verwijzing
from macros.model.kennis import Kennisrecord


class Aanhaling(Basis):
    """A statement that stands with a record: its field, and the words with which it begins.

    Not its number: a statement put above it would silently change what a tool says.
    """

    record: Annotated[Tekst, Verwijzing(Kennisrecord)]
    veld: Tekst
    begint: Tekst


class AangehaaldeVraag(Basis):
    """An open question of a record, named by the words with which it begins."""

    record: Annotated[Tekst, Verwijzing(Kennisrecord)]
    begint: Tekst


class Onderbouwd(Basis):
    """Something that rests on statements: quoted from records, or its own."""

    haalt_aan: tuple[Aanhaling, ...] = ()
    waarom: tuple[Bewering, ...] = ()
    """Only what no record says yet."""


class Hulpmiddel(Basis):
    """A tool: when it was checked, and when that has to happen again."""

    gecontroleerd: Controle
    controle_voor: Dag
