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

from macros.load.fout import Fout
from macros.redactie.schrift import Blok, SchriftFout, bewerk
from macros.site.keuring import keur

_DELEN = ("data", "docs", "mkdocs.yml")
"""What is looked at to know whether the whole holds."""


class OpdrachtFout(ValueError):
    """A command cannot do what was asked: what is wrong, and what to do instead."""

    def __init__(self, wat: str, herstel: str) -> None:
        super().__init__(f"{wat}\n    {herstel}")


class Werk:
    """New texts of files below one root, by their path; None for a file that goes."""

    def __init__(self, wortel: Path) -> None:
        self.wortel = wortel
        self.teksten: dict[str, str | None] = {}
        self.gedaan: list[str] = []
        """What was changed, in Dutch, for the editor."""

    def lees(self, naam: str) -> str:
        """Return the text of a file as it will be."""
        tekst = self.teksten.get(naam)
        return (self.wortel / naam).read_text(encoding="utf-8") if tekst is None else tekst

    def zet(self, naam: str, tekst: str) -> None:
        """Let a file hold this text."""
        if (self.wortel / naam).exists() and self.lees(naam) == tekst:
            return
        self.teksten[naam] = tekst

    def weg(self, naam: str) -> None:
        """Let a file go."""
        self.teksten[naam] = None

    def bewerk(self, naam: str, verander: Callable[[Blok], None]) -> None:
        """Change the tree of a YAML file and leave the rest of its text as it was."""
        try:
            self.zet(naam, bewerk(self.lees(naam), verander))
        except SchriftFout as fout:
            raise OpdrachtFout(f"{naam}: {fout}", "wijzig dit bestand zelf") from fout

    def fouten(self) -> list[Fout]:
        """Return what would be wrong with the whole after this change, tried on a copy."""
        with tempfile.TemporaryDirectory() as tijdelijk:
            kopie = Path(tijdelijk)
            for deel in _DELEN:
                bron = self.wortel / deel
                if bron.is_dir():
                    shutil.copytree(bron, kopie / deel)
                elif bron.is_file():
                    shutil.copy(bron, kopie / deel)
            _leg_neer(self.teksten, kopie)
            return keur(kopie)[1]

    def schrijf(self) -> None:
        """Put every file in its place."""
        _leg_neer(self.teksten, self.wortel)


def _leg_neer(teksten: dict[str, str | None], wortel: Path) -> None:
    """Write the new texts first and remove files last; a file is never half written."""
    for naam, tekst in teksten.items():
        if tekst is not None:
            doel = wortel / naam
            doel.parent.mkdir(parents=True, exist_ok=True)
            half = doel.with_name(f".{doel.name}.half")
            half.write_text(tekst, encoding="utf-8", newline="\n")
            os.replace(half, doel)  # noqa: PTH105  the one that is atomic on every system
    for naam, tekst in teksten.items():
        if tekst is None:
            (wortel / naam).unlink(missing_ok=True)
