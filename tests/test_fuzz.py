"""Break the files of ``data/`` and ``docs/`` as text, at random: never a traceback, always a place.

``make fuzz`` breaks many more than the sample of ``make test``; the seed is fixed, so a mutant that
is found once is found again.
"""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from pydantic import BaseModel

from macros.corpus.corpus import Corpus
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
MIN_HIT = 0.9
"""Of the mutants that are refused: so many on the line that was broken or the one beside it."""
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


def _cut(rng: random.Random, tekst: str) -> tuple[str, int]:
    place = rng.randrange(1, len(tekst))
    return tekst[:place], tekst.count("\n", 0, place) + 1


def _drop_line(rng: random.Random, tekst: str) -> tuple[str, int]:
    regels = tekst.splitlines(keepends=True)
    nummer = rng.randrange(len(regels))
    return "".join(regels[:nummer] + regels[nummer + 1 :]), nummer + 1


def _repeat_line(rng: random.Random, tekst: str) -> tuple[str, int]:
    regels = tekst.splitlines(keepends=True)
    nummer = rng.randrange(len(regels))
    return "".join(regels[: nummer + 1] + regels[nummer:]), nummer + 1


def _insert_character(characters: str) -> Callable[[random.Random, str], tuple[str, int]]:
    def act(rng: random.Random, tekst: str) -> tuple[str, int]:
        place = rng.randrange(len(tekst))
        return tekst[:place] + rng.choice(characters) + tekst[place:], tekst.count(
            "\n", 0, place
        ) + 1

    return act


def _waarde(rng: random.Random, tekst: str) -> tuple[str, int]:
    regels = tekst.splitlines(keepends=True)
    nummer = rng.randrange(len(regels))
    naam, point, _ = regels[nummer].partition(": ")
    regels[nummer] = f"{naam}{point or ': '}{rng.choice(WAARDEN)}\n"
    return "".join(regels), nummer + 1


BREAKERS: Mapping[str, Callable[[random.Random, str], tuple[str, int]]] = {
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


def _files(root: Path, corpus: Corpus) -> list[tuple[Path, Callable[[str, str], list[Error]]]]:
    readers: list[tuple[Path, Callable[[str, str], list[Error]]]] = []
    for folder, model in {**PER_FOLDER, "vocabulaires": Vocabulaire}.items():
        readers += [(pad, _reader(model)) for pad in sorted((root / "data" / folder).glob("*.yml"))]
    readers += [
        (root / "data" / f"{naam}.yml", _reader(type(table)))
        for naam, table in corpus.tables.items()
    ]
    docs = [(pad, _read_docs) for pad in sorted((root / "docs").rglob("*.md"))]
    return [*readers, *docs * (len(readers) // (9 * len(docs)) + 1)]


@pytest.mark.parametrize("breaker", BREAKERS)
def test_whatever_breaks_there_is_a_message_at_a_place(
    root: Path, corpus: Corpus, breaker: str, request: pytest.FixtureRequest
) -> None:
    rng = random.Random(f"{SEED} {breaker}")  # noqa: S311  a fixed seed, no secret
    files = _files(root, corpus)
    tally: Counter[str] = Counter()
    slow = []
    for _ in range(COUNT // len(BREAKERS)):
        pad, parse = rng.choice(files)
        whole = pad.read_text(encoding="utf-8")
        tekst, plaats = BREAKERS[breaker](rng, whole)
        begin = time.process_time()
        errors = parse(tekst, pad.name)
        if time.process_time() - begin > 2:
            slow.append(pad.name)
        highest = tekst.count("\n") + 1
        for error in errors:
            assert 1 <= error.regel <= highest, (pad, error)
            assert error.wat, (pad, error)
            assert error.remedy, (pad, error)
        if not errors:
            tally["aanvaard"] += 1
        elif any(error.regel == plaats for error in errors):
            tally["op de regel"] += 1
        elif any(abs(error.regel - plaats) <= 1 for error in errors):
            tally["op de regel ernaast"] += 1
        elif any(abs(error.regel - plaats) <= CLOSE_BY for error in errors):
            tally["vlakbij"] += 1
        else:
            tally["elders"] += 1
        if breaker == "vreemd teken" and pad.suffix == ".yml":
            assert plaats in {error.regel for error in errors}, (pad, errors)
    cijfers = ", ".join(f"{naam} {aantal}" for naam, aantal in sorted(tally.items()))
    request.config.stash[REPORT].append(f"fuzz, {breaker}: {cijfers}")
    assert slow == []
    reported = sum(tally.values()) - tally["aanvaard"]
    # A doubled line, a line that is gone and most YAML show on the line beside it.
    importing = tally["op de regel"] + tally["op de regel ernaast"]
    assert tally["elders"] <= reported * 0.01
    assert importing >= reported * MIN_HIT
