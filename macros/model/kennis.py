"""Sources, terms, figures, events, other initiatives and open questions."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from macros.model.base import (
    MIN_ALLEDAAGS,
    Afkorting,
    Basis,
    Bewering,
    BronRef,
    Dag,
    Ecli,
    EigenDatum,
    Getal,
    HttpsAdres,
    JaNee,
    Kamerstuknummer,
    Naam,
    Record,
    Samenvatting,
    Tekst,
    Term,
    Titel,
    Verwijzing,
    Zin,
)
from macros.model.dates import Peildatum
from macros.model.narration import Kenmerk, LetOp, Sectie, sectie

Aard = Literal["primair", "secundair", "tweedehands", "eigen"]

Kennisrecord = (
    "begrip",
    "cijfer",
    "gebeurtenis",
    "initiatief",
    "instrument",
    "leerpunt",
    "mvt",
    "mvtpunt",
    "organisatie",
    "verkenning",
    "waarde",
    "waardenkader",
    "wet",
    "wetsvoorstel",
)
"""Kinds that general "see also" links may point to."""


class Bron(Basis):
    """A source: what it is, where it is, and how much of it was really seen."""

    soort: ClassVar[str] = "bron"
    mapnaam: ClassVar[str] = "bronnen"
    enkelvoud: ClassVar[str] = "Bron"
    meervoud: ClassVar[str] = "Bronnen"

    id: Tekst
    titel: Titel
    uitgever: Tekst
    datum: Peildatum
    bronsoort: Annotated[Tekst, Term("bronsoort")]
    aard: Aard
    url: HttpsAdres | None = None
    ook_te_vinden: tuple[HttpsAdres, ...] = ()
    vindplaats: Tekst | None = None
    gezien: Annotated[Tekst, Term("gezien")]
    geraadpleegd: Dag
    opmerking: Zin | None = None
    kamerstuk: Kamerstuknummer | None = None
    ecli: Ecli | None = None
    over_pmm: Zin | None = None
    """Why this source is about PMM itself; only such a one can say that a learning is of PMM."""

    @property
    def slug(self) -> str:
        """Return the short id editors cite: ``N24``."""
        return self.id.partition(":")[2]

    @property
    def pad(self) -> str:
        """Return the permanent address relative to the site root."""
        return f"{self.mapnaam}/{self.slug.lower()}/"


class Uitleg(Bewering):
    """What a term means, or a fact about it."""

    bron_omschrijft: JaNee = False
    """A source gives this meaning itself; using the word is not the same."""


class Begrip(Record):
    """A term of the glossary; ``samenvatting`` is the explanation itself."""

    soort: ClassVar[str] = "begrip"
    mapnaam: ClassVar[str] = "begrippen"
    enkelvoud: ClassVar[str] = "Begrip"
    meervoud: ClassVar[str] = "Begrippen"
    min_alledaags: ClassVar[int] = MIN_ALLEDAAGS

    kenmerken: ClassVar[tuple[Kenmerk, ...]] = (
        Kenmerk("Voluit", "voluit"),
        Kenmerk("Ook", "ook"),
        Kenmerk("Meervoud", "meervoud_vorm", bijzaak=True),
        Kenmerk("Groep", "groep"),
    )
    secties: ClassVar[tuple[Sectie, ...]] = (
        sectie("Uitleg", "uitleg"),
        sectie("Let op", "let_op"),
        sectie("Zie ook", "zie", anker="zie-ook"),
    )

    groep: Annotated[Tekst, Term("begripgroep")]
    uitleg: Annotated[tuple[Uitleg, ...], Field(min_length=1)]
    voluit: Annotated[Tekst | None, Naam(), Afkorting(van_titel=True)] = None
    ook: Annotated[tuple[Tekst, ...], Naam()] = ()
    meervoud_vorm: Annotated[Tekst | None, Naam(verbuiging=True)] = None
    hoofdlettergevoelig: JaNee = False
    let_op: tuple[Bewering, ...] = ()
    zie: tuple[Annotated[Tekst, Verwijzing(Kennisrecord)], ...] = ()


class Cijfer(Record):
    """A figure with its definition. Only figures with the same ``telwijze`` may share a chart."""

    soort: ClassVar[str] = "cijfer"
    mapnaam: ClassVar[str] = "cijfers"
    enkelvoud: ClassVar[str] = "Cijfer"
    meervoud: ClassVar[str] = "Cijfers"

    kenmerken: ClassVar[tuple[Kenmerk, ...]] = (
        Kenmerk("Waarde", "waarde", eenheid="eenheid"),
        Kenmerk("Periode", "periode"),
        Kenmerk("Definitie", "definitie"),
        Kenmerk("Telwijze", "telwijze", uitleg="erbij"),
        Kenmerk("Teller", "teller"),
        Kenmerk("Noemer", "noemer"),
    )
    secties: ClassVar[tuple[Sectie, ...]] = (sectie("Wat zeggen de bronnen?", "beweringen"),)

    waarde: Tekst
    """As the source gives it: ``105``, ``ruim de helft``, ``1–4%``."""
    getal: Getal | None = None
    """For charts; only where the source gives a number."""
    ongeveer: JaNee = False
    eenheid: Tekst
    definitie: Zin
    telwijze: Annotated[Tekst, Term("telwijze")]
    periode: Peildatum
    teller: Tekst | None = None
    noemer: Tekst | None = None
    onderwerp: Annotated[Tekst, Term("cijferonderwerp")]
    beweringen: Annotated[tuple[Bewering, ...], Field(min_length=1)]

    @property
    def waarschuwing(self) -> LetOp:
        """Return that figures with different methods are never put side by side."""
        return "telwijze"


class Grafiek(Basis):
    """A chart of figures that count the same thing (``data/grafieken/``)."""

    soort: ClassVar[str] = "grafiek"
    mapnaam: ClassVar[str] = "grafieken"
    enkelvoud: ClassVar[str] = "Grafiek"
    meervoud: ClassVar[str] = "Grafieken"

    id: Tekst
    titel: Titel
    samenvatting: Samenvatting
    cijfers: Annotated[tuple[Annotated[Tekst, Verwijzing(("cijfer",))], ...], Field(min_length=2)]

    @property
    def slug(self) -> str:
        """Return the part of the id after the colon; equal to the file name."""
        return self.id.partition(":")[2]

    @property
    def pad(self) -> str:
        """Return where the chart stands: on the page of figures, not on one of its own."""
        return f"cijfers/#grafiek-{self.slug}"


class Gebeurtenis(Record):
    """An event on the timeline; ``stand`` of the first statement is not its date, ``datum`` is."""

    soort: ClassVar[str] = "gebeurtenis"
    mapnaam: ClassVar[str] = "gebeurtenissen"
    enkelvoud: ClassVar[str] = "Gebeurtenis"
    meervoud: ClassVar[str] = "Gebeurtenissen"

    kenmerken: ClassVar[tuple[Kenmerk, ...]] = (
        Kenmerk("Datum", "datum"),
        Kenmerk("Thema", "thema"),
        Kenmerk("Kamerstuk", "kamerstuk"),
    )
    secties: ClassVar[tuple[Sectie, ...]] = (
        sectie("Wat gebeurde er?", "beweringen"),
        sectie("Gaat over", "gaat_over"),
    )

    datum: Annotated[Peildatum, EigenDatum()]
    thema: Annotated[Tekst, Term("tijdlijnthema")]
    beweringen: Annotated[tuple[Bewering, ...], Field(min_length=1)]
    kamerstuk: Kamerstuknummer | None = None
    gaat_over: tuple[Annotated[Tekst, Verwijzing(Kennisrecord)], ...] = ()


class Initiatief(Record):
    """Another initiative that signals bottlenecks. Not part of PMM."""

    soort: ClassVar[str] = "initiatief"
    mapnaam: ClassVar[str] = "initiatieven"
    enkelvoud: ClassVar[str] = "Ander initiatief"
    meervoud: ClassVar[str] = "Andere initiatieven"
    min_zoektermen: ClassVar[int] = 1
    velden_verplicht_verantwoord: ClassVar[tuple[str, ...]] = ("eigenaar", "verzamelt")

    secties: ClassVar[tuple[Sectie, ...]] = (
        sectie("Van wie is het?", "eigenaar"),
        sectie("Wat verzamelt het?", "verzamelt"),
        sectie("Waar vindt u het?", "vindplaats"),
        sectie("Wat is de band met PMM?", "band_met_pmm"),
        sectie("Zie ook", "zie", anker="zie-ook"),
    )

    eigenaar: tuple[Bewering, ...] = ()
    verzamelt: tuple[Bewering, ...] = ()
    vindplaats: tuple[Bewering, ...] = ()
    band_met_pmm: tuple[Bewering, ...] = ()
    zie: tuple[Annotated[Tekst, Verwijzing(Kennisrecord)], ...] = ()

    @property
    def waarschuwing(self) -> LetOp:
        """Return that others run this: never attributed to PMM silently."""
        return "ander-initiatief"


class Vraag(Record):
    """An open question that belongs to no single record: to whom, and what it would unlock."""

    soort: ClassVar[str] = "vraag"
    mapnaam: ClassVar[str] = "vragen"
    enkelvoud: ClassVar[str] = "Open vraag"
    meervoud: ClassVar[str] = "Open vragen"

    secties: ClassVar[tuple[Sectie, ...]] = (
        sectie("Aan wie vraagt u dit?", "aan", anker="aan-wie", stijl="vraag"),
        sectie("Wat levert het antwoord op?", "levert_op"),
        sectie("Wat is er gezocht?", "gezocht", bronnen="bronnen"),
        sectie("Gaat over", "over"),
    )

    aan: Annotated[tuple[Annotated[Tekst, Verwijzing(("organisatie",))], ...], Field(min_length=1)]
    levert_op: Zin
    gezocht: Zin
    bronnen: tuple[BronRef, ...] = ()
    over: tuple[Annotated[Tekst, Verwijzing(Kennisrecord)], ...] = ()
