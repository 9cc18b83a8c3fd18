"""A statement has one name: on its page, in the API, in the linked data and in the tables."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest

from macros.blad.opendata import API, CLAIMS, KINDS, csv_path, list_path, turtle_path
from macros.corpus.corpus import Corpus
from macros.exports.gather import Data, gather
from macros.exports.graph import name_of
from tests.site.built import Site


@pytest.fixture(scope="module")
def data(corpus: Corpus) -> Data:
    return gather(corpus)


def _lacking(data: Data, site: Site) -> list[str]:
    """Return the statements that their page does not have under their name, exactly once."""
    pages = {pagina.url: pagina for pagina in site}
    texts: dict[str, dict[str, list[str]]] = {}
    lacking = []
    for claim in data.claims:
        pad, _, anchor = name_of(claim).partition("#")
        if pad not in texts:
            texts[pad] = defaultdict(list)
            for node in pages[pad].tree.css("[id]"):
                texts[pad][node.attributes["id"] or ""].append(" ".join(node.text().split()))
        said = texts[pad][anchor]
        if len(said) != 1 or " ".join(claim.bewering.tekst.split()) not in said[0]:
            lacking.append(claim.key)
    return lacking


def test_each_statement_stands_on_its_page_under_its_name(data: Data, site: Site) -> None:
    assert len(data.claims) > 1500
    assert _lacking(data, site) == []


def _keys(value: object) -> Iterator[Any]:
    match value:
        case dict():
            if {"sleutel", "tekst", "bronnen"} <= value.keys():
                yield value["sleutel"], value["tekst"]
            for part in value.values():
                yield from _keys(part)
        case list():
            for part in value:
                yield from _keys(part)


def test_the_api_the_tables_and_the_linked_data_use_that_name(data: Data, site: Site) -> None:
    expected = {(claim.key, claim.bewering.tekst) for claim in data.claims}
    api = {
        pair
        for kind in KINDS.values()
        for pair in _keys(json.loads((site.map / list_path(kind.name)).read_bytes()))
    }
    assert api == expected
    text = (site.map / csv_path(CLAIMS)).read_text(encoding="utf-8-sig")
    rows = csv.DictReader(io.StringIO(text), delimiter=";")
    assert {row["sleutel"] for row in rows} == {key for key, _ in expected}
    linked = "".join(
        (site.map / turtle_path(kind)).read_text(encoding="utf-8")
        for kind in KINDS.values()
        if kind.linked
    )
    assert [claim.key for claim in data.claims if f"\n<{name_of(claim)}> a" not in linked] == []
    assert (site.map / API).is_dir()
