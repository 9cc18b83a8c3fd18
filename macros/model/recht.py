"""Laws and bills. A law is known by its BWB-id, a bill by its Kamerstuk dossier."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from macros.model.basis import (
    MIN_ZOEKTERMEN,
    Bewering,
    BwbId,
    Dag,
    JaNee,
    Kamerstuknummer,
    Record,
    Tekst,
    Term,
    Verwijzing,
)
from macros.model.datering import Peildatum
from macros.model.leerpunt import Artikel, OrganisatieRef, Stap, WetRef

WETTEN_NL = "https://wetten.overheid.nl"


class Ministerie(Bewering):
    """Who was responsible, as of a date: portfolios move with each cabinet."""

    organisatie: OrganisatieRef | None = None
    """None when the ministry has no record here; ``tekst`` then names it."""


class Artikelkern(Bewering):
    """An article that recurs in learnings; ``tekst`` is its core in our words."""

    plaats: Annotated[tuple[Artikel, ...], Field(min_length=1)]


class Verificatie(Bewering):
    """How we know that id and law belong together (codes of the dossier)."""

    codes: Annotated[tuple[Literal["A", "B", "C", "D"], ...], Field(min_length=1)]
    zwak: JaNee = False


class Wet(Record):
    """A law, decree or EU regulation. ``titel`` is its citeertitel."""

    soort: ClassVar[str] = "wet"
    mapnaam: ClassVar[str] = "wetten"
    enkelvoud: ClassVar[str] = "Wet"
    meervoud: ClassVar[str] = "Wetten"
    min_zoektermen: ClassVar[int] = 1
    velden_verplicht_verantwoord: ClassVar[tuple[str, ...]] = ("ministeries",)

    bwb_id: BwbId | None = None
    celex: Annotated[Tekst, Field(pattern=r"^3[0-9]{4}[RLD][0-9]{4}$")] | None = None
    afkortingen: tuple[Tekst, ...] = ()
    groep: Annotated[Tekst, Term("wetgroep")]
    waarover: Annotated[tuple[Bewering, ...], Field(min_length=1)]
    ministeries: tuple[Ministerie, ...] = ()
    artikelen: tuple[Artikelkern, ...] = ()
    verificatie: Verificatie
    verwarring: tuple[Bewering, ...] = ()
    geschiedenis: tuple[Bewering, ...] = ()


class Wetsvoorstel(Record):
    """A bill. It is not law; ``wet`` points to the law it became."""

    soort: ClassVar[str] = "wetsvoorstel"
    mapnaam: ClassVar[str] = "wetsvoorstellen"
    enkelvoud: ClassVar[str] = "Wetsvoorstel"
    meervoud: ClassVar[str] = "Wetsvoorstellen"
    min_zoektermen: ClassVar[int] = MIN_ZOEKTERMEN
    velden_verplicht_verantwoord: ClassVar[tuple[str, ...]] = ("dossier", "afloop")

    dossier: Kamerstuknummer | None = None
    afkortingen: tuple[Tekst, ...] = ()
    status: Annotated[Tekst, Term("wetsvoorstelstatus")]
    kijk_opnieuw: Dag | None = None
    """The day on which someone looks how far the bill has come."""
    waarover: Annotated[tuple[Bewering, ...], Field(min_length=1)]
    stappen: Annotated[tuple[Stap, ...], Field(min_length=1)]
    afloop: tuple[Bewering, ...] = ()
    wet: WetRef | None = None
    wijzigt: tuple[WetRef, ...] = ()
    organisaties: tuple[OrganisatieRef, ...] = ()
    verwarring: tuple[Bewering, ...] = ()

    @property
    def laatste_stand(self) -> Peildatum:
        """Return the date of the newest step; of two, the one that surely came later."""
        return max(stap.stand for stap in self.stappen)


class Verkenning(Record):
    """An idea for a legal power that was explored and dropped. It never became law."""

    soort: ClassVar[str] = "verkenning"
    mapnaam: ClassVar[str] = "verkenningen"
    enkelvoud: ClassVar[str] = "Verkende bevoegdheid"
    meervoud: ClassVar[str] = "Verkende bevoegdheden"
    min_zoektermen: ClassVar[int] = MIN_ZOEKTERMEN

    idee: Annotated[tuple[Bewering, ...], Field(min_length=1)]
    reden_gestopt: Annotated[tuple[Bewering, ...], Field(min_length=1)]
    alternatieven: tuple[Bewering, ...] = ()
    leerpunten: tuple[Annotated[Tekst, Verwijzing(("leerpunt",))], ...] = ()
    begrippen: tuple[Annotated[Tekst, Verwijzing(("begrip",))], ...] = ()
