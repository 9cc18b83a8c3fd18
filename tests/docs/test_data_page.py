"""What /data/ claims of the files holds: names of fields, addresses, order, words and versions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from macros.blad.opendata import API, CHANGES, KINDS, SCHEMA_VERSION, list_path
from macros.corpus.corpus import Corpus
from macros.exports.all_exports import open_data
from macros.exports.gather import gather
from macros.model.dates import Peildatum

FIELD = re.compile(r"[a-z]+(_[a-z]+)*")
"""Small letters, with an underscore between words."""
BY_ID = frozenset({"bronnen", "items"})
"""Under these stand, in some files, things by their id."""


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs/data.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def api(corpus: Corpus) -> Mapping[str, Any]:
    files = {file.pad: file.inhoud for _, file in open_data(gather(corpus))}
    of_others = (f"{API}schema/", f"{API}openapi")
    return {
        pad: json.loads(inhoud)
        for pad, inhoud in files.items()
        if pad.startswith(API) and not pad.startswith(of_others)
    }


def _fields(value: object, under: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, part in value.items():
            if not (under in BY_ID and re.search(r"[A-Z:]", name)):
                yield name
            yield from _fields(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from _fields(part)


def test_every_field_is_named_by_the_rule(api: Mapping[str, Any]) -> None:
    names = {name for content in api.values() for name in _fields(content)}
    assert len(names) > 100
    assert sorted(name for name in names if not FIELD.fullmatch(name)) == []


def test_every_address_on_the_page_is_a_file(page: str, api: Mapping[str, Any]) -> None:
    named = re.findall(rf"`({API}[^`]*)`", page)
    assert len(named) > 5
    assert [pad for pad in named if pad not in api] == []


def test_every_field_that_the_page_explains_is_there(page: str, api: Mapping[str, Any]) -> None:
    explained = re.findall(r"^`([a-z_]+)`\n: ", page, re.MULTILINE)
    assert {"id", "sleutel", "schema", "stand"} <= {*explained}
    names = {name for content in api.values() for name in _fields(content)}
    assert {*explained} <= names


def test_a_file_of_its_own_has_what_the_page_says_and_nothing_else(page: str) -> None:
    (said,) = re.findall(r"- Van (.*) is er ook een bestand per stuk", page)
    names = {
        "punten van de fictieve toelichting" if kind.imaginary else kind.title.lower()
        for kind in KINDS.values()
        if kind.items
    }
    assert {*re.split(r", | en ", said)} == names


def test_changes_stand_newest_first(api: Mapping[str, Any]) -> None:
    days = [Peildatum.parse(one["datum"]).first_dag() for one in api[list_path(CHANGES)]["items"]]
    assert len(days) > 100
    assert days == sorted(days, reverse=True)


def test_the_page_names_every_certainty(page: str, corpus: Corpus) -> None:
    (said,) = re.findall(r"Hoe zeker de bewering is: (.*?)\. ", page)
    terms = [term.sleutel for term in corpus.vocabulaires["zekerheid"].termen]
    assert sorted(re.findall(r"`(\w+)`", said)) == sorted(terms)


def test_the_change_log_begins_with_the_version_of_the_files(page: str) -> None:
    versions = re.findall(r"^Versie `([0-9.]+)`:", page, re.MULTILINE)
    assert versions[0] == SCHEMA_VERSION
    assert versions == sorted(versions, key=lambda v: [*map(int, v.split("."))], reverse=True)
    assert f"{API}".endswith(f"v{SCHEMA_VERSION.partition('.')[0]}/")
