"""Dates as sources give them: a day, a month, a year, about, a period, or none at all.

The notation is the level-1 subset of EDTF (ISO 8601-2:2019) that the dossier needs: ``2021``,
``2021-03``, ``2021-03-25``, ``2021~`` (about), ``2020/2021~`` (a period), plus the word
``ongedateerd``.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
UNDATED = "ongedateerd"
OLD_AFTER_YEARS = 2
"""What is older than this carries a mark."""
_MOMENT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(~?)")


_IN_WORDS = re.compile(rf"(?:([0-9]{{1,2}}) )?({'|'.join(MONTHS)}) ([0-9]{{4}})", re.IGNORECASE)
_IN_DIGITS = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")


def notation_of(tekst: str) -> str:
    """Return a date as people write it (``12 mei 2024``) in our notation; any other as it is."""
    if match := _IN_WORDS.fullmatch(tekst):
        dag, maand, jaar = match.groups()
        ending = f"-{int(dag):02d}" if dag else ""
        return f"{jaar}-{MONTHS.index(maand.lower()) + 1:02d}{ending}"
    if match := _IN_DIGITS.fullmatch(tekst):
        dag, maand, jaar = match.groups()
        return f"{jaar}-{int(maand):02d}-{int(dag):02d}"
    return tekst


@dataclass(frozen=True, slots=True)
class Moment:
    """One point in time with the precision the source gives."""

    jaar: int
    maand: int | None = None
    dag: int | None = None
    ongeveer: bool = False

    @classmethod
    def parse(cls, tekst: str) -> Self:
        """Parse ``JJJJ[-MM[-DD]][~]``; raise ``ValueError`` for anything else."""
        match = _MOMENT.fullmatch(tekst)
        if match is None:
            raise ValueError(tekst)
        jaar, maand, dag, ongeveer = match.groups()
        # Raises ValueError for 2024-00, 2024-13 and 2023-02-29.
        date(int(jaar), int(maand or "1"), int(dag or "1"))
        return cls(
            int(jaar), int(maand) if maand else None, int(dag) if dag else None, ongeveer == "~"
        )

    def first_dag(self) -> date:
        """Return the first day this moment can mean."""
        return date(self.jaar, self.maand or 1, self.dag or 1)

    def last_dag(self) -> date:
        """Return the last day this moment can mean."""
        if self.dag is not None:
            return self.first_dag()
        maand = self.maand or 12
        return date(self.jaar, maand, calendar.monthrange(self.jaar, maand)[1])

    def iso(self) -> str:
        """Return ISO 8601 with the same precision, without the mark for "about"."""
        if self.maand is None:
            return f"{self.jaar:04d}"
        if self.dag is None:
            return f"{self.jaar:04d}-{self.maand:02d}"
        return f"{self.jaar:04d}-{self.maand:02d}-{self.dag:02d}"

    def notation(self) -> str:
        """Return the notation this was read from."""
        return f"{self.iso()}~" if self.ongeveer else self.iso()

    def __str__(self) -> str:
        """Return the moment as a Dutch reader writes it."""
        parts = [str(self.jaar)]
        if self.maand is not None:
            parts.insert(0, MONTHS[self.maand - 1])
        if self.dag is not None:
            parts.insert(0, str(self.dag))
        return ("ongeveer " if self.ongeveer else "") + " ".join(parts)


@dataclass(frozen=True, slots=True)
class Peildatum:
    """When something was true, as precisely as the source allows. ``begin`` is None if undated."""

    begin: Moment | None
    eind: Moment | None = None

    @classmethod
    def parse(cls, waarde: object) -> Self:
        """Parse the notation of this module; a bare year may come in as an integer."""
        tekst = str(waarde)
        if tekst == UNDATED:
            return cls(None)
        begin, dash, eind = tekst.partition("/")
        peildatum = cls(Moment.parse(begin), Moment.parse(eind) if dash else None)
        if peildatum.last_dag() < peildatum.first_dag():
            raise ValueError(tekst)
        return peildatum

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Let pydantic read this type from the notation, with a Dutch message when it cannot."""

        def validated(waarde: object) -> Peildatum:
            if isinstance(waarde, cls):
                return waarde
            if isinstance(waarde, str | int) and not isinstance(waarde, bool):
                try:
                    return cls.parse(waarde)
                except ValueError:
                    pass
            code = "datum_ongeldig"
            raise PydanticCustomError(
                code,
                "„{waarde}” is geen datum; schrijf JJJJ, JJJJ-MM of JJJJ-MM-DD, met ~ erachter "
                "voor „ongeveer” (2021~), 2020/2021 voor een periode, of: ongedateerd",
                {"waarde": str(waarde)},
            )

        return core_schema.no_info_plain_validator_function(
            validated, serialization=core_schema.plain_serializer_function_ser_schema(cls.notation)
        )

    def notation(self) -> str:
        """Return the notation this was read from."""
        if self.begin is None:
            return UNDATED
        begin = self.begin.notation()
        return begin if self.eind is None else f"{begin}/{self.eind.notation()}"

    def first_dag(self) -> date:
        """Return the first possible day; undated sorts first."""
        return date.min if self.begin is None else self.begin.first_dag()

    def last_dag(self) -> date:
        """Return the last possible day; undated counts as long ago."""
        if self.begin is None:
            return date.min
        return (self.eind or self.begin).last_dag()

    def is_old(self, peildag: date, jaren: int = OLD_AFTER_YEARS) -> bool:
        """Tell whether this was too long ago; "no date" already says nobody knows how old it is."""
        if not self.dated:
            return False
        last = self.last_dag()
        bound = (peildag.year - jaren, peildag.month, peildag.day)
        return (last.year, last.month, last.day) < bound

    def __lt__(self, other: Peildatum) -> bool:
        """Order by the first possible day, then by the last."""
        return (self.first_dag(), self.last_dag()) < (other.first_dag(), other.last_dag())

    @property
    def dated(self) -> bool:
        """Tell whether the source gives any date."""
        return self.begin is not None

    @property
    def jaar(self) -> str:
        """Return only the year, or the years of a period; empty if there is no date."""
        if self.begin is None:
            return ""
        eind = self.eind or self.begin
        return (
            str(self.begin.jaar)
            if eind.jaar == self.begin.jaar
            else f"{self.begin.jaar}–{eind.jaar}"
        )

    @property
    def maand(self) -> str:
        """Return the last moment, no finer than its month, as a Dutch reader writes it."""
        last = self.eind or self.begin
        return str(Moment(last.jaar, last.maand)) if last else ""

    def __str__(self) -> str:
        """Return the date as a Dutch reader writes it."""
        if self.begin is None:
            return "datum onbekend"
        if self.eind is None:
            return str(self.begin)
        return f"{self.begin} – {self.eind}"


def months_after(dag: date, months: int) -> date:
    """Return the same day so many months later, or the last of that month if it has no such day."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + months, 12)
    return date(jaar, maand + 1, min(dag.day, calendar.monthrange(jaar, maand + 1)[1]))


def dag_in_words(dag: date) -> str:
    """Return a day in words: ``21 november 2026``."""
    return str(Moment(dag.year, dag.month, dag.day))
