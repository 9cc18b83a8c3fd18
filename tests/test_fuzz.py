"""Break the files of ``data/`` and ``docs/`` as text, at random: never a traceback, always a place.

``make fuzz`` breaks many more than the sample of ``make test``; the seed is fixed, so a mutant that
is found once is found again.
"""

from __future__ import annotations

import os
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from pydantic import BaseModel

from macros.corpus.corpus import TABLES
from macros.load.error import Error
from macros.load.kop import read_markdown
from macros.load.tree import read_yaml
from macros.model.soorten import PER_FOLDER
from macros.model.told import Kop
from macros.model.validate import CLOSE_BY, validate_model
from macros.model.vocabulaire import Vocabulaire
from macros.pages.macro_call import macro_calls
from tests.conftest import REPORT

SEED = 20261127
MIN_HIT, MIN_HIT_OF_ALL = 0.97, 0.99
"""Of the mutants that are refused: so many on the very line, for each way to break and for all."""
COUNT = int(os.environ.get("KENNISBANK_FUZZ", "1500"))
FOREIGN_CHARACTERS = "\u00a0\u00ad\u200b\u2060\u2028\u3164\ufffd\x07\t"
WAARDEN = (
    "null",
    "[]",
    "{}",
    "2.10",
    "yes",
    "''",
    "١٢٣",
    "2021-00",
    "x" * 9000,
    "&a b",
    "- -",
    "…",
)


Broken = tuple[str, Collection[int]]
"""The text of a mutant, and the lines in it that were broken."""


def _lines(first: int, hoeveel: int = 1) -> range:
    return range(first, first + hoeveel)


def _cut(rng: random.Random, tekst: str) -> Broken:
    """Cut a text off: its last line shows it, or where a front matter began that is not closed."""
    over = tekst[: rng.randrange(1, len(tekst))]
    last = over.rstrip().count("\n") + 1
    in_kop = over.startswith("---\n") and "\n---\n" not in over
    return over, {1, last} if in_kop else {last}


def _drop_line(rng: random.Random, tekst: str) -> Broken:
    """Take a line away: the lines that it stood between show the gap."""
    regels = tekst.splitlines(keepends=True)
    nummer = rng.randrange(len(regels))
    return "".join(regels[:nummer] + regels[nummer + 1 :]), _lines(nummer, 2)


def _repeat_line(rng: random.Random, tekst: str) -> Broken:
    regels = tekst.splitlines(keepends=True)
    nummer = rng.randrange(len(regels))
    return "".join(regels[: nummer + 1] + regels[nummer:]), _lines(nummer + 1, 2)


def _insert_character(characters: str) -> Callable[[random.Random, str], Broken]:
    def act(rng: random.Random, tekst: str) -> Broken:
        place = rng.randrange(len(tekst))
        character = rng.choice(characters)
        # A line that is broken in two is two lines.
        lines = _lines(tekst.count("\n", 0, place) + 1, 1 + (character == "\n"))
        return tekst[:place] + character + tekst[place:], lines

    return act


def _waarde(rng: random.Random, tekst: str) -> Broken:
    regels = tekst.splitlines(keepends=True)
    nummer = rng.randrange(len(regels))
    naam, point, _ = regels[nummer].partition(": ")
    regels[nummer] = f"{naam}{point or ': '}{rng.choice(WAARDEN)}\n"
    # Where no field stood, the value comes on a line of its own.
    return "".join(regels), _lines(nummer + 1 if point else nummer + 2)


BREAKERS: Mapping[str, Callable[[random.Random, str], Broken]] = {
    "afgekapt": _cut,
    "regel weg": _drop_line,
    "regel dubbel": _repeat_line,
    "vreemd teken": _insert_character(FOREIGN_CHARACTERS),
    "aanhalingsteken": _insert_character("\"'"),
    "leesteken": _insert_character(":#[]{},-&*!|>%@`\\"),
    "inspringing": _insert_character(" \n"),
    "waarde": _waarde,
}


def _read_docs(tekst: str, naam: str) -> list[Error]:
    markdown, errors = read_markdown(tekst, naam)
    if markdown is None:
        return errors
    _, messages = validate_model(markdown.kop, Kop)
    return [
        *errors,
        *messages,
        *macro_calls(markdown.tekst, naam, markdown.first_regel)[1],
    ]


def _reader(model: type[BaseModel]) -> Callable[[str, str], list[Error]]:
    def parse(tekst: str, naam: str) -> list[Error]:
        file, errors = read_yaml(tekst, naam)
        return errors if file is None else [*errors, *validate_model(file, model)[1]]

    return parse


