"""What was made before, and whether it would come out the same: so that it need not be made again.

With each thing stands what was asked of the corpus while it was made, with a fingerprint of the
answers. Made again is what has another answer, and what rests on something without a fingerprint.

Of a record or file the fingerprint is that it is the same reading, not that it says the same: what
was made holds on to parts of it, and those are found back by what they are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import count
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from macros.corpus.corpus import Corpus, Place, Relatie, TermUse
from macros.corpus.ingest import Readings
from macros.corpus.read_log import EVERYTHING, ONCE, ReadLog
from macros.load.cache import Cache
from macros.load.tree import YamlFile

Thing = TypeVar("Thing")
Asked = tuple[str, object]
UNKNOWN = b""
"""The fingerprint of what has none; it is never that of an answer before."""


class Memory:
    """Keeps things by name for as long as a process runs; forgets what nobody asked for again."""

    def __init__(self, cache: Cache | None = None) -> None:
        self._made: dict[Hashable, tuple[object, Mapping[Asked, bytes]]] = {}
        # Made of this corpus; of its answers a fingerprint is only taken before another one comes.
        self._new: dict[Hashable, Iterable[Asked]] = {}
        self._kept: dict[Hashable, tuple[Hashable, object]] = {}
        self._asked_for: set[Hashable] = set()
        # By id of the reading, which is kept along: so no other gets that id meanwhile.
        self._numbers: dict[int, tuple[object, int]] = {}
        self._numbers_before: dict[int, tuple[object, int]] = {}
        self._count = count()
        self._answers: dict[Asked, bytes] = {}
        self._corpus: Corpus | None = None
        self.readings = Readings(cache)
        """What came of each file of ``data/``."""
        self.again = 0
        """How many things were made, again or for the first time."""

    @property
    def cache(self) -> Cache:
        """Return what an earlier run left."""
        return self.readings.cache

    def recall(
        self, naam: Hashable, corpus: Corpus, make: Callable[[], tuple[Thing, ReadLog]]
    ) -> Thing:
        """Return what ``make`` makes, from memory where all that it asked has the same answer.

        One name is for one way of making; what comes back is shared, so nobody may change it.
        """
        if corpus is not self._corpus:
            self._settle()
            self._corpus, self._answers = corpus, {}
        self._asked_for.add(naam)
        if naam in self._new:
            return cast("Thing", self._made[naam][0])
        if naam in self._made:
            thing, answers = self._made[naam]
            if all(
                fingerprint != UNKNOWN and self._fingerprint(corpus, one) == fingerprint
                for one, fingerprint in answers.items()
            ):
                return cast("Thing", thing)
        thing, read = make()
        self.again += 1
        self._made[naam], self._new[naam] = (thing, {}), read.asked
        return thing

    def _settle(self) -> None:
        """Take the fingerprints of what was asked of the corpus while things were made."""
        if self._corpus is not None:
            for naam, asked in self._new.items():
                answers = {one: self._fingerprint(self._corpus, one) for one in asked}
                self._made[naam] = (self._made[naam][0], answers)
        self._new = {}

    def keep(self, naam: Hashable, mark: Hashable, make: Callable[[], Thing]) -> Thing:
        """Return what ``make`` makes, from memory where the mark is the same as before."""
        if naam not in self._kept or self._kept[naam][0] != mark:
            self.again += 1
            self._kept[naam] = mark, make()
        return cast("Thing", self._kept[naam][1])

    def forget(self) -> None:
        """Forget what was not asked for since this was last called."""
        self._settle()
        self._made = {naam: self._made[naam] for naam in self._asked_for if naam in self._made}
        self._asked_for = set()
        self._numbers_before, self._numbers = self._numbers, {}

    def _fingerprint(self, corpus: Corpus, one: Asked) -> bytes:
        if one not in self._answers:
            try:
                hash_ = hashlib.blake2b(digest_size=16)
                self._add(hash_, _answer(corpus, one))
                self._answers[one] = hash_.digest()
            except _StrangeError:
                self._answers[one] = UNKNOWN
        return self._answers[one]

    def _add(self, hash_: Any, waarde: object) -> None:  # noqa: ANN401, C901  no type in hashlib; a case per type
        """Add a value to a fingerprint, with what tells it from every other."""
        match waarde:
            case str():
                hash_.update(b"str %d %b" % (len(waarde), waarde.encode()))
            case BaseModel() | YamlFile() | Relatie() | TermUse() | Place():
                hash_.update(b"reading %d " % self._number(waarde))
            case None | bool() | int() | float() | bytes() | date():
                hash_.update(f"{type(waarde).__name__} {waarde!r}\n".encode())
            case type():
                hash_.update(f"type {waarde.__module__}.{waarde.__qualname__}\n".encode())
            case Mapping():
                hash_.update(f"mapping {len(waarde)}\n".encode())
                for sleutel, part in waarde.items():
                    self._add(hash_, sleutel)
                    self._add(hash_, part)
            case tuple() | list():
                hash_.update(f"row {len(waarde)}\n".encode())
                for part in waarde:
                    self._add(hash_, part)
            case _ if is_dataclass(waarde):
                hash_.update(f"{type(waarde).__qualname__}\n".encode())
                for veld in fields(waarde):
                    self._add(hash_, getattr(waarde, veld.name))
            case _:
                raise _StrangeError

    def _number(self, reading: object) -> int:
        """Return a number that is of this reading alone."""
        key = id(reading)
        if key not in self._numbers:
            known = self._numbers_before.get(key)
            self._numbers[key] = known or (reading, next(self._count))
        return self._numbers[key][1]


class _StrangeError(TypeError):
    """A value of which no fingerprint can be taken."""


class _Absent:
    """Stands where nothing stands."""


def _answer(corpus: Corpus, one: Asked) -> object:
    """Return what the corpus answers now; what is not there is an answer, too."""
    naam, sleutel = one
    if naam == ONCE:
        return _made_once(corpus, sleutel)
    index = getattr(corpus, naam)
    if not isinstance(index, Mapping):
        return tuple(cast("Sequence[object]", index))
    return _at(index, sleutel)


def _made_once(corpus: Corpus, sleutel: object) -> object:
    if isinstance(sleutel, tuple):
        make, key = sleutel
        return _at(cast("Mapping[object, object]", corpus.once(make)), key)
    return corpus.once(cast("Callable[[Corpus], object]", sleutel))


def _at(index: Mapping[Any, object], sleutel: object) -> object:
    if sleutel == EVERYTHING:
        return tuple(index)
    try:
        return (index[sleutel],)
    except KeyError:
        return _Absent
