"""What a hand-written page asks of a macro that cannot be given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from macros.load.fout import bedoelde_u

Ding = TypeVar("Ding")


class InzetFout(LookupError):
    """A mistake of the page, in the words of a message to its editor."""

    def __init__(self, wat: str, herstel: str) -> None:
        super().__init__(f"{wat}; {herstel}")
        self.wat = wat
        self.herstel = herstel


def kies(soort: str, uit: Mapping[str, Ding], sleutel: str) -> Ding:
    """Return what ``sleutel`` names, or say which names there are."""
    if sleutel not in uit:
        raad = bedoelde_u(str(sleutel), uit)
        mogelijk = f"kies uit: {', '.join(sorted(uit))}"
        raise InzetFout(f"onbekende {soort} „{sleutel}”", raad or mogelijk)
    return uit[sleutel]
