"""The command ``kennisbank``: tells at once what it told before, and else imports what tells it."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.cli.telling import ERROR, GEBRUIK, GOOD, NOTHING, told
from macros.edge.unchanged import inputs, left
from macros.load.cache import FOLDER, Cache
from macros.load.garbage import collect_seldom

__all__ = ["ERROR", "GEBRUIK", "GOOD", "NOTHING", "main"]
CHECK = "controleren"
_KEY = b"uitkomst"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status. Only what is typed is answered from a note."""
    _make_readable_on_every_screen()
    given = sys.argv[1:] if arguments is None else arguments
    if arguments is None:
        collect_seldom()
        root = _root_of_check(given)
        # In a wrong folder nothing is left behind.
        if root is not None and (root / "data").is_dir():
            return told(*_once(root, given))
    # Only now: importing takes longer than seeing that nothing changed.
    from macros.cli.commands import run  # noqa: PLC0415

    return run(given)


def _root_of_check(given: Sequence[str]) -> Path | None:
    """Return which project is checked, if that is what is asked in the plainest way."""
    match given:
        case [naam, *_] if naam == CHECK:
            return Path.cwd()
        case ["--wortel", folder, naam, *_] if naam == CHECK:
            return Path(folder)
    return None


def _once(root: Path, given: Sequence[str]) -> tuple[int, str]:
    """Return what a check comes to; where nothing changed, what it came to the last time."""
    went_in = inputs(root)
    note = Cache(root / FOLDER / "gecontroleerd", json.dumps([went_in, *given]))
    known = note.get(_KEY)
    if known is not None:
        status, tekst = json.loads(known)
        return status, tekst
    cache = left(root)
    status, tekst = _look(root, given, cache)
    # Who saved something meanwhile, gets a check more.
    if inputs(root) == went_in:
        cache.save()
        note.put(_KEY, json.dumps([status, tekst]).encode())
        note.save()
    return status, tekst


def _look(root: Path, given: Sequence[str], cache: Cache) -> tuple[int, str]:
    """Check anew; importing only what that takes."""
    if given[-1] == CHECK and given.count(CHECK) == 1:
        from macros.cli.checking import check_again  # noqa: PLC0415 - as above

        return check_again(root, cache)
    from macros.cli.commands import outcome  # noqa: PLC0415 - as above

    return outcome(given, cache)


def _make_readable_on_every_screen() -> None:
    """Print a question mark for a character that the terminal has not, and no traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
