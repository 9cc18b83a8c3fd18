"""The fictitious explanatory memorandum (MvT) to an imaginary Wet op het sociaal domein.

The law does not exist. Nothing here may be given a Kamerstuk number, an article or an entry date,
and every output that shows one of these records says so.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.base import Bewering, Record, Tekst, Term, Verwijzing
from macros.model.leerpunt import WetRef, WetsvoorstelRef
from macros.model.narration import Kenmerk, LetOp, Sectie, sectie


class Rechtverband(Bewering):
    """Where real law or a real bill already touches this point, with its status as of ``stand``."""

    wet: WetRef | None = None
    wetsvoorstel: WetsvoorstelRef | None = None


class MvtDocument(Record):
    """What is known about the document itself; exactly one record."""

    soort: ClassVar[str] = "mvt"
    mapnaam: ClassVar[str] = "mvt"
    enkelvoud: ClassVar[str] = "Fictieve memorie van toelichting"
    meervoud: ClassVar[str] = "Fictieve memorie van toelichting"
    denkbeeldig: ClassVar[bool] = True

    secties: ClassVar[tuple[Sectie, ...]] = (
        sectie("Wat staat vast?", "staat_vast"),
        sectie("Waar komt het vandaan?", "voorgeschiedenis"),
        sectie("Wat is niet gevonden?", "niet_gevonden"),
        sectie("Hoe anderen met dit idee werkten", "denkfiguren"),
        sectie("Waar bronnen elkaar tegenspreken", "twistpunten"),
        sectie("Hoe ziet een echte memorie van toelichting eruit?", "vorm"),
    )

    staat_vast: Annotated[tuple[Bewering, ...], Field(min_length=1)]
    voorgeschiedenis: tuple[Bewering, ...] = ()
    vorm: tuple[Bewering, ...] = ()
    niet_gevonden: tuple[Bewering, ...] = ()
    twistpunten: tuple[Bewering, ...] = ()
    denkfiguren: tuple[Bewering, ...] = ()
    """How others used "one law for the social domain" as a thought."""


class MvtPunt(Record):
    """One of the thirteen points of Aanwijzing 4.43, applied to the imaginary law."""

    soort: ClassVar[str] = "mvtpunt"
    mapnaam: ClassVar[str] = "mvt-punten"
    enkelvoud: ClassVar[str] = "Punt van de fictieve toelichting"
    meervoud: ClassVar[str] = "Punten van de fictieve toelichting"
    denkbeeldig: ClassVar[bool] = True
    velden_verplicht_verantwoord: ClassVar[tuple[str, ...]] = ("beweringen", "recht")

    aanduiding: ClassVar[str] = "Punt {letter} van dertien"
    secties: ClassVar[tuple[Sectie, ...]] = (
        sectie(
            "Welke vraag hoort hier beantwoord te worden?", "vraag", "bouwsteen", stijl="antwoord"
        ),
        sectie("Wat zeggen bronnen hierover?", "beweringen"),
        sectie("Wat zegt echt recht al?", "recht"),
        sectie(
            "Welke waarden staan hier op het spel?",
            "waarden",
            inleiding="waarden-van-anderen",
        ),
        sectie("Welke leerpunten raken dit punt?", "leerpunten"),
    )

    letter: Annotated[Tekst, Field(pattern=r"^[a-m]$")]
    vraag: Bewering
    """The question this point must answer, after Aanwijzing 4.43."""
    bouwsteen: Bewering | None = None
    """Where the Schrijfwijzer puts it."""
    beweringen: tuple[Bewering, ...] = ()
    recht: tuple[Rechtverband, ...] = ()
    waarden: tuple[Annotated[Tekst, Verwijzing(("waarde",))], ...] = ()
    leerpunten: tuple[Annotated[Tekst, Verwijzing(("leerpunt",))], ...] = ()


class Waardenkader(Record):
    """A framework of values by others, in the same debate."""

    soort: ClassVar[str] = "waardenkader"
    mapnaam: ClassVar[str] = "waardenkaders"
    enkelvoud: ClassVar[str] = "Waardenkader"
    meervoud: ClassVar[str] = "Waardenkaders"
    min_zoektermen: ClassVar[int] = 1

    kenmerken: ClassVar[tuple[Kenmerk, ...]] = (
        Kenmerk("Van wie", "eigenaar"),
        Kenmerk("Soort kader", "kadersoort"),
    )
    secties: ClassVar[tuple[Sectie, ...]] = (
        sectie("De kern", "kern"),
        sectie("Verhouding tot de fictieve memorie van toelichting", "verhouding"),
        sectie("Meer over dit kader", "verder"),
    )

    eigenaar: Tekst
    kadersoort: Annotated[Tekst, Term("kadersoort")]
    kern: Annotated[tuple[Bewering, ...], Field(min_length=1)]
    verhouding: Annotated[tuple[Bewering, ...], Field(min_length=1)]
    """How it relates to the MvT: always our own inference."""
    verder: tuple[Bewering, ...] = ()


class VolgensWie(Bewering):
    """Who holds this value, in which framework."""

    kader: Annotated[Tekst, Verwijzing(("waardenkader",))]


class Schuring(Bewering):
    """A tension with another value; symmetric, typed on one side."""

    met: Annotated[Tekst, Verwijzing(("waarde",))]


class Waarde(Record):
    """A value, never without "according to whom". Never attributed to the MvT itself."""

    soort: ClassVar[str] = "waarde"
    mapnaam: ClassVar[str] = "waarden"
    enkelvoud: ClassVar[str] = "Waarde"
    meervoud: ClassVar[str] = "Waarden"
    min_zoektermen: ClassVar[int] = 1

    secties: ClassVar[tuple[Sectie, ...]] = (
        sectie("Volgens wie?", "volgens_wie", stijl="antwoord"),
        sectie("Waarmee kan deze waarde schuren?", "schuurt_met"),
        sectie("Wat zegt echt recht al?", "recht"),
        sectie("Welke leerpunten raken deze waarde?", "leerpunten"),
    )

    volgens_wie: Annotated[tuple[VolgensWie, ...], Field(min_length=1)]
    schuurt_met: tuple[Schuring, ...] = ()
    recht: tuple[Rechtverband, ...] = ()
    leerpunten: tuple[Annotated[Tekst, Verwijzing(("leerpunt",))], ...] = ()

    @property
    def waarschuwing(self) -> LetOp:
        """Return that values are others' and not of the memorandum."""
        return "waarde-van-anderen"
