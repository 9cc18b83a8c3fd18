"""What was made before, and whether it would come out the same: so that it need not be made again.

With each thing stands what was asked of the corpus while it was made, with a fingerprint of the
answers. Made again is what has another answer, and what rests on something without a fingerprint.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from macros.corpus.corpus import Corpus
from macros.corpus.ingest import Readings
from macros.corpus.read_log import EVERYTHING, ONCE, ReadLog
from macros.load.tree import YamlFile

Thing = TypeVar("Thing")
Asked = tuple[str, object]
UNKNOWN = b""
"""The fingerprint of what has none; it is never that of an answer before."""


class Memory:
    """Keeps things by name for as long as a process runs; forgets what nobody asked for again."""

    def __init__(self) -> None:
        self._made: dict[Hashable, tuple[object, Mapping[Asked, bytes]]] = {}
        self._kept: dict[Hashable, tuple[Hashable, object]] = {}
        self._asked_for: set[Hashable] = set()
        # By id of the model, which is kept along: so no other gets that id meanwhile.
        self._models: dict[int, tuple[BaseModel, bytes]] = {}
        self._models_before: dict[int, tuple[BaseModel, bytes]] = {}
        self._answers: dict[Asked, bytes] = {}
        self._corpus: Corpus | None = None
        self.readings: Readings = {}
        """What came of each file of ``data/``."""
        self.again = 0
        """How many things were made, again or for the first time."""

    def recall(
        self, naam: Hashable, corpus: Corpus, make: Callable[[], tuple[Thing, ReadLog]]
    ) -> Thing:
        """Return what ``make`` makes, from memory where all that it asked has the same answer.

        One name is for one way of making; what comes back is shared, so nobody may change it.
        """
        if corpus is not self._corpus:
            self._corpus, self._answers = corpus, {}
        self._asked_for.add(naam)
        if naam in self._made:
            thing, answers = self._made[naam]
            if all(
                fingerprint != UNKNOWN and self._fingerprint(corpus, one) == fingerprint
                for one, fingerprint in answers.items()
            ):
                return cast("Thing", thing)
        thing, read = make()
        self.again += 1
        answers = {one: self._fingerprint(corpus, one) for one in read.asked}
        self._made[naam] = (thing, answers)
        return thing

    def keep(self, naam: Hashable, mark: Hashable, make: Callable[[], Thing]) -> Thing:
        """Return what ``make`` makes, from memory where the mark is the same as before."""
        if naam not in self._kept or self._kept[naam][0] != mark:
            self.again += 1
            self._kept[naam] = mark, make()
        return cast("Thing", self._kept[naam][1])

    def forget(self) -> None:
        """Forget what was not asked for since this was last called."""
        self._made = {naam: self._made[naam] for naam in self._asked_for if naam in self._made}
        self._asked_for = set()
        self._models_before, self._models = self._models, {}

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
            case BaseModel():
                hash_.update(self._of_model(waarde))
            case YamlFile() if waarde.hash_:
                hash_.update(f"file {waarde.naam} {waarde.hash_}\n".encode())
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
            case _ if is_dataclass(waarde) and not isinstance(waarde, YamlFile):
                hash_.update(f"{type(waarde).__qualname__}\n".encode())
                for veld in fields(waarde):
                    self._add(hash_, getattr(waarde, veld.name))
            case _:
                raise _StrangeError

    def _of_model(self, model: BaseModel) -> bytes:
        """Return the fingerprint of a record; a model does not change, so it is made once."""
        if id(model) not in self._models:
            known = self._models_before.get(id(model))
            if known is None:
                # As any: of a field that takes more than one kind, all of what stands there.
                tekst = f"{type(model).__qualname__} {model.model_dump_json(serialize_as_any=True)}"
                known = model, hashlib.blake2b(tekst.encode(), digest_size=16).digest()
            self._models[id(model)] = known
        return self._models[id(model)][1]


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
