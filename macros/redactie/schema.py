"""JSON Schema (2020-12) of each kind of record, made from the model: what an editor program shows.

The shape follows from the model alone and stands in the repository. Which ids and terms there are
changes with every edit, so these stand in a file of their own that git does not keep.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.corpus.corpus import Corpus
from macros.model.base import Term, Verwijzing
from macros.model.dates import Peildatum
from macros.model.soorten import SOORTEN, Bestandsrecord
from macros.model.validate import VORMEN
from macros.redactie.velden import velden

FOLDER = ".vscode/schemas"
CHOICES = f"{FOLDER}/keuzen.json"
_DAG = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_MOMENT = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?~?"
_PEILDATUM = rf"^(ongedateerd|{_MOMENT}(/{_MOMENT})?)$"
Schema = dict[str, object]


def schemabestanden() -> Mapping[str, str]:
    """Return the files that belong in the repository, by path."""
    out = {schemapad(soort): _as_json(_of_soort(soort)) for soort in SOORTEN}
    where = {f"./{schemapad(soort)}": f"data/{soort.mapnaam}/*.yml" for soort in SOORTEN}
    out[".vscode/settings.json"] = _as_json(
        {
            "yaml.schemas": where,
            "yaml.customTags": [],
            "yaml.format.enable": False,
            "files.encoding": "utf8",
            "files.eol": "\n",
            "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
        }
    )
    out[".vscode/extensions.json"] = _as_json({"recommendations": ["redhat.vscode-yaml"]})
    return out


def schemapad(soort: type[Bestandsrecord]) -> str:
    """Return where the schema of a kind stands in the repository."""
    return f"{FOLDER}/{soort.mapnaam}.json"


def keuzebestand(corpus: Corpus) -> str:
    """Return the ids and terms there are now, for completion."""
    defs: Schema = {}
    per_soort: dict[str, list[str]] = {"gemeente": [f"gemeente:{cbs}" for cbs in corpus.per_cbs]}
    for record in corpus.records.values():
        per_soort.setdefault(record.soort, []).append(record.id)
    for soort, ids in per_soort.items():
        namen = [id_.partition(":")[2] for id_ in ids] if soort in ("bron", "gemeente") else ids
        defs[f"id-{soort}"] = {"enum": sorted({*namen, *ids})}
    for as_, vocabulaire in corpus.vocabulaires.items():
        defs[f"term-{as_}"] = {
            "oneOf": [
                {"const": term.sleutel, "title": term.label, "description": term.uitleg}
                for term in vocabulaire.termen
            ]
        }
    return _as_json({"$schema": _VERSIE, "$defs": defs})


_VERSIE = "https://json-schema.org/draft/2020-12/schema"


def _of_soort(soort: type[BaseModel]) -> Schema:
    defs: dict[str, Schema] = {}
    for model in _with_blocks(soort):
        if model is not soort:
            defs[model.__name__] = _of_model(model)
    kop = {"$schema": _VERSIE, "title": str(getattr(soort, "enkelvoud", soort.__name__))}
    return kop | _of_model(soort) | ({"$defs": dict(sorted(defs.items()))} if defs else {})


def _with_blocks(model: type[BaseModel]) -> list[type[BaseModel]]:
    found: dict[type[BaseModel], None] = {}
    to_do = [model]
    while to_do:
        one = to_do.pop()
        if one not in found:
            found[one] = None
            to_do += [d for info in one.model_fields.values() for d in _models(info.annotation)]
    return [*found]


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in typing.get_args(annotation):
        yield from _models(part)


def _of_model(model: type[BaseModel]) -> Schema:
    every = velden(model)
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            veld.naam: {
                "description": veld.uitleg,
                **_of_type(veld.info.annotation, veld.info.metadata),
            }
            for veld in every
        },
        "required": [veld.naam for veld in every if veld.required],
    }


def _of_type(annotation: object, marks: Iterable[object]) -> Schema:  # noqa: PLR0911  a case per type
    every = [*marks]
    if typing.get_origin(annotation) is Annotated:
        inner, *more = typing.get_args(annotation)
        return _of_type(inner, [*every, *more])
    parts = [part for part in typing.get_args(annotation) if part is not types.NoneType]
    origin = typing.get_origin(annotation)
    if origin in (typing.Union, types.UnionType):
        return _of_type(parts[0], every)
    if origin is typing.Literal:
        return {"enum": parts}
    if origin is tuple:
        return {"type": "array", "items": _of_type(parts[0], ()), **_lengths(every, "Items")}
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {"$ref": f"#/$defs/{annotation.__name__}"}
    if annotation is Peildatum:
        return {"type": ["string", "integer"], "pattern": _PEILDATUM, "examples": ["2026-11-21"]}
    if annotation is date:
        return {"type": "string", "pattern": _DAG}
    if annotation is str:
        return _of_tekst(every)
    soort = {int: "integer", float: "number", bool: "boolean"}[typing.cast("type", annotation)]
    return {"type": soort, **_bounds(every)}


def _of_tekst(marks: Iterable[object]) -> Schema:
    out: Schema = {"type": "string"}
    for mark in _flat(marks):
        match mark:
            case Verwijzing(soorten):
                # What is new since the last run has to be possible as well.
                ids = [{"$ref": f"keuzen.json#/$defs/id-{soort}"} for soort in soorten]
                return {"anyOf": [*ids, {"type": "string"}]}
            case Term(as_):
                return {"$ref": f"keuzen.json#/$defs/term-{as_}"}
        pattern = getattr(mark, "pattern", None)
        if isinstance(pattern, str):
            out |= {"pattern": pattern, "examples": [VORMEN[pattern]]}
    return out | _lengths(marks, "Length")


def _flat(marks: Iterable[object]) -> Iterator[object]:
    for mark in marks:
        yield mark
        if isinstance(mark, FieldInfo):
            yield from _flat(mark.metadata)


def _lengths(marks: Iterable[object], waarvan: str) -> Schema:
    out: Schema = {}
    for mark in _flat(marks):
        if isinstance(mark, MinLen):
            out[f"min{waarvan}"] = mark.min_length
        if isinstance(mark, MaxLen):
            out[f"max{waarvan}"] = mark.max_length
    return out


def _bounds(marks: Iterable[object]) -> Schema:
    out: Schema = {}
    for mark in _flat(marks):
        if isinstance(mark, Ge):
            out["minimum"] = mark.ge
        if isinstance(mark, Le):
            out["maximum"] = mark.le
    return out


def _as_json(waarde: object) -> str:
    return json.dumps(waarde, ensure_ascii=False, indent=2) + "\n"
