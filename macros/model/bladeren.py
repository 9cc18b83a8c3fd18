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

from macros.load.fout import Pad
from macros.model.basis import Term, Verwijzing

Merk = Verwijzing | Term


@functools.cache
def _velden(model: type[BaseModel]) -> tuple[tuple[str, str, object, Merk | None], ...]:
    """Return per field: attribute, name in YAML, annotation, and the mark on the field itself."""
    return tuple(
        (naam, veld.alias or naam, veld.annotation, _merk(veld.metadata))
        for naam, veld in model.model_fields.items()
    )


def _merk(metadata: typing.Iterable[object]) -> Merk | None:
    return next((deel for deel in metadata if isinstance(deel, Verwijzing | Term)), None)


def bladeren(record: BaseModel, pad: Pad = ()) -> Iterator[tuple[Pad, object, Merk | None]]:
    """Yield ``(path, value, mark)`` for each model inside ``record`` and for each plain value."""
    yield pad, record, None
    for naam, yaml_naam, annotatie, merk in _velden(type(record)):
        waarde = getattr(record, naam)
        if waarde is not None and waarde != ():
            yield from _waarde(waarde, annotatie, merk, (*pad, yaml_naam))


def _waarde(
    waarde: object, annotatie: object, merk: Merk | None, pad: Pad
) -> Iterator[tuple[Pad, object, Merk | None]]:
    if isinstance(waarde, BaseModel):
        yield from bladeren(waarde, pad)
    elif isinstance(waarde, tuple):
        binnen, merk_binnen = _element(annotatie)
        for nummer, deel in enumerate(waarde):
            yield from _waarde(deel, binnen, merk_binnen, (*pad, nummer))
    else:
        yield pad, waarde, merk or _element(annotatie)[1]


@functools.cache
def _element(annotatie: object) -> tuple[object, Merk | None]:
    """Return the annotation of the elements of a tuple (or of an optional) and its mark."""
    oorsprong = typing.get_origin(annotatie)
    argumenten = typing.get_args(annotatie)
    if oorsprong in (Union, types.UnionType):
        over = [deel for deel in argumenten if deel is not type(None)]
        binnen = over[0]
        return (binnen, _element(binnen)[1]) if len(over) == 1 else (annotatie, None)
    if oorsprong is tuple:
        return (
            _element(argumenten[0])
            if typing.get_origin(argumenten[0]) is Annotated
            else (
                argumenten[0],
                None,
            )
        )
    if oorsprong is Annotated:
        return argumenten[0], _merk(getattr(annotatie, "__metadata__", ()))
    return annotatie, None
