"""Break our own code, one small change at a time, and see whether a test without a browser notices.

    .venv/bin/python -m tests.mutanten --aantal 100 --zaad 1

A sample of all possible changes is made, each in a copy of the project, and the test files that
import the changed module run. What is left over (a survivor) is printed: a change that nobody would
notice. Those that may stay stand in ``tests/overlevers.txt``, each with the reason.

Needs nothing installed beyond the tests. It is no part of ``make test``: it takes a while.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from multiprocessing import Pool, SimpleQueue
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parent.parent
MACROS = WORTEL / "macros"
OVERLEVERS = Path(__file__).with_name("overlevers.txt")
GEWOON = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not browser", "--no-header"]
TE_LANG = 900
"""Seconds after which a change that makes a test hang counts as noticed."""
NIETS_GEDRAAID = 5
"""What pytest ends with when a file holds no test without a browser."""


# --- the changes ----------------------------------------------------------------------------------

_VERGELIJK: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_REKEN: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}


def veranderingen(knoop: ast.AST) -> Iterator[ast.AST | None]:  # noqa: C901, PLR0912  one list
    """Yield every change of one node: another node for it, or None where it goes."""
    anders = copy.copy(knoop)
    match anders:
        case ast.Compare(ops=[op]) if type(op) in _VERGELIJK:
            anders.ops = [_VERGELIJK[type(op)]()]
        case ast.BoolOp(op=ast.And()):
            anders.op = ast.Or()
        case ast.BoolOp(op=ast.Or()):
            anders.op = ast.And()
        case ast.UnaryOp(op=ast.Not()):
            yield anders.operand
            return
        case ast.BinOp(op=op) if type(op) in _REKEN:
            anders.op = _REKEN[type(op)]()
        case ast.Constant(value=bool()):
            anders.value = not anders.value
        case ast.Constant(value=int()):
            anders.value = int(str(anders.value)) + 1
        case ast.Constant(value=str() as tekst) if tekst:
            anders.value = f"{tekst}~"
        case ast.If() | ast.IfExp():
            anders.test = ast.UnaryOp(ast.Not(), anders.test)
        case ast.Return(value=ast.expr()):
            anders.value = ast.Constant(None)
        case ast.Continue():
            yield ast.Break()
            return
        case ast.Expr(value=ast.Call()) | ast.AugAssign():
            yield None
            return
        case _:
            return
    yield anders


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: where, what, and the whole file after it."""

    pad: str
    wat: str
    code: str

    def __str__(self) -> str:
        return f"{self.pad}: {self.wat}"


class _Vervang(ast.NodeTransformer):
    def __init__(self, plaats: ast.AST, nieuw: ast.AST | None) -> None:
        self.plaats, self.nieuw = plaats, nieuw

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self.plaats:
            return ast.Pass() if self.nieuw is None else self.nieuw
        gekopieerd = copy.copy(node)
        return super().generic_visit(gekopieerd)


def mutanten(pad: Path) -> Iterator[Mutant]:
    """Yield every change of one file, except to what is only said: docstrings, types, imports."""
    naam = pad.relative_to(WORTEL).as_posix()
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    for knoop in _lopen(boom):
        for nieuw in veranderingen(knoop):
            oud = ast.unparse(knoop).splitlines()[0]
            wordt = "pass" if nieuw is None else ast.unparse(nieuw).splitlines()[0]
            gewijzigd = _Vervang(knoop, nieuw).visit(boom)
            code = ast.unparse(ast.fix_missing_locations(gewijzigd))
            yield Mutant(naam, f"{oud} → {wordt}", f"{code}\n")


def _lopen(knoop: ast.AST) -> Iterator[ast.AST]:
    for veld, waarde in ast.iter_fields(knoop):
        if veld in ("annotation", "returns", "type_params"):
            continue
        for deel in waarde if isinstance(waarde, list) else [waarde]:
            if not isinstance(deel, ast.AST) or isinstance(deel, ast.Import | ast.ImportFrom):
                continue
            if isinstance(deel, ast.Expr) and isinstance(deel.value, ast.Constant):
                continue  # a docstring
            if isinstance(deel, ast.JoinedStr):
                continue  # ``ast`` cannot tell its parts from what stands around them
            yield deel
            yield from _lopen(deel)


# --- which test file can notice it ----------------------------------------------------------------


def bestanden_voor(mutant: Mutant) -> Sequence[str]:
    """Return the test files that import the changed module, that of the same name first.

    A change that only another test would notice counts as not noticed: a test of a module belongs
    where one looks for it.
    """
    module = mutant.pad.removesuffix(".py").replace("/", ".")
    kamer, _, naam = module.rpartition(".")
    raak = []
    for bestand in sorted(WORTEL.glob("tests/**/test_*.py")):
        tekst = bestand.read_text(encoding="utf-8")
        los = re.search(rf"^from {kamer} import \(?[^)]*?\b{naam}\b", tekst, re.MULTILINE)
        if re.search(rf"\b{module}\b", tekst) or los:
            raak.append(bestand)
    raak.sort(key=lambda bestand: bestand.stem != f"test_{naam}")
    return [bestand.relative_to(WORTEL).as_posix() for bestand in raak]


# --- the run --------------------------------------------------------------------------------------


