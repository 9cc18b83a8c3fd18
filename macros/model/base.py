"""Building blocks that every kind of record shares: texts, references, statements, review dates."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from macros.load.characters import FOREIGN, lookalike, uitleg
from macros.model.dates import Peildatum
from macros.model.narration import Kenmerk, LetOp, Sectie

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
BRON_SLUG = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*")
_ID = re.compile(r"([a-z]+(?:-[a-z]+)*):([A-Za-z0-9-]+)")

# What stands where the real text still has to come.
_PLACEHOLDER = re.compile(
    r"\b[Ll]orem ipsum\b|\bTODO\b|\bTBD\b|\b[xX]{3,}\b|\[(?:invullen|datum|naam|bron)[^\]]{0,40}\]"
    r"|\bnog (?:in te vullen|invullen)\b|\?\?\?"
)
# The one name that a sentence may begin with in small letters is that of the engine axe.
_LOWERCASE_START = re.compile(r"[„‘“\"'(]?(?!axe\b)[a-zß-öø-ÿ]")
_IP = re.compile(r"[0-9.]+|\[.*")
_TRACKER = re.compile(r"[?&#;](utm_[a-z]+|fbclid|gclid|msclkid|mc_eid|_ga)=")

_RESERVED = re.compile(
    r"(?:^|\.)example\.(?:com|net|org)$|\.(?:example|test|invalid|localhost)$", re.IGNORECASE
)
"""Names that nobody can have (RFC 2606)."""
_ADRES = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)

MAX_TEKST = 5_000
MAX_SAMENVATTING = 320
MIN_ZOEKTERMEN = 3
MIN_ALLEDAAGS = 4


def _clean_tekst(waarde: str) -> str:
    if not waarde.strip():
        code = "leeg"
        raise PydanticCustomError(code, "is leeg; vul het in of laat het veld weg")
    if waarde != waarde.strip():
        code = "spaties"
        raise PydanticCustomError(
            code, "begint of eindigt met een spatie of lege regel; haal die weg"
        )
    if not unicodedata.is_normalized("NFC", waarde):
        code = "niet_nfc"
        raise PydanticCustomError(
            code, "bevat losse accenttekens (geen Unicode NFC); typ de letter met accent opnieuw"
        )
    if len(waarde) > MAX_TEKST:
        code = "te_lang"
        raise PydanticCustomError(
            code, "is te lang ({lengte} tekens); splits de tekst", {"lengte": len(waarde)}
        )
    foreign = FOREIGN.search(waarde)
    if foreign is not None:
        code, (wat, remedy) = "vreemd_teken", uitleg(foreign[0])
        raise PydanticCustomError(code, "{wat}; {herstel}", {"wat": wat, "herstel": remedy})
    if "\n" in waarde or "\t" in waarde:
        code = "meer_regels"
        raise PydanticCustomError(
            code, "heeft een regeleinde of tab in de tekst; schrijf de tekst op één regel, of na >-"
        )
    woord = lookalike(waarde)
    if woord is not None:
        code = "dubbelganger"
        raise PydanticCustomError(
            code,
            "„{woord}” bevat een Griekse of Russische letter die op een gewone lijkt; "
            "typ het woord opnieuw",
            {"woord": woord},
        )
    if _PLACEHOLDER.search(waarde):
        code = "invultekst"
        raise PydanticCustomError(code, "bevat een invultekst; schrijf wat er echt moet staan")
    return waarde


def _whole_zin(waarde: str) -> str:
    if waarde[-1] not in ".?!" or waarde.endswith(".."):
        code = "geen_zin"
        raise PydanticCustomError(code, "is geen hele zin; eindig met een punt")
    if _LOWERCASE_START.match(waarde):
        code = "geen_hoofdletter"
        raise PydanticCustomError(code, "begint met een kleine letter; begin met een hoofdletter")
    return waarde


def _no_adres(waarde: str) -> str:
    if _ADRES.fullmatch(waarde):
        code = "titel_is_adres"
        raise PydanticCustomError(code, "is een webadres; schrijf hier de titel zelf")
    return waarde


def _permanent_adres(waarde: str) -> str:
    # The host stands between // and the first / or :, whatever name and password stand before it.
    host = waarde.partition("//")[2].partition("/")[0].rpartition("@")[2].partition(":")[0]
    if "@" in waarde.partition("//")[2].partition("/")[0] or _IP.fullmatch(host):
        code = "geen_domein"
        raise PydanticCustomError(
            code, "wijst naar een IP-adres of bevat een wachtwoord; schrijf een adres met een naam"
        )
    if _RESERVED.search(host):
        code = "verzonnen_domein"
        raise PydanticCustomError(
            code,
            "„{naam}” is een voorbeeld en bestaat niet; schrijf het adres waar het stuk echt staat",
            {"naam": host},
        )
    if "." not in host:
        code = "geen_domein"
        raise PydanticCustomError(
            code, "„{naam}” is geen domein; schrijf het hele adres", {"naam": host}
        )
    tracker = _TRACKER.search(waarde)
    if tracker is not None:
        code = "volgadres"
        raise PydanticCustomError(
            code,
            "bevat „{wat}”, waarmee een ander lezers volgt; haal dat deel van het adres weg",
            {"wat": tracker[1]},
        )
    return waarde


def _iso_dag(waarde: object) -> object:
    # pydantic would also take 20261121 or a timestamp; an editor must see one way only.
    if isinstance(waarde, date) or (
        isinstance(waarde, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", waarde)
    ):
        return waarde
    code = "dag_ongeldig"
    raise PydanticCustomError(
        code, "„{waarde}” is geen dag; schrijf JJJJ-MM-DD", {"waarde": str(waarde)}
    )


def existing_dag(waarde: str) -> str:
    """Return ``waarde`` when it is an ISO date of a day that exists."""
    _iso_dag(waarde)
    try:
        date.fromisoformat(waarde)
    except ValueError as error:
        code = "dag_bestaat_niet"
        raise PydanticCustomError(code, "is geen bestaande dag; schrijf JJJJ-MM-DD") from error
    return waarde


Tekst = Annotated[str, AfterValidator(_clean_tekst)]
Zin = Annotated[Tekst, AfterValidator(_whole_zin)]
Titel = Annotated[Tekst, AfterValidator(_no_adres)]
Samenvatting = Annotated[Zin, Field(max_length=MAX_SAMENVATTING)]
Dag = Annotated[date, BeforeValidator(_iso_dag)]
JaNee = Annotated[bool, Field(strict=True)]
"""``true`` or ``false`` only: pydantic would also take 1, "yes" and "off"."""
GeheelGetal = Annotated[int, Field(strict=True)]
Getal = Annotated[float, Field(strict=True)]
HttpsAdres = Annotated[
    Tekst,
    Field(pattern=r"^https?://[^\s<>\"']+$", json_schema_extra={"vorm": "https://…"}),
    AfterValidator(_permanent_adres),
]


@dataclass(frozen=True, slots=True)
class Opzoeknummer:
    """Marks an official number by which people look something up, and says of what register."""

    register: Literal["kamerstuk", "staatsblad", "ecli", "bwb", "celex", "eigen"]


Kamerstuknummer = Annotated[
    Tekst,
    Field(pattern=r"^[0-9]{5}(-[IVXLC]+)?(-[0-9A-Z]+)?$"),
    Opzoeknummer("kamerstuk"),
]
"""Dossier, optional chapter, optional number: ``34477-84``, ``36410-XV-21``, ``35010-C``."""
Ecli = Annotated[
    Tekst,
    Field(pattern=r"^ECLI:[A-Z]{2}:[A-Z]{1,7}:[0-9]{4}:[A-Z0-9.]{1,25}$"),
    Opzoeknummer("ecli"),
]
"""European Case Law Identifier (Council conclusions 2011/C 127/01)."""
BwbId = Annotated[Tekst, Field(pattern=r"^BWBR[0-9]{7}$"), Opzoeknummer("bwb")]
"""Identifier of a regulation in the Basiswettenbestand."""
CbsCode = Annotated[Tekst, Field(pattern=r"^GM[0-9]{4}$")]


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """Marks a field as a reference to a record of one of these kinds."""

    soorten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """Marks a field as a term of one vocabulary in ``data/vocabulaires/``."""

    as_: str


@dataclass(frozen=True, slots=True)
class Naam:
    """Marks what a thing is also called. ``verbuiging``: only a form of its name."""

    verbuiging: bool = False


@dataclass(frozen=True, slots=True)
class Afkorting:
    """Marks a short form. ``van_titel``: the field is the long form, and the title is the short."""

    van_titel: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """Marks what a reader can choose by; records with the same value belong together."""

    naam: str


@dataclass(frozen=True, slots=True)
class EigenDatum:
    """Marks the date of the thing itself, which says more than the dates of its statements."""


def _bron_id(waarde: object) -> object:
    """Let editors write ``[N24]`` where the record is called ``bron:N24``."""
    return f"bron:{waarde}" if isinstance(waarde, str) and ":" not in waarde else waarde


BronRef = Annotated[Tekst, BeforeValidator(_bron_id), Verwijzing(("bron",))]
LeefgebiedTerm = Annotated[Tekst, Term("leefgebied")]

EngelsWoord = Annotated[Tekst, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9 ’'&-]*$")]

Zekerheid = Literal["primair", "secundair", "afgeleid", "tegenstrijdig"]
Buitenkant = Literal["titelblad", "inhoudsopgave"]
"""What someone who did not read the text itself can still see of a source."""


class Basis(BaseModel):
    """Everything in ``data/``: no unknown fields, no change after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Bewering(Basis):
    """The unit of truth: one statement, where it comes from, when it was true, how sure it is."""

    tekst: Zin
    bronnen: Annotated[tuple[BronRef, ...], Field(min_length=1)]
    stand: Peildatum
    zekerheid: Zekerheid
    staat_op: Buitenkant | None = None
    """Where it stands if the text itself was not read: the title page says who and when."""
    opmerking: Zin | None = None


