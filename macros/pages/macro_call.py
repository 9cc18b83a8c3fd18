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
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from macros.blad.noten import HeadingTwiceError
from macros.blad.page_macro_error import PageMacroError, choose
from macros.load.error import Error, Position, did_you_mean
from macros.model.validate import MAX_ERRORS
from macros.pages.page_macros import PageMacro
from macros.pages.rendering import Writer

_BRACE = re.compile(r"\{\{|\{%|\{#|\}\}|%\}")
_CLOSES = {"{{": "}}", "{%": "%}"}
_EXAMPLE = 'schrijf het zo: {{ link("wet:participatiewet") }}'


@dataclass(frozen=True, slots=True)
class MacroCall:
    """One call, with where it stands in the file."""

    naam: str
    arguments: tuple[object, ...]
    options: Mapping[str, object]
    plaats: Position


@cache
def _sandbox() -> SandboxedEnvironment:
    return SandboxedEnvironment(autoescape=True)


@lru_cache(maxsize=5_000)
def macro_calls(
    tekst: str, naam: str, first_regel: int
) -> tuple[Sequence[MacroCall], Sequence[Error]]:
    """Return every call in ``tekst``, and a message for whatever else looks like Jinja."""
    found, errors = [], []
    line_starts = [0, *(match.end() for match in re.finditer("\n", tekst))]
    for begin, stuk in _stukken(tekst):
        regel = bisect_right(line_starts, begin)
        plaats = Position(regel + first_regel - 1, begin - line_starts[regel - 1] + 1)
        try:
            found.append(_read(stuk, plaats))
        except PageMacroError as error:
            errors.append(Error(naam, plaats.regel, plaats.column, "", error.wat, error.remedy))
            if len(errors) == MAX_ERRORS:
                break
    return found, errors


def filled_in(tekst: str, fill: Callable[[MacroCall], str]) -> str:
    """Return ``tekst`` with each call replaced by what ``fill`` gives for it."""
    parts, end = [], 0
    for begin, stuk in _stukken(tekst):
        parts += [tekst[end:begin], fill(_read(stuk, Position(1, 1)))]
        end = begin + len(stuk)
    return "".join([*parts, tekst[end:]])


def _stukken(tekst: str) -> Iterator[tuple[int, str]]:
    """Yield place and text of each piece that Jinja would act on."""
    place = 0
    while (match := _BRACE.search(tekst, place)) is not None:
        place = match.end()
        end = _BRACE.search(tekst, place)
        stuk = match[0]
        if stuk in _CLOSES and end is not None and end[0] == _CLOSES[stuk]:
            place = end.end()
            stuk = tekst[match.start() : place] if stuk == "{{" else stuk
        yield match.start(), stuk


_LOOSE: Mapping[str, tuple[str, str]] = {
    "{{": ("{{ is niet gesloten", f"zet }}}} achter de inzet; {_EXAMPLE}"),
    "}}": ("}} staat hier zonder begin", "haal het weg, of zet er {{ voor"),
    "%}": ("%} staat hier zonder begin", "haal het weg"),
    "{%": ("gebruikt een opdracht {% … %}", f"alleen onze inzetten mogen; {_EXAMPLE}"),
    "{#": (
        "{# begint hier een opmerking die de tekst erna laat verdwijnen",
        "zet een spatie tussen { en #, of schrijf een opmerking als <!-- … -->",
    ),
}
"""What stands alone, or may not stand there at all."""


def _read(stuk: str, plaats: Position) -> MacroCall:
    if stuk in _LOOSE:
        raise PageMacroError(*_LOOSE[stuk])
    try:
        tree = _sandbox().parse(stuk)
    except TemplateSyntaxError:
        remedy = f"kijk naar haakjes, komma’s en aanhalingstekens; {_EXAMPLE}"
        raise PageMacroError(f"{_short(stuk)} is niet te lezen", remedy) from None
    match tree.body:
        case [nodes.Output(nodes=[nodes.Call(node=nodes.Name(name=naam)) as call])] if (
            call.dyn_args is None and call.dyn_kwargs is None
        ):
            waarden = tuple(_waarde(part, stuk) for part in call.args)
            options = {option.key: _waarde(option.value, stuk) for option in call.kwargs}
            return MacroCall(naam, waarden, options, plaats)
    remedy = f"alleen onze inzetten mogen, met haakjes; {_EXAMPLE}"
    raise PageMacroError(f"{_short(stuk)} is geen inzet", remedy)


def _waarde(part: nodes.Expr, stuk: str) -> object:
    if not isinstance(part, nodes.Const):
        raise PageMacroError(
            f"{_short(stuk)} geeft iets anders mee dan een tekst of getal", _EXAMPLE
        )
    return part.value


def _short(stuk: str) -> str:
    return f"„{stuk[:60]}{'…' * (len(stuk) > 60)}”"  # noqa: PLR2004  a line long


def run_macro(
    macro_call: MacroCall, page_macros: Mapping[str, PageMacro], writer: Writer
) -> Markup:
    """Return what the macro makes; raise ``PageMacroError`` if it does not exist or cannot."""
    function, given = bind(macro_call, page_macros)
    try:
        return function(writer, **given)
    except HeadingTwiceError as error:
        raise PageMacroError(
            f"{macro_call.naam}: de kop „{error}” staat al op deze pagina", "haal deze inzet weg"
        ) from None


def bind(
    macro_call: MacroCall, page_macros: Mapping[str, PageMacro]
) -> tuple[PageMacro, Mapping[str, object]]:
    """Return the macro with its arguments; raise ``PageMacroError`` if they do not fit."""
    function = choose("inzet", page_macros, macro_call.naam)
    # The first parameter is the writer of the page.
    velden = list(inspect.signature(function).parameters.values())[1:]
    like_this = f"schrijf {{{{ {macro_call.naam}({', '.join(map(_veld, velden))}) }}}}"
    namen = [veld.name for veld in velden]
    if len(macro_call.arguments) > len(velden):
        raise PageMacroError(
            f"{macro_call.naam}: {len(macro_call.arguments)} argumenten is te veel", like_this
        )
    given = dict(zip(namen, macro_call.arguments, strict=False))
    for option, waarde in macro_call.options.items():
        if option not in namen:
            raise PageMacroError(
                f"{macro_call.naam}: onbekend argument „{option}”",
                did_you_mean(option, namen) or like_this,
            )
        if option in given:
            raise PageMacroError(f"{macro_call.naam}: „{option}” staat er twee keer", like_this)
        given[option] = waarde
    soorten = typing.get_type_hints(function)
    for veld in velden:
        if veld.name not in given and veld.default is inspect.Parameter.empty:
            raise PageMacroError(f"{macro_call.naam}: „{veld.name}” ontbreekt", like_this)
        waarde = given.get(veld.name)
        if isinstance(waarde, str) and not waarde.strip():
            raise PageMacroError(f"{macro_call.naam}: „{veld.name}” is leeg", like_this)
        if veld.name in given and not _fits(given[veld.name], soorten[veld.name]):
            raise PageMacroError(
                f"{macro_call.naam}: „{given[veld.name]}” past niet bij „{veld.name}”", like_this
            )
    return function, given


def _veld(veld: inspect.Parameter) -> str:
    return f'"{veld.name}"' if veld.default is inspect.Parameter.empty else f"{veld.name}=…"


def _fits(waarde: object, soort: object) -> bool:
    if isinstance(soort, types.UnionType):
        return any(_fits(waarde, part) for part in typing.get_args(soort))
    return isinstance(soort, type) and isinstance(waarde, soort) and not isinstance(waarde, bool)
