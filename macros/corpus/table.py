"""A file that lies in ``data/`` itself: where it is read, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, Protocol, Self, TypeVar, overload

from pydantic import BaseModel

from macros.load.error import Pad

Model = TypeVar("Model", bound=BaseModel)
ROWS_FIELD = "gemeenten"
"""The field that holds the rows of a table of municipalities."""


class _HasTables(Protocol):
    @property
    def tables(self) -> Mapping[str, BaseModel]: ...


class Tabel(Generic[Model]):
    """One file ``data/<naam>.yml``; on a corpus, what stands in it.

    ``rows`` is the kind of thing of each row, where rows have an id of their own. ``inhoud`` tells
    whether readers see its texts: those are checked and counted as those of a record are.
    """

    def __init__(
        self, naam: str, model: type[Model], *, rows: str = "", inhoud: bool = True
    ) -> None:
        self.naam, self.model, self.rows, self.inhoud = naam, model, rows, inhoud

    @overload
    def __get__(self, corpus: None, soort: type) -> Self: ...
    @overload
    def __get__(self, corpus: _HasTables, soort: type) -> Model: ...
    def __get__(self, corpus: _HasTables | None, soort: type) -> Self | Model:
        if corpus is None:
            return self
        table = corpus.tables[self.naam]
        if not isinstance(table, self.model):
            raise TypeError(self.naam)
        return table

    @property
    def id_(self) -> str:
        """Return under what id messages name this file."""
        return f"tabel:{self.naam}"

    @property
    def file_name(self) -> str:
        """Return the name of the file in ``data/``."""
        return f"{self.naam}.yml"

    def with_id(self, table: BaseModel) -> Iterator[tuple[str, Pad, BaseModel]]:
        """Yield id, place and contents of each row, and then of the table without its rows."""
        if self.rows:
            for nummer, row in enumerate(getattr(table, ROWS_FIELD)):
                yield f"{self.rows}:{row.cbs}", (ROWS_FIELD, nummer), row
            table = table.model_copy(update={ROWS_FIELD: ()})
        yield self.id_, (), table
