"""What an editor types at a question, and what stands in the file then."""

from __future__ import annotations

import re
import typing
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from annotated_types import MinLen
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from macros.model.base import Record, Term, Verwijzing
from macros.model.dates import Peildatum, notation_of
from macros.model.validate import uitleg_of
from macros.redactie.velden import EVERYWHERE, Veld, is_list, velden

RawBlock = dict[str, Any]

_QUOTES = re.compile(r"""^["'„“”‘’](.+)["'“”’]$""")
IN_A_FILE = ", tussen aanhalingstekens"
"""What is said of a number in a file; at a question the quotes may be left out."""
_RANGE = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende")
_ARTIKEL = (
    r"([0-9]+[a-z]*(?:[.:][0-9]+[a-z]*)?)"
    rf"(?:,?\s+(?:lid\s+([0-9]+[a-z]*)|({'|'.join(_RANGE)})\s+lid))?"
)
_ARTIKELEN = re.compile(rf"(?:art(?:ikel(?:en)?|\.)?\s*)?\b{_ARTIKEL}", re.IGNORECASE)
_NAMED = re.compile(rf"\b(?:artikel(?:en)?|artt?\.)\s*{_ARTIKEL}", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;]*(?:en)?[\s,;]*", re.IGNORECASE)
_NO_STOP = re.compile(r"(?:\S+\s+){2,}\S*[\w)\]”’%€]")
"""At least three words, after which only a full stop is left out: one word may be an answer."""
_SHOWN = 60
_DAG_IN_ADRES = re.compile(r"(?<![0-9])(20[0-9]{2})[-/](0[1-9]|1[0-2])[-/]([0-3][0-9])(?![0-9])")


def meant(soort: Any, tekst: str) -> object:  # noqa: ANN401  any type of a field
    """Return the value an editor means.

    Quotes around it go if it does not fit with them, and a sentence gets the stop it lacks.
    """
    waarde, quoted = _as_yaml(soort, tekst), _QUOTES.fullmatch(tekst)
    if _NO_STOP.fullmatch(tekst) and why_not(soort, waarde) is not None:
        ended = f"{tekst}."
        if why_not(soort, ended) is None:
            return ended
    if quoted is None or why_not(soort, waarde) is None:
        return waarde
    bare = _as_yaml(soort, quoted[1])
    return bare if why_not(soort, bare) is None else waarde


def why_not(soort: Any, waarde: object) -> str | None:  # noqa: ANN401  any type of a field
    """Return why a value cannot be, and what to type instead; None if it can."""
    try:
        TypeAdapter(soort).validate_python(waarde)
    except ValidationError as errors:
        error = errors.errors(include_url=False)[-1]
        wat, remedy = uitleg_of(error, waarde)
        # Of what ends wrong the end is shown: there may be more sentences before it.
        tekst = str(waarde)
        ends = error["type"] == "geen_zin" and len(tekst) > _SHOWN
        short = f"… {tekst[-_SHOWN:].partition(' ')[2]}" if ends else tekst[:_SHOWN]
        said = wat if "„" in wat else f"„{short}”: {wat}"
        return f"  {said}{f'; {remedy}' if remedy else ''}.".replace(IN_A_FILE, "")
    return None


def artikelen_in(tekst: str) -> list[RawBlock]:
    """Return the articles that a sentence names, each with its paragraph."""
    return _parts(_NAMED.finditer(tekst))


def artikelen_of(tekst: str) -> list[RawBlock] | None:
    """Return the articles of a list such as „41 lid 4, 18a”; None if it says something else."""
    bare = re.sub(r"[\"'„“”‘’]", "", tekst)
    if _BETWEEN.fullmatch(_ARTIKELEN.sub("", bare)) is None:
        return None
    return _parts(_ARTIKELEN.finditer(bare)) or None


def artikelen_said(artikelen: Collection[Mapping[str, str]]) -> str:
    """Return articles as one says them."""
    return ", ".join(
        f"{one['artikel']} lid {one['lid']}" if "lid" in one else one["artikel"]
        for one in artikelen
    )


def _parts(matches: Iterator[re.Match[str]]) -> list[RawBlock]:
    out: list[RawBlock] = []
    for match in matches:
        lid = match[2] or (str(_RANGE.index(match[3].lower()) + 1) if match[3] else None)
        out.append({"artikel": match[1], **({"lid": lid} if lid else {})})
    return out


