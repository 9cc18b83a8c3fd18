"""What follows from the model is in the repository as it is, and is understood by an editor."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from macros.corpus.corpus import Corpus
from macros.model.soorten import SOORTEN
from macros.redactie.naslag import BESTAND, naslag
from macros.redactie.schema import keuzebestand, schemabestanden
from macros.redactie.velden import UITLEG, modellen, velden

GEMAAKT = {**schemabestanden(), BESTAND: naslag()}


@pytest.mark.parametrize("naam", GEMAAKT)
def test_wat_uit_het_model_volgt_is_vastgelegd(wortel: Path, naam: str) -> None:
    vast = (wortel / naam).read_text(encoding="utf-8")
    assert vast == GEMAAKT[naam], "doe: .venv/bin/kennisbank schema"


def test_elk_veld_is_uitgelegd_en_geen_uitleg_is_overbodig() -> None:
    namen = {veld.naam for model in modellen() for veld in velden(model)}
    klassen = {
        f"{klasse.__name__}.{veld.naam}"
        for model in modellen()
        for veld in velden(model)
        for klasse in model.__mro__
    }
    assert [sleutel for sleutel in UITLEG if sleutel not in namen | klassen] == []
    assert all(re.search(r"[.?]$", uitleg) for uitleg in UITLEG.values())


def _verwijzingen(schema: object) -> set[str]:
    if isinstance(schema, list):
        return set().union(*map(_verwijzingen, schema))
    if isinstance(schema, dict):
        hier = {schema["$ref"]} if "$ref" in schema else set()
        return hier.union(*map(_verwijzingen, schema.values()))
    return set()


def test_elke_verwijzing_in_een_schema_bestaat(corpus: Corpus) -> None:
    keuzen = json.loads(keuzebestand(corpus))["$defs"]
    for soort in SOORTEN:
        schema = json.loads(GEMAAKT[f".vscode/schemas/{soort.mapnaam}.json"])
        for verwijzing in _verwijzingen(schema):
            bestand, _, naam = verwijzing.partition("#/$defs/")
            assert naam in (keuzen if bestand else schema["$defs"]), verwijzing


def test_een_verplicht_veld_heet_zo_in_het_schema() -> None:
    schema = json.loads(GEMAAKT[".vscode/schemas/begrippen.json"])
    assert {"id", "titel", "samenvatting", "groep", "uitleg"} <= set(schema["required"])
    assert "voluit" not in schema["required"]
    assert schema["properties"]["groep"]["$ref"] == "keuzen.json#/$defs/term-begripgroep"
