"""A change to the files, worked out and tried before anything is written.

Whatever stops it, a mistake, Ctrl-C or a full disk, the folder holds the old whole or the new one:
the change is tried on a copy, and only then each file is put in its place.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from macros.corpus.memory import Memory
from macros.load.error import Error
from macros.redactie.writing import Block, WritingError, bewerk
from macros.site.inspection import inspect

BUSY, READING = "Bezig met controleren …", "Bezig met lezen …"
"""What an editor reads while she waits."""
_PARTS = ("data", "docs", "mkdocs.yml")
"""What is looked at to know whether the whole holds."""


class CommandError(ValueError):
    """A command cannot do what was asked: what is wrong, and what to do instead."""

    def __init__(self, wat: str, remedy: str) -> None:
        super().__init__(f"{wat}\n    {remedy}")


class Work:
    """New texts of files below one root, by their path; None for a file that goes."""

    def __init__(self, root: Path, memory: Memory | None = None) -> None:
        self.root = root
        self.memory = memory
        """What was read before: a file with the same bytes is not read again."""
        self.teksten: dict[str, str | None] = {}
        self.done: list[str] = []
        """What was changed, in Dutch, for the editor."""
        self.lost: list[str] = []
        """What goes that she did not name, such as a reference; she hears it before her yes."""

    def parse(self, naam: str) -> str:
        """Return the text of a file as it will be."""
        tekst = self.teksten.get(naam)
        return (self.root / naam).read_text(encoding="utf-8") if tekst is None else tekst

    def put_link(self, naam: str, tekst: str) -> None:
        """Let a file hold this text."""
        if (self.root / naam).exists() and self.parse(naam) == tekst:
            return
        self.teksten[naam] = tekst

    def way(self, naam: str) -> None:
        """Let a file go."""
        self.teksten[naam] = None

    def bewerk(self, naam: str, change: Callable[[Block], None]) -> None:
        """Change the tree of a YAML file and leave the rest of its text as it was."""
        try:
            self.put_link(naam, bewerk(self.parse(naam), change))
        except WritingError as error:
            raise CommandError(f"{naam}: {error}", "wijzig dit bestand zelf") from error

    def changes(self) -> list[str]:
        """Return for each file what becomes of it, in Dutch; what goes first stands last."""
        rows = []
        for naam, tekst in sorted(self.teksten.items(), key=lambda one: (one[1] is None, one[0])):
            new = not (self.root / naam).exists()
            rows.append(f"  {'weg' if tekst is None else 'nieuw' if new else 'wijzigt'}  {naam}")
        return rows

    def errors(self, tell: Callable[[str], None] | None = None) -> list[Error]:
        """Return what would be wrong with the whole after this change, tried on a copy.

        ``tell`` hears with which part the check is busy.
        """
        with tempfile.TemporaryDirectory() as temporary:
            copy = Path(temporary)
            for part in _PARTS:
                bron = self.root / part
                if bron.is_dir():
                    shutil.copytree(bron, copy / part)
                elif bron.is_file():
                    shutil.copy(bron, copy / part)
            _leg_neer(self.teksten, copy)
            return inspect(copy, self.memory, tell)[1]

    def write(self) -> None:
        """Put every file in its place."""
        _leg_neer(self.teksten, self.root)


def _leg_neer(teksten: dict[str, str | None], root: Path) -> None:
    """Write the new texts first and remove files last; a file is never half written."""
    for naam, tekst in teksten.items():
        if tekst is not None:
            doel = root / naam
            doel.parent.mkdir(parents=True, exist_ok=True)
            half = doel.with_name(f".{doel.name}.half")
            half.write_text(tekst, encoding="utf-8", newline="\n")
            os.replace(half, doel)  # noqa: PTH105  the one that is atomic on every system
    for naam, tekst in teksten.items():
        if tekst is None:
            (root / naam).unlink(missing_ok=True)
