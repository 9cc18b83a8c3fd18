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
from macros.model.basis import Term, Verwijzing
from macros.model.datering import Peildatum
from macros.model.lees import VORMEN
from macros.model.soorten import SOORTEN
from macros.redactie.velden import velden

MAP = ".vscode/schemas"
KEUZEN = f"{MAP}/keuzen.json"
_DAG = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_MOMENT = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?~?"
_PEILDATUM = rf"^(ongedateerd|{_MOMENT}(/{_MOMENT})?)$"
Schema = dict[str, object]


def schemabestanden() -> Mapping[str, str]:
    """Return the files that belong in the repository, by path."""
    uit = {f"{MAP}/{soort.mapnaam}.json": _als_json(_van_soort(soort)) for soort in SOORTEN}
    waar = {f"./{MAP}/{soort.mapnaam}.json": f"data/{soort.mapnaam}/*.yml" for soort in SOORTEN}
    uit[".vscode/settings.json"] = _als_json(
        {
            "yaml.schemas": waar,
            "yaml.customTags": [],
            "yaml.format.enable": False,
            "files.encoding": "utf8",
            "files.eol": "\n",
            "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
        }
    )
    uit[".vscode/extensions.json"] = _als_json({"recommendations": ["redhat.vscode-yaml"]})
    return uit


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
    return _als_json({"$schema": _VERSIE, "$defs": defs})


_VERSIE = "https://json-schema.org/draft/2020-12/schema"


def _van_soort(soort: type[BaseModel]) -> Schema:
    defs: dict[str, Schema] = {}
    for model in _met_blokken(soort):
        if model is not soort:
            defs[model.__name__] = _van_model(model)
    kop = {"$schema": _VERSIE, "title": str(getattr(soort, "enkelvoud", soort.__name__))}
    return kop | _van_model(soort) | ({"$defs": dict(sorted(defs.items()))} if defs else {})


def _met_blokken(model: type[BaseModel]) -> list[type[BaseModel]]:
    gevonden: dict[type[BaseModel], None] = {}
    te_doen = [model]
    while te_doen:
        een = te_doen.pop()
        if een not in gevonden:
            gevonden[een] = None
            te_doen += [d for info in een.model_fields.values() for d in _modellen(info.annotation)]
    return [*gevonden]


def _modellen(annotatie: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotatie, type) and issubclass(annotatie, BaseModel):
        yield annotatie
    for deel in typing.get_args(annotatie):
        yield from _modellen(deel)


def _van_model(model: type[BaseModel]) -> Schema:
    alle = velden(model)
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            veld.naam: {
                "description": veld.uitleg,
                **_van_type(veld.info.annotation, veld.info.metadata),
            }
            for veld in alle
        },
        "required": [veld.naam for veld in alle if veld.verplicht],
    }


def _van_type(annotatie: object, merken: Iterable[object]) -> Schema:  # noqa: PLR0911  a case per type
    alle = [*merken]
    if typing.get_origin(annotatie) is Annotated:
        binnen, *meer = typing.get_args(annotatie)
        return _van_type(binnen, [*alle, *meer])
    delen = [deel for deel in typing.get_args(annotatie) if deel is not types.NoneType]
    oorsprong = typing.get_origin(annotatie)
    if oorsprong in (typing.Union, types.UnionType):
        return _van_type(delen[0], alle)
    if oorsprong is typing.Literal:
        return {"enum": delen}
    if oorsprong is tuple:
        return {"type": "array", "items": _van_type(delen[0], ()), **_lengten(alle, "Items")}
    if isinstance(annotatie, type) and issubclass(annotatie, BaseModel):
        return {"$ref": f"#/$defs/{annotatie.__name__}"}
    if annotatie is Peildatum:
        return {"type": ["string", "integer"], "pattern": _PEILDATUM, "examples": ["2026-11-21"]}
    if annotatie is date:
        return {"type": "string", "pattern": _DAG}
    if annotatie is str:
        return _van_tekst(alle)
    soort = {int: "integer", float: "number", bool: "boolean"}[typing.cast("type", annotatie)]
    return {"type": soort, **_grenzen(alle)}


def _van_tekst(merken: Iterable[object]) -> Schema:
    uit: Schema = {"type": "string"}
    for merk in _plat(merken):
        match merk:
            case Verwijzing(soorten):
                # What is new since the last run has to be possible as well.
                ids = [{"$ref": f"keuzen.json#/$defs/id-{soort}"} for soort in soorten]
                return {"anyOf": [*ids, {"type": "string"}]}
            case Term(as_):
                return {"$ref": f"keuzen.json#/$defs/term-{as_}"}
        patroon = getattr(merk, "pattern", None)
        if isinstance(patroon, str):
            uit |= {"pattern": patroon, "examples": [VORMEN[patroon]]}
    return uit | _lengten(merken, "Length")


def _plat(merken: Iterable[object]) -> Iterator[object]:
    for merk in merken:
        yield merk
        if isinstance(merk, FieldInfo):
            yield from _plat(merk.metadata)


def _lengten(merken: Iterable[object], waarvan: str) -> Schema:
    uit: Schema = {}
    for merk in _plat(merken):
        if isinstance(merk, MinLen):
            uit[f"min{waarvan}"] = merk.min_length
        if isinstance(merk, MaxLen):
            uit[f"max{waarvan}"] = merk.max_length
    return uit


def _grenzen(merken: Iterable[object]) -> Schema:
    uit: Schema = {}
    for merk in _plat(merken):
        if isinstance(merk, Ge):
            uit["minimum"] = merk.ge
        if isinstance(merk, Le):
            uit["maximum"] = merk.le
    return uit


def _als_json(waarde: object) -> str:
    return json.dumps(waarde, ensure_ascii=False, indent=2) + "\n"
