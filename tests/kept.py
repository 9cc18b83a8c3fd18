"""Texts that tests keep word for word in ``tests/bewaard/``; ``make bewaar`` writes them anew.

Two kinds: all that the house makes of the example (``tests/whole/``), and what it says while the
other tests run (``Said``). Read with ``git diff`` whether all that changed was meant to change.
"""

from __future__ import annotations

import inspect
import io
import json
import os
import re
import shutil
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import unified_diff
from functools import cache
from itertools import islice
from pathlib import Path

import pytest

from macros.blad.page_macro_error import PageMacroError
from macros.load.error import Error

FOLDER = Path(__file__).with_name("bewaard")
ANEW = "KENNISBANK_BEWAAR"
COMMAND = "make bewaar"
_FOLD = re.compile(r"(?<=[>,\[{}])(\n*)(?=<(?!/)|[\"{\[])")
"""Where a long line may break: between elements of HTML and values of JSON."""
_MANY, _MUCH = 8, 60
"""How many files and lines a failing test shows."""


def same(naam: str, made: Mapping[str, str]) -> None:
    """Compare texts by name with those that are kept below ``naam``: the same, no more, no less."""
    folder = FOLDER / naam
    if os.environ.get(ANEW):
        shutil.rmtree(folder, ignore_errors=True)
        for pad, tekst in made.items():
            _file(folder, pad).parent.mkdir(parents=True, exist_ok=True)
            _file(folder, pad).write_bytes(tekst.encode())
        return
    kept: dict[str, str] = {
        pad.relative_to(folder).as_posix().removesuffix(".txt"): pad.read_bytes().decode()
        for pad in folder.rglob("*.txt")
    }
    other = [pad for pad in sorted({*kept, *made}) if kept.get(pad) != made.get(pad)]
    assert not other, "\n".join(_told(folder, other, kept, made))


def _file(folder: Path, pad: str) -> Path:
    return folder / f"{pad}.txt"


def _told(
    folder: Path, other: list[str], kept: Mapping[str, str], made: Mapping[str, str]
) -> Iterator[str]:
    yield f"{len(other)} van {len(made)} anders dan in {folder}, zoals:"
    for pad in other[:_MANY]:
        before, after = (texts.get(pad, "").splitlines() for texts in (kept, made))
        yield from islice(unified_diff(before, after, pad, pad, n=1, lineterm=""), _MUCH)
    yield f"Hoort dat zo? Schrijf ze opnieuw met {COMMAND}, en lees met git diff wat er verandert."


def readable(inhoud: bytes) -> str:
    """Return a file as text in which a difference reads well; another file gives another text."""
    if inhoud[:2] == b"PK":
        return "".join(_members(inhoud))
    try:
        tekst = inhoud.decode()
    except UnicodeDecodeError:
        return f"{inhoud.hex(' ', 32)}\n"
    # One break more than there was: what has none gets one, and can be told from what had one.
    return _FOLD.sub(r"\1\n", tekst.replace("\r", "␍")) + "\n"


def _members(inhoud: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archive:
        for one in archive.infolist():
            yield f"=== {one.filename} {one.date_time} {one.compress_type}\n"
            yield readable(archive.read(one))


# --- what is said while a test runs ---------------------------------------------------------------

SAID = "gezegd"
_ABOUT_REAL_DATA = frozenset({"corpus", "root"})
"""Fixtures that lead to ``data/``: an editor's addition may change what is said of these."""
_MANY_MESSAGES = 50
"""Where a test makes more of them, they are alike."""
_TEMPORARY = re.compile(r"/\S*?/pytest-of-[^/\s]+/pytest-\d+(?:/popen-gw\d+)?/[^/\s:”]+")


class Said:
    """Hears which messages are made, and what a test reads of the screen."""

    note: Callable[[Iterable[str]], None] = staticmethod(lambda _: None)
    """Adds lines that a helper of the tests wants to be kept of the test that runs."""

    def __init__(self) -> None:
        self.messages: set[str] = set()
        self.screen: list[str] = []

    def listen(self, patch: pytest.MonkeyPatch) -> None:
        """Hear it until ``patch`` ends."""
        patch.setattr(Said, "note", self.screen.extend)
        for soort in (Error, PageMacroError):
            self._hear(patch, soort)
        read = pytest.CaptureFixture.readouterr

        def readouterr(capture: pytest.CaptureFixture[str]) -> object:
            out = read(capture)
            self.screen += [*out.out.splitlines(), *out.err.splitlines()]
            return out

        patch.setattr(pytest.CaptureFixture, "readouterr", readouterr)

    @staticmethod
    def read_rest(item: pytest.Item) -> None:
        """Read what the test left on the screen."""
        capture = getattr(item, "funcargs", {}).get("capsys")
        if capture is not None:
            capture.readouterr()

    def _hear(self, patch: pytest.MonkeyPatch, soort: type[Error | PageMacroError]) -> None:
        make = soort.__init__

        def init(self_: object, *arguments: object, **options: object) -> None:
            make(self_, *arguments, **options)  # type: ignore[arg-type]  # as they came
            told = [f"{one}" for one in (*arguments, *options.values())]
            self.messages.add(" | ".join(told))

        patch.setattr(soort, "__init__", init)

    def lines(self) -> list[str]:
        """Return it, without what differs from one run to another."""
        lines = (*sorted(self.messages)[:_MANY_MESSAGES], *self.screen)
        return [_TEMPORARY.sub("MAP", one) for one in lines]


def is_kept(item: pytest.Item) -> bool:
    """Tell whether what is said during a test is kept: not where it is about what is real."""
    function = getattr(item, "obj", None)
    named = {*getattr(item, "fixturenames", ())}
    return not (
        _ABOUT_REAL_DATA & named
        or hasattr(function, "is_hypothesis_test")
        or item.path.parent.name == "whole"
        or item.get_closest_marker("browser")
        or item.get_closest_marker("bouwt")
        or "ROOT" in inspect.getsource(inspect.getmodule(function) or inspect)
    )


def as_said(item: pytest.Item, lines: Sequence[str]) -> None:
    """Compare what was said during a test with what was kept."""
    file, _, naam = item.nodeid.removeprefix("tests/").partition("::")
    doel = FOLDER / SAID / f"{file.removesuffix('.py')}.json"
    kept = _read(doel)
    if os.environ.get(ANEW):
        if lines:
            kept[naam] = [*lines]
            doel.parent.mkdir(parents=True, exist_ok=True)
            tekst = json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True)
            doel.write_text(f"{tekst}\n", encoding="utf-8")
        return
    before = kept.get(naam, [])
    other = "\n".join(unified_diff(before, lines, "bewaard", "nu", n=1, lineterm=""))
    assert not other, f"{doel}: anders\n{other}\nHoort dat zo? Schrijf opnieuw met {COMMAND}."


@cache
def _read(doel: Path) -> dict[str, list[str]]:
    if not doel.exists():
        return {}
    kept: dict[str, list[str]] = json.loads(doel.read_text(encoding="utf-8"))
    return kept
