"""The JSON holds what the data hold, and fits the schemas and the description of the API."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate
from pydantic import BaseModel

from macros.blad.opendata import (
    API,
    CUTS,
    INDEX,
    KINDS,
    MUNICIPAL_STATES,
    item_path,
    list_path,
    schema_path,
)
from macros.exports.gather import Data
from macros.exports.schemas import schema_of
from macros.model.base import Record
from macros.model.kennis import Vraag
from macros.model.organisatie import Gemeente
from macros.model.soorten import PER_SOORT
from macros.model.walk import walk

MAX_BYTES = 12_000_000
ADDED = frozenset({"id", "soort", "adres", "waarschuwing", "genoemd_door"})


@pytest.fixture(scope="module")
def read(files: Mapping[str, bytes]) -> Mapping[str, Any]:
    return {pad: json.loads(inhoud) for pad, inhoud in files.items() if pad.startswith(API)}


def test_every_file_fits_its_schema(read: Mapping[str, Any], data: Data) -> None:
    site = data.corpus.site.adres
    schemas = {pad: content for pad, content in read.items() if pad.startswith(f"{API}schema/")}
    checkers = {}
    for pad, schema in schemas.items():
        Draft202012Validator.check_schema(schema)
        assert schema["$id"] == site + pad
        checkers[site + pad] = Draft202012Validator(schema, format_checker=FormatChecker())
    rest = read.keys() - schemas.keys() - {f"{API}openapi.json"}
    used = set()
    for pad in rest:
        checker = checkers[read[pad]["schema"]]
        assert [error.message for error in checker.iter_errors(read[pad])] == [], pad
        used.add(read[pad]["schema"])
    assert used == checkers.keys()


@pytest.mark.parametrize("name", [*CUTS, INDEX])
def test_the_schema_of_a_list_bites(name: str, read: Mapping[str, Any]) -> None:
    whole = read[list_path(name)]
    checker = Draft202012Validator(read[schema_path(name)])
    listed = "soorten" if name == INDEX else "items"
    first = next(iter(whole[listed])) if name == MUNICIPAL_STATES else 0
    assert not checker.is_valid(whole | {"veld": 1})
    for field in whole[listed][first]:
        other = json.loads(json.dumps(whole))
        other[listed][first][field] = 1.5
        assert not checker.is_valid(other), field
    other = json.loads(json.dumps(whole))
    other[listed][first]["onbekend veld"] = "x"
    assert not checker.is_valid(other)


@pytest.mark.parametrize(
    ("place", "value"),
    [(("onbekend veld",), 1), (("stand",), 2024), (("zekerheid",), "zeker"), (("sleutel",), None)],
)
def test_the_schema_bites(place: tuple[str], value: object, read: Mapping[str, Any]) -> None:
    content = json.loads(json.dumps(read[list_path("leerpunten")]))
    content["items"][0]["situatie"][0][place[0]] = value
    schema = read[schema_path(KINDS["leerpunt"])]
    assert not Draft202012Validator(schema).is_valid(content)


def test_the_description_is_openapi_and_names_every_file(
    read: Mapping[str, Any], folder: Path
) -> None:
    description = folder / f"{API}openapi.json"
    spec = json.loads(description.read_bytes())
    validate(spec, base_uri=description.as_uri())
    patterns = [re.sub(r"\\\{naam\\\}", "[a-z0-9-]+", re.escape(path)) for path in spec["paths"]]
    served = {f"/{pad.removeprefix(API)}" for pad in read if "/schema/" not in pad}
    served.discard("/openapi.json")
    assert [pad for pad in served if not any(re.fullmatch(p, pad) for p in patterns)] == []
    assert [p for p in patterns if not any(re.fullmatch(p, pad) for pad in served)] == []
    # Design rules for REST in the Dutch government: plural lower-case nouns, no slash at the end.
    assert [
        p for p in spec["paths"] if not re.fullmatch(r"(/([a-z0-9-]+|\{naam\}))+\.json", p)
    ] == []


def _plain(model: BaseModel) -> list[str]:
    """Return every plain value of a record, as the data have it."""
    return sorted(
        str(getattr(value, "notation", lambda value=value: value)())
        for _, value, _ in walk(model)
        if not isinstance(value, BaseModel)
    )


def _leaves(value: object, *, top: bool = False) -> Iterator[object]:
    match value:
        case dict():
            is_claim = {"sleutel", "tekst", "bronnen"} <= value.keys()
            for name, part in value.items():
                added = (top and name in ADDED) or (is_claim and name in ("sleutel", "adres"))
                if not added:
                    yield from _leaves(part)
        case list():
            for part in value:
                yield from _leaves(part)
        case _:
            yield str(value)


def test_every_value_of_every_record_comes_back(read: Mapping[str, Any], data: Data) -> None:
    for kind in KINDS.values():
        items = read[list_path(kind.name)]["items"]
        assert [item["id"] for item in items] == [thing.id for thing in data.things[kind.id_]]
        for item, thing in zip(items, data.things[kind.id_], strict=True):
            got = sorted(map(str, _leaves(item, top=True)))
            if isinstance(thing.model, Gemeente):
                got.remove(item["stand"])
            if hasattr(thing.model, "id"):
                got = sorted([*got, item["id"]])
            assert got == _plain(thing.model), thing.id


def test_one_thing_is_the_same_in_its_own_file(read: Mapping[str, Any], data: Data) -> None:
    for kind in (kind for kind in KINDS.values() if kind.items):
        for item, thing in zip(
            read[list_path(kind.name)]["items"], data.things[kind.id_], strict=True
        ):
            assert read[item_path(kind, thing.slug)]["item"] == item


def test_a_schema_is_of_the_class_that_reads_the_data() -> None:
    for soort, model in PER_SOORT.items():
        properties = schema_of("https://x.example/", KINDS[soort])["$defs"]["_item"]["properties"]
        names = {field.alias or name for name, field in model.model_fields.items()}
        assert properties.keys() == names | ADDED


def test_no_name_of_ours_takes_that_of_a_field() -> None:
    for soort, model in PER_SOORT.items():
        names = {field.alias or name for name, field in model.model_fields.items()}
        assert names & (ADDED - {"id"}) == set(), soort


def test_every_address_in_the_index_is_a_file(read: Mapping[str, Any], data: Data) -> None:
    site = data.corpus.site.adres
    index = read[f"{API}index.json"]
    named = {one["adres"] for one in (*index["soorten"], *index["lijsten"])}
    named |= {one["schema"] for one in (*index["soorten"], *index["lijsten"])}
    named |= {index["openapi"], index["schema"]}
    assert {adres.removeprefix(site) for adres in named} <= read.keys()
    items = {pad for kind in KINDS.values() for pad in read if pad.startswith(f"{API}{kind.name}/")}
    assert {site + pad for pad in read.keys() - items} == named | {index["adres"]}


def test_a_question_that_several_pages_ask_stands_there_once(
    read: Mapping[str, Any], data: Data
) -> None:
    for pad, content in read.items():
        if pad.startswith(list_path("open-vragen").removesuffix(".json")):
            asked = [(one["vraag"], json.dumps(one["aan"])) for one in content["items"]]
            assert len(set(asked)) == len(asked), pad
    told = [q for one in data.questions for q in (one, *one.also)]
    asked_at = [(id_, one.vraag) for id_, _, one in data.corpus.onbekend]
    asked_at += [(one.id, one.titel) for one in data.corpus.every(Vraag)]
    assert Counter((one.from_.id, one.text) for one in told) == Counter(asked_at)
    several = [one for one in read[list_path("open-vragen")]["items"] if "ook_bij" in one]
    assert len(several) > 1
    for one in several:
        for other in one["ook_bij"]:
            assert other["sleutel"].startswith(other["over"]["id"])
            assert other["adres"] != one["adres"]


def test_a_question_and_the_state_of_towns_say_when_they_were_checked(
    read: Mapping[str, Any], data: Data
) -> None:
    corpus = data.corpus
    for one in read[list_path("open-vragen")]["items"]:
        record = corpus.records[one["over"]["id"]]
        assert isinstance(record, Record)
        assert one["gecontroleerd_op"] == record.gecontroleerd.datum.isoformat()
    towns, table = read[list_path("gemeentestand")], corpus.gemeentetabel
    assert towns["gecontroleerd_op"] == table.gecontroleerd.datum.isoformat()
    assert towns["controle_voor"] == table.controle_voor.isoformat()


def test_the_api_stays_small(files: Mapping[str, bytes]) -> None:
    api = sum(len(inhoud) for pad, inhoud in files.items() if pad.startswith(API))
    assert api <= MAX_BYTES
