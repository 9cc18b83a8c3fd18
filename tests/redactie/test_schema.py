"""What follows from the model is in the repository as it is, and is understood by an editor."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from macros.corpus.corpus import Corpus
from macros.model.soorten import SOORTEN
from macros.redactie.lookup import FILE, lookup
from macros.redactie.schema import keuzebestand, schemabestanden
from macros.redactie.velden import UITLEG, models, velden

GENERATED = {**schemabestanden(), FILE: lookup()}


@pytest.mark.parametrize("naam", GENERATED)
def test_what_follows_from_the_model_is_in_the_repository(root: Path, naam: str) -> None:
    fixed = (root / naam).read_text(encoding="utf-8")
    assert fixed == GENERATED[naam], "doe: .venv/bin/kennisbank schema"


def test_each_field_is_explained_and_no_explanation_is_superfluous() -> None:
    namen = {veld.naam for model in models() for veld in velden(model)}
    class_names = {
        f"{class_name.__name__}.{veld.naam}"
        for model in models()
        for veld in velden(model)
        for class_name in model.__mro__
    }
    assert [sleutel for sleutel in UITLEG if sleutel not in namen | class_names] == []
    assert all(re.search(r"[.?]$", uitleg) for uitleg in UITLEG.values())


def _verwijzingen(schema: object) -> set[str]:
    if isinstance(schema, list):
        return set().union(*map(_verwijzingen, schema))
    if isinstance(schema, dict):
        here = {schema["$ref"]} if "$ref" in schema else set()
        return here.union(*map(_verwijzingen, schema.values()))
    return set()


def test_each_reference_in_a_schema_exists(corpus: Corpus) -> None:
    choices = json.loads(keuzebestand(corpus))["$defs"]
    for soort in SOORTEN:
        schema = json.loads(GENERATED[f".vscode/schemas/{soort.mapnaam}.json"])
        for verwijzing in _verwijzingen(schema):
            file, _, naam = verwijzing.partition("#/$defs/")
            assert naam in (choices if file else schema["$defs"]), verwijzing


def test_a_required_field_is_required_in_the_schema() -> None:
    schema = json.loads(GENERATED[".vscode/schemas/begrippen.json"])
    assert {"id", "titel", "samenvatting", "groep", "uitleg"} <= set(schema["required"])
    assert "voluit" not in schema["required"]
    assert schema["properties"]["groep"]["$ref"] == "keuzen.json#/$defs/term-begripgroep"
