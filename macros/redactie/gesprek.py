"""Asking an editor, one question at a time; an answer that cannot be is asked again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


class GestoptError(Exception):
    """The editor stopped (Ctrl-C or Ctrl-D)."""


@dataclass(frozen=True, slots=True)
class Gesprek:
    """Where questions are put and answers come from."""

    parse: Callable[[str], str]
    zeg: Callable[[str], None]

    def vraag(self, tekst: str, proposal: str = "") -> str:
        """Return the answer; Enter takes the proposal."""
        behind = f" [{proposal}]" if proposal else ""
        try:
            antwoord = self.parse(f"{tekst}{behind}: ").strip()
        except (EOFError, KeyboardInterrupt):
            raise GestoptError from None
        return antwoord or proposal

    def ja(self, tekst: str, *, proposal: bool) -> bool:
        """Return whether the answer is yes."""
        while True:
            antwoord = self.vraag(f"{tekst} (ja/nee)", "ja" if proposal else "nee").casefold()
            if antwoord in ("j", "ja"):
                return True
            if antwoord in ("n", "nee"):
                return False
            self.zeg("  Antwoord met ja of nee.")

    def choose(self, tekst: str, choices: Sequence[tuple[str, str]]) -> str:
        """Return the key of one choice, by its number or by itself."""
        for nummer, (sleutel, uitleg) in enumerate(choices, start=1):
            self.zeg(f"  {nummer:>2}  {sleutel}{f' – {uitleg}' if uitleg else ''}")
        sleutels = [sleutel for sleutel, _ in choices]
        while True:
            antwoord = self.vraag(tekst)
            if antwoord in sleutels:
                return antwoord
            if antwoord.isdecimal() and 1 <= int(antwoord) <= len(choices):
                return sleutels[int(antwoord) - 1]
            self.zeg(f"  Typ een nummer van 1 tot en met {len(choices)}, of het woord zelf.")
