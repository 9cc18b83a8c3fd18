"""Break our own code, one small change at a time, and see whether a test without a browser notices.

    .venv/bin/python -m tests.mutants --aantal 100 --zaad 1

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
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from multiprocessing import Pool, SimpleQueue
from pathlib import Path
from subprocess import PIPE

import pytest

ROOT = Path(__file__).resolve().parent.parent
MACROS = ROOT / "macros"
SURVIVORS = Path(__file__).with_name("overlevers.txt")
PLAIN = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not browser", "--no-header"]
TOO_LONG = 900
"""Seconds after which a change that makes a test hang counts as noticed."""
NO_TESTS_RUN = 5
"""What pytest ends with when a file holds no test without a browser."""


# --- the changes ----------------------------------------------------------------------------------

_COMPARE: dict[type[ast.cmpop], type[ast.cmpop]] = {
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
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}


def changes(node: ast.AST) -> Iterator[ast.AST | None]:  # noqa: C901, PLR0912  one list
    """Yield every change of one node: another node for it, or None where it goes."""
    otherwise = copy.copy(node)
    match otherwise:
        case ast.Compare(ops=[op]) if type(op) in _COMPARE:
            otherwise.ops = [_COMPARE[type(op)]()]
        case ast.BoolOp(op=ast.And()):
            otherwise.op = ast.Or()
        case ast.BoolOp(op=ast.Or()):
            otherwise.op = ast.And()
        case ast.UnaryOp(op=ast.Not()):
            yield otherwise.operand
            return
        case ast.BinOp(op=op) if type(op) in _ARITHMETIC:
            otherwise.op = _ARITHMETIC[type(op)]()
        case ast.Constant(value=bool()):
            otherwise.value = not otherwise.value
        case ast.Constant(value=int()):
            otherwise.value = int(str(otherwise.value)) + 1
        case ast.Constant(value=str() as tekst) if tekst:
            otherwise.value = f"{tekst}~"
        case ast.If() | ast.IfExp():
            otherwise.test = ast.UnaryOp(ast.Not(), otherwise.test)
        case ast.Return(value=ast.expr()):
            otherwise.value = ast.Constant(None)
        case ast.Continue():
            yield ast.Break()
            return
        case ast.Expr(value=ast.Call()) | ast.AugAssign():
            yield None
            return
        case _:
            return
    yield otherwise


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: where, what, and the whole file after it."""

    pad: str
    wat: str
    code: str

    def __str__(self) -> str:
        return f"{self.pad}: {self.wat}"


class _Replace(ast.NodeTransformer):
    def __init__(self, plaats: ast.AST, new: ast.AST | None) -> None:
        self.plaats, self.new = plaats, new

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self.plaats:
            return ast.Pass() if self.new is None else self.new
        copied = copy.copy(node)
        return super().generic_visit(copied)


def mutants(pad: Path) -> Iterator[Mutant]:
    """Yield every change of one file, except to what is only said: docstrings, types, imports."""
    naam = pad.relative_to(ROOT).as_posix()
    tree = ast.parse(pad.read_text(encoding="utf-8"))
    for node in _walk_code(tree):
        for new in changes(node):
            old = ast.unparse(node).splitlines()[0]
            becomes = "pass" if new is None else ast.unparse(new).splitlines()[0]
            changed = _Replace(node, new).visit(tree)
            code = ast.unparse(ast.fix_missing_locations(changed))
            yield Mutant(naam, f"{old} → {becomes}", f"{code}\n")


def _walk_code(node: ast.AST) -> Iterator[ast.AST]:
    for veld, waarde in ast.iter_fields(node):
        if veld in ("annotation", "returns", "type_params"):
            continue
        for part in waarde if isinstance(waarde, list) else [waarde]:
            if not isinstance(part, ast.AST) or isinstance(part, ast.Import | ast.ImportFrom):
                continue
            if isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant):
                continue  # a docstring
            if isinstance(part, ast.JoinedStr):
                continue  # ``ast`` cannot tell its parts from what stands around them
            yield part
            yield from _walk_code(part)


# --- which test file can notice it ----------------------------------------------------------------


def files_for(mutant: Mutant) -> Sequence[str]:
    """Return the test files that import the changed module, that of the same name first.

    A change that only another test would notice counts as not noticed: a test of a module belongs
    where one looks for it.
    """
    module = mutant.pad.removesuffix(".py").replace("/", ".")
    room, _, naam = module.rpartition(".")
    importing = []
    for file in sorted(ROOT.glob("tests/**/test_*.py")):
        tekst = file.read_text(encoding="utf-8")
        standalone = re.search(rf"^from {room} import \(?[^)]*?\b{naam}\b", tekst, re.MULTILINE)
        if re.search(rf"\b{module}\b", tekst) or standalone:
            importing.append(file)
    importing.sort(key=lambda file: file.stem != f"test_{naam}")
    return [file.relative_to(ROOT).as_posix() for file in importing]