def dag_in(adres: str) -> str:
    """Return the day that an address names, if there is one; many do so."""
    match = _DAG_IN_ADRES.search(adres)
    return "-".join(match.groups()) if match else ""


def free(base: str, occupied: Collection[object]) -> str:
    """Return a key that no other part has."""
    candidates_ = (base, *(f"{base}-{nummer}" for nummer in range(2, 100)))
    return next(one for one in candidates_ if one not in occupied)


def apart(tekst: str) -> list[str]:
    """Return what stands between commas."""
    return [woord.strip() for woord in tekst.split(",") if woord.strip()]


def code_of(where: str, datum: str, occupied: Collection[str]) -> str:
    """Return a free code for a source: where it stands and its year."""
    part = urlsplit(where).hostname or where
    naam = part.removeprefix("www.").split(".")[0]
    jaar = re.search(r"[0-9]{4}", datum)
    letters = re.sub(r"[^A-Z0-9]", "", unicodedata.normalize("NFKD", naam).upper())[:6] or "BRON"
    return free(f"{letters}{jaar[0][2:] if jaar else ''}", occupied)


def veld_of(model: type[BaseModel], naam: str) -> Veld:
    """Return one field of a model."""
    return next(veld for veld in velden(model) if veld.naam == naam)


def at_least(model: type[BaseModel], veld: Veld) -> int:
    """Return how many a list has to hold."""
    own = getattr(model, f"min_{veld.naam}", 0)
    lengths = [part.min_length for part in veld.info.metadata if isinstance(part, MinLen)]
    return max([own, *lengths]) if is_list(veld.info) else 0


def element(info: FieldInfo) -> tuple[Any, Term | Verwijzing | None]:
    """Return the type of one value of a field, and the mark that says what it is."""
    soort: Any = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    if is_list(info):
        soort = typing.get_args(kern(info.annotation))[0]
    return soort, _mark(soort)


def kern(soort: object) -> object:
    """Return what an optional or marked type is about."""
    origin = typing.get_origin(soort)
    if origin is Annotated:
        return kern(typing.get_args(soort)[0])
    if origin is not None and type(None) in typing.get_args(soort):
        return kern(next(part for part in typing.get_args(soort) if part is not type(None)))
    return soort


def fixed_choices(soort: object) -> tuple[str, ...]:
    """Return the choices that the model itself gives, if it does."""
    inner = kern(soort)
    return typing.get_args(inner) if typing.get_origin(inner) is Literal else ()


def on_volgorde(model: type[BaseModel], velden_: RawBlock) -> RawBlock:
    """Put the fields of a block in the order in which they are written, and return it."""
    namen = [info.alias or naam for naam, info in model.model_fields.items()]
    head = ("id", "titel", "samenvatting") if issubclass(model, Record) else ()
    kop = [naam for naam in namen if naam in head]
    ending = [naam for naam in namen if issubclass(model, Record) and naam in EVERYWHERE - {*kop}]
    middle = [naam for naam in namen if naam not in (*kop, *ending)]
    every = {naam: velden_[naam] for naam in (*kop, *middle, *ending) if naam in velden_}
    velden_.clear()
    velden_ |= every
    return velden_


def slug_of(titel: str) -> str:
    """Return a title as the name of a file: small letters, digits and hyphens."""
    bare = unicodedata.normalize("NFKD", titel).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def _mark(soort: object) -> Term | Verwijzing | None:
    parts = typing.get_args(soort)
    put = [part for part in parts if isinstance(part, Term | Verwijzing)]
    inner = [] if typing.get_origin(soort) is Literal else [_mark(part) for part in parts]
    return next((one for one in (*put, *inner) if one is not None), None)


def _as_yaml(soort: object, tekst: str) -> object:
    """Return what an editor would have typed in the file: a number bare, the rest as text."""
    inner = kern(soort)
    if inner in (date, Peildatum):
        tekst = notation_of(tekst)
    if inner in (int, Peildatum) and re.fullmatch(r"[0-9]{1,9}", tekst):
        return int(tekst)
    if inner is float and re.fullmatch(r"-?[0-9]+(?:[.,][0-9]+)?", tekst):
        return float(tekst.replace(",", "."))
    return tekst
