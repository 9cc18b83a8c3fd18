"""Break our own code, one small change at a time, and see whether a test without a browser notices.

    .venv/bin/python -m tests.mutants --aantal 100 --zaad 1

A sample of all possible changes is made, each in a copy of the project, and the tests run that run
the changed function: those in ``tests/whole/``, which compare all that is made of an example with
what was kept, and those in the files that import its module. Only the tests of ``make test-snel``
count, as a change has to be noticed while one works. What is left over (a
survivor) is printed: a change that nobody would notice. Those that may stay stand in
``tests/overlevers.txt``, each with the reason.

Which test runs which function is noted once, in ``.cache/``. Needs nothing installed beyond the
tests. It is no part of ``make test``: a change takes seconds, a hundred of them minutes.
"""

from __future__ import annotations

import argparse
import ast
import compileall
import contextlib
import copy
import gc
import hashlib
import importlib
import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import warnings
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from multiprocessing import Pool, SimpleQueue
from multiprocessing.pool import Pool as PoolType
from pathlib import Path
from py_compile import PycInvalidationMode
from subprocess import PIPE
from types import CodeType, FrameType

import pytest

ROOT = Path(__file__).resolve().parent.parent
MACROS = ROOT / "macros"
SURVIVORS = Path(__file__).with_name("overlevers.txt")
PLAIN = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--no-header"]
PLAIN += ["-m", "not browser and not bouwt"]
TOO_LONG = 1800
"""Seconds after which a test that waits for ever is stopped; its change is noticed."""
TOO_MUCH = 200
"""Seconds of computing after which a change that makes a test go round in circles is noticed."""
BUDGET = 40
"""Seconds of computing by tests, as measured without a change, that one change may cost."""
FEW, MANY = 3, 8
"""Files of tests in the first part, and in all parts; what looks at everything comes before."""
WHOLE = "tests/whole/"
"""Where the tests are that look at all that is made: they run whatever is changed."""
CACHE = ROOT / ".cache" / "mutants"
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

    scope: str
    """The function it is in, as ``macros/load/kop.py: read``; ``<module>`` outside any."""
    wat: str
    code: str

    @property
    def pad(self) -> str:
        """The file it is in."""
        return self.scope.partition(": ")[0]

    @property
    def inside(self) -> bool:
        """Whether it is in a function."""
        return not self.scope.endswith(": <module>")

    def __str__(self) -> str:
        return f"{self.scope}: {self.wat}"


class _Replace(ast.NodeTransformer):
    def __init__(self, plaats: ast.AST, new: ast.AST | None) -> None:
        self.plaats, self.new = plaats, new

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self.plaats:
            return ast.Pass() if self.new is None else self.new
        copied = copy.copy(node)
        return super().generic_visit(copied)


def _places(pad: Path) -> tuple[ast.AST, list[tuple[ast.AST, ast.AST | None, str]]]:
    """Return the code of a file and each change in it, in a fixed order, with its function.

    Nothing is changed in what is only said: docstrings, types, imports. Nor in what only the type
    checker looks at: to which type something is cast, and that a dataclass is frozen or has slots.
    """
    tree = ast.parse(pad.read_text(encoding="utf-8"))
    return tree, [(old, new, scope) for old, scope in _walk_code(tree) for new in changes(old)]


def mutant(pad: Path, nummer: int) -> Mutant:
    """Return one change of a file."""
    tree, places = _places(pad)
    old, new, scope = places[nummer]
    was = ast.unparse(old).splitlines()[0]
    becomes = "pass" if new is None else ast.unparse(new).splitlines()[0]
    code = ast.unparse(ast.fix_missing_locations(_Replace(old, new).visit(tree)))
    naam = pad.relative_to(ROOT).as_posix()
    return Mutant(f"{naam}: {scope or '<module>'}", f"{was} → {becomes}", f"{code}\n")


def _is_only_said(part: ast.AST, node: ast.AST) -> bool:
    """Tell whether a part of ``node`` is for who reads it, or for the type checker."""
    match part, node:
        case ast.Expr(value=ast.Constant()), _:  # a docstring
            return True
        case ast.JoinedStr(), _:  # ``ast`` cannot tell its parts from what stands around them
            return True
        case ast.keyword(arg="frozen" | "slots"), _:
            return True
        case _, ast.Call(func=ast.Name(id="cast"), args=[first, *_]):
            return part is first
    return False


