"""Reading with a log: who asks for something through these, leaves behind what was asked for.

What a page was made of is then known, so that a page whose parts did not change need not be made
again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar, overload

Sleutel = TypeVar("Sleutel")
Thing = TypeVar("Thing")
Thing_co = TypeVar("Thing_co", covariant=True)

EVERYTHING = "*"
ONCE = "once"
"""Stands for an index in what is asked of something that is made once (``Corpus.once``)."""


class ReadLog(set[tuple[str, object]]):
    """What was asked for: the name of an index of the corpus, and a key in it (or ``EVERYTHING``).

    What was made once for many counts as read by each that asks. ``asked`` knows it better: there
    stands what was asked itself, of an index or of what was made once.
    """

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, object]] = set()

    def add(self, one: tuple[str, object]) -> None:
        """Write down what was asked of the corpus."""
        super().add(one)
        self.asked.add(one)

    def add_made(self, made: object, read: ReadLog) -> None:
        """Write down that ``made`` was asked, which was made of ``read``."""
        self.update(read)
        self.asked.add((ONCE, made))


class FollowedOutcome(Mapping[Sleutel, Thing_co]):
    """A mapping that was made once; that each key was asked for is written down in ``asked``."""

    __slots__ = ("_inhoud", "_made", "_read_log")

    def __init__(self, made: object, inhoud: Mapping[Sleutel, Thing_co], read_log: ReadLog) -> None:
        self._made, self._inhoud, self._read_log = made, inhoud, read_log

    def __getitem__(self, sleutel: Sleutel) -> Thing_co:
        self._read_log.asked.add((ONCE, (self._made, sleutel)))
        return self._inhoud[sleutel]

    def __iter__(self) -> Iterator[Sleutel]:
        self._read_log.asked.add((ONCE, (self._made, EVERYTHING)))
        return iter(self._inhoud)

    def __len__(self) -> int:
        self._read_log.asked.add((ONCE, (self._made, EVERYTHING)))
        return len(self._inhoud)


class FollowedMapping(Mapping[Sleutel, Thing_co]):
    """A mapping that writes down each key that is asked for, also one that is not there."""

    __slots__ = ("_inhoud", "_naam", "_read_log")

    def __init__(self, naam: str, inhoud: Mapping[Sleutel, Thing_co], read_log: ReadLog) -> None:
        self._naam, self._inhoud, self._read_log = naam, inhoud, read_log

    def __getitem__(self, sleutel: Sleutel) -> Thing_co:
        self._read_log.add((self._naam, sleutel))
        return self._inhoud[sleutel]

    def __contains__(self, sleutel: object) -> bool:
        self._read_log.add((self._naam, sleutel))
        return sleutel in self._inhoud

    def __iter__(self) -> Iterator[Sleutel]:
        self._read_log.add((self._naam, EVERYTHING))
        return iter(self._inhoud)

    def __len__(self) -> int:
        self._read_log.add((self._naam, EVERYTHING))
        return len(self._inhoud)


class FollowedSequence(Sequence[Thing_co]):
    """A sequence that writes down that it was looked at; it is read as a whole or not at all."""

    __slots__ = ("_inhoud", "_naam", "_read_log")

    def __init__(self, naam: str, inhoud: Sequence[Thing_co], read_log: ReadLog) -> None:
        self._naam, self._inhoud, self._read_log = naam, inhoud, read_log

    @overload
    def __getitem__(self, plaats: int) -> Thing_co: ...
    @overload
    def __getitem__(self, plaats: slice) -> Sequence[Thing_co]: ...
    def __getitem__(self, plaats: int | slice) -> Thing_co | Sequence[Thing_co]:
        self._read_log.add((self._naam, EVERYTHING))
        return self._inhoud[plaats]

    def __iter__(self) -> Iterator[Thing_co]:
        self._read_log.add((self._naam, EVERYTHING))
        return iter(self._inhoud)

    def __len__(self) -> int:
        self._read_log.add((self._naam, EVERYTHING))
        return len(self._inhoud)
