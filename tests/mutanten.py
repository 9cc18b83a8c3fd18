"""Break our own code, one small change at a time, and see whether a test without a browser notices.

    .venv/bin/python -m tests.mutanten --aantal 100 --zaad 1

First every test runs once, to learn which test file calls which function. Then a sample of all
possible changes is made, each in a copy of the project, and only the files that call the changed
function run. What is left over (a survivor) is printed: a change that nobody would notice. Those
that may stay stand in ``tests/overlevers.txt``, each with the reason.

Needs nothing installed beyond the tests. It is no part of ``make test``: it takes a while.
"""

from __future__ import annotations

import argparse
import ast
import copy
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from multiprocessing import Pool, SimpleQueue
from pathlib import Path
from types import CodeType, FrameType

import pytest

WORTEL = Path(__file__).resolve().parent.parent
MACROS = WORTEL / "macros"
OVERLEVERS = Path(__file__).with_name("overlevers.txt")
GEWOON = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not browser", "--no-header"]
TE_LANG = 900
"""Seconds after which a change that makes a test hang counts as noticed."""
NIETS_GEDRAAID = 5
"""What pytest ends with when a file holds no test without a browser."""

Functie = tuple[str, int]
"""A function: file below the root, and the line where it begins (with its decorators)."""


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
    """One change: where, in which function, and the whole file after it."""

    pad: str
    functie: Functie
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
    for knoop, functie in _lopen(boom, 0):
        for nieuw in veranderingen(knoop):
            oud = ast.unparse(knoop).splitlines()[0]
            wordt = "pass" if nieuw is None else ast.unparse(nieuw).splitlines()[0]
            gewijzigd = _Vervang(knoop, nieuw).visit(boom)
            code = ast.unparse(ast.fix_missing_locations(gewijzigd))
            yield Mutant(naam, (naam, functie), f"{oud} → {wordt}", f"{code}\n")


def _lopen(knoop: ast.AST, functie: int) -> Iterator[tuple[ast.AST, int]]:
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
            binnen = functie
            if isinstance(deel, ast.FunctionDef):
                binnen = min([deel.lineno, *(d.lineno for d in deel.decorator_list)])
            yield deel, functie
            yield from _lopen(deel, binnen)


# --- which test file calls which function ---------------------------------------------------------


class Meter:
    """A pytest plugin that writes down per test file which of our functions ran, and how long."""

    def __init__(self) -> None:
        self.per_bestand: dict[str, set[Functie]] = defaultdict(set)
        self.duur: dict[str, float] = defaultdict(float)
        self._per_opstelling: dict[str, set[CodeType]] = {}
        self._nu: set[CodeType] = set()

    def _noteer(self, frame: FrameType, wat: str, _: object) -> None:
        if wat == "call":
            self._nu.add(frame.f_code)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[object]) -> Iterator[None]:
        buiten, self._nu = self._nu, set()
        try:
            return (yield)
        finally:
            self._per_opstelling.setdefault(fixturedef.argname, set()).update(self._nu)
            buiten |= self._nu
            self._nu = buiten

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Function) -> Iterator[None]:
        self._nu, begin = set(), time.monotonic()
        sys.setprofile(self._noteer)
        try:
            return (yield)
        finally:
            sys.setprofile(None)
            bestand = item.path.relative_to(Path.cwd()).as_posix()
            self.duur[bestand] += time.monotonic() - begin
            # A fixture that was made for an earlier test counts for this one, too.
            for naam in item.fixturenames:
                self._nu |= self._per_opstelling.get(naam, set())
            self.per_bestand[bestand] |= {
                (functie[0], functie[1]) for code in self._nu if (functie := _functie_van(code))
            }


def _functie_van(code: CodeType) -> Functie | None:
    try:
        naam = Path(code.co_filename).relative_to(Path.cwd()).as_posix()
    except ValueError:
        return None
    return (naam, code.co_firstlineno) if naam.startswith("macros/") else None


