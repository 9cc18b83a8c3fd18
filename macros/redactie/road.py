"""Which fields of a block are asked, in which order, and which only of who wants them."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

from macros.model.kennis import Bron
from macros.model.leerpunt import (
    Betrokkene,
    Groep,
    Leerpunt,
    Spoor,
    Stap,
    Verdieping,
    Wetverwijzing,
)
from macros.redactie.typed import RawBlock, at_least, element, kern
from macros.redactie.velden import OF_ITSELF, Veld, blocks, is_list, velden

_LAATST = ("samenvatting", "zoektermen", "alledaags", "engels", "onbekend", "niet_van_toepassing")
_ACCOUNTED = ("onbekend", "niet_van_toepassing")
"""Asked for where a field stays empty, not by themselves."""
FROM_STEPS: Mapping[type[BaseModel], tuple[str, ...]] = {
    Spoor: ("sleutel", "stand"),
    Groep: ("sleutel",),
    Verdieping: ("sleutel",),
    Stap: ("leidt_tot",),
}
"""What follows from the other answers, so that nobody has to be asked."""
NEARLY_ALWAYS: Mapping[type[BaseModel], tuple[str, ...]] = {
    Leerpunt: ("gesignaleerd_door",),
    Wetverwijzing: ("artikelen",),
    Betrokkene: ("organisatie",),
    Spoor: ("wetsvoorstel",),
}
"""What may stay empty and is asked all the same, because it is rarely meant to be."""
_FIRST: Mapping[type[BaseModel], tuple[str, ...]] = {
    Leerpunt: (
        *("herkomst", "aard", "vorm", "soorten", "leefgebieden", "situatie"),
        *("gesignaleerd_door", "sporen", "wetten", "organisaties", "omvang"),
    ),
    Spoor: ("titel", "stappen", "wetsvoorstel", "status"),
    Bron: ("titel", "bronsoort", "uitgever", "datum", "gezien"),
}
"""What is asked before the rest: other questions follow from it."""
AT_ONCE: Mapping[type[BaseModel], tuple[str, ...]] = {Leerpunt: ("herkomst", "aard", "vorm")}
"""Short choices that are made in one answer."""
ALL_AT_ONCE: Mapping[type[BaseModel], tuple[str, ...]] = {Leerpunt: ("situatie",)}
"""Lists of which all sentences are typed in one answer; more may be added at the end."""
NATURE: Mapping[str, str] = {
    **dict.fromkeys(("nota", "kamerstuk", "wettekst", "publicatieblad", "advies"), "primair"),
    **dict.fromkeys(("rechtspraak", "collegebesluit", "raadsbesluit"), "primair"),
    **dict.fromkeys(("raadsbrief", "bericht"), "primair"),
    **dict.fromkeys(("nieuwsbericht", "vakartikel"), "secundair"),
    "eigen": "eigen",
}
"""How close a source is to the fact, where its kind says so."""
CERTAIN: Mapping[str, str] = {
    "geheel": "primair",
    "bestand": "primair",
    "titelblad": "afgeleid",
    "inhoudsopgave": "afgeleid",
}
"""How sure a statement is on a primary source of which so much was seen; else second-hand."""


def road(model: type[BaseModel]) -> list[Veld]:
    """Return the fields of a block in the order in which they are asked."""
    by_itself = FROM_STEPS.get(model, ())
    every = [veld for veld in velden(model) if veld.naam not in {*OF_ITSELF, *by_itself}]
    first = _FIRST.get(model, ())
    every.sort(key=lambda veld: veld.naam in _LAATST)
    every.sort(key=lambda v: first.index(v.naam) if v.naam in first else len(first))
    return every


def rare(model: type[BaseModel], out: RawBlock) -> list[Veld]:
    """Return the fields that are asked only of who wants them, and are still empty."""
    asked = {*_ACCOUNTED, *NEARLY_ALWAYS.get(model, ()), *out}
    return [
        veld
        for veld in road(model)
        if not (veld.required or veld.accounted or at_least(model, veld) or veld.naam in asked)
    ]


def begins(model: type[BaseModel]) -> Veld | None:
    """Return the text with which a block begins, if it begins with one."""
    first = road(model)[0]
    return first if is_text(first) else None


def is_text(veld: Veld) -> bool:
    """Tell whether a field holds a text that an editor types: no choice, no record, no list."""
    soort, mark = element(veld.info)
    bare = not blocks(veld.info) and not is_list(veld.info) and mark is None
    return bare and kern(soort) is str


def accounted_for(out: RawBlock) -> set[str]:
    """Return the fields of which a record says already why they are empty."""
    return {str(one["veld"]) for naam in _ACCOUNTED for one in out.get(naam, ())}
