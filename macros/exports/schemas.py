"""The form of the JSON: a JSON Schema (2020-12) per kind, and OpenAPI 3.1 for the whole.

The schema of a kind is made from the same class that reads ``data/``, so the two cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, cast

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from macros.blad.opendata import (
    API,
    CHANGES,
    CUTS,
    DATA,
    INDEX,
    KINDS,
    LEEFGEBIEDEN,
    LICENCE,
    MUNICIPAL_STATES,
    QUESTIONS,
    SCHEMA_VERSION,
    Kind,
    schema_path,
)
from macros.corpus.corpus import Corpus
from macros.exports.file import Output
from macros.exports.jsonbestanden import as_file
from macros.model.base import Bewering
from macros.model.kennis import Bron
from macros.model.organisatie import Gemeente, Vermelding

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_EDTF = r"^(ongedateerd|[0-9]{4}(-[0-9]{2}){0,2}~?(/[0-9]{4}(-[0-9]{2}){0,2}~?)?)$"
_TEXT: Mapping[str, object] = {"type": "string"}
_URI: Mapping[str, object] = {"type": "string", "format": "uri"}
_IDS: Mapping[str, object] = {"type": "array", "items": {"type": "string"}}
_DAY: Mapping[str, object] = {"type": "string", "format": "date"}
_NUMBER: Mapping[str, object] = {"type": "integer", "minimum": 0}


class _Schema(GenerateJsonSchema):
    """Knows the one type of ours that pydantic cannot look into: a date as a source gives it."""

    def function_plain_schema(
        self, schema: core_schema.PlainValidatorFunctionSchema
    ) -> JsonSchemaValue:
        del schema
        return {
            "type": "string",
            "pattern": _EDTF,
            "description": "Dag, maand, jaar of periode (EDTF, niveau 1), of „ongedateerd”.",
        }

    def encode_default(self, dft: object) -> object:
        """Return a default as JSON has it; for the plain ones pydantic builds a type each time."""
        if dft is None or isinstance(dft, str | bool):
            return dft
        return [] if dft == () else super().encode_default(dft)


def schema_files(corpus: Corpus) -> Iterator[Output]:
    """Yield the schema of each kind, and the description of the API."""
    for kind in KINDS.values():
        yield as_file(schema_path(kind), schema_of(corpus.site.adres, kind))
    for name, (title, properties) in _cuts().items():
        schema = _schema_of_cut(corpus.site.adres, name, title, properties)
        yield as_file(schema_path(name), schema)
    yield as_file(f"{API}openapi.json", openapi(corpus))


def schema_of(site: str, kind: Kind) -> dict[str, Any]:
    """Return the schema of the files of one kind: its list, and one thing of it."""
    item, definitions = _model_schema(kind.model)
    own = {"soort": {"const": kind.id_}, "adres": dict(_URI), "waarschuwing": dict(_TEXT)}
    own |= {"genoemd_door": dict(_IDS)}
    if "id" not in item["properties"]:  # a row of a table, or a vocabulary
        own["id"] = dict(_TEXT)
    if kind.model is Gemeente:
        own["stand"] = dict(_TEXT)
    item = {**item, "properties": own | item["properties"]}
    item["required"] = [*dict.fromkeys((*item.get("required", ()), "id", "soort", "adres"))]
    head = _head() | ({"waarschuwing": dict(_TEXT)} if kind.imaginary else {})
    return {
        "$schema": _DIALECT,
        "$id": site + schema_path(kind),
        "title": kind.title,
        "type": "object",
        "properties": {
            **head,
            "schema": {"const": site + schema_path(kind)},
            "aantal": dict(_NUMBER),
            "items": {"type": "array", "items": {"$ref": "#/$defs/_item"}},
            "item": {"$ref": "#/$defs/_item"},
            "bronnen": {"type": "object", "additionalProperties": {"$ref": "#/$defs/_bron"}},
        },
        "required": [*head, "schema", "bronnen"],
        "oneOf": [{"required": ["aantal", "items"]}, {"required": ["item"]}],
        "additionalProperties": False,
        "$defs": dict(sorted({**definitions, "_item": item, "_bron": _source_schema()}.items())),
    }


def _source_schema() -> dict[str, Any]:
    source, _ = _model_schema(Bron)  # it is built of nothing else
    return {**source, "properties": {**source["properties"], "adres": dict(_URI)}}


def _head() -> dict[str, Any]:
    return {
        "schema_versie": {"const": SCHEMA_VERSION},
        "titel": dict(_TEXT),
        "adres": dict(_URI),
        "uitgever": dict(_TEXT),
        "afzender": dict(_TEXT),
        "versie": dict(_TEXT),
        "peildatum": dict(_DAY),
        "licentie": {"const": LICENCE},
    }


def _schema_of_cut(
    site: str, name: str, title: str, properties: Mapping[str, object]
) -> dict[str, Any]:
    """Return the schema of a list that is of no one kind; all it holds it holds always."""
    definitions, wanted = {}, {*_references(dict(properties))}
    while wanted:
        one = wanted.pop()
        definitions[one] = _definition(one)
        wanted |= {*_references(definitions[one])} - definitions.keys()
    head = _head() | {"schema": {"const": site + schema_path(name)}}
    return {
        "$schema": _DIALECT,
        "$id": site + schema_path(name),
        "title": title,
        "type": "object",
        "properties": {**head, **properties},
        "required": [*head, *properties],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _definition(name: str) -> dict[str, Any]:
    if name == "_bron":
        return _source_schema()
    _, definitions = _all_schemas(tuple(kind.model for kind in KINDS.values()))
    return _of_claim(name, definitions[name])


def _cuts() -> Mapping[str, tuple[str, Mapping[str, object]]]:
    """Return the title and the properties of each list that is of no one kind, by its name."""
    _, definitions = _all_schemas(tuple(kind.model for kind in KINDS.values()))
    claims = [_ref(name) for name in sorted(_CLAIM_NAMES & definitions.keys())]
    named = {"id": _TEXT, "titel": _TEXT}
    asked_at = {"over": _object(named), "adres": _URI}
    question = _object(
        {"sleutel": _TEXT, "vraag": _TEXT, "aan": _array(_object(named))}
        | asked_at
        | {"gecontroleerd_op": _DAY},
        ook_bij=_array(_object({"sleutel": _TEXT} | asked_at)),
        levert_op=_TEXT,
        waarschuwing=_TEXT,
    )
    area = _object(
        {"sleutel": _TEXT, "titel": _TEXT, "uitleg": _TEXT}
        | {"leerpunten": _array(_object(named | {"adres": _URI}))}
    )
    state = _object(
        named | {"stand": _TEXT, "samenvatting": _TEXT, "adres": _URI},
        vermeldingen=_array(_ref(Vermelding.__name__)),
    )
    change = _object(
        {"datum": {"type": "string", "pattern": _EDTF}, "aanleiding": _TEXT, "soort": _TEXT}
        | {"adres": _URI, "tekst": _TEXT},
        over=_IDS,
        beweringen=_array({"anyOf": claims}),
        waarschuwing=_TEXT,
    )
    kind = _object(
        {"soort": _TEXT, "titel": _TEXT, "aantal": _NUMBER, "adres": _URI, "schema": _URI},
        item=_TEXT,
        waarschuwing=_TEXT,
    )
    one = _object({"titel": _TEXT, "adres": _URI, "schema": _URI})
    return {
        QUESTIONS: (CUTS[QUESTIONS], _listed(_array(question))),
        MUNICIPAL_STATES: (
            CUTS[MUNICIPAL_STATES],
            {"gecontroleerd_op": _DAY, "controle_voor": _DAY}
            | _listed(
                {
                    "type": "object",
                    "patternProperties": {"^GM[0-9]{4}$": state},
                    "additionalProperties": False,
                }
            ),
        ),
        LEEFGEBIEDEN: (CUTS[LEEFGEBIEDEN], _listed(_array(area))),
        CHANGES: (CUTS[CHANGES], _listed(_array(change))),
        INDEX: (
            "Alles wat er is",
            {"uitleg": _URI, "openapi": _URI, "soorten": _array(kind), "lijsten": _array(one)},
        ),
    }


def _listed(items: Mapping[str, object]) -> dict[str, object]:
    sources = {"type": "object", "additionalProperties": _ref("_bron")}
    return {"aantal": _NUMBER, "items": items, "bronnen": sources}


def _object(always: Mapping[str, object], **sometimes: object) -> dict[str, object]:
    return {
        "type": "object",
        "properties": {**always, **sometimes},
        "required": [*always],
        "additionalProperties": False,
    }


def _array(items: object) -> dict[str, object]:
    return {"type": "array", "items": items}


def _ref(name: str) -> dict[str, object]:
    return {"$ref": f"#/$defs/{name}"}


def _model_schema(model: type[BaseModel]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the schema of a class, and those of all it is built of by their names."""
    names, definitions = _all_schemas(tuple(kind.model for kind in KINDS.values()))
    schema = definitions[names[model]]
    built_of: dict[str, Any] = {}
    wanted = {*_references(schema)}
    while wanted:
        name = wanted.pop()
        built_of[name] = _of_claim(name, definitions[name])
        wanted |= {*_references(definitions[name])} - built_of.keys()
    return _without_docstring(schema), built_of


