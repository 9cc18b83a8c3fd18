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


def gemerkt(model: BaseModel, merk: type[Merk]) -> Iterator[tuple[Merk, Any]]:
    """Yield each value in a field with a mark of this type, in the order of the fields."""
    for plaats, gezet in plaatsen(type(model), merk):
        for waarde in _waarden(model, plaats):
            yield gezet, waarde


def merk_van(model: type[BaseModel], veld: str, merk: type[Merk]) -> Merk | None:
    """Return the mark of this type on one field (or property) of a model, if it has one."""
    return next((gezet for plaats, gezet in plaatsen(model, merk) if plaats == (veld,)), None)


_bekend: dict[tuple[type[BaseModel], type], tuple[tuple[Plaats, Any], ...]] = {}


def plaatsen(model: type[BaseModel], merk: type[Merk]) -> tuple[tuple[Plaats, Merk], ...]:
    """Return where in a model the fields with such a mark stand: a matter of its type alone."""
    if (model, merk) not in _bekend:
        _bekend[model, merk] = tuple(_in_model(model, merk, ()))
    return _bekend[model, merk]


def _in_model(
    model: type[BaseModel], merk: type[Merk], plaats: Plaats
) -> Iterator[tuple[Plaats, Merk]]:
    for naam, veld in model.model_fields.items():
        gezet = [deel for deel in veld.metadata if isinstance(deel, merk)]
        yield from (((*plaats, naam), deel) for deel in gezet)
        yield from _in_type(veld.annotation, merk, (*plaats, naam))
    for naam in dir(model):
        eigenschap = getattr(model, naam, None) if naam[0] != "_" else None
        if isinstance(eigenschap, property) and eigenschap.fget is not None:
            hint = typing.get_type_hints(eigenschap.fget, include_extras=True)["return"]
            yield from _in_type(hint, merk, (*plaats, naam))


def _in_type(annotatie: object, merk: type[Merk], plaats: Plaats) -> Iterator[tuple[Plaats, Merk]]:
    oorsprong = typing.get_origin(annotatie)
    if oorsprong is Annotated:
        binnen, *metadata = typing.get_args(annotatie)
        yield from ((plaats, deel) for deel in metadata if isinstance(deel, merk))
        yield from _in_type(binnen, merk, plaats)
    elif oorsprong in (Union, types.UnionType, tuple):
        for deel in typing.get_args(annotatie):
            yield from _in_type(deel, merk, plaats)
    elif isinstance(annotatie, type) and issubclass(annotatie, BaseModel):
        yield from _in_model(annotatie, merk, plaats)


def _waarden(waarde: Any, plaats: Plaats) -> Iterator[Any]:  # noqa: ANN401  a value of any field
    if isinstance(waarde, tuple):
        for deel in waarde:
            yield from _waarden(deel, plaats)
    elif plaats and waarde is not None:
        yield from _waarden(getattr(waarde, plaats[0]), plaats[1:])
    elif waarde is not None:
        yield waarde