class Onbekend(Basis):
    """Something no public source tells: the question, whom to ask and what the answer unlocks."""

    veld: Tekst
    vraag: Zin
    aan: Annotated[tuple[Annotated[Tekst, Verwijzing(("organisatie",))], ...], Field(min_length=1)]
    levert_op: Zin | None = None


class NietVanToepassing(Basis):
    """A field that does not apply to this record, with the reason."""

    veld: Tekst
    reden: Zin


class Controle(Basis):
    """Who vouched for a record and when: a role, never a person."""

    datum: Dag
    rol: Annotated[Tekst, Term("rol")]


class Record(Basis):
    """What every record with its own file has."""

    soort: ClassVar[str]
    mapnaam: ClassVar[str]
    """Folder under ``data/`` and first part of the URL."""
    enkelvoud: ClassVar[str]
    meervoud: ClassVar[str]
    velden_verplicht_verantwoord: ClassVar[tuple[str, ...]] = ()
    """Fields that must be filled in, listed under ``onbekend`` or ``niet_van_toepassing``."""
    min_zoektermen: ClassVar[int] = 0
    min_alledaags: ClassVar[int] = 0
    denkbeeldig: ClassVar[bool] = False
    """Whether this is about the imaginary law; every output says so."""
    aanduiding: ClassVar[str] = ""
    """What stands above the title, with fields between braces; empty means ``enkelvoud``."""
    eigen_facet: ClassVar[str] = ""
    """The facet of which each record of this kind is itself a value."""
    kenmerken: ClassVar[tuple[Kenmerk, ...]] = ()
    gewone_woorden: ClassVar[tuple[Kenmerk, ...]] = (
        Kenmerk("Ook gezocht als", "alledaags", bijzaak=True),
        Kenmerk("In het Engels", "engels", taal="en", bijzaak=True),
    )
    """Features of every kind: a word by which the search finds a page stands on that page."""
    secties: ClassVar[tuple[Sectie, ...]] = ()

    id: Tekst
    titel: Titel
    samenvatting: Samenvatting
    zoektermen: tuple[Tekst, ...] = ()
    alledaags: tuple[Tekst, ...] = ()
    """What a resident or a hurried reader would say; stands on the page and is searched."""
    engels: tuple[EngelsWoord, ...] = ()
    """What who thinks in English would type; stands on the page and is searched."""
    gecontroleerd: Controle
    controle_voor: Dag
    onbekend: tuple[Onbekend, ...] = ()
    niet_van_toepassing: tuple[NietVanToepassing, ...] = ()

    @property
    def waarschuwing(self) -> LetOp | None:
        """Return what this record must not be mistaken for, if anything."""
        return None

    @property
    def makes_reader_wait(self) -> bool:
        """Tell whether a reader waits for an answer here, while a legal term may run."""
        return False

    def quiet_since(self, peildag: date) -> Peildatum | None:
        """Return since when nothing new was found of what must have moved on, if so."""
        del peildag
        return None

    @property
    def slug(self) -> str:
        """Return the part of the id after the colon; equal to the file name."""
        return self.id.partition(":")[2]

    @property
    def pad(self) -> str:
        """Return the permanent address relative to the site root: ``leerpunten/alo-kop/``."""
        return f"{self.mapnaam}/{self.slug.lower()}/"


def split_id(tekst: str) -> tuple[str, str] | None:
    """Split ``soort:slug``; None when the text has not that form."""
    match = _ID.fullmatch(tekst)
    return (match[1], match[2]) if match else None
