"""The rooms of ``macros/`` only lean on rooms before them; that keeps MkDocs replaceable."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from macros.model.soorten import SOORTEN

RANK = {
    "load": 0,
    "model": 1,
    "corpus": 2,
    "check": 3,
    "blad": 3,
    "pages": 4,
    "search": 4,
    "exports": 4,
    "site": 5,
    "redactie": 6,
    "edge": 6,
    "cli": 7,
}
"""Later rooms know earlier ones, never the other way round, and never one of the same rank.

So pages, search and exports cannot tell a record after one another: what more than one of them
says comes from ``blad``.
"""

ONLY_IN = {
    "mkdocs": {"edge"},
    "mkdocs_macros": {"edge"},
    "watchdog": {"edge"},
    "yaml": {"load"},
    "argparse": {"cli"},
    "ruamel": {"redactie"},
    "brotli": {"exports"},
}
"""Libraries that one room alone may know."""

MACROS = Path(__file__).resolve().parent.parent / "macros"
MODULES = sorted(MACROS.rglob("*.py"))


def naam_of(pad: Path) -> str:
    parts = ("macros", *pad.relative_to(MACROS).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str | None:
    """Return the room of ``macros.model.base``: ``model``; None for the package itself."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else None


def imported(pad: Path) -> set[str]:
    """Return each module that ``pad`` imports, wherever in the file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{pad}: relatieve import"
            found.add(str(node.module))
            found |= {
                f"{node.module}.{alias.name}"
                for alias in node.names
                if (
                    MACROS.parent / str(node.module).replace(".", "/") / f"{alias.name}.py"
                ).exists()
            }
    return found


def may_lean(here: str, room: str) -> bool:
    """Tell whether one room may import from another."""
    return room == here or RANK[room] < RANK[here]


def test_pages_search_and_exports_do_not_lean_on_each_other() -> None:
    for here in ("pages", "search", "exports"):
        assert [room for room in ("pages", "search", "exports") if may_lean(here, room)] == [here]
        assert may_lean(here, "blad")
        assert not may_lean("blad", here)


TELLS_EVERY_KIND_ALIKE = [
    *(MACROS / "search").glob("*.py"),
    *(MACROS / "exports").glob("dossier*.py"),
    MACROS / "pages/alphabet.py",
    MACROS / "blad/facets.py",
]
"""What may ask a field's mark and not the kind: otherwise a new kind has to be added there too."""


def kinds_asked(code: str) -> set[str]:
    """Return for which kinds of record ``match`` or ``isinstance`` asks."""
    kinds = {soort.__name__ for soort in SOORTEN}
    namen: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.MatchClass):
            namen.add(ast.unparse(node.cls))
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("isinstance", "issubclass"):
            namen |= {one.id for one in ast.walk(node.args[1]) if isinstance(one, ast.Name)}
    return namen & kinds


@pytest.mark.parametrize("pad", TELLS_EVERY_KIND_ALIKE, ids=naam_of)
def test_search_alphabet_dossier_and_facets_ask_for_no_kind(pad: Path) -> None:
    assert kinds_asked(pad.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ("match one:\n case Wet():\n  pass", {"Wet"}),
        ("isinstance(one, Leerpunt | Wet)", {"Leerpunt", "Wet"}),
        ("isinstance(one, (Begrip, str))", {"Begrip"}),
        ("match one:\n case Points():\n  pass", set()),
        ("isinstance(one, Record)", set()),
        ("def wet(one: Wet) -> Wet: return one", set()),
    ],
)
def test_the_gate_sees_a_kind_that_is_asked_for(code: str, asked: set[str]) -> None:
    assert kinds_asked(code) == asked


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 20


def test_every_room_has_a_place_in_the_order() -> None:
    rooms = {room_of(naam_of(pad)) for pad in MODULES} - {None}
    assert rooms <= set(RANK)


@pytest.mark.parametrize("pad", MODULES, ids=naam_of)
def test_a_room_leans_on_earlier_rooms_only(pad: Path) -> None:
    here = room_of(naam_of(pad))
    for module in imported(pad):
        room = room_of(module)
        if module.split(".")[0] == "macros" and room is not None and room in RANK:
            assert here is not None, "het pakket zelf importeert geen kamer"
            assert may_lean(here, room), f"{here} leunt op {room}"


@pytest.mark.parametrize("pad", MODULES, ids=naam_of)
def test_a_library_stays_in_its_room(pad: Path) -> None:
    here = room_of(naam_of(pad))
    for module in imported(pad):
        package = module.split(".")[0]
        assert here in ONLY_IN.get(package, {here}), f"{here} importeert {package}"


def test_no_module_leans_on_itself_by_a_detour() -> None:
    """``prepare`` raises CycleError, with the circle in its message."""
    namen = {naam_of(pad) for pad in MODULES}
    leans_on = {naam_of(pad): imported(pad) & namen - {naam_of(pad)} for pad in MODULES}
    TopologicalSorter(leans_on).prepare()
