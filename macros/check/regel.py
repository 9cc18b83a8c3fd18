"""A rule as a thing: its check, and what an editor and a reader are told about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from macros.corpus.corpus import Corpus
from macros.load.error import Error

Controle = Callable[[Corpus], Iterator[Error]]


@dataclass(frozen=True, slots=True)
class Regel:
    """One rule: a name, what has to hold, what it looks at, what to do where it does not hold."""

    naam: str
    asks: str
    scope: str
    remedy: str
    check: Controle

    def __call__(self, corpus: Corpus) -> Iterator[Error]:
        """Yield a message for every place where the rule is broken."""
        return self.check(corpus)


def regel(*, asks: str, scope: str, remedy: str) -> Callable[[Controle], Regel]:
    """Make a rule of a check; its name is that of the function. The texts are Dutch sentences."""

    def make(check: Controle) -> Regel:
        return Regel(check.__name__, asks, scope, remedy, check)

    return make
