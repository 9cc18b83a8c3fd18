"""A file that lies in ``data/`` itself: where it is read, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, Protocol, Self, TypeVar, overload

from pydantic import BaseModel

from macros.load.fout import Pad

Model = TypeVar("Model", bound=BaseModel)
RIJENVELD = "gemeenten"
"""The field that holds the rows of a table of municipalities."""


class _HeeftTabellen(Protocol):
    @property
    def tabellen(self) -> Mapping[str, BaseModel]: ...


class Tabel(Generic[Model]):
    """One file ``data/<naam>.yml``; on a corpus, what stands in it.

    ``rijen`` is the kind of thing of each row, where rows have an id of their own. ``inhoud`` tells
    whether readers see its texts: those are checked and counted as those of a record are.
    """

    def __init__(
        self, naam: str, model: type[Model], *, rijen: str = "", inhoud: bool = True
    ) -> None:
        self.naam, self.model, self.rijen, self.inhoud = naam, model, rijen, inhoud

    @overload
    def __get__(self, corpus: None, soort: type) -> Self: ...
    @overload
    def __get__(self, corpus: _HeeftTabellen, soort: type) -> Model: ...
    def __get__(self, corpus: _HeeftTabellen | None, soort: type) -> Self | Model:
        if corpus is None:
            return self
        tabel = corpus.tabellen[self.naam]
        if not isinstance(tabel, self.model):
            raise TypeError(self.naam)
        return tabel

    @property
    def id_(self) -> str:
        """Return under what id messages name this file."""
        return f"tabel:{self.naam}"

    @property
    def bestandsnaam(self) -> str:
        """Return the name of the file in ``data/``."""
        return f"{self.naam}.yml"

    def met_id(self, tabel: BaseModel) -> Iterator[tuple[str, Pad, BaseModel]]:
        """Yield id, place and contents of each row, and then of the table without its rows."""
        if self.rijen:
            for nummer, rij in enumerate(getattr(tabel, RIJENVELD)):
                yield f"{self.rijen}:{rij.cbs}", (RIJENVELD, nummer), rij
            tabel = tabel.model_copy(update={RIJENVELD: ()})
        yield self.id_, (), tabel