def overleeft(mutant: Mutant, map_: Path, bestanden: Sequence[str]) -> bool:
    """Tell whether all those test files still pass in ``map_`` with the change made there."""
    if not bestanden:
        return True
    doel = map_ / mutant.pad
    oud = doel.read_text(encoding="utf-8")
    doel.write_text(mutant.code, encoding="utf-8")
    shutil.rmtree(doel.parent / "__pycache__", ignore_errors=True)
    try:
        if (kind := os.fork()) == 0:
            _kind(map_, bestanden)
        return _wacht(kind) in (0, NIETS_GEDRAAID)
    finally:
        doel.write_text(oud, encoding="utf-8")
        shutil.rmtree(doel.parent / "__pycache__", ignore_errors=True)


def _kind(map_: Path, bestanden: Sequence[str]) -> None:
    os.setsid()
    os.chdir(map_)
    stil = os.open(os.devnull, os.O_WRONLY)
    os.dup2(stil, 1)
    os.dup2(stil, 2)
    sys.dont_write_bytecode = True
    try:
        status = int(pytest.main([*GEWOON, "-x", *bestanden]))
    except BaseException:  # noqa: BLE001 - whatever it is, the change was noticed
        status = 1
    os._exit(status)


def _wacht(kind: int) -> int:
    einde = time.monotonic() + TE_LANG
    while time.monotonic() < einde:
        klaar, status = os.waitpid(kind, os.WNOHANG)
        if klaar:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.05)
    os.killpg(kind, signal.SIGKILL)
    os.waitpid(kind, 0)
    return -1


_MAP: list[Path] = []
"""The copy of the project that this process works in."""


def _begin(mappen: SimpleQueue[Path]) -> None:
    _MAP[:] = [mappen.get()]


def _proef(werk: tuple[Mutant, Sequence[str]]) -> tuple[Mutant, bool]:
    mutant, bestanden = werk
    return mutant, overleeft(mutant, _MAP[0], bestanden)


def ongewijzigd(map_: Path, bestanden: AbstractSet[str]) -> None:
    """Stop if those test files do not pass as the code is: then no change could survive."""
    for bestand in sorted(bestanden):
        if (kind := os.fork()) == 0:
            _kind(map_, [bestand])
        if (status := _wacht(kind)) not in (0, NIETS_GEDRAAID):
            sys.exit(f"{bestand} slaagt niet zonder verandering (status {status})")


def verklaard() -> set[str]:
    """Return the survivors that may stay: each line of the file before its reason."""
    regels = OVERLEVERS.read_text(encoding="utf-8").splitlines()
    return {regel.partition("  # ")[0] for regel in regels if regel and not regel.startswith("#")}


def _niet_kopieren(map_: str, namen: list[str]) -> set[str]:
    """Leave out what is made: hidden folders, compiled code, and the site in the root itself."""
    gemaakt = {"site", "build", "node_modules"} if Path(map_) == WORTEL else {"node_modules"}
    return {naam for naam in namen if naam.startswith((".", "__pycache__")) or naam in gemaakt}


def main() -> int:
    """Print the share of changes that a test notices, and the others."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--aantal", type=int, default=100, help="hoeveel veranderingen")
    lezer.add_argument("--zaad", type=int, default=1, help="welke steekproef")
    lezer.add_argument("--naast", type=int, default=2, help="hoeveel tegelijk")
    lezer.add_argument(
        "--onder", action="append", help="alleen bestanden waarvan het pad zo begint"
    )
    opties = lezer.parse_args()
    alle = [
        mutant
        for pad in sorted(MACROS.rglob("*.py"))
        if pad.relative_to(WORTEL).as_posix().startswith(tuple(opties.onder or ["macros"]))
        for mutant in mutanten(pad)
    ]
    keuze = random.Random(opties.zaad).sample(alle, min(opties.aantal, len(alle)))  # noqa: S311 - a sample, no secret
    with tempfile.TemporaryDirectory() as tijdelijk:
        mappen: SimpleQueue[Path] = SimpleQueue()
        for nummer in range(opties.naast):
            map_ = Path(tijdelijk) / str(nummer)
            shutil.copytree(WORTEL, map_, ignore=_niet_kopieren)
            mappen.put(map_)
        werk = [(mutant, bestanden_voor(mutant)) for mutant in keuze]
        over = []
        ongewijzigd(Path(tijdelijk) / "0", {een for _, bestanden in werk for een in bestanden})
        # Processes and no threads: a process with threads cannot fork safely.
        with Pool(opties.naast, _begin, (mappen,)) as ploeg:
            for nummer, (mutant, leeft) in enumerate(ploeg.imap_unordered(_proef, werk), start=1):
                if leeft:
                    over.append(str(mutant))
                    print(f"[{nummer}] {mutant}", flush=True)  # noqa: T201
    onverklaard = [een for een in over if een not in verklaard()]
    deel = 1 - len(over) / len(keuze)
    print(f"{len(keuze)} van {len(alle)} veranderingen geprobeerd (zaad {opties.zaad}):")  # noqa: T201
    print(f"{deel:.0%} gezien, {len(over)} over, waarvan {len(onverklaard)} zonder uitleg.")  # noqa: T201
    return 1 if onverklaard else 0


if __name__ == "__main__":
    sys.exit(main())
