"""Laws and bills. A law is known by its BWB-id, a bill by its Kamerstuk dossier."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from macros.model.basis import (
    MIN_ZOEKTERMEN,
    Afkorting,
    Bewering,
    BwbId,
    Dag,
    Facet,
    JaNee,
    Kamerstuknummer,
    Opzoeknummer,
    Record,
    Tekst,
    Term,
    Verwijzing,
)
from macros.model.datering import Peildatum
from macros.model.leerpunt import Artikel, OrganisatieRef, Stap, WetRef
from macros.model.vertelling import Kenmerk, LetOp, Sectie, sectie

STIL_NA_MAANDEN = 6
"""A bill of which nothing newer was found says so in the first line of its page."""


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

    eigen_facet: ClassVar[str] = "wet"
    kenmerken: ClassVar[tuple[Kenmerk, ...]] = (
        Kenmerk("Afkorting", "afkortingen"),
        Kenmerk("BWB-id", "bwb_id"),
        Kenmerk("CELEX-nummer", "celex"),
        Kenmerk("Onderwerp", "groep", lijst="wetten/"),
        Kenmerk("Gewone woorden", "zoektermen", bijzaak=True),
    )
    secties: ClassVar[tuple[Sectie, ...]] = (
        sectie("Waar gaat deze wet over?", "waarover"),
        sectie("Waarmee moet u deze wet niet verwarren?", "verwarring"),
        sectie("Geschiedenis", "geschiedenis"),
        sectie("Welk ministerie gaat erover?", "ministeries"),
        sectie("Artikelen die bij leerpunten terugkomen", "artikelen"),
        sectie("Hoe is het nummer gecontroleerd?", "verificatie"),
    )

    bwb_id: BwbId | None = None
    celex: (
        Annotated[Tekst, Field(pattern=r"^3[0-9]{4}[RLD][0-9]{4}$"), Opzoeknummer("celex")] | None
    ) = None
    afkortingen: Annotated[tuple[Tekst, ...], Afkorting()] = ()
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

    kenmerken: ClassVar[tuple[Kenmerk, ...]] = (
        Kenmerk("Afkorting", "afkortingen"),
        Kenmerk("Kamerstukdossier", "dossier"),
        Kenmerk("Status", "status", uitleg="erbij"),
        Kenmerk("Geworden", "wet"),
    )
    secties: ClassVar[tuple[Sectie, ...]] = (
        sectie("Waar gaat dit voorstel over?", "waarover"),
        sectie("Hoe liep het af?", "afloop"),
        sectie("Waarmee moet u dit niet verwarren?", "verwarring"),
        sectie("Stappen", "stappen"),
        sectie("Welke wetten wijzigt het?", "wijzigt"),
        sectie("Betrokken organisaties", "organisaties"),
        sectie("Kamerstukdossier", "dossier", stijl="gaten"),
    )

    dossier: Kamerstuknummer | None = None
    afkortingen: Annotated[tuple[Tekst, ...], Afkorting()] = ()
    status: Annotated[Tekst, Term("wetsvoorstelstatus")]
    kijk_opnieuw: Dag | None = None
    """The day on which someone looks how far the bill has come."""
    waarover: Annotated[tuple[Bewering, ...], Field(min_length=1)]
    stappen: Annotated[tuple[Stap, ...], Field(min_length=1)]
    afloop: tuple[Bewering, ...] = ()
    wet: WetRef | None = None
    wijzigt: Annotated[tuple[WetRef, ...], Facet("wet")] = ()
    organisaties: Annotated[tuple[OrganisatieRef, ...], Facet("organisatie")] = ()
    verwarring: tuple[Bewering, ...] = ()

    @property
    def laatste_stand(self) -> Peildatum:
        """Return the date of the newest step; of two, the one that surely came later."""
        return max(stap.stand for stap in self.stappen)

    @property
    def waarschuwing(self) -> LetOp | None:
        """Return that this is not law, until it is."""
        return None if self.wet or self.status == "wet-geworden" else "voorstel"

    def stil_sinds(self, peildag: date) -> Peildatum | None:
        """Return the last known state of an open bill, if it is too old to trust unseen."""
        if self.status == "wet-geworden" or not self.laatste_stand.gedateerd:
            return None
        jaar, maand = divmod(peildag.year * 12 + peildag.month - 1 - STIL_NA_MAANDEN, 12)
        laatste = self.laatste_stand.laatste_dag()
        is_stil = (laatste.year, laatste.month, laatste.day) < (jaar, maand + 1, peildag.day)
        return self.laatste_stand if is_stil else None


class Verkenning(Record):
    """An idea for a legal power that was explored and dropped. It never became law."""

    soort: ClassVar[str] = "verkenning"
    mapnaam: ClassVar[str] = "verkenningen"
    enkelvoud: ClassVar[str] = "Verkende bevoegdheid"
    meervoud: ClassVar[str] = "Verkende bevoegdheden"
    min_zoektermen: ClassVar[int] = MIN_ZOEKTERMEN

    secties: ClassVar[tuple[Sectie, ...]] = (
        sectie("Wat was het idee?", "idee"),
        sectie("Waarom is het gestopt?", "reden_gestopt"),
        sectie("Wat is er wel?", "alternatieven"),
        sectie("Zie ook", "leerpunten", "begrippen", anker="zie-ook"),
    )

    idee: Annotated[tuple[Bewering, ...], Field(min_length=1)]
    reden_gestopt: Annotated[tuple[Bewering, ...], Field(min_length=1)]
    alternatieven: tuple[Bewering, ...] = ()
    leerpunten: tuple[Annotated[Tekst, Verwijzing(("leerpunt",))], ...] = ()
    begrippen: tuple[Annotated[Tekst, Verwijzing(("begrip",))], ...] = ()

    @property
    def waarschuwing(self) -> LetOp:
        """Return that this never became law."""
        return "verkend"
