"""Learnings: what cases teach about rules, co-operation and practice, and what was done with it."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from macros.model.base import (
    MIN_ZOEKTERMEN,
    SLUG,
    Basis,
    Bewering,
    Dag,
    Ecli,
    Facet,
    GeheelGetal,
    Kamerstuknummer,
    LeefgebiedTerm,
    Opzoeknummer,
    Record,
    Tekst,
    Term,
    Titel,
    Verwijzing,
)
from macros.model.dates import Peildatum
from macros.model.narration import Kenmerk, Sectie, sectie

WetRef = Annotated[Tekst, Verwijzing(("wet",))]
WetsvoorstelRef = Annotated[Tekst, Verwijzing(("wetsvoorstel",))]
OrganisatieRef = Annotated[Tekst, Verwijzing(("organisatie",))]
CijferRef = Annotated[Tekst, Verwijzing(("cijfer",))]
Leerpuntnummer = Annotated[Tekst, Field(pattern=r"^[LV][0-9]{2,5}$"), Opzoeknummer("eigen")]
"""L for a learning of PMM, V for one of another; never given again."""
Sleutel = Annotated[Tekst, Field(pattern=f"^{SLUG.pattern}$")]


class Artikel(Basis):
    """A place in a law, as JuriConnect names it."""

    artikel: Annotated[Tekst, Field(pattern=r"^[0-9]+[a-z]*([.:][0-9]+[a-z]*)?$")]
    lid: Annotated[Tekst, Field(pattern=r"^[0-9]+[a-z]*$")] | None = None


class Wetverwijzing(Bewering):
    """How one law bears on a learning: ``tekst`` says in a sentence what it does here."""

    wet: Annotated[WetRef, Facet("wet")]
    artikelen: tuple[Artikel, ...] = ()
    versie: Peildatum | None = None
    rol: Annotated[Tekst, Term("wetrol")]


class Betrokkene(Bewering):
    """An organisation with a part in the learning; None for a group such as "alle gemeenten"."""

    organisatie: Annotated[OrganisatieRef | None, Facet("organisatie")] = None


class Groep(Basis):
    """A group of residents the learning is about, to which tracks refer by ``sleutel``."""

    sleutel: Sleutel
    naam: Tekst
    toelichting: Bewering | None = None


class Stap(Bewering):
    """One dated step on a track. ``stand`` is the day it happened."""

    kamerstuk: Kamerstuknummer | None = None
    staatsblad: (
        Annotated[Tekst, Field(pattern=r"^[0-9]{4}-[0-9]+$"), Opzoeknummer("staatsblad")] | None
    ) = None
    leidt_tot: Sleutel | None = None
    """The status of track or bill that began with this step."""


class Spoor(Basis):
    """A solution track with its own status, dates and coverage of groups."""

    sleutel: Sleutel
    titel: Titel
    status: Annotated[Tekst, Term("spoorstatus")]
    stand: Peildatum
    kijk_opnieuw: Dag | None = None
    """When to look again; a track with a bill follows the date of that bill."""
    wetsvoorstel: WetsvoorstelRef | None = None
    wet: WetRef | None = None
    dekt: tuple[Sleutel, ...] = ()
    dekt_niet: tuple[Sleutel, ...] = ()
    dekking_onbekend: tuple[Sleutel, ...] = ()
    stappen: Annotated[tuple[Stap, ...], Field(min_length=1)]


class Uitspraak(Bewering):
    """A court decision; ``tekst`` is what it decided, in our words."""

    instantie: Tekst
    ecli: Ecli | None = None


class Bedrag(Bewering):
    """An amount for one year."""

    jaar: Annotated[GeheelGetal, Field(ge=1990, le=2100)]
    bedrag: Tekst


class Verdieping(Basis):
    """A headed group of statements on a page that goes deeper."""

    sleutel: Sleutel
    kop: Tekst
    beweringen: Annotated[tuple[Bewering, ...], Field(min_length=1)]


class Leerpunt(Record):
    """One learning. Its status is computed from its tracks, never typed."""

    soort: ClassVar[str] = "leerpunt"
    mapnaam: ClassVar[str] = "leerpunten"
    enkelvoud: ClassVar[str] = "Leerpunt"
    meervoud: ClassVar[str] = "Leerpunten"
    min_zoektermen: ClassVar[int] = MIN_ZOEKTERMEN
    velden_verplicht_verantwoord: ClassVar[tuple[str, ...]] = (
        "situatie",
        "organisaties",
        "wetten",
        "omvang",
        "sporen",
    )

    aanduiding: ClassVar[str] = "{aard} {nummer} · {herkomst}"
    kenmerken: ClassVar[tuple[Kenmerk, ...]] = (
        Kenmerk("Herkomst", "herkomst", uitleg="alleen"),
        Kenmerk("Vorm", "vorm"),
        Kenmerk("Soort", "soorten", lijst="leerpunten/per-soort/"),
        Kenmerk("Leefgebied", "leefgebieden", lijst="leerpunten/per-leefgebied/"),
        Kenmerk("Status", "statussen", lijst="leerpunten/per-status/"),
    )
    secties: ClassVar[tuple[Sectie, ...]] = (
        sectie("Welke wetten spelen mee?", "wetten", voorop=True),
        sectie("Om welke groepen gaat het?", "groepen"),
        sectie("Wat is er aan de hand?", "situatie"),
        sectie("Wie heeft het gesignaleerd?", "gesignaleerd_door"),
        sectie("Wie zijn erbij betrokken?", "organisaties"),
        sectie("Hoe vaak komt het voor?", "omvang"),
        sectie("Cijfers", "cijfers", stijl="cijfers"),
        sectie("", "verdieping"),
        sectie(
            "Wat is er nog niet bekend over het vervolg?",
            "sporen",
            anker="vervolg",
            kop_zonder="Wat is ermee gedaan?",
        ),
        sectie("Bedragen per jaar", "bedragen"),
        sectie("Rechtspraak", "rechtspraak"),
        sectie("Zie ook", "verwant", "instrumenten", anker="zie-ook"),
    )

    nummer: Leerpuntnummer
    herkomst: Annotated[Tekst, Term("herkomst"), Facet("herkomst")]
    aard: Annotated[Tekst, Term("leerpuntaard")]
    vorm: Annotated[Literal["patroon", "concreet"], Term("vorm")]
    soorten: Annotated[
        tuple[Annotated[Tekst, Term("leerpuntsoort")], ...], Field(min_length=1), Facet("soort")
    ]
    leefgebieden: Annotated[tuple[LeefgebiedTerm, ...], Field(min_length=1), Facet("leefgebied")]
    situatie: Annotated[tuple[Bewering, ...], Field(min_length=1)]
    gesignaleerd_door: tuple[Bewering, ...] = ()
    groepen: tuple[Groep, ...] = ()
    wetten: tuple[Wetverwijzing, ...] = ()
    organisaties: tuple[Betrokkene, ...] = ()
    omvang: tuple[Bewering, ...] = ()
    cijfers: tuple[CijferRef, ...] = ()
    sporen: tuple[Spoor, ...] = ()
    bedragen: tuple[Bedrag, ...] = ()
    rechtspraak: tuple[Uitspraak, ...] = ()
    verdieping: tuple[Verdieping, ...] = ()
    verwant: tuple[Annotated[Tekst, Verwijzing(("leerpunt",))], ...] = ()
    instrumenten: tuple[Annotated[Tekst, Verwijzing(("instrument",))], ...] = ()

    @property
    def statussen(
        self,
    ) -> Annotated[tuple[Annotated[str, Term("spoorstatus")], ...], Facet("status")]:
        """Return the status keys of the tracks, without doubles; none yet means only signalled."""
        return tuple(dict.fromkeys(spoor.status for spoor in self.sporen)) or ("gesignaleerd",)
