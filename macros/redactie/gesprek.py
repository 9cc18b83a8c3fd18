"""Asking an editor, one question at a time; an answer that cannot be is asked again."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from macros.load.error import did_you_mean

BACK = "terug"
BEGIN = (
    "Typ bij een vraag „terug” om één vraag terug te gaan. Enter neemt wat tussen haken staat. "
    "Met Ctrl+C stopt u; dan is er niets veranderd."
)
MANY = 30
"""So many choices are still named in a message; more were just shown in the menu."""


class GestoptError(Exception):
    """The editor stopped (Ctrl-C or Ctrl-D)."""


class BackError(Exception):
    """The editor wants the question before this one again."""


def _always(antwoord: str) -> bool:
    del antwoord
    return True


@dataclass(slots=True)
class Gesprek:
    """Where questions are put and answers come from.

    ``again`` holds answers of before: they are given in silence, so that who goes one question
    back stands there with all that was answered up to it.
    """

    parse: Callable[[str], str]
    tell: Callable[[str], None]
    again: list[str] = field(default_factory=list)
    given: list[str] = field(default_factory=list)
    begun: bool = False

    def zeg(self, tekst: str) -> None:
        """Say something to the editor; what was said before is not said again."""
        if not self.again:
            self._begin()
            self.tell(tekst)

    def _begin(self) -> None:
        if not self.begun and not self.given:
            self.tell(BEGIN)
        self.begun = True

    def vraag(self, tekst: str, proposal: str = "", fits: Callable[[str], bool] = _always) -> str:
        """Return the answer that fits; Enter takes the proposal."""
        if self.again:
            self.given.append(self.again.pop(0))
            return self.given[-1]
        behind = f" [{proposal}]" if proposal else ""
        self._begin()
        while True:
            try:
                typed = self.parse(f"{tekst}{behind}: ").strip()
            except (EOFError, KeyboardInterrupt):
                raise GestoptError from None
            if typed.casefold() == BACK:
                if self.given:
                    raise BackError
                self.tell("  Dit is de eerste vraag.")
            elif fits(typed or proposal):
                self.given.append(typed or proposal)
                return self.given[-1]

    def ja(self, tekst: str, *, proposal: bool) -> bool:
        """Return whether the answer is yes."""

        def fits(antwoord: str) -> bool:
            if antwoord.casefold() in ("j", "ja", "n", "nee"):
                return True
            self.zeg("  Antwoord met ja of nee.")
            return False

        antwoord = self.vraag(f"{tekst} (ja/nee)", "ja" if proposal else "nee", fits)
        return antwoord.casefold() in ("j", "ja")

    def choose(
        self,
        tekst: str,
        choices: Sequence[tuple[str, str]],
        proposal: str = "",
        *,
        may_stop: bool = False,
    ) -> str:
        """Return the key of one choice, by its number or by itself; empty if nothing may be."""
        return next(iter(self._choose(tekst, choices, proposal, 0 if may_stop else 1, 1)), "")

    def choose_some(
        self, tekst: str, choices: Sequence[tuple[str, str]], at_least: int = 1
    ) -> list[str]:
        """Return the keys of one or more choices, typed with commas between them."""
        return self._choose(f"{tekst} (meer dan één: 1,3)", choices, "", at_least, len(choices))

    def choose_each(
        self, uitleg: Mapping[str, str], groups: Mapping[str, Sequence[tuple[str, str]]]
    ) -> dict[str, str]:
        """Return one key of each group, typed in one answer; no key stands in two groups."""
        every: list[str] = []
        for naam, choices in groups.items():
            self.zeg(f"\n{naam}: {uitleg[naam]}")
            self._menu(choices, len(every) + 1)
            every += [sleutel for sleutel, _ in choices]

        def chosen(antwoord: str) -> dict[str, list[str]]:
            keys = [_key(part, every) for part in _parts(antwoord)]
            return {
                naam: [key for key, _ in choices if key in keys] for naam, choices in groups.items()
            }

        def fits(antwoord: str) -> bool:
            wrong = [part for part in _parts(antwoord) if _key(part, every) is None]
            for part in wrong:
                self.zeg(_not_there(part, every))
            amiss = [naam for naam, keys in chosen(antwoord).items() if len(keys) != 1]
            if not wrong and amiss:
                self.zeg(f"  Kies er één bij {' en bij '.join(amiss)}.")
            return not wrong and not amiss

        tekst = f"{', '.join(groups)} (van elk één, met komma’s ertussen)"
        return {naam: keys[0] for naam, keys in chosen(self.vraag(tekst, "", fits)).items()}

    def _menu(self, choices: Sequence[tuple[str, str]], first: int) -> None:
        """Show what can be chosen; what needs no explanation stands on one line."""
        rows = [
            f"  {nummer:>2}  {sleutel}{f' – {uitleg}' if uitleg else ''}"
            for nummer, (sleutel, uitleg) in enumerate(choices, start=first)
        ]
        for row in rows if any(uitleg for _, uitleg in choices) else ["".join(rows)]:
            self.zeg(row)

    def _choose(
        self,
        tekst: str,
        choices: Sequence[tuple[str, str]],
        proposal: str,
        at_least: int,
        at_most: int,
    ) -> list[str]:
        self._menu(choices, 1)
        sleutels = [sleutel for sleutel, _ in choices]

        def fits(antwoord: str) -> bool:
            parts = _parts(antwoord) if at_most > 1 else [antwoord] if antwoord else []
            wrong = [part for part in parts if _key(part, sleutels) is None]
            for part in wrong:
                self.zeg(_not_there(part, sleutels))
            if not wrong and not at_least <= len(parts) <= at_most:
                self.zeg(f"  Kies er ten minste {at_least}, met het nummer of het woord zelf.")
                return False
            return not wrong

        antwoord = self.vraag(tekst, proposal, fits)
        parts = _parts(antwoord) if at_most > 1 else [antwoord]
        found = [_key(part, sleutels) for part in parts]
        return list(dict.fromkeys(one for one in found if one is not None))


def _parts(antwoord: str) -> list[str]:
    return [part for part in re.split(r"\s*,\s*", antwoord) if part]


def _key(antwoord: str, sleutels: Sequence[str]) -> str | None:
    """Return the choice that an answer means, whatever its capitals."""
    for sleutel in sleutels:
        if antwoord.casefold() == sleutel.casefold():
            return sleutel
    if antwoord.isdecimal() and 1 <= int(antwoord) <= len(sleutels):
        return sleutels[int(antwoord) - 1]
    return None


def _not_there(antwoord: str, sleutels: Sequence[str]) -> str:
    hint = did_you_mean(antwoord, sleutels)
    kies = f"kies uit: {', '.join(sleutels)}" if len(sleutels) <= MANY else "kies uit de lijst"
    return f"  „{antwoord}” bestaat niet; {f'{hint} ' if hint else ''}{kies}."