@cache
def _all_schemas(
    models: tuple[type[BaseModel], ...],
) -> tuple[Mapping[type[BaseModel], str], Mapping[str, Any]]:
    """Return the name of each class and every schema by its name, made together.

    Most kinds are built of the same parts: one by one each part is made twenty times.
    """
    refs, whole = models_json_schema(
        [(model, "validation") for model in models], schema_generator=_Schema
    )
    names = {model: _name(ref["$ref"]) for (model, _), ref in refs.items()}
    return cast("Mapping[type[BaseModel], str]", names), whole["$defs"]


def _name(ref: str) -> str:
    return ref.rpartition("/")[2]


def _references(schema: object) -> Iterator[str]:
    """Yield the names of the schemas that a schema points to."""
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield _name(schema["$ref"])
        for part in schema.values():
            yield from _references(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _references(part)


def _without_docstring(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema without the words that are for who reads our code."""
    return {name: value for name, value in schema.items() if name != "description"}


_CLAIMS: tuple[type[Bewering], ...] = (Bewering, *Bewering.__subclasses__())
_CLAIM_NAMES = frozenset(kind.__name__ for kind in _CLAIMS)


def _of_claim(name: str, definition: dict[str, Any]) -> dict[str, Any]:
    definition = _without_docstring(definition)
    if name not in _CLAIM_NAMES:
        return definition
    added = {"sleutel": dict(_TEXT), "adres": dict(_URI)}
    return {
        **definition,
        "properties": definition["properties"] | added,
        "required": [*definition["required"], *added],
    }


def openapi(corpus: Corpus) -> dict[str, Any]:
    """Return the description of the API; every path is a file."""
    site = corpus.site
    ref = {"$ref": schema_path(INDEX).removeprefix(API)}
    paths: dict[str, Any] = {"/index.json": _get("index", "Alles wat er is", "Overzicht", ref)}
    for kind in KINDS.values():
        ref = {"$ref": schema_path(kind).removeprefix(API)}
        text = f"{kind.title}: alle"
        paths[f"/{kind.name}.json"] = _get(kind.name, text, kind.title, ref)
        if kind.items:
            one = _get(f"{kind.name}-een", f"{kind.title}: één", kind.title, ref)
            one["parameters"] = [_parameter()]
            paths[f"/{kind.name}/{{naam}}.json"] = one
    for name, text in CUTS.items():
        ref = {"$ref": schema_path(name).removeprefix(API)}
        paths[f"/{name}.json"] = _get(name, text, "Doorsneden", ref)
    ref = {"$ref": schema_path(QUESTIONS).removeprefix(API)}
    asked = _get(f"{QUESTIONS}-aan", "De open vragen aan één organisatie", "Doorsneden", ref)
    asked["parameters"] = [_parameter()]
    paths[f"/{QUESTIONS}/{{naam}}.json"] = asked
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{site.naam}: open data",
            "version": SCHEMA_VERSION,
            "description": (
                f"{site.ondertitel} {site.afzender} Alle antwoorden zijn bestanden: er is geen "
                "zoekvraag, geen sleutel en geen limiet. Namen van velden zijn Nederlands, zoals "
                "in de gegevens zelf."
            ),
            "contact": {"name": site.naam, "url": site.adres + DATA},
            "license": {"name": "CC0 1.0", "identifier": "CC0-1.0"},
        },
        "servers": [{"url": site.adres + API.removesuffix("/")}],
        "externalDocs": {"url": site.adres + DATA},
        "tags": [{"name": name} for name in ("Overzicht", "Doorsneden")]
        + [{"name": kind.title} for kind in KINDS.values()],
        "paths": paths,
    }


def _parameter() -> dict[str, Any]:
    return {
        "name": "naam",
        "in": "path",
        "required": True,
        "description": "Het deel van het id achter de dubbelepunt, in kleine letters.",
        "schema": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    }


def _get(id_: str, summary: str, tag: str, schema: Mapping[str, object]) -> dict[str, Any]:
    return {
        "get": {
            "operationId": id_,
            "summary": summary,
            "tags": [tag],
            "responses": {
                "200": {
                    "description": "Het bestand.",
                    "content": {"application/json": {"schema": dict(schema)}},
                },
                "404": {"description": "Dit bestaat niet."},
            },
        }
    }
