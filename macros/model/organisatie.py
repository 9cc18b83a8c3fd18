"""Organisations with a part in PMM, and the municipalities of the Netherlands."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from macros.model.basis import (
    Afkorting,
    Basis,
    Bewering,
    BronRef,
    CbsCode,
    Controle,
    Dag,
    HttpsAdres,
    Naam,
    Record,
    Tekst,
    Term,
    Verwijzing,
    Zin,
)
from macros.model.datering import Peildatum
from macros.model.hulpmiddel import Aanhaling
from macros.model.vertelling import Kenmerk, Sectie, sectie


class Organisatie(Record):
    """A ministry, implementing body, umbrella organisation or partner."""

    soort: ClassVar[str] = "organisatie"
    mapnaam: ClassVar[str] = "organisaties"
    enkelvoud: ClassVar[str] = "Organisatie"
    meervoud: ClassVar[str] = "Organisaties"
    min_zoektermen: ClassVar[int] = 1
    velden_verplicht_verantwoord: ClassVar[tuple[str, ...]] = ("rol_in_pmm",)

    aanduiding: ClassVar[str] = "{organisatiesoort}"
    eigen_facet: ClassVar[str] = "organisatie"
    kenmerken: ClassVar[tuple[Kenmerk, ...]] = (
        Kenmerk("Afkorting", "afkorting"),
        Kenmerk("Ook genoemd", "andere_namen"),
        Kenmerk("Website", "website"),
        Kenmerk("TOOI", "tooi", adres=True, bijzaak=True),
        Kenmerk("OWMS", "owms", adres=True, bijzaak=True),
        Kenmerk("Nummer in het Register van Overheidsorganisaties", "roo_id", bijzaak=True),
    )
    secties: ClassVar[tuple[Sectie, ...]] = (
        sectie("Wat is het?", "wat"),
        sectie("Welke rol heeft deze organisatie in PMM?", "rol_in_pmm"),
        sectie("Eigen route voor maatwerk", "maatwerk"),
    )

    organisatiesoort: Annotated[Tekst, Term("organisatiesoort")]
    afkorting: Annotated[Tekst | None, Afkorting()] = None
    andere_namen: Annotated[tuple[Tekst, ...], Naam()] = ()
    tooi: Annotated[Tekst, Field(pattern=r"^https://identifier\.overheid\.nl/tooi/id/")] | None = (
        None
    )
    owms: Annotated[Tekst, Field(pattern=r"^http://standaarden\.overheid\.nl/owms/terms/")] | (
        None
    ) = None
    roo_id: Annotated[Tekst, Field(pattern=r"^[0-9]+$")] | None = None
    website: HttpsAdres | None = None
    wat: tuple[Bewering, ...] = ()
    rol_in_pmm: tuple[Bewering, ...] = ()
    maatwerk: tuple[Bewering, ...] = ()
    """The organisation's own route for exceptional cases; no proof of joining PMM."""


class Vermelding(Bewering):
    """What a public source says about a municipality and PMM on a date."""

    uitkomst: Literal["aangesloten", "samenwerkend"]


class Streeknaam(Basis):
    """What a municipality is called in another language of its region; not its official name."""

    naam: Annotated[Tekst, Naam()]
    taal: Literal["Fries", "Nedersaksisch"]
    bronnen: Annotated[tuple[BronRef, ...], Field(min_length=1)]
    stand: Peildatum


class Gemeente(Basis):
    """One row of ``data/gemeenten.yml``. Key is the CBS code; names and codes from TOOI."""

    cbs: CbsCode
    naam: Tekst
    provincie: Annotated[Tekst, Term("provincie")]
    andere_namen: Annotated[tuple[Tekst, ...], Naam()] = ()
    streeknamen: tuple[Streeknaam, ...] = ()
    buren: tuple[Annotated[Tekst, Verwijzing(("gemeente",))], ...] = ()
    vermeldingen: tuple[Vermelding, ...] = ()
    bijzonderheden: tuple[Bewering, ...] = ()

    @property
    def tooi(self) -> str:
        """Return the TOOI identifier, which the register builds from the CBS code."""
        return f"https://identifier.overheid.nl/tooi/id/gemeente/{self.cbs.lower()}"


class VervallenGemeente(Basis):
    """One row of ``data/vervallen-gemeenten.yml``: a former municipality and where it went."""

    cbs: CbsCode
    naam: Tekst
    vervallen_per: Dag
    wijziging: Tekst
    opvolgers: Annotated[
        tuple[Annotated[Tekst, Verwijzing(("gemeente",))], ...], Field(min_length=1)
    ]
    grondslag: HttpsAdres | None = None
    streeknamen: tuple[Streeknaam, ...] = ()


class Tabel(Basis):
    """What holds for a whole reference table: where it comes from and when it was true."""

    bronnen: Annotated[tuple[BronRef, ...], Field(min_length=1)]
    stand: Peildatum
    toelichting: Zin
    gecontroleerd: Controle
    controle_voor: Dag


class Gemeentetabel(Tabel):
    """``data/gemeenten.yml``."""

    indienen: Aanhaling | None = None
    """The statement that a municipality that has not joined can submit a case, too."""
    gemeenten: Annotated[tuple[Gemeente, ...], Field(min_length=1)]


class VervallenGemeentetabel(Tabel):
    """``data/vervallen-gemeenten.yml``."""

    gemeenten: Annotated[tuple[VervallenGemeente, ...], Field(min_length=1)]
