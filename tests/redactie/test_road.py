"""What the talk knows by name is there: fields of a model, and terms of a vocabulary."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pytest
from pydantic import BaseModel

from macros.corpus.corpus import Corpus
from macros.redactie import asking, form, found, road

TERMS: Mapping[str, Collection[str]] = {
    "bronsoort": {*road.NATURE, *asking.OWN_WORD, *asking.LIKELY, *form._DECIDES},  # noqa: SLF001
    "gezien": {*road.CERTAIN},
    "spoorstatus": {*asking._WITHOUT_BILL, *found._STATUS_OF},  # noqa: SLF001
    "aard": {*road.NATURE.values()},
    "zekerheid": {*road.CERTAIN.values()},
}
BY_MODEL: Mapping[str, Mapping[type[BaseModel], Collection[str]]] = {
    "nearly always": road.NEARLY_ALWAYS,
    "first": road._FIRST,  # noqa: SLF001
    "at once": road.AT_ONCE,
    "all at once": road.ALL_AT_ONCE,
    "from steps": road.FROM_STEPS,
}


@pytest.mark.parametrize("naam", TERMS)
def test_each_term_is_one_of_its_vocabulary(naam: str, corpus: Corpus) -> None:
    assert TERMS[naam]
    assert {*TERMS[naam]} <= {term.sleutel for term in corpus.vocabulaires[naam].termen}


@pytest.mark.parametrize("naam", BY_MODEL)
def test_each_field_is_one_of_its_model(naam: str) -> None:
    for model, fields in BY_MODEL[naam].items():
        assert {*fields} <= {*model.model_fields}, model
