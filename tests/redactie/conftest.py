from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from difflib import unified_diff
from pathlib import Path

import pytest

from macros.cli import GOOD, main
from macros.corpus.memory import Memory
from macros.redactie.jobs import Work
from tests.factory import PEILDATUM, make_begrip, make_complete_corpus, write
from tests.kept import Said
from tests.test_cli import write_docs

Output = pytest.CaptureFixture[str]
TODAY = date.fromisoformat(PEILDATUM)
"""The day it is where a command does not say so."""
Action = Callable[..., str]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    write(make_complete_corpus(make_begrip("zaak", zie=["begrip:maatwerk"])), tmp_path)
    write_docs(tmp_path, '{{ begrip("maatwerk") }} {{ link("begrip:maatwerk") }}')
    vragen = tmp_path / "tests/zoekvragen"
    vragen.mkdir(parents=True)
    antwoorden = [{"id": "begrip:maatwerk", "waarde": 3}]
    vraag = {"id": "eigen-1", "soort": "exact", "vraag": "maatwerk", "antwoorden": antwoorden}
    (vragen / "eigen.jsonl").write_text(json.dumps(vraag) + "\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def jobs(root: Path, memory: Memory) -> Work:
    """Return a change of the real data: what did not change is not read again to try it."""
    return Work(root, memory)


def _texts(folder: Path) -> Mapping[str, str]:
    files = (pad for pad in sorted(folder.rglob("*")) if pad.suffix in (".md", ".yml"))
    return {
        pad.relative_to(folder).as_posix(): pad.read_bytes().decode(errors="replace")
        for pad in files
    }


def _changes(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """Yield what a command changed on disk."""
    for pad in sorted({*before, *after}):
        old, new = (one.get(pad, "").splitlines() for one in (before, after))
        yield from unified_diff(old, new, pad, pad, n=0, lineterm="")


@pytest.fixture
def act(copy: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> Action:
    """Return how to run a command on the copy, with the answers that are typed."""

    def executed(*woorden: str, antwoorden: str = "", status: int = GOOD) -> str:
        regels: Iterator[str] = iter(antwoorden.splitlines())

        def parse(_: str) -> str:
            try:
                return next(regels)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr("builtins.input", parse)
        monkeypatch.setattr("macros.cli.commands.clock", lambda: TODAY)
        before = _texts(copy)
        uitkomst = main(["--wortel", str(copy), *woorden])
        Said.note(_changes(before, _texts(copy)))
        said = capsys.readouterr()
        assert uitkomst == status, said.out + said.err
        return said.out + said.err

    return executed
