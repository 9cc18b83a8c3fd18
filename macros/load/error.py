"""What is wrong with the data, where, and what to write instead: the one shape of every message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

Pad = tuple[str | int, ...]
MAX_WOORD = 80


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file; both counted from 1."""

    regel: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Error:
    """One mistake. ``file`` is the path from the project root, ``veld`` as an editor sees it."""

    file: str
    regel: int
    column: int
    veld: str
    wat: str
    remedy: str = ""

    def __str__(self) -> str:
        """Return the message in two lines: place and fault, then the remedy."""
        plaats = f"{self.file}:{self.regel}:{self.column}"
        kop = f"{plaats}  {self.veld} — {self.wat}" if self.veld else f"{plaats}  {self.wat}"
        return f"{kop}\n    {self.remedy}" if self.remedy else kop


def veldnaam(pad: Pad) -> str:
    """Return a path as an editor reads it: ``("wetten", 1, "wet")`` → ``wetten[2].wet``."""
    tekst = ""
    for part in pad:
        if isinstance(part, int):
            tekst += f"[{part + 1}]"
        else:
            tekst += f".{part}" if tekst else part
    return tekst


def nearest(typed: str, known: Iterable[str]) -> str:
    """Return the known word that this is most like, or an empty text."""
    # Nobody mistypes a word this long; looking for what it is like would take minutes.
    if len(typed) > MAX_WOORD:
        return ""
    return next(iter(get_close_matches(typed, list(known), n=1, cutoff=0.6)), "")


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """Return "bedoelde u …?" for the nearest known word, or an empty text."""
    word = nearest(typed, known)
    return f"bedoelde u „{word}”?" if word else ""


def counted(aantal: int, one: str, more: str) -> str:
    """Return a number with the word that fits it: ``1 plek``, ``2 plekken``."""
    return f"{aantal} {one if aantal == 1 else more}"


def report(errors: Sequence[Error]) -> str:
    """Return all messages, sorted by file and line, with a count underneath."""
    regels = [str(error) for error in sorted(set(errors))]
    regels.append(f"{counted(len(regels), 'fout', 'fouten')} gevonden.")
    return "\n".join(regels)