def _files(root: Path) -> list[tuple[Path, Callable[[str, str], list[Error]]]]:
    readers: list[tuple[Path, Callable[[str, str], list[Error]]]] = []
    for folder, model in {**PER_FOLDER, "vocabulaires": Vocabulaire}.items():
        readers += [(pad, _reader(model)) for pad in sorted((root / "data" / folder).glob("*.yml"))]
    readers += [(root / "data" / table.file_name, _reader(table.model)) for table in TABLES]
    docs = [(pad, _read_docs) for pad in sorted((root / "docs").rglob("*.md"))]
    return [*readers, *docs * (len(readers) // (9 * len(docs)) + 1)]


MEMORY = 500_000_000
"""Bytes that reading files may take on top of what the tests themselves hold."""


@pytest.fixture(autouse=True)
def memory() -> Iterator[None]:
    """Let nothing in this file take more; the system refuses it, and Python raises."""
    held = Path("/proc/self/statm")
    if not held.exists():  # only Linux tells how much there is now
        yield
        return
    pages = int(held.read_text(encoding="utf-8").split()[0])
    bounds = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + MEMORY, bounds[1]))
    yield
    resource.setrlimit(resource.RLIMIT_AS, bounds)


@pytest.mark.skipif(sys.platform != "linux", reason="alleen Linux houdt de grens")
def test_too_much_memory_is_refused() -> None:
    with pytest.raises(MemoryError):
        bytearray(2 * MEMORY)
    assert len(bytearray(MEMORY // 2)) == MEMORY // 2


def test_a_megabyte_takes_not_too_much(root: Path) -> None:
    for pad, parse in _files(root)[:: len(_files(root)) // 20]:
        tekst = pad.read_text(encoding="utf-8")
        parse(tekst * (1_000_000 // len(tekst) + 1), pad.name)


ON, BESIDE, NEARBY, ELSEWHERE = "op de regel", "op de regel ernaast", "vlakbij", "elders"
ACCEPTED = "aanvaard"


def _where(errors: list[Error], broken: Collection[int]) -> str:
    """Return how far the nearest message is from what was broken."""
    far = min((min(abs(error.regel - regel) for regel in broken) for error in errors), default=None)
    if far is None:
        return ACCEPTED
    return ON if far == 0 else BESIDE if far == 1 else NEARBY if far <= CLOSE_BY else ELSEWHERE


@cache
def _tally(root: Path, breaker: str) -> Counter[str]:
    """Break so many files; return how often the message stood where."""
    rng = random.Random(f"{SEED} {breaker}")  # noqa: S311  a fixed seed, no secret
    files = _files(root)
    tally: Counter[str] = Counter()
    for _ in range(COUNT // len(BREAKERS)):
        pad, parse = rng.choice(files)
        whole = pad.read_text(encoding="utf-8")
        tekst, broken = BREAKERS[breaker](rng, whole)
        begin = time.process_time()
        errors = parse(tekst, pad.name)
        assert time.process_time() - begin < 2, pad
        highest = tekst.count("\n") + 1
        for error in errors:
            assert 1 <= error.regel <= highest, (pad, error)
            assert error.wat, (pad, error)
            assert error.remedy, (pad, error)
        tally[_where(errors, broken)] += 1
        if breaker == "vreemd teken" and pad.suffix == ".yml":
            assert _where(errors, broken) == ON, (pad, errors)
    return tally


def _share(tally: Counter[str]) -> float:
    """Return of the mutants that were refused which part was told on the very line."""
    return tally[ON] / (tally.total() - tally[ACCEPTED])


def _report(request: pytest.FixtureRequest, naam: str, tally: Counter[str]) -> None:
    cijfers = ", ".join(f"{where} {aantal}" for where, aantal in sorted(tally.items()))
    share = f"{_share(tally):.1%}".replace(".", ",")
    request.config.stash[REPORT].append(f"fuzz, {naam}: {share} op de regel ({cijfers})")


@pytest.mark.parametrize("breaker", BREAKERS)
def test_whatever_breaks_there_is_a_message_at_a_place(
    root: Path, breaker: str, request: pytest.FixtureRequest
) -> None:
    tally = _tally(root, breaker)
    _report(request, breaker, tally)
    assert tally[ELSEWHERE] <= (tally.total() - tally[ACCEPTED]) * 0.01
    assert _share(tally) >= MIN_HIT


def test_nearly_all_is_told_on_the_very_line(root: Path, request: pytest.FixtureRequest) -> None:
    total = sum((_tally(root, breaker) for breaker in BREAKERS), Counter[str]())
    _report(request, "alles", total)
    assert _share(total) >= MIN_HIT_OF_ALL
