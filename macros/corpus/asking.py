"""Open questions, and which of them are the same: each is told once, wherever they are told.

A learning and the bill that is about it lack the same answer, and who puts the question to a
ministry should not do so twice. The question belongs to the record that comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from macros.corpus.corpus import Corpus
from macros.model.base import Onbekend, Record
from macros.model.kennis import Vraag

Thing = TypeVar("Thing")
Asking = tuple[str, tuple[str, ...], bool]
"""What is asked, by id to which organisations, and whether of something that does not exist."""


def asking(record: Record, one: Vraag | Onbekend) -> Asking:
    """Return what a record asks; for two questions that are the same it is equal."""
    words = one.titel if isinstance(one, Vraag) else one.vraag
    return words, one.aan, record.denkbeeldig


def asked(corpus: Corpus) -> Iterator[tuple[Record, Vraag | Onbekend]]:
    """Yield every question with the record that asks it; a record that is one asks itself."""
    for record in corpus.every(Record):
        if isinstance(record, Vraag):
            yield record, record
        for one in record.onbekend:
            yield record, one


def number_of_questions(corpus: Corpus) -> int:
    """Return how many questions are open, the same ones counted once."""
    return len({asking(record, one) for record, one in asked(corpus)})


def told_once(things: Iterable[tuple[Asking, Thing]]) -> list[tuple[Thing, tuple[Thing, ...]]]:
    """Return of the things that ask the same the first, with the others."""
    same: dict[Asking, list[Thing]] = {}
    for key, thing in things:
        same.setdefault(key, []).append(thing)
    return [(first, tuple(rest)) for first, *rest in same.values()]
