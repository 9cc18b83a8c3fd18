"""Reading with a log: who asks for something through these, leaves behind what was asked for.

What a page was made of is then known, so that a page whose parts did not change need not be made
again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar, overload

Sleutel = TypeVar("Sleutel")
Ding = TypeVar("Ding")
Ding_co = TypeVar("Ding_co", covariant=True)

Gelezen = set[tuple[str, object]]
"""What was asked for: the name of an index of the corpus, and a key in it (``ALLES`` of it)."""
ALLES = "*"


class GevolgdeMap(Mapping[Sleutel, Ding_co]):
    """A mapping that writes down each key that is asked for, also one that is not there."""

    __slots__ = ("_inhoud", "_naam", "_volgt")

    def __init__(self, naam: str, inhoud: Mapping[Sleutel, Ding_co], volgt: Gelezen) -> None:
        self._naam, self._inhoud, self._volgt = naam, inhoud, volgt

    def __getitem__(self, sleutel: Sleutel) -> Ding_co:
        self._volgt.add((self._naam, sleutel))
        return self._inhoud[sleutel]

    def __contains__(self, sleutel: object) -> bool:
        self._volgt.add((self._naam, sleutel))
        return sleutel in self._inhoud

    def __iter__(self) -> Iterator[Sleutel]:
        self._volgt.add((self._naam, ALLES))
        return iter(self._inhoud)

    def __len__(self) -> int:
        self._volgt.add((self._naam, ALLES))
        return len(self._inhoud)


class GevolgdeReeks(Sequence[Ding_co]):
    """A sequence that writes down that it was looked at; it is read as a whole or not at all."""

    __slots__ = ("_inhoud", "_naam", "_volgt")

    def __init__(self, naam: str, inhoud: Sequence[Ding_co], volgt: Gelezen) -> None:
        self._naam, self._inhoud, self._volgt = naam, inhoud, volgt

    @overload
    def __getitem__(self, plaats: int) -> Ding_co: ...
    @overload
    def __getitem__(self, plaats: slice) -> Sequence[Ding_co]: ...
    def __getitem__(self, plaats: int | slice) -> Ding_co | Sequence[Ding_co]:
        self._volgt.add((self._naam, ALLES))
        return self._inhoud[plaats]

    def __iter__(self) -> Iterator[Ding_co]:
        self._volgt.add((self._naam, ALLES))
        return iter(self._inhoud)

    def __len__(self) -> int:
        self._volgt.add((self._naam, ALLES))
        return len(self._inhoud)
