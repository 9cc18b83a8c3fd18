"""Asking an editor, one question at a time; an answer that cannot be is asked again."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from macros.load.error import did_you_mean

BACK = "terug"
WHY = "?"
BEGIN = (
    f"Enter neemt wat tussen haken staat. „{BACK}”: één vraag terug. „{WHY}”: uitleg. "
    "Ctrl+C: stoppen, dan is er niets veranderd."
)
MANY = 16
"""So many choices are shown, on one line; of more the editor types a word, or asks for all."""
_EACH_BELOW_THE_OTHER = 3
"""So many choices that a word finds are named with what they mean."""

Choices = Sequence[tuple[str, str]]
"""Keys, each with what it means."""


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
    refused: Callable[[str], object] = _always
    """Hears what was typed and cannot be, before the question is asked again."""

    def zeg(self, tekst: str) -> None:
        """Say something to the editor; what was said before is not said again."""
        if not self.again:
            self._begin()
            self.tell(tekst)

    def _begin(self) -> None:
        if not self.begun and not self.given:
            self.tell(BEGIN)
        self.begun = True

    def vraag(
        self,
        tekst: str,
        proposal: str = "",
        fits: Callable[[str], bool] = _always,
        why: Sequence[str] = (),
    ) -> str:
        """Return the answer that fits; Enter takes the proposal, a question mark tells why."""
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
            elif typed == WHY:
                for regel in why or ("  Hier valt niets uit te leggen.",):
                    self.tell(regel)
            elif fits(typed or proposal):
                self.given.append(typed or proposal)
                return self.given[-1]
            else:
                self.refused(typed)

    def ja(self, tekst: str, *, proposal: bool) -> bool:
        """Return whether the answer is yes."""

        def fits(antwoord: str) -> bool:
            if antwoord.casefold() in ("j", "ja", "n", "nee"):
                return True
            self.zeg("  Antwoord met ja of nee.")
            return False

        antwoord = self.vraag(f"{tekst} (ja/nee)", "ja" if proposal else "nee", fits)
        return antwoord.casefold() in ("j", "ja")

    def choose(  # noqa: PLR0913  each is something else about the choices
        self,
        tekst: str,
        choices: Choices,
        proposal: str = "",
        *,
        shown: bool = False,
        refused: Mapping[str, str] | None = None,
        hidden: Sequence[str] = (),
    ) -> str:
        """Return the key of one choice, by its number or by itself.

        What the choices mean is told to who asks, or at once if they are ``shown``. ``refused``
        says of other keys why they cannot be; ``hidden`` are keys that no menu shows.
        """
        bounds = (1, 1)
        menu = _Menu(choices, refused or {}, hidden)
        return self._choose(tekst, menu, proposal, bounds, shown=shown)[0]

    def choose_some(
        self,
        tekst: str,
        choices: Choices,
        at_least: int = 1,
        *,
        proposal: str = "",
        shown: bool = False,
    ) -> list[str]:
        """Return the keys of one or more choices, typed with commas between them."""
        bounds = (at_least, len(choices))
        return self._choose(f"{tekst} (meer: 1,3)", _Menu(choices), proposal, bounds, shown=shown)

    def choose_or_say(
        self, tekst: str, choices: Choices, *, several: bool, says: Callable[[str], bool]
    ) -> tuple[list[str], str]:
        """Return the keys that were chosen, or what was typed instead, if ``says`` takes that."""
        menu = _Menu(choices)
        self._menu(choices, 1, shown=True)

        def keys(antwoord: str) -> list[str]:
            parts = _parts(antwoord) if several else [antwoord]
            found = [menu.key(part) for part in parts]
            return [] if None in found else [key for key in found if key is not None]

        def fits(antwoord: str) -> bool:
            if keys(antwoord):
                return True
            if not antwoord or all(part.isdecimal() for part in _parts(antwoord)):
                self.zeg("  Kies er één met het nummer, of typ andere woorden.")
                return False
            return says(antwoord)

        antwoord = self.vraag(tekst, "", fits, menu.rows())
        return keys(antwoord), antwoord

    def choose_each(
        self, uitleg: Mapping[str, str], groups: Mapping[str, Choices]
    ) -> dict[str, str]:
        """Return one key of each group, typed in one answer; no key stands in two groups."""
        every: list[tuple[str, str]] = []
        for naam, choices in groups.items():
            self.zeg(f"\n{naam}: {uitleg[naam]}")
            self._menu(choices, len(every) + 1, shown=False)
            every += choices
        menu = _Menu(every)

        kept: dict[str, str] = {}

        def fits(antwoord: str) -> bool:
            keys = [menu.key(part) for part in _parts(antwoord)]
            if self._wrong(_parts(antwoord), menu):
                return False
            for naam, choices in groups.items():
                found = [key for key, _ in choices if key in keys]
                if len(found) == 1:
                    kept[naam] = found[0]
                elif found:
                    kept.pop(naam, None)
            amiss = [naam for naam in groups if naam not in kept]
            if amiss:
                self.zeg(f"  Kies er één bij {' en bij '.join(amiss)}.")
            if amiss and kept:
                self.zeg(f"  Al gekozen: {', '.join(kept.values())}.")
            return not amiss

        tekst = f"{', '.join(groups)} (van elk één, met komma’s)"
        antwoord = self.vraag(tekst, "", fits, menu.rows())
        if not kept:  # given in silence, after „terug”
            fits(antwoord)
        self.given[-1] = ", ".join(kept.values())
        return {naam: kept[naam] for naam in groups}

    def _menu(self, choices: Choices, first: int, *, shown: bool) -> None:
        """Show what can be chosen: on one line, or with what each of them means."""
        if shown:
            for row in _Menu(choices).rows(first):
                self.zeg(row)
        elif len(choices) <= MANY:
            keys = enumerate((key for key, _ in choices), start=first)
            self.zeg("  ".join(["", *(f"{nummer} {key}" for nummer, key in keys)]))
        else:
            self.zeg(f"  Typ een woord, of {WHY} voor de lijst.")

    def _wrong(self, parts: Sequence[str], menu: _Menu) -> bool:
        """Tell whether something was typed that is no choice; say why not."""
        wrong = [part for part in parts if menu.key(part) is None]
        for part in wrong:
            self.zeg(menu.not_there(part))
        return bool(wrong)

    def _choose(
        self,
        tekst: str,
        menu: _Menu,
        proposal: str,
        bounds: tuple[int, int],
        *,
        shown: bool,
    ) -> list[str]:
        self._menu(menu.choices, 1, shown=shown)
        at_least, at_most = bounds

        def parts_of(antwoord: str) -> list[str]:
            return _parts(antwoord) if at_most > 1 else [antwoord] if antwoord else []

        def fits(antwoord: str) -> bool:
            parts = parts_of(antwoord)
            if self._wrong(parts, menu):
                return False
            if not at_least <= len(parts) <= at_most:
                self.zeg(f"  Kies er ten minste {at_least}, met het nummer of het woord zelf.")
                return False
            return True

        antwoord = self.vraag(tekst, proposal, fits, menu.rows())
        found = [menu.key(part) for part in parts_of(antwoord)]
        return list(dict.fromkeys(one for one in found if one is not None))


@dataclass(frozen=True, slots=True)
class _Menu:
    """Choices by their key, each with what it means."""

    choices: Choices
    refused: Mapping[str, str] = field(default_factory=dict)
    """Why another key cannot be, by that key."""
    hidden: Sequence[str] = ()
    """Keys that can be chosen without a number."""

    def rows(self, first: int = 1) -> list[str]:
        """Return each choice with its number and what it means."""
        return [
            f"  {nummer:>2}  {key}{f' – {uitleg}' if uitleg else ''}"
            for nummer, (key, uitleg) in enumerate(self.choices, start=first)
        ]

    def key(self, antwoord: str) -> str | None:
        """Return the choice that an answer means: its number, its key, or a word of only one."""
        keys = [key for key, _ in self.choices]
        for key in (*keys, *self.hidden):
            if _bare(antwoord) == _bare(key):
                return key
        if antwoord.isdecimal() and 1 <= int(antwoord) <= len(keys):
            return keys[int(antwoord) - 1]
        found = self._with(antwoord) if len(keys) > MANY else []
        return found[0][0] if len(found) == 1 else None

    def _with(self, woord: str) -> list[tuple[str, str]]:
        """Return the choices that hold a word: in their key, or else in what they mean."""
        bare = _bare(woord)
        if not bare:
            return []
        of_key = [one for one in self.choices if _bare(one[0]).startswith(bare)]
        return of_key or [one for one in self.choices if bare in _bare(" ".join(one))]

    def not_there(self, antwoord: str) -> str:
        """Return why an answer is no choice, with what could be."""
        for key, why in self.refused.items():
            if _bare(key) == _bare(antwoord):
                return f"  {why}"
        keys = [key for key, _ in self.choices]
        found = self._with(antwoord) if len(keys) > MANY else []
        if found:
            few = found if len(found) <= _EACH_BELOW_THE_OTHER else [(key, "") for key, _ in found]
            named = "; ".join(f"{key} – {uitleg}" if uitleg else key for key, uitleg in few)
            return f"  „{antwoord}” kan meer zijn: {named}"
        hint = did_you_mean(antwoord, keys)
        kies = f"kies uit: {', '.join(keys)}" if len(keys) <= MANY else f"{WHY} toont de lijst"
        return f"  „{antwoord}” bestaat niet; {f'{hint} ' if hint else ''}{kies}."


def _parts(antwoord: str) -> list[str]:
    return [part for part in re.split(r"\s*,\s*", antwoord) if part]


def _bare(antwoord: str) -> str:
    """Return an answer without what people leave out: capitals, and hyphens between words."""
    return antwoord.casefold().replace("-", " ")
