"""Break a real file of every kind, field by field: something must be said, at the right line.

A field that can be broken without anyone noticing is a field that can lie.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import cast

import pytest
from pydantic import BaseModel

from macros.check.coherence import termen_bestaan, verwijzingen_bestaan
from macros.check.dekking import velden_verantwoord
from macros.check.identity import id_is_bestandsnaam
from macros.corpus.corpus import TABLES, Corpus, Vindplaats, Walked, build_corpus
from macros.corpus.ingest import VOCABULAIRES
from macros.load.error import Error, Pad, Position
from macros.load.tree import YamlFile, read_yaml
from macros.model.base import Record
from macros.model.soorten import PER_FOLDER, Bestandsrecord
from macros.model.validate import CLOSE_BY, TRAILING_FIELDS, validate_model
from macros.model.vocabulaire import Vocabulaire
from macros.model.walk import Merk, walk
from tests.factory import naar_yaml
from tests.mutation import Mutation, mutations, thinned, vormen_of

STANDALONE = {table.file_name: table for table in TABLES}
SOORTEN: dict[str, type[BaseModel]] = {
    **PER_FOLDER,
    VOCABULAIRES: Vocabulaire,
    **{naam: table.model for naam, table in STANDALONE.items()},
}


def test_a_file_of_every_kind_in_data_is_broken(root: Path) -> None:
    data = root / "data"
    first_part = {pad.relative_to(data).parts[0] for pad in data.rglob("*.yml")}
    assert first_part == set(SOORTEN)


def example(corpus: Corpus, naam: str) -> tuple[str, YamlFile]:
    """Return the file of this kind that shows most fields, with the id it is read under."""
    begin = f"data/{naam}" if naam in STANDALONE else f"data/{naam}/"
    candidates = {
        sleutel: plaats.file
        for sleutel, plaats in corpus.read.items()
        if plaats.file.naam.startswith(begin) and not plaats.pad
    }
    sleutel = max(candidates, key=lambda candidate: len(vormen_of(candidates[candidate].waarde)))
    return sleutel, candidates[sleutel]


def required(record: BaseModel) -> Iterator[Pad]:
    """Yield the path of every field that its model demands."""
    for pad, waarde, _ in walk(record):
        if isinstance(waarde, BaseModel):
            for naam, veld in type(waarde).model_fields.items():
                if veld.is_required():
                    yield (*pad, veld.alias or naam)


def marks(record: BaseModel) -> dict[Pad, Merk]:
    """Return the path of every reference and term."""
    return {pad: mark for pad, _, mark in walk(record) if mark is not None}


@cache
def _without_rows(corpus: Corpus) -> dict[str, BaseModel]:
    return {table.naam: [*table.with_id(corpus.tables[table.naam])][-1][2] for table in TABLES}


@cache
def _walked(corpus: Corpus) -> Walked:
    """Return what stands in the tables, which do not change: they are looked into once."""
    del corpus
    return {}


def small_corpus(corpus: Corpus, sleutel: str, file: YamlFile, record: BaseModel) -> Corpus:
    """Index only what was changed; the rest of the corpus does not become different by it."""
    standalone = STANDALONE.get(file.naam.removeprefix("data/"))
    return build_corpus(
        records={sleutel: cast("Bestandsrecord", record)} if sleutel in corpus.records else {},
        vocabulaires=corpus.vocabulaires,
        tables=_without_rows(corpus) | ({standalone.naam: record} if standalone else {}),
        read={**corpus.read, sleutel: Vindplaats(file)},
        walked=_walked(corpus),
    )


def found(corpus: Corpus, sleutel: str, file: YamlFile, model: type[BaseModel]) -> list[Error]:
    """Read the changed file and run the rules that look at one record."""
    record, errors = validate_model(file, model)
    if record is None:
        return errors
    small = small_corpus(corpus, sleutel, file, record)
    whole = dataclasses.replace(small, records=corpus.records, per_cbs=corpus.per_cbs)
    errors = [
        *verwijzingen_bestaan(whole),
        *termen_bestaan(small),
        *id_is_bestandsnaam(small),
        *velden_verantwoord(small),
    ]
    return [error for error in errors if error.file == file.naam]


def plaatsen_after(mutation: Mutation, base: YamlFile) -> dict[Pad, Position]:
    """Return where everything stands after the change: a new name where the old one stood."""
    if mutation.soort not in ("naam", "weg"):
        return dict(base.positions)
    depth = len(mutation.pad)
    over = {pad: place for pad, place in base.positions.items() if pad[:depth] != mutation.pad}
    if mutation.soort == "naam":
        over[mutation.points_to] = base.position(mutation.pad)
    return over


def beside(mutation: Mutation, base: YamlFile, errors: list[Error]) -> bool:
    """Tell whether a field that is gone is reported close to where it stood.

    What closes a record may have stood anywhere: the end of the file is its place too.
    """
    others = {place for pad, place in base.positions.items() if pad[:1] != mutation.pad}
    stood_at = base.positions[mutation.pad]
    before_it = max((place.regel for place in others if place < stood_at), default=1)
    regels = range(before_it - CLOSE_BY, stood_at.regel + CLOSE_BY + 1)
    end = max(others, default=Position()).regel
    ending = mutation.pad[0] in TRAILING_FIELDS
    return any(error.regel in regels or (ending and error.regel == end) for error in errors)


def escaped(mutation: Mutation, file: YamlFile, base: YamlFile, errors: list[Error]) -> str | None:
    """Return what is wrong with the messages about one change; None if they are right."""
    plaats = file.position(mutation.points_to)
    if not errors:
        return "niemand merkt het"
    if not all(error.file == file.naam and error.remedy for error in errors):
        return f"verkeerd bestand of geen herstel: {errors}"
    if mutation.soort == "weg":
        return None if beside(mutation, base, errors) else f"niet bij {plaats}: {errors}"
    if (plaats.regel, plaats.column) not in {(error.regel, error.column) for error in errors}:
        return f"niet op {plaats}: {errors}"
    return None


@pytest.mark.parametrize("naam", SOORTEN)
def test_every_broken_field_gives_a_message_on_the_right_line(corpus: Corpus, naam: str) -> None:
    model = SOORTEN[naam]
    sleutel, whole = example(corpus, naam)
    # A table or tool may need two of everything (a question has two answers); records do not.
    tekst = naar_yaml(thinned(whole.waarde, set(), at_least=2 if naam in STANDALONE else 1))
    base, _ = read_yaml(tekst, whole.naam)
    assert base is not None
    record, errors = validate_model(base, model)
    assert record is not None, errors
    requirements = set(required(record))
    if isinstance(record, Record):
        open_ = {vraag.veld for vraag in record.onbekend}
        requirements |= {
            (veld,) for veld in record.velden_verplicht_verantwoord if veld not in open_
        }
    problems, aantal = [], 0
    for mutation in mutations(base.waarde, requirements, marks(record)):
        gebroken = YamlFile(whole.naam, mutation.tree, plaatsen_after(mutation, base))
        problem = escaped(mutation, gebroken, base, found(corpus, sleutel, gebroken, model))
        if problem:
            problems.append(f"{mutation}: {problem}")
        aantal += 1
    assert problems == []
    assert aantal >= 3 * len(vormen_of(base.waarde) - {()})
