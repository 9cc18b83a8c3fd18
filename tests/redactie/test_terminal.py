"""A line at a real terminal: arrows bring back what was typed, and a refused sentence waits."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from macros.redactie.gesprek import Gesprek
from macros.redactie.terminal import Terminal, _readline

PROGRAM = """
from macros.redactie.terminal import Terminal
one = Terminal()
one.ask("eerste: ")
print("=" + one.ask("tweede: ") + "=")
one.refused("Nog niet af")
print("=" + one.ask("derde: ") + "=")
"""


def test_a_line_is_edited_where_the_computer_can(monkeypatch: pytest.MonkeyPatch) -> None:
    readline = pytest.importorskip("readline")
    assert _readline() is readline
    monkeypatch.setitem(sys.modules, "readline", None)
    assert _readline() is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")
def test_an_arrow_brings_back_the_line_before_and_what_was_refused_stands_there(
    root: Path,
) -> None:
    pty = pytest.importorskip("pty")
    pytest.importorskip("readline")
    child, screen = pty.fork()
    if child == 0:
        os.chdir(root)
        os.environ["TERM"] = "xterm"
        os.execv(sys.executable, [sys.executable, "-c", PROGRAM])  # noqa: S606  no shell
    seen = ""
    for wait, typed in (
        ("eerste: ", "Een zin.\n"),
        ("tweede: ", "\x1b[A\n"),
        ("Nog niet af", ", nu wel.\n"),
        ("=Nog niet af, nu wel.=", ""),
    ):
        while wait not in seen:
            seen += os.read(screen, 1000).decode()
        os.write(screen, typed.encode())
    os.waitpid(child, 0)
    os.close(screen)
    assert "=Een zin.=" in seen
    assert "^[[A" not in seen


def test_only_a_sentence_waits_to_be_mended() -> None:
    heard: list[str] = []
    answers = iter(["drie", "dat is zo", "Ja."])
    gesprek = Gesprek(lambda _: next(answers), print, refused=heard.append)
    assert gesprek.vraag("Wat", fits=lambda one: one == "Ja.") == "Ja."
    assert heard == ["drie", "dat is zo"]


def test_without_line_editing_the_question_is_asked_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("macros.redactie.terminal._readline", lambda: None)
    monkeypatch.setattr("builtins.input", lambda vraag: f"{vraag}ja")
    one = Terminal()
    one.refused("Nog niet af")
    assert one.ask("Klopt het? ") == "Klopt het? ja"
