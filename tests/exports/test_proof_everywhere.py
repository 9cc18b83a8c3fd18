"""Every output of every kind: no statement without its source, date, certainty and mark."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pytest

from macros.blad.opendata import (
    CLAIMS,
    KINDS,
    Kind,
    csv_path,
    item_path,
    list_path,
    markdown_path,
    turtle_path,
)
from macros.blad.zinnen import DENKBEELDIG
from macros.exports.gather import Data, Thing
from macros.exports.opvragen import show
from macros.model.base import Bewering
from macros.model.dates import dag_in_words


@dataclass(frozen=True)
class Form:
    """One form: which file holds a thing, how it falls apart, and how it words certainty."""

    path: Callable[[Kind, Thing], str]
    units: Callable[[str, Thing], Iterator[str]]
    certainty: Callable[[Data, Bewering], str]
    date: Callable[[Bewering], str]
    source: Callable[[str], str]


def _key(data: Data, one: Bewering) -> str:
    del data
    return one.zekerheid


def _label(data: Data, one: Bewering) -> str:
    return data.corpus.term("zekerheid", one.zekerheid).label


def _notation(one: Bewering) -> str:
    return one.stand.notation() if one.stand.dated else ""


def _words(one: Bewering) -> str:
    return str(one.stand)


def _slug(id_: str) -> str:
    return id_.partition(":")[2]


@lru_cache(maxsize=4)
def _items(text: str) -> Mapping[str, Any]:
    content = json.loads(text)
    items = [content["item"]] if "item" in content else content["items"]
    return {item["id"]: item for item in items}


def _json(text: str, thing: Thing) -> Iterator[str]:
    item = _items(text)[thing.id]
    yield from _claims(item, item.get("waarschuwing", ""))


def _claims(value: Any, warning: str) -> Iterator[str]:  # noqa: ANN401  what JSON has
    if isinstance(value, dict):
        if {"tekst", "bronnen", "zekerheid"} <= value.keys():
            yield json.dumps([value, warning], ensure_ascii=False)
        for part in value.values():
            yield from _claims(part, warning)
    elif isinstance(value, list):
        for part in value:
            yield from _claims(part, warning)


@lru_cache(maxsize=4)
def _per_thing(text: str) -> Mapping[str, Sequence[str]]:
    rows: dict[str, list[str]] = defaultdict(list)
    for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"):
        rows[row["over_id"]].append("\n".join(row.values()))
    return rows


def _rows(text: str, thing: Thing) -> Iterator[str]:
    yield from _per_thing(text)[thing.id]


@lru_cache(maxsize=4)
def _per_heading(text: str) -> Mapping[str, str]:
    parts = [part.partition("\n") for part in f"\n{text}".split("\n## ")[1:]]
    return {heading: rest for heading, _, rest in parts}


def _lines(text: str, thing: Thing) -> Iterator[str]:
    part = _per_heading(text)[_plain(thing.title)]
    warning = DENKBEELDIG if DENKBEELDIG in part else ""
    for line in part.split("\n"):
        yield re.sub(r"\\([\\`*_\[\]<>|#&~])", r"\1", f"{line} {warning}")


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|#&~])", r"\\\1", text)


@lru_cache(maxsize=4)
def _per_page(text: str) -> Mapping[str, Sequence[str]]:
    blocks: dict[str, list[str]] = defaultdict(list)
    for block in text.split(" .\n"):
        if found := re.search(r"schema:isPartOf <([^>]*)>", block):
            blocks[found[1]].append(block.replace('\\"', '"'))
    return blocks


def _blocks(text: str, thing: Thing) -> Iterator[str]:
    yield from _per_page(text)[thing.path]


FORMS: Mapping[str, Form] = {
    "lijst van de API": Form(
        lambda kind, _: list_path(kind.name), _json, _key, _notation, lambda id_: f'"{id_}"'
    ),
    "stuk van de API": Form(
        lambda kind, thing: item_path(kind, thing.slug) if kind.items else "",
        _json,
        _key,
        _notation,
        lambda id_: f'"{id_}"',
    ),
    "tabel": Form(lambda *_: csv_path(CLAIMS), _rows, _label, _notation, _slug),
    "Markdown": Form(
        lambda kind, _: markdown_path(kind) if kind.told else "", _lines, _label, _words, _slug
    ),
    "Turtle": Form(
        lambda kind, _: turtle_path(kind) if kind.linked else "",
        _blocks,
        lambda _, one: f"zekerheid-{one.zekerheid}",
        _notation,
        lambda id_: f"<bronnen/{_slug(id_).lower()}/>",
    ),
}


def _without_proof(
    name: str, data: Data, files: Mapping[str, bytes], kinds: Iterable[str]
) -> list[str]:
    """Return the statements on these kinds that one form tells without all of their proof."""
    form, bare = FORMS[name], []
    texts: dict[str, str] = {}
    for kind in kinds:
        for thing in data.things[kind]:
            own = [claim for claim in thing.claims if claim.from_.id == thing.id]
            path = form.path(thing.kind, thing)
            if not own or not path:
                continue
            text = texts.setdefault(path, files[path].decode())
            units = [*form.units(text, thing)]
            for claim in own:
                one = claim.bewering
                needs = [one.tekst, form.certainty(data, one), form.date(one)]
                needs += [form.source(id_) for id_ in one.bronnen]
                needs += [DENKBEELDIG] * claim.imaginary
                if not any(all(need in unit for need in needs) for unit in units):
                    bare.append(claim.key)
    return bare


@pytest.mark.parametrize("name", FORMS)
def test_no_form_tells_a_statement_without_its_proof(
    name: str, data: Data, files: Mapping[str, bytes]
) -> None:
    assert _without_proof(name, data, files, KINDS) == []


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("what", ["certainty", "source", "date", "mark"])
def test_the_walk_sees_what_is_missing(
    name: str, what: str, data: Data, files: Mapping[str, bytes]
) -> None:
    kind = KINDS["mvtpunt"]
    (thing, *_) = data.things["mvtpunt"]
    claim = next(one for one in thing.claims if one.bewering.stand.dated)
    form, one = FORMS[name], claim.bewering
    gone = {
        "certainty": form.certainty(data, one),
        "source": form.source(one.bronnen[0]),
        "date": form.date(one),
        "mark": DENKBEELDIG,
    }[what]
    path = form.path(kind, thing)
    text = files[path].decode()
    assert gone in text
    broken = {**files, path: text.replace(gone, '""' if gone[0] == '"' else "").encode()}
    assert claim.key in _without_proof(name, data, broken, ["mvtpunt"])


def test_the_command_tells_a_statement_with_its_proof_too(data: Data) -> None:
    for kind in KINDS.values():
        if kind.told:
            (thing, *_) = data.things[kind.id_]
            text = show(data, thing.id, as_json=True)
            assert json.loads(text)["peildatum"] == data.corpus.site.peildatum
            assert (DENKBEELDIG in text) == kind.imaginary
            claims = [*_claims(json.loads(text)["item"], "")]
            assert len(claims) == len(thing.claims)


def test_every_file_says_as_of_when_and_the_imaginary_ones_say_so(
    data: Data, files: Mapping[str, bytes]
) -> None:
    day = data.corpus.site.peildatum
    words = {day, dag_in_words(data.corpus.site.peildag)}
    for path, content in files.items():
        if "/schema/" in path or path.endswith((".ods", "openapi.json", "termen.ttl")):
            continue
        text = content.decode()
        assert any(word in text for word in words), path
    for kind in (kind for kind in KINDS.values() if kind.imaginary):
        for path in (list_path(kind.name), csv_path(kind.name), markdown_path(kind)):
            assert DENKBEELDIG in files[path].decode(), path
