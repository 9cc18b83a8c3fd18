"""Finding values by the mark their field carries, wherever in a record that field stands."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from typing import Annotated, Any, TypeVar, Union

from pydantic import BaseModel

Merk = TypeVar("Merk")
Plaats = tuple[str, ...]
"""Attributes from the record inwards; lists on the way are not counted."""


def marked(model: BaseModel, mark: type[Merk]) -> Iterator[tuple[Merk, Any]]:
    """Yield each value in a field with a mark of this type, in the order of the fields."""
    for plaats, put in plaatsen(type(model), mark):
        for waarde in _waarden(model, plaats):
            yield put, waarde


def mark_of(model: type[BaseModel], veld: str, mark: type[Merk]) -> Merk | None:
    """Return the mark of this type on one field (or property) of a model, if it has one."""
    return next((put for plaats, put in plaatsen(model, mark) if plaats == (veld,)), None)


_known: dict[tuple[type[BaseModel], type], tuple[tuple[Plaats, Any], ...]] = {}


def plaatsen(model: type[BaseModel], mark: type[Merk]) -> tuple[tuple[Plaats, Merk], ...]:
    """Return where in a model the fields with such a mark stand: a matter of its type alone."""
    if (model, mark) not in _known:
        _known[model, mark] = tuple(_in_model(model, mark, ()))
    return _known[model, mark]


def _in_model(
    model: type[BaseModel], mark: type[Merk], plaats: Plaats
) -> Iterator[tuple[Plaats, Merk]]:
    for naam, veld in model.model_fields.items():
        put = [part for part in veld.metadata if isinstance(part, mark)]
        yield from (((*plaats, naam), part) for part in put)
        yield from _in_type(veld.annotation, mark, (*plaats, naam))
    for naam in dir(model):
        attribute = getattr(model, naam, None) if naam[0] != "_" else None
        if isinstance(attribute, property) and attribute.fget is not None:
            hint = typing.get_type_hints(attribute.fget, include_extras=True)["return"]
            yield from _in_type(hint, mark, (*plaats, naam))


def _in_type(annotation: object, mark: type[Merk], plaats: Plaats) -> Iterator[tuple[Plaats, Merk]]:
    origin = typing.get_origin(annotation)
    if origin is Annotated:
        inner, *metadata = typing.get_args(annotation)
        yield from ((plaats, part) for part in metadata if isinstance(part, mark))
        yield from _in_type(inner, mark, plaats)
    elif origin in (Union, types.UnionType, tuple):
        for part in typing.get_args(annotation):
            yield from _in_type(part, mark, plaats)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from _in_model(annotation, mark, plaats)


def _waarden(waarde: Any, plaats: Plaats) -> Iterator[Any]:  # noqa: ANN401  a value of any field
    if isinstance(waarde, tuple):
        for part in waarde:
            yield from _waarden(part, plaats)
    elif plaats and waarde is not None:
        yield from _waarden(getattr(waarde, plaats[0]), plaats[1:])
    elif waarde is not None:
        yield waarde
