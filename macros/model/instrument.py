"""The seven instruments of PMM: what each is for, when to use it, how to reach it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.basis import (
    MIN_ZOEKTERMEN,
    Afkorting,
    Bewering,
    GeheelGetal,
    Naam,
    Record,
    Tekst,
    Term,
    Verwijzing,
)
from macros.model.vertelling import Kenmerk, Sectie, sectie

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

    kenmerken: ClassVar[tuple[Kenmerk, ...]] = (
        Kenmerk("Afkorting", "afkorting"),
        Kenmerk("Ook genoemd", "andere_namen"),
        Kenmerk("Plaats in de keten", "ketenplaats", uitleg="erbij"),
    )
    secties: ClassVar[tuple[Sectie, ...]] = (
        sectie("Wat doet u nu?", "nu_doen", stijl="antwoord", geordend=True),
        sectie("Waar is het voor?", "doel"),
        sectie("Voor wie is het?", "voor_wie"),
        sectie("Wanneer gebruikt u het?", "wanneer_wel"),
        sectie("Wanneer niet?", "wanneer_niet"),
        sectie("Welke voorwaarden gelden?", "voorwaarden"),
        sectie("Hoe gaat het?", "stappen", geordend=True),
        sectie("Wie beslist?", "wie_beslist"),
        sectie("Wat kost het?", "kosten"),
        sectie("Hoe lang duurt het?", "doorlooptijd"),
        sectie("Wat is de juridische grondslag?", "grondslag"),
        sectie("Hoe neemt u contact op?", "contact"),
        sectie("Wat is de status?", "status"),
        sectie("Waar komt het vandaan?", "herkomst"),
        sectie("Wat is erover gevonden?", "bevindingen"),
        sectie("Waarmee moet u het niet verwarren?", "verwarring"),
        sectie("Hoe werkt dit samen met andere instrumenten?", "relaties"),
    )

    afkorting: Annotated[Tekst | None, Afkorting()] = None
    andere_namen: Annotated[tuple[Tekst, ...], Naam()] = ()
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

    @property
    def laat_wachten(self) -> bool:
        """Tell whether a case goes in here; a condition for all of it takes none."""
        return self.ketenplaats != "randvoorwaarde"
