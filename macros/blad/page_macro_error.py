"""What a hand-written page asks of a macro that cannot be given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from macros.load.error import did_you_mean

Thing = TypeVar("Thing")


class PageMacroError(LookupError):
    """A mistake of the page, in the words of a message to its editor."""

    def __init__(self, wat: str, remedy: str) -> None:
        super().__init__(f"{wat}; {remedy}")
        self.wat = wat
        self.remedy = remedy


def choose(soort: str, out: Mapping[str, Thing], sleutel: str) -> Thing:
    """Return what ``sleutel`` names, or say which names there are."""
    if sleutel not in out:
        hint = did_you_mean(str(sleutel), out)
        possible = f"kies uit: {', '.join(sorted(out))}"
        raise PageMacroError(f"onbekende {soort} „{sleutel}”", hint or possible)
    return out[sleutel]