def _walk_code(node: ast.AST, within: str = "", scope: str = "") -> Iterator[tuple[ast.AST, str]]:
    """Yield every part with the function it is in: an empty name outside any.

    ``within`` is how Python names what stands in ``node``: after its classes and functions.
    """
    for veld, waarde in ast.iter_fields(node):
        if veld in ("annotation", "returns", "type_params"):
            continue
        for part in waarde if isinstance(waarde, list) else [waarde]:
            if not isinstance(part, ast.AST) or isinstance(part, ast.Import | ast.ImportFrom):
                continue
            if _is_only_said(part, node):
                continue
            match part:
                case ast.FunctionDef() | ast.AsyncFunctionDef():
                    inner = f"{within}{part.name}"
                    yield part, inner
                    yield from _walk_code(part, f"{inner}.<locals>.", inner)
                case ast.ClassDef():
                    yield part, scope
                    yield from _walk_code(part, f"{within}{part.name}.", scope)
                case _:
                    yield part, scope
                    yield from _walk_code(part, within, scope)


# --- which tests can notice it --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Seen:
    """What one test file ran of ``macros/``: around its tests, and per test with its seconds.

    Each place is a file and the function in it, as ``macros/load/kop.py: read``.
    """

    around: frozenset[str]
    tests: Mapping[str, tuple[float, frozenset[str]]]


def _work() -> float:
    """Return the seconds that this process and its children computed, however busy the machine."""
    return sum(os.times()[:4])


class _Recorder:
    """Notes per test which functions of ``macros/`` ran, and how long it took."""

    def __init__(self, folder: Path) -> None:
        self.folder = f"{folder}/"
        self.around: set[CodeType] = set()
        self.now = self.around
        self.tests: dict[str, tuple[float, set[CodeType]]] = {}
        self.failed: list[str] = []

    def trace(self, frame: FrameType, _event: str, _arg: object) -> None:
        self.now.add(frame.f_code)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Generator[None, None, None]:
        self.now, begin = set(), _work()
        try:
            yield
        finally:
            self.tests[item.nodeid] = _work() - begin, self.now
            self.now = self.around

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)

    def places(self, codes: Iterable[CodeType]) -> list[str]:
        own = (one for one in codes if one.co_filename.startswith(f"{self.folder}macros/"))
        return sorted({f"{one.co_filename[len(self.folder) :]}: {one.co_qualname}" for one in own})


