from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from macros.cli import GOOD, main
from tests.factory import PEILDATUM, make_begrip, make_complete_corpus, write
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
        uitkomst = main(["--wortel", str(copy), *woorden])
        said = capsys.readouterr()
        assert uitkomst == status, said.out + said.err
        return said.out + said.err

    return executed
