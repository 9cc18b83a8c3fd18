"""Changing the YAML of an editor and leaving the rest of the file as it was, to the byte.

ruamel.yaml keeps comments, order and quotes, but joins a text that runs over two lines and indents
its own way. So only the lines that differ between its writing of the old and of the new tree are
taken over; every other line stays as the editor typed it.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    PlainScalarString,
    ScalarString,
    SingleQuotedScalarString,
)

from macros.load.tree import read_yaml

Block = CommentedMap
"""A block of fields, as ruamel.yaml gives it: a dict that knows its comments."""
_QUOTED = DoubleQuotedScalarString | SingleQuotedScalarString
_WIDE = 1_000_000
"""Never break a line: an editor's own breaks stay, and a diff of a sentence is one line."""


class WritingError(ValueError):
    """The text could not be changed without changing more than was asked."""


def bewerk(tekst: str, change: Callable[[Block], None]) -> str:
    """Return ``tekst`` after ``change`` changed its tree; lines it did not touch are the same."""
    yaml = _yaml()
    tree = yaml.load(tekst)
    before = _write(yaml, tree)
    quoted = {id(part): part for part in _quoted(tree)}
    change(tree)
    _bare_where_new(tree, quoted)
    after = _write(yaml, tree)
    if after == before:
        return tekst
    meant = _waarde(after)
    if meant is None:
        raise WritingError("wat er zou komen te staan, is niet terug te lezen")
    out = _taken_over(tekst, before, after)
    # A list that the editor indents in another way than ruamel.yaml would not fit together.
    return out if _waarde(out) == meant else after


def new_block(velden: Mapping[str, object]) -> Block:
    """Return a block as editors write it: short lists of codes on one line, dates bare."""
    block = CommentedMap()
    for naam, waarde in velden.items():
        block[naam] = _as_typed(waarde)
    return block


def as_tekst(velden: Mapping[str, object]) -> str:
    """Return the text of a new file."""
    return _write(_yaml(), new_block(velden))


def _as_typed(waarde: object) -> object:
    if isinstance(waarde, Mapping):
        return new_block(waarde)
    if isinstance(waarde, list | tuple):
        row = CommentedSeq([_as_typed(part) for part in waarde])
        if not any(isinstance(part, Mapping | list | tuple) for part in waarde):
            row.fa.set_flow_style()
        return row
    if isinstance(waarde, str):
        return _as_dag_of_tekst(waarde)
    return waarde


def _as_dag_of_tekst(tekst: str) -> object:
    """Return a day for ``2026-11-21``, so that it is written without quotes."""
    try:
        dag = date.fromisoformat(tekst)
    except ValueError:
        return tekst
    return dag if dag.isoformat() == tekst else tekst


def _yaml() -> YAML:
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = _WIDE
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _write(yaml: YAML, tree: object) -> str:
    out = io.StringIO()
    yaml.dump(tree, out)
    return out.getvalue()


def _children(part: object) -> Iterator[tuple[object, object]]:
    """Yield what stands in a block or a list, with its key or number."""
    if isinstance(part, CommentedMap):
        yield from list(part.items())
    elif isinstance(part, CommentedSeq):
        yield from enumerate(list(part))


def _quoted(part: object) -> Iterator[ScalarString]:
    """Yield every text of a tree that stands between quotes."""
    for _, child in _children(part):
        if isinstance(child, _QUOTED):
            yield child
        else:
            yield from _quoted(child)


def _bare_where_new(part: object, quoted: Mapping[int, object]) -> None:
    """Take the quotes off a text that was not there: ruamel.yaml gives it those of the old text."""
    for place, child in _children(part):
        if not isinstance(child, _QUOTED):
            _bare_where_new(child, quoted)
        elif id(child) not in quoted and isinstance(part, CommentedMap | CommentedSeq):
            part[place] = PlainScalarString(child)  # a bare str would get the quotes again


def _waarde(tekst: str) -> object:
    """Return what our own reader makes of a text; None when it cannot read it."""
    file, _ = read_yaml(tekst, "")
    return None if file is None else file.waarde


def _taken_over(tekst: str, before: str, after: str) -> str:
    """Return ``tekst`` with the lines in which ``after`` differs from ``before``."""
    typed, old, new = (part.splitlines(keepends=True) for part in (tekst, before, after))
    borders = _bounds(typed, old)
    out: list[str] = []
    for soort, from_, until, new_of, new_until in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if soort == "equal":
            out += typed[borders[from_] : borders[until]]
        else:
            out += new[new_of:new_until]
    return "".join(out)


def _bounds(typed: Sequence[str], written: Sequence[str]) -> list[int]:
    """Return for each line that ruamel.yaml writes where it begins in what the editor typed."""
    borders, place = [0], 0
    for regel in written:
        gezocht = regel.split()
        stuk: list[str] = []
        while stuk != gezocht or place == borders[-1]:
            if place == len(typed):
                raise WritingError(f"de regel „{regel.strip()[:60]}” is niet terug te vinden")
            stuk += typed[place].split()
            place += 1
        borders.append(place)
    # What follows the last line, such as an empty one, belongs to it.
    borders[-1] = len(typed)
    return borders
