"""A rule as a thing: its check, and what an editor and a reader are told about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from macros.corpus.corpus import Corpus
from macros.load.fout import Fout

Controle = Callable[[Corpus], Iterator[Fout]]


@dataclass(frozen=True, slots=True)
class Regel:
    """One rule: a name, what has to hold, what it looks at, what to do where it does not hold."""

    naam: str
    eis: str
    bereik: str
    herstel: str
    controle: Controle

    def __call__(self, corpus: Corpus) -> Iterator[Fout]:
        """Yield a message for every place where the rule is broken."""
        return self.controle(corpus)


def regel(*, eis: str, bereik: str, herstel: str) -> Callable[[Controle], Regel]:
    """Make a rule of a check; its name is that of the function. The texts are Dutch sentences."""

    def maak(controle: Controle) -> Regel:
        return Regel(controle.__name__, eis, bereik, herstel, controle)

    return maak