class _Only:
    """Runs these tests, in this order."""

    def __init__(self, tests: Sequence[str]) -> None:
        self.order = {test: nummer for nummer, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [one for one in items if one.nodeid in self.order]
        items.sort(key=lambda one: self.order[one.nodeid])


def _record(job: tuple[str, Path]) -> None:
    """Run one test file in a process of its own, as nothing may be left over from another."""
    file, doel = job
    if (kind := os.fork()) == 0:
        recorder = _Recorder(_FOLDER[0])
        threading.settrace(recorder.trace)
        sys.settrace(recorder.trace)
        status = _run(_FOLDER[0], [file], recorder)
        sys.settrace(None)
        seen = {
            "status": status,
            "failed": recorder.failed,
            "around": recorder.places(recorder.around),
            "tests": {
                test: [round(seconds, 3), recorder.places(codes)]
                for test, (seconds, codes) in recorder.tests.items()
            },
        }
        doel.write_text(json.dumps(seen), encoding="utf-8")
        os._exit(0)
    _wait(kind)


@cache
def _test_files() -> dict[str, str]:
    """Return the text of each file of tests as it was at the begin: what comes later is no part."""
    files = {*ROOT.glob("tests/**/test_*.py")} - {*ROOT.glob("tests/browser/*.py")}
    return {one.relative_to(ROOT).as_posix(): one.read_text(encoding="utf-8") for one in files}


def files_for(mutant: Mutant, *, wide: bool) -> set[str]:
    """Return the test files that look at everything, and (``wide``) those of the changed module.

    The latter are those that import it, or else those of its room. At most ``MANY``: those of its
    name and its room first, then the smallest. A change that only another test would notice counts
    as not noticed: a test of a module belongs where one looks for it.
    """
    module = mutant.pad.removesuffix(".py").replace("/", ".")
    package, _, naam = module.rpartition(".")
    home = f"tests/{mutant.pad.split('/')[1]}/"
    apart = re.compile(rf"^from {package} import \(?[^)]*?\b{naam}\b", re.MULTILINE)
    out: list[tuple[bool, bool, int, str]] = []
    others: list[tuple[bool, bool, int, str]] = []
    whole: set[str] = set()
    for pad, tekst in _test_files().items():
        if pad.startswith(WHOLE):
            whole.add(pad)
            continue
        same = Path(pad).stem == f"test_{naam}"
        imports = same or re.search(rf"\b{module}\b", tekst) or apart.search(tekst)
        (out if imports else others).append((not same, not pad.startswith(home), len(tekst), pad))
    near = out or [one for one in others if not one[1]]
    return whole | {pad for *_, pad in sorted(near)[:MANY] if wide}


def record(pool: PoolType, folder: Path, wanted: AbstractSet[str]) -> dict[str, Seen]:
    """Return per test file what it ran; stop if a test fails as the code is.

    What a file ran stays in ``.cache/`` until that file, a helper of the tests or our code changes.
    """
    CACHE.mkdir(parents=True, exist_ok=True)
    files = sorted(folder / one for one in wanted)
    shared = hashlib.sha256()
    others = {*folder.glob("macros/**/*.*"), *folder.glob("tests/**/*.py")}
    for one in sorted(others - {*folder.glob("tests/**/test_*.py")}):
        if one.is_file() and one.suffix != ".pyc" and one.name != Path(__file__).name:
            shared.update(one.read_bytes())
    places = {}
    for file in files:
        own = shared.copy()
        own.update(file.read_bytes())
        naam = file.relative_to(folder).as_posix()
        places[naam] = CACHE / f"{own.hexdigest()[:20]}-{file.stem}.json"
    new = [(naam, doel) for naam, doel in places.items() if not doel.exists()]
    for nummer, _ in enumerate(pool.imap_unordered(_record, new), start=1):
        print(f"gekeken wat de tests raken: {nummer}/{len(new)}", end="\r", flush=True)  # noqa: T201
    seen, failed = {}, []
    for naam, doel in places.items():
        if not doel.exists():
            failed.append(f"{naam} brak af of duurde te lang")
            continue
        got = json.loads(doel.read_text(encoding="utf-8"))
        tests = {one: (seconds, frozenset(hits)) for one, (seconds, hits) in got["tests"].items()}
        seen[naam] = Seen(frozenset(got["around"]), tests)
        if got["status"] not in (0, NO_TESTS_RUN):
            doel.unlink()
            failed += got["failed"] or [f"{naam} (status {got['status']})"]
    if failed:
        sys.exit("Zonder verandering slagen niet:\n" + "\n".join(failed))
    return seen


def tests_for(mutant: Mutant, seen: Mapping[str, Seen], *, wide: bool) -> list[list[str]]:
    """Return the tests that ran the changed function, in the order in which they are tried.

    First (not ``wide``) those that look at everything, and after that the others.

    Of what looks at everything only the tests that ran it themselves; of the others first those of
    the module and of its room, then the quickest; after them the other tests of the same files, as
    what a test keeps ready (a fixture, a cache) another may have made. What
    stands outside a function counts as run by who runs something of that module. The list ends at
    ``BUDGET`` seconds: a change that is only noticed after that counts as not noticed. It comes in
    parts, so that the first few files do not wait for the others.
    """
    _, room, *_ = mutant.pad.split("/")
    naam = Path(mutant.pad).stem

    def runs(hits: AbstractSet[str]) -> bool:
        if mutant.scope in hits:
            return True
        return not mutant.inside and any(one.startswith(f"{mutant.pad}: ") for one in hits)

    ranked = []
    for file in files_for(mutant, wide=wide):
        one = seen[file]
        everything = file.startswith(WHOLE)
        near = (not everything, Path(file).stem != f"test_{naam}", Path(file).parent.name != room)
        around = runs(one.around)
        direct = {test for test, (_, hits) in one.tests.items() if runs(hits)}
        if not around and not direct:
            continue
        for test, (seconds, _) in one.tests.items():
            far = 0 if test in direct else 1 if around else 2
            if everything and far:
                continue
            ranked.append(((*near, far, seconds), file, test, seconds))
    parts: list[list[str]] = [[], [], []]
    files: set[str] = set()
    total = 0.0
    for _, file, test, seconds in sorted(ranked):
        if total + seconds > BUDGET:
            continue
        total += seconds
        if file.startswith(WHOLE):
            parts[0].append(test)
            continue
        files.add(file)
        parts[1 + (len(files) > FEW)].append(test)
    return [part for part in (parts[1:] if wide else parts[:1]) if part]


# --- the run --------------------------------------------------------------------------------------


def survives(mutant: Mutant, folder: Path, parts: Sequence[Sequence[str]]) -> bool:
    """Tell whether all those tests still pass in ``folder`` with the change made there."""
    doel = folder / mutant.pad
    old = doel.read_text(encoding="utf-8")
    doel.write_text(mutant.code, encoding="utf-8")
    try:
        for tests in parts:
            if (kind := os.fork()) == 0:
                resource.setrlimit(resource.RLIMIT_CPU, (TOO_MUCH, TOO_MUCH))
                files = list(dict.fromkeys(test.partition("::")[0] for test in tests))
                os._exit(_run(folder, ["-x", *files], _Only(tests)))
            if _wait(kind) not in (0, NO_TESTS_RUN):
                return False
    finally:
        doel.write_text(old, encoding="utf-8")
    return True


def _run(folder: Path, arguments: Sequence[str], plugin: object) -> int:
    """Run tests in the copy, in this process, which is only there for that; return the status."""
    os.setsid()
    os.chdir(folder)
    os.environ["PYTHONPATH"] = str(folder)
    sys.path[:] = [str(folder), *(one for one in sys.path if one not in ("", str(ROOT)))]
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    for naam in [one for one in sys.modules if one.partition(".")[0] in ("macros", "tests")]:
        del sys.modules[naam]
    try:
        return int(pytest.main([*PLAIN, *arguments], plugins=[plugin]))
    except BaseException:  # noqa: BLE001 - whatever it is, the change was noticed
        return 1


def _wait(kind: int) -> int:
    end = time.monotonic() + TOO_LONG
    while time.monotonic() < end:
        done, status = os.waitpid(kind, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.02)
    os.killpg(kind, signal.SIGKILL)
    os.waitpid(kind, 0)
    return -1


_FOLDER: list[Path] = []
"""The copy of the project that this process works in."""


def _begin(folders: SimpleQueue[Path]) -> None:
    _FOLDER[:] = [folders.get()]


def _trial(job: tuple[Mutant, Sequence[Sequence[str]]]) -> tuple[Mutant, bool, float]:
    mutant, parts = job
    begin = time.monotonic()
    alive = survives(mutant, _FOLDER[0], parts)
    return mutant, alive, time.monotonic() - begin


def _load_libraries() -> None:
    """Load what our code and tests import of others, so that not every try has to do that."""
    wanted = set()
    for file in (*MACROS.rglob("*.py"), *ROOT.glob("tests/**/*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                wanted |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                wanted.add(node.module)
    for naam in sorted(wanted):
        # A plug-in of pytest has to be loaded by pytest.
        if naam.partition(".")[0] not in ("macros", "tests", "hypothesis"):
            # Some are on some computers only.
            with contextlib.suppress(ImportError), warnings.catch_warnings(action="ignore"):
                importlib.import_module(naam)
    gc.freeze()


def explained(survivor: Mutant) -> bool:
    """Tell whether this one may stay: a line of the file, before its reason, fits it."""
    regels = SURVIVORS.read_text(encoding="utf-8").splitlines()
    patterns = (regel.partition("  # ")[0] for regel in regels if not regel.startswith("#"))
    return any(fnmatchcase(str(survivor), pattern) for pattern in patterns)


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
    # Not by the clock: a change takes less than the second that a file's date is precise to.
    hashes = PycInvalidationMode.CHECKED_HASH
    compileall.compile_dir(doel / "macros", quiet=2, invalidation_mode=hashes)
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
        (pad, nummer)
        for pad in sorted(MACROS.rglob("*.py"))
        if pad.relative_to(ROOT).as_posix().startswith(tuple(options.onder or ["macros"]))
        for nummer in range(len(_places(pad)[1]))
    ]
    sample = random.Random(options.zaad).sample(every, min(options.aantal, len(every)))  # noqa: S311 - a sample, no secret
    choice = [mutant(*place) for place in sample]
    # Whatever a program of the machine would do takes longer than a change may cost.
    for naam in [one for one in os.environ if one.startswith("KENNISBANK_")]:
        del os.environ[naam]
    _load_libraries()
    over = choice
    with tempfile.TemporaryDirectory() as temporary:
        folders: SimpleQueue[Path] = SimpleQueue()
        for nummer in range(options.naast):
            folder = Path(temporary) / str(nummer)
            _copy(folder)
            folders.put(folder)
        # Processes and no threads: a process with threads cannot fork safely.
        with Pool(options.naast, _begin, (folders,)) as pool:
            # What looks at everything notices most: only for the rest the others are looked up.
            for wide in (False, True):
                wanted = {file for one in over for file in files_for(one, wide=wide)}
                seen = record(pool, Path(temporary) / "0", wanted)
                jobs = [(one, tests_for(one, seen, wide=wide)) for one in over]
                over = []
                results = pool.imap_unordered(_trial, jobs)
                for nummer, (one, alive, seconds) in enumerate(results, start=1):
                    if alive:
                        over.append(one)
                    if alive and wide:
                        print(f"[{nummer}/{len(jobs)}] {seconds:.0f} s {one}", flush=True)  # noqa: T201
                    else:
                        print(f"{nummer}/{len(jobs)}, over: {len(over)}", end="\r", flush=True)  # noqa: T201
                print(f"{len(over)} van {len(jobs)} nog niet gezien", flush=True)  # noqa: T201
    unexplained = [one for one in over if not explained(one)]
    part = 1 - len(over) / len(choice)
    print(f"{len(choice)} van {len(every)} veranderingen geprobeerd (zaad {options.zaad}):")  # noqa: T201
    print(f"{part:.0%} gezien, {len(over)} over, waarvan {len(unexplained)} zonder uitleg.")  # noqa: T201
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
