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

MAANDEN = (
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
ONGEDATEERD = "ongedateerd"
OUD_NA_JAREN = 2
"""What is older than this carries a mark."""
_MOMENT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(~?)")


@dataclass(frozen=True, slots=True)
class Moment:
    """One point in time with the precision the source gives."""

    jaar: int
    maand: int | None = None
    dag: int | None = None
    ongeveer: bool = False

    @classmethod
    def lees(cls, tekst: str) -> Self:
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

    def eerste_dag(self) -> date:
        """Return the first day this moment can mean."""
        return date(self.jaar, self.maand or 1, self.dag or 1)

    def laatste_dag(self) -> date:
        """Return the last day this moment can mean."""
        if self.dag is not None:
            return self.eerste_dag()
        maand = self.maand or 12
        return date(self.jaar, maand, calendar.monthrange(self.jaar, maand)[1])

    def iso(self) -> str:
        """Return ISO 8601 with the same precision, without the mark for "about"."""
        delen = [f"{self.jaar:04d}"]
        delen += [f"{deel:02d}" for deel in (self.maand, self.dag) if deel is not None]
        return "-".join(delen)

    def __str__(self) -> str:
        """Return the moment as a Dutch reader writes it."""
        delen = [str(self.jaar)]
        if self.maand is not None:
            delen.insert(0, MAANDEN[self.maand - 1])
        if self.dag is not None:
            delen.insert(0, str(self.dag))
        return ("ongeveer " if self.ongeveer else "") + " ".join(delen)


@dataclass(frozen=True, slots=True)
class Peildatum:
    """When something was true, as precisely as the source allows. ``begin`` is None if undated."""

    begin: Moment | None
    eind: Moment | None = None

    @classmethod
    def lees(cls, waarde: object) -> Self:
        """Parse the notation of this module; a bare year may come in as an integer."""
        tekst = str(waarde)
        if tekst == ONGEDATEERD:
            return cls(None)
        begin, streep, eind = tekst.partition("/")
        peildatum = cls(Moment.lees(begin), Moment.lees(eind) if streep else None)
        if peildatum.laatste_dag() < peildatum.eerste_dag():
            raise ValueError(tekst)
        return peildatum

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Let pydantic read this type from the notation, with a Dutch message when it cannot."""

        def valideer(waarde: object) -> Peildatum:
            if isinstance(waarde, cls):
                return waarde
            if isinstance(waarde, str | int) and not isinstance(waarde, bool):
                try:
                    return cls.lees(waarde)
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
            valideer, serialization=core_schema.plain_serializer_function_ser_schema(cls.notatie)
        )

    def notatie(self) -> str:
        """Return the notation this was read from."""
        if self.begin is None:
            return ONGEDATEERD
        momenten = [self.begin] if self.eind is None else [self.begin, self.eind]
        return "/".join(moment.iso() + "~" * moment.ongeveer for moment in momenten)

    def eerste_dag(self) -> date:
        """Return the first possible day; undated sorts first."""
        return date.min if self.begin is None else self.begin.eerste_dag()

    def laatste_dag(self) -> date:
        """Return the last possible day; undated counts as long ago."""
        if self.begin is None:
            return date.min
        return (self.eind or self.begin).laatste_dag()

    def is_oud(self, peildag: date) -> bool:
        """Tell whether this was too long ago; "no date" already says nobody knows how old it is."""
        if not self.gedateerd:
            return False
        laatste = self.laatste_dag()
        grens = (peildag.year - OUD_NA_JAREN, peildag.month, peildag.day)
        return (laatste.year, laatste.month, laatste.day) < grens

    def __lt__(self, ander: Peildatum) -> bool:
        """Order by the first possible day, then by the last."""
        return (self.eerste_dag(), self.laatste_dag()) < (ander.eerste_dag(), ander.laatste_dag())

    @property
    def gedateerd(self) -> bool:
        """Tell whether the source gives any date."""
        return self.begin is not None

    def __str__(self) -> str:
        """Return the date as a Dutch reader writes it."""
        if self.begin is None:
            return "datum onbekend"
        if self.eind is None:
            return str(self.begin)
        return f"{self.begin} – {self.eind}"


def lees_dag(dag: date) -> str:
    """Return a day in words: ``21 november 2026``."""
    return str(Moment(dag.year, dag.month, dag.day))
