"""The seven instruments of PMM: what each is for, when to use it, how to reach it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.basis import (
    MIN_ZOEKTERMEN,
    Bewering,
    GeheelGetal,
    Record,
    Tekst,
    Term,
    Verwijzing,
)

InstrumentRef = Annotated[Tekst, Verwijzing(("instrument",))]


class InstrumentRelatie(Bewering):
    """A typed link to another instrument, itself a statement; the reverse is computed."""

    relatie: Annotated[Tekst, Term("instrumentrelatie")]
    naar: InstrumentRef


class Instrument(Record):
    """One instrument; what ``velden_verplicht_verantwoord`` lists is answered or accounted for."""

    soort: ClassVar[str] = "instrument"
    mapnaam: ClassVar[str] = "instrumenten"
    enkelvoud: ClassVar[str] = "Instrument"
    meervoud: ClassVar[str] = "Instrumenten"
    min_zoektermen: ClassVar[int] = MIN_ZOEKTERMEN
    velden_verplicht_verantwoord: ClassVar[tuple[str, ...]] = (
        "doel",
        "voor_wie",
        "wanneer_wel",
        "wanneer_niet",
        "voorwaarden",
        "stappen",
        "wie_beslist",
        "kosten",
        "doorlooptijd",
        "grondslag",
        "contact",
        "status",
    )

    afkorting: Tekst | None = None
    andere_namen: tuple[Tekst, ...] = ()
    ketenplaats: Annotated[Tekst, Term("ketenplaats")]
    volgorde: Annotated[GeheelGetal, Field(ge=1)]
    nu_doen: Annotated[tuple[Bewering, ...], Field(min_length=1)]
    """What the reader does now, in order; stands at the top of the page."""
    doel: tuple[Bewering, ...] = ()
    voor_wie: tuple[Bewering, ...] = ()
    wanneer_wel: tuple[Bewering, ...] = ()
    wanneer_niet: tuple[Bewering, ...] = ()
    voorwaarden: tuple[Bewering, ...] = ()
    stappen: tuple[Bewering, ...] = ()
    wie_beslist: tuple[Bewering, ...] = ()
    kosten: tuple[Bewering, ...] = ()
    doorlooptijd: tuple[Bewering, ...] = ()
    grondslag: tuple[Bewering, ...] = ()
    contact: tuple[Bewering, ...] = ()
    status: tuple[Bewering, ...] = ()
    herkomst: tuple[Bewering, ...] = ()
    bevindingen: tuple[Bewering, ...] = ()
    verwarring: tuple[Bewering, ...] = ()
    """What this instrument is easily mistaken for."""
    relaties: tuple[InstrumentRelatie, ...] = ()