# --- the run --------------------------------------------------------------------------------------


def survives(mutant: Mutant, folder: Path, files: Sequence[str]) -> bool:
    """Tell whether all those test files still pass in ``folder`` with the change made there."""
    if not files:
        return True
    doel = folder / mutant.pad
    old = doel.read_text(encoding="utf-8")
    doel.write_text(mutant.code, encoding="utf-8")
    shutil.rmtree(doel.parent / "__pycache__", ignore_errors=True)
    try:
        if (kind := os.fork()) == 0:
            _kind(folder, files)
        return _wait(kind) in (0, NO_TESTS_RUN)
    finally:
        doel.write_text(old, encoding="utf-8")
        shutil.rmtree(doel.parent / "__pycache__", ignore_errors=True)


def _kind(folder: Path, files: Sequence[str]) -> None:
    os.setsid()
    os.chdir(folder)
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    sys.dont_write_bytecode = True
    try:
        status = int(pytest.main([*PLAIN, "-x", *files]))
    except BaseException:  # noqa: BLE001 - whatever it is, the change was noticed
        status = 1
    os._exit(status)


def _wait(kind: int) -> int:
    end = time.monotonic() + TOO_LONG
    while time.monotonic() < end:
        done, status = os.waitpid(kind, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.05)
    os.killpg(kind, signal.SIGKILL)
    os.waitpid(kind, 0)
    return -1


_FOLDER: list[Path] = []
"""The copy of the project that this process works in."""


def _begin(folders: SimpleQueue[Path]) -> None:
    _FOLDER[:] = [folders.get()]


def _trial(jobs: tuple[Mutant, Sequence[str]]) -> tuple[Mutant, bool]:
    mutant, files = jobs
    return mutant, survives(mutant, _FOLDER[0], files)


def ongewijzigd(folder: Path, files: AbstractSet[str]) -> None:
    """Stop if those test files do not pass as the code is: then no change could survive."""
    for file in sorted(files):
        if (kind := os.fork()) == 0:
            _kind(folder, [file])
        if (status := _wait(kind)) not in (0, NO_TESTS_RUN):
            sys.exit(f"{file} slaagt niet zonder verandering (status {status})")


def explained() -> set[str]:
    """Return the survivors that may stay: each line of the file before its reason."""
    regels = SURVIVORS.read_text(encoding="utf-8").splitlines()
    return {regel.partition("  # ")[0] for regel in regels if regel and not regel.startswith("#")}


def _copy(doel: Path) -> None:
    """Copy what git keeps: what was made here is no part of the project."""
    kept = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607 - whichever git the machine has
        cwd=ROOT,
        stdout=PIPE,
        text=True,
        check=True,
    )
    for pad in filter(None, kept.stdout.split("\0")):
        (doel / pad).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / pad, doel / pad)
    # Tests start the programs that stand in these.
    for made in (".venv", "node_modules"):
        (doel / made).symlink_to(ROOT / made)


def main() -> int:
    """Print the share of changes that a test notices, and the others."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--aantal", type=int, default=100, help="hoeveel veranderingen")
    reader.add_argument("--zaad", type=int, default=1, help="welke steekproef")
    reader.add_argument("--naast", type=int, default=2, help="hoeveel tegelijk")
    reader.add_argument(
        "--onder", action="append", help="alleen bestanden waarvan het pad zo begint"
    )
    options = reader.parse_args()
    every = [
        mutant
        for pad in sorted(MACROS.rglob("*.py"))
        if pad.relative_to(ROOT).as_posix().startswith(tuple(options.onder or ["macros"]))
        for mutant in mutants(pad)
    ]
    choice = random.Random(options.zaad).sample(every, min(options.aantal, len(every)))  # noqa: S311 - a sample, no secret
    with tempfile.TemporaryDirectory() as temporary:
        folders: SimpleQueue[Path] = SimpleQueue()
        for nummer in range(options.naast):
            folder = Path(temporary) / str(nummer)
            _copy(folder)
            folders.put(folder)
        jobs = [(mutant, files_for(mutant)) for mutant in choice]
        over = []
        ongewijzigd(Path(temporary) / "0", {one for _, files in jobs for one in files})
        # Processes and no threads: a process with threads cannot fork safely.
        with Pool(options.naast, _begin, (folders,)) as pool:
            for nummer, (mutant, alive) in enumerate(pool.imap_unordered(_trial, jobs), start=1):
                if alive:
                    over.append(str(mutant))
                    print(f"[{nummer}] {mutant}", flush=True)  # noqa: T201
    unexplained = [one for one in over if one not in explained()]
    part = 1 - len(over) / len(choice)
    print(f"{len(choice)} van {len(every)} veranderingen geprobeerd (zaad {options.zaad}):")  # noqa: T201
    print(f"{part:.0%} gezien, {len(over)} over, waarvan {len(unexplained)} zonder uitleg.")  # noqa: T201
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
