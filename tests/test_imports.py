"""The rooms of ``macros/`` only lean on rooms before them; that keeps MkDocs replaceable."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

RANG = {
    "load": 0,
    "model": 1,
    "corpus": 2,
    "check": 3,
    "blad": 3,
    "pages": 4,
    "search": 4,
    "exports": 4,
    "site": 5,
    "edge": 6,
    "cli": 6,
}
"""Later rooms know earlier ones, never the other way round, and never one of the same rank.

So pages, search and exports cannot tell a record after one another: what more than one of them
says comes from ``blad``.
"""

ALLEEN_IN = {"mkdocs": {"edge"}, "mkdocs_macros": {"edge"}, "yaml": {"load"}, "argparse": {"cli"}}
"""Libraries that one room alone may know."""

MACROS = Path(__file__).resolve().parent.parent / "macros"
MODULES = sorted(MACROS.rglob("*.py"))


def naam_van(pad: Path) -> str:
    delen = ("macros", *pad.relative_to(MACROS).with_suffix("").parts)
    return ".".join(delen[:-1] if delen[-1] == "__init__" else delen)


def kamer_van(module: str) -> str | None:
    """Return the room of ``macros.model.basis``: ``model``; None for the package itself."""
    delen = module.split(".")
    return delen[1] if len(delen) > 1 else None


def geimporteerd(pad: Path) -> set[str]:
    """Return each module that ``pad`` imports, wherever in the file."""
    gevonden: set[str] = set()
    for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.Import):
            gevonden |= {alias.name for alias in knoop.names}
        elif isinstance(knoop, ast.ImportFrom):
            assert knoop.level == 0, f"{pad}: relatieve import"
            gevonden.add(str(knoop.module))
            gevonden |= {
                f"{knoop.module}.{alias.name}"
                for alias in knoop.names
                if (
                    MACROS.parent / str(knoop.module).replace(".", "/") / f"{alias.name}.py"
                ).exists()
            }
    return gevonden


def mag_leunen(hier: str, kamer: str) -> bool:
    """Tell whether one room may import from another."""
    return kamer == hier or RANG[kamer] < RANG[hier]


def test_pages_search_and_exports_do_not_lean_on_each_other() -> None:
    for hier in ("pages", "search", "exports"):
        assert [kamer for kamer in ("pages", "search", "exports") if mag_leunen(hier, kamer)] == [
            hier
        ]
        assert mag_leunen(hier, "blad")
        assert not mag_leunen("blad", hier)


def test_er_zijn_modules_om_te_bekijken() -> None:
    assert len(MODULES) > 20


def test_elke_kamer_heeft_een_plaats_in_de_rij() -> None:
    kamers = {kamer_van(naam_van(pad)) for pad in MODULES} - {None}
    assert kamers <= set(RANG)


@pytest.mark.parametrize("pad", MODULES, ids=naam_van)
def test_een_kamer_leunt_alleen_op_eerdere_kamers(pad: Path) -> None:
    hier = kamer_van(naam_van(pad))
    for module in geimporteerd(pad):
        kamer = kamer_van(module)
        if module.split(".")[0] == "macros" and kamer is not None and kamer in RANG:
            assert hier is not None, "het pakket zelf importeert geen kamer"
            assert mag_leunen(hier, kamer), f"{hier} leunt op {kamer}"


@pytest.mark.parametrize("pad", MODULES, ids=naam_van)
def test_een_bibliotheek_blijft_in_haar_kamer(pad: Path) -> None:
    hier = kamer_van(naam_van(pad))
    for module in geimporteerd(pad):
        pakket = module.split(".")[0]
        assert hier in ALLEEN_IN.get(pakket, {hier}), f"{hier} importeert {pakket}"


def test_geen_module_leunt_op_zichzelf_via_een_omweg() -> None:
    """``prepare`` raises CycleError, with the circle in its message."""
    namen = {naam_van(pad) for pad in MODULES}
    leunt_op = {naam_van(pad): geimporteerd(pad) & namen - {naam_van(pad)} for pad in MODULES}
    TopologicalSorter(leunt_op).prepare()
