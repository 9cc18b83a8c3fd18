"""The forms in the browser have a field for all that the model has, and the site none of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from pydantic import BaseModel

from macros import cli
from macros.corpus.corpus import Corpus
from macros.model.soorten import SOORTEN
from macros.redactie.cms import BACKENDS, CONFIG, LOCAL, PAGE, SCRIPT, cms_files, collections
from macros.redactie.velden import blocks, velden
from tests.factory import make_complete_corpus, write
from tests.test_cli import write_docs


def _in_model(model: type[BaseModel], begin: str = "") -> Iterator[str]:
    for veld in velden(model):
        yield begin + veld.naam
        for block in blocks(veld.info):
            yield from _in_model(block, f"{begin}{veld.naam}.")


def _in_form(fields: Sequence[Mapping[str, object]], begin: str = "") -> Iterator[str]:
    for field in fields:
        yield f"{begin}{field['name']}"
        inner = field.get("fields", ())
        assert isinstance(inner, Sequence)
        yield from _in_form(inner, f"{begin}{field['name']}.")


def test_each_kind_and_each_field_of_it_is_in_the_forms(corpus: Corpus) -> None:
    made = {one["name"]: one for one in collections(corpus)}
    assert [*made] == [soort.mapnaam for soort in SOORTEN]
    for soort in SOORTEN:
        fields = made[soort.mapnaam]["fields"]
        assert isinstance(fields, Sequence)
        assert list(_in_form(fields)) == list(_in_model(soort))


def test_a_missing_field_would_be_seen() -> None:
    (soort, *_) = SOORTEN
    fields = [{"name": veld.naam} for veld in velden(soort)][1:]
    assert list(_in_form(fields)) != list(_in_model(soort))


def test_a_choice_is_made_from_the_words_there_are(corpus: Corpus) -> None:
    (begrippen,) = (one for one in collections(corpus) if one["name"] == "begrippen")
    fields = begrippen["fields"]
    assert isinstance(fields, Sequence)
    (groep,) = (one for one in fields if one["name"] == "groep")
    assert groep["widget"] == "select"
    assert [one["value"] for one in groep["options"]] == [
        term.sleutel for term in corpus.vocabulaires["begripgroep"].termen
    ]


def test_nothing_is_made_or_removed_in_a_form(corpus: Corpus) -> None:
    assert {(one["create"], one["delete"]) for one in collections(corpus)} == {(False, False)}


@pytest.mark.parametrize("backend", BACKENDS)
def test_nothing_of_others_is_fetched(corpus: Corpus, backend: str) -> None:
    files = cms_files(corpus, backend, "groep/kennisbank")
    assert "://" not in files[PAGE]
    assert f'src="{SCRIPT}"' in files[PAGE]
    config = json.loads(files[CONFIG])
    # Whoever looks after the data sees each change before it goes in.
    assert config["publish_mode"] == ("simple" if backend == LOCAL else "editorial_workflow")


def test_the_command_says_what_is_left_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(make_complete_corpus(), tmp_path)
    write_docs(tmp_path, "Tekst.")
    doel = tmp_path / "beheer"
    command = ["--wortel", str(tmp_path), "formulieren", "--naar", str(doel)]
    assert cli.main(command) == cli.GOOD
    assert "uit het npm-pakket decap-cms" in capsys.readouterr().out
    (doel / SCRIPT).touch()
    assert cli.main(command) == cli.GOOD
    assert "npm" not in capsys.readouterr().out
    assert {file.name for file in doel.iterdir()} == {PAGE, CONFIG, SCRIPT}