def meet(map_: Path, tests: Sequence[str]) -> dict[str, tuple[float, list[Functie]]]:
    """Run every test once in ``map_``; return per file its seconds and the functions it calls."""
    uit = map_ / "meting.json"
    if (kind := os.fork()) == 0:
        os.chdir(map_)
        meter = Meter()
        status = pytest.main([*GEWOON, *tests], plugins=[meter])
        gemeten = {
            bestand: (meter.duur[bestand], sorted(functies))
            for bestand, functies in meter.per_bestand.items()
        }
        uit.write_text(json.dumps(gemeten), encoding="utf-8")
        os._exit(int(status))
    os.waitpid(kind, 0)
    ruw = json.loads(uit.read_text(encoding="utf-8"))
    return {bestand: (duur, [(p, n) for p, n in f]) for bestand, (duur, f) in ruw.items()}


def bestanden_voor(
    mutant: Mutant, gemeten: dict[str, tuple[float, list[Functie]]], seconden: float
) -> Sequence[str]:
    """Return the test files that can notice a change, those of the same name and the quick first.

    Together they take at most ``seconden``: a change that only slow tests see counts as not seen.
    What stands outside a function is seen by every file that calls anything in that module.
    """
    module = Path(mutant.pad).stem

    def raakt(functies: Sequence[Functie]) -> bool:
        if mutant.functie[1]:
            return mutant.functie in functies
        return any(pad == mutant.pad for pad, _ in functies)

    raak = [bestand for bestand, (_, functies) in gemeten.items() if raakt(functies)]
    raak.sort(key=lambda b: (Path(b).stem != f"test_{module}", gemeten[b][0]))
    samen = accumulate(gemeten[bestand][0] for bestand in raak)
    return [bestand for bestand, duur in zip(raak, samen, strict=True) if duur <= seconden]


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


def verklaard() -> set[str]:
    """Return the survivors that may stay: each line of the file before its reason."""
    regels = OVERLEVERS.read_text(encoding="utf-8").splitlines()
    return {regel.partition("  # ")[0] for regel in regels if regel and not regel.startswith("#")}


def main() -> int:
    """Print the share of changes that a test notices, and the others."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--aantal", type=int, default=100, help="hoeveel veranderingen")
    lezer.add_argument("--zaad", type=int, default=1, help="welke steekproef")
    lezer.add_argument("--naast", type=int, default=2, help="hoeveel tegelijk")
    lezer.add_argument("--duur", type=float, default=60, help="seconden aan tests per verandering")
    lezer.add_argument(
        "--onder", default="macros", help="alleen bestanden waarvan het pad zo begint"
    )
    lezer.add_argument("--meting", type=Path, help="bewaar of gebruik wat elke test aanroept")
    lezer.add_argument("tests", nargs="*", default=["tests"])
    opties = lezer.parse_args()
    alle = [
        mutant
        for pad in sorted(MACROS.rglob("*.py"))
        if pad.relative_to(WORTEL).as_posix().startswith(opties.onder)
        for mutant in mutanten(pad)
    ]
    keuze = random.Random(opties.zaad).sample(alle, min(opties.aantal, len(alle)))  # noqa: S311 - a sample, no secret
    with tempfile.TemporaryDirectory() as tijdelijk:
        mappen: SimpleQueue[Path] = SimpleQueue()
        for nummer in range(opties.naast):
            map_ = Path(tijdelijk) / str(nummer)
            weg = shutil.ignore_patterns(".*", "site", "node_modules", "build", "__pycache__")
            shutil.copytree(WORTEL, map_, ignore=weg)
            mappen.put(map_)
        if opties.meting and opties.meting.exists():
            ruw = json.loads(opties.meting.read_text(encoding="utf-8"))
            gemeten = {b: (d, [(p, n) for p, n in f]) for b, (d, f) in ruw.items()}
        else:
            gemeten = meet(Path(tijdelijk) / "0", opties.tests)
            if opties.meting:
                opties.meting.write_text(json.dumps(gemeten), encoding="utf-8")

        werk = [(mutant, bestanden_voor(mutant, gemeten, opties.duur)) for mutant in keuze]
        over = []
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
