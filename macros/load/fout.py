"""What is wrong with the data, where, and what to write instead: the one shape of every message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

Pad = tuple[str | int, ...]
MAX_WOORD = 80


@dataclass(frozen=True, slots=True, order=True)
class Positie:
    """A place in a file; both counted from 1."""

    regel: int = 1
    kolom: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Fout:
    """One mistake. ``bestand`` is the path from the project root, ``veld`` as an editor sees it."""

    bestand: str
    regel: int
    kolom: int
    veld: str
    wat: str
    herstel: str = ""

    def __str__(self) -> str:
        """Return the message in two lines: place and fault, then the remedy."""
        plaats = f"{self.bestand}:{self.regel}:{self.kolom}"
        kop = f"{plaats}  {self.veld} — {self.wat}" if self.veld else f"{plaats}  {self.wat}"
        return f"{kop}\n    {self.herstel}" if self.herstel else kop


def veldnaam(pad: Pad) -> str:
    """Return a path as an editor reads it: ``("wetten", 1, "wet")`` → ``wetten[2].wet``."""
    tekst = ""
    for deel in pad:
        if isinstance(deel, int):
            tekst += f"[{deel + 1}]"
        else:
            tekst += f".{deel}" if tekst else deel
    return tekst


def bedoelde_u(getypt: str, bekend: Iterable[str]) -> str:
    """Return "bedoelde u …?" for the nearest known word, or an empty text."""
    # Nobody mistypes a word this long; looking for what it is like would take minutes.
    if len(getypt) > MAX_WOORD:
        return ""
    dichtbij = get_close_matches(getypt, list(bekend), n=1, cutoff=0.6)
    return f"bedoelde u „{dichtbij[0]}”?" if dichtbij else ""


def verslag(fouten: Sequence[Fout]) -> str:
    """Return all messages, sorted by file and line, with a count underneath."""
    regels = [str(fout) for fout in sorted(set(fouten))]
    aantal = len(regels)
    regels.append(f"{aantal} {'fout' if aantal == 1 else 'fouten'} gevonden.")
    return "\n".join(regels)
