"""Calls of macros in the Markdown of hand-written pages: found, understood, and nothing else.

A page may only name one of our macros with plain texts and numbers: ``{{ link("wet:awir") }}``.
What more Jinja can do (variables, filters, loops, a clock, the environment) is refused before it
runs.
"""

from __future__ import annotations

import inspect
import re
import types
import typing
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from macros.blad.inzetfout import InzetFout, kies
from macros.load.fout import Fout, Positie, bedoelde_u
from macros.model.lees import MAX_FOUTEN
from macros.pages.inzetten import Inzet
from macros.pages.weergave import Schrijver

_HAAK = re.compile(r"\{\{|\{%|\{#|\}\}|%\}")
_SLUIT = {"{{": "}}", "{%": "%}"}
_VOORBEELD = 'schrijf het zo: {{ link("wet:participatiewet") }}'


@dataclass(frozen=True, slots=True)
class Aanroep:
    """One call, with where it stands in the file."""

    naam: str
    argumenten: tuple[object, ...]
    opties: Mapping[str, object]
    plaats: Positie


@cache
def _zandbak() -> SandboxedEnvironment:
    return SandboxedEnvironment(autoescape=True)


def aanroepen(tekst: str, naam: str, eerste_regel: int) -> tuple[list[Aanroep], list[Fout]]:
    """Return every call in ``tekst``, and a message for whatever else looks like Jinja."""
    gevonden, fouten = [], []
    regelbegin = [0, *(match.end() for match in re.finditer("\n", tekst))]
    for begin, stuk in _stukken(tekst):
        regel = bisect_right(regelbegin, begin)
        plaats = Positie(regel + eerste_regel - 1, begin - regelbegin[regel - 1] + 1)
        try:
            gevonden.append(_lees(stuk, plaats))
        except InzetFout as fout:
            fouten.append(Fout(naam, plaats.regel, plaats.kolom, "", fout.wat, fout.herstel))
            if len(fouten) == MAX_FOUTEN:
                break
    return gevonden, fouten


def _stukken(tekst: str) -> Iterator[tuple[int, str]]:
    """Yield place and text of each piece that Jinja would act on."""
    plek = 0
    while (match := _HAAK.search(tekst, plek)) is not None:
        plek = match.end()
        einde = _HAAK.search(tekst, plek)
        stuk = match[0]
        if stuk in _SLUIT and einde is not None and einde[0] == _SLUIT[stuk]:
            plek = einde.end()
            stuk = tekst[match.start() : plek] if stuk == "{{" else stuk
        yield match.start(), stuk


_LOS: Mapping[str, tuple[str, str]] = {
    "{{": ("{{ is niet gesloten", f"zet }}}} achter de inzet; {_VOORBEELD}"),
    "}}": ("}} staat hier zonder begin", "haal het weg, of zet er {{ voor"),
    "%}": ("%} staat hier zonder begin", "haal het weg"),
    "{%": ("gebruikt een opdracht {% … %}", f"alleen onze inzetten mogen; {_VOORBEELD}"),
    "{#": (
        "{# begint hier een opmerking die de tekst erna laat verdwijnen",
        "zet een spatie tussen { en #, of schrijf een opmerking als <!-- … -->",
    ),
}
"""What stands alone, or may not stand there at all."""


def _lees(stuk: str, plaats: Positie) -> Aanroep:
    if stuk in _LOS:
        raise InzetFout(*_LOS[stuk])
    try:
        boom = _zandbak().parse(stuk)
    except TemplateSyntaxError:
        herstel = f"kijk naar haakjes, komma’s en aanhalingstekens; {_VOORBEELD}"
        raise InzetFout(f"{_kort(stuk)} is niet te lezen", herstel) from None
    match boom.body:
        case [nodes.Output(nodes=[nodes.Call(node=nodes.Name(name=naam)) as call])] if (
            call.dyn_args is None and call.dyn_kwargs is None
        ):
            waarden = tuple(_waarde(deel, stuk) for deel in call.args)
            opties = {optie.key: _waarde(optie.value, stuk) for optie in call.kwargs}
            return Aanroep(naam, waarden, opties, plaats)
    herstel = f"alleen onze inzetten mogen, met haakjes; {_VOORBEELD}"
    raise InzetFout(f"{_kort(stuk)} is geen inzet", herstel)


def _waarde(deel: nodes.Expr, stuk: str) -> object:
    if not isinstance(deel, nodes.Const):
        raise InzetFout(f"{_kort(stuk)} geeft iets anders mee dan een tekst of getal", _VOORBEELD)
    return deel.value


def _kort(stuk: str) -> str:
    return f"„{stuk[:60]}{'…' * (len(stuk) > 60)}”"  # noqa: PLR2004  a line long


def voer_uit(aanroep: Aanroep, inzetten: Mapping[str, Inzet], schrijver: Schrijver) -> Markup:
    """Return what the macro makes; raise ``InzetFout`` if it does not exist or cannot."""
    functie = kies("inzet", inzetten, aanroep.naam)
    # The first parameter is the writer of the page.
    velden = list(inspect.signature(functie).parameters.values())[1:]
    zo = f"schrijf {{{{ {aanroep.naam}({', '.join(map(_veld, velden))}) }}}}"
    namen = [veld.name for veld in velden]
    if len(aanroep.argumenten) > len(velden):
        raise InzetFout(f"{aanroep.naam}: {len(aanroep.argumenten)} argumenten is te veel", zo)
    gegeven = dict(zip(namen, aanroep.argumenten, strict=False))
    for optie, waarde in aanroep.opties.items():
        if optie not in namen:
            raise InzetFout(
                f"{aanroep.naam}: onbekend argument „{optie}”", bedoelde_u(optie, namen) or zo
            )
        if optie in gegeven:
            raise InzetFout(f"{aanroep.naam}: „{optie}” staat er twee keer", zo)
        gegeven[optie] = waarde
    soorten = typing.get_type_hints(functie)
    for veld in velden:
        if veld.name not in gegeven and veld.default is inspect.Parameter.empty:
            raise InzetFout(f"{aanroep.naam}: „{veld.name}” ontbreekt", zo)
        if veld.name in gegeven and not _past(gegeven[veld.name], soorten[veld.name]):
            raise InzetFout(
                f"{aanroep.naam}: „{gegeven[veld.name]}” past niet bij „{veld.name}”", zo
            )
    return functie(schrijver, **gegeven)


def _veld(veld: inspect.Parameter) -> str:
    return f'"{veld.name}"' if veld.default is inspect.Parameter.empty else f"{veld.name}=…"


def _past(waarde: object, soort: object) -> bool:
    if isinstance(soort, types.UnionType):
        return any(_past(waarde, deel) for deel in typing.get_args(soort))
    return isinstance(soort, type) and isinstance(waarde, soort) and not isinstance(waarde, bool)
