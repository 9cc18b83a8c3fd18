"""What is linked to what, and above all what is not: tables with their blanks counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import alphabetical, leerpunten
from macros.model.base import Record
from macros.model.instrument import Instrument
from macros.model.mvt import Waarde
from macros.model.recht import Wet

CONNECTION = ("ja",)
"""What stands in a cell of a table in which a link has no role of its own."""
MOST_COLUMNS: Final = 60
"""Columns of a table. More are wider than any screen (135 rem), and then nearly all cells are
blank: rows times columns of them, in which nobody finds what is there."""


@dataclass(frozen=True)
class Matrix:
    """Rows against columns; ``cells`` holds only what is filled in, by id of row and column."""

    rows: Sequence[Record]
    columns: Sequence[Record]
    cells: Mapping[tuple[str, str], Sequence[str]]

    def cell(self, row: Record, column: Record) -> Sequence[str]:
        """Return what stands in one cell; nothing for a blank."""
        return self.cells.get((row.id, column.id), ())

    @property
    def wide(self) -> bool:
        """Return whether this has more columns than a table can have, and is told as a list."""
        return len(self.filled_columns) > MOST_COLUMNS

    def filled_in(self, row: Record) -> Sequence[tuple[Record, Sequence[str]]]:
        """Return the columns in which something stands in one row, and what."""
        return self._filled[row.id]

    @cached_property
    def _filled(self) -> Mapping[str, Sequence[tuple[Record, Sequence[str]]]]:
        place = {column.id: nth for nth, column in enumerate(self.columns)}
        filled: dict[str, list[tuple[Record, Sequence[str]]]] = defaultdict(list)
        for row, column in sorted(self.cells, key=lambda pair: place[pair[1]]):
            filled[row].append((self.columns[place[column]], self.cells[row, column]))
        return filled

    @property
    def boxes(self) -> int:
        """Return the number of cells."""
        return len(self.rows) * len(self.columns)

    @property
    def empty(self) -> int:
        """Return the number of blanks."""
        return self.boxes - len(self.cells)

    @property
    def filled_rows(self) -> list[Record]:
        """Return the rows in which something stands."""
        return [row for row in self.rows if self._filled_per_row[row.id]]

    @property
    def filled_columns(self) -> list[Record]:
        """Return the columns in which something stands."""
        filled = {column for _, column in self.cells}
        return [column for column in self.columns if column.id in filled]

    @property
    def empty_rows(self) -> list[Record]:
        """Return the rows in which nothing stands."""
        return [row for row in self.rows if not self._filled_per_row[row.id]]

    @property
    def empty_columns(self) -> list[Record]:
        """Return the columns in which nothing stands."""
        filled = {column for _, column in self.cells}
        return [column for column in self.columns if column.id not in filled]

    def empty_in(self, row: Record) -> int:
        """Return the number of blanks in one row."""
        return len(self.columns) - self._filled_per_row[row.id]

    @cached_property
    def _filled_per_row(self) -> Counter[str]:
        return Counter(row for row, _ in self.cells)


def _titel(record: Record) -> str:
    return alphabetical(record.titel)


def wetten(corpus: Corpus) -> Matrix:
    """Return laws × learnings; a cell holds the roles of the law, keys of ``wetrol``."""
    cells: dict[tuple[str, str], list[str]] = defaultdict(list)
    for leerpunt in leerpunten(corpus):
        for verwijzing in leerpunt.wetten:
            cell = cells[verwijzing.wet, leerpunt.id]
            if verwijzing.rol not in cell:
                cell.append(verwijzing.rol)
    return Matrix(sorted(corpus.every(Wet), key=_titel), leerpunten(corpus), cells)


def instrumenten(corpus: Corpus) -> Matrix:
    """Return learnings × instruments, in the order of the chain."""
    columns = sorted(corpus.every(Instrument), key=lambda instrument: instrument.volgorde)
    cells = {
        (leerpunt.id, id_): CONNECTION
        for leerpunt in leerpunten(corpus)
        for id_ in leerpunt.instrumenten
    }
    return Matrix(leerpunten(corpus), columns, cells)


def waarden(corpus: Corpus) -> Matrix:
    """Return values × learnings."""
    rows = sorted(corpus.every(Waarde), key=_titel)
    cells = {(waarde.id, id_): CONNECTION for waarde in rows for id_ in waarde.leerpunten}
    return Matrix(rows, leerpunten(corpus), cells)


def letters(corpus: Corpus, as_: str) -> Mapping[str, str]:
    """Return one letter per term of a vocabulary, for cells that are too narrow for its label."""
    termen = corpus.vocabulaires[as_].termen
    letter = {term.sleutel: term.sleutel[0].upper() for term in termen}
    if len(set(letter.values())) < len(letter):
        raise ValueError(f"twee termen van „{as_}” beginnen met dezelfde letter: {sorted(letter)}")
    return letter


def reden_empty(record: Record, veld: str) -> str:
    """Return why a field is blank: it does not apply, or nobody knows yet; else an empty text."""
    for uitleg in record.niet_van_toepassing:
        if uitleg.veld == veld:
            return f"niet van toepassing. {uitleg.reden}"
    return "open vraag" if any(vraag.veld == veld for vraag in record.onbekend) else ""
