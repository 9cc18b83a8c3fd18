"""Walking through a record: every value with its path and the marks its field carries.

References, vocabulary terms and statements are found by the marks on the fields, so a new field is
checked, linked and counted without anyone having to think of it.
"""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Iterator
from typing import Annotated, Union

from pydantic import BaseModel

from macros.load.error import Pad
from macros.model.base import Term, Verwijzing

Merk = Verwijzing | Term


@functools.cache
def _velden(model: type[BaseModel]) -> tuple[tuple[str, str, object, Merk | None], ...]:
    """Return per field: attribute, name in YAML, annotation, and the mark on the field itself."""
    return tuple(
        (naam, veld.alias or naam, veld.annotation, _mark(veld.metadata))
        for naam, veld in model.model_fields.items()
    )


def _mark(metadata: typing.Iterable[object]) -> Merk | None:
    return next((part for part in metadata if isinstance(part, Verwijzing | Term)), None)


def walk(record: BaseModel, pad: Pad = ()) -> Iterator[tuple[Pad, object, Merk | None]]:
    """Yield ``(path, value, mark)`` for each model inside ``record`` and for each plain value."""
    yield pad, record, None
    for naam, yaml_naam, annotation, mark in _velden(type(record)):
        waarde = getattr(record, naam)
        if waarde is not None and waarde != ():
            yield from _waarde(waarde, annotation, mark, (*pad, yaml_naam))


def _waarde(
    waarde: object, annotation: object, mark: Merk | None, pad: Pad
) -> Iterator[tuple[Pad, object, Merk | None]]:
    if isinstance(waarde, BaseModel):
        yield from walk(waarde, pad)
    elif isinstance(waarde, tuple):
        inner, inner_mark = _element(annotation)
        for nummer, part in enumerate(waarde):
            yield from _waarde(part, inner, inner_mark, (*pad, nummer))
    else:
        yield pad, waarde, mark or _element(annotation)[1]


@functools.cache
def _element(annotation: object) -> tuple[object, Merk | None]:
    """Return the annotation of the elements of a tuple (or of an optional) and its mark."""
    origin = typing.get_origin(annotation)
    arguments = typing.get_args(annotation)
    if origin in (Union, types.UnionType):
        over = [part for part in arguments if part is not type(None)]
        inner = over[0]
        return (inner, _element(inner)[1]) if len(over) == 1 else (annotation, None)
    if origin is tuple:
        return (
            _element(arguments[0])
            if typing.get_origin(arguments[0]) is Annotated
            else (
                arguments[0],
                None,
            )
        )
    if origin is Annotated:
        return arguments[0], _mark(getattr(annotation, "__metadata__", ()))
    return annotation, None
