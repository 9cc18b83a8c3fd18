"""What a page says it read is all that it rests on: the rest may change without the page."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import pytest
from pydantic import BaseModel

from macros.corpus.corpus import Corpus
from macros.corpus.read_log import EVERYTHING, ReadLog
from macros.model.soorten import Bestandsrecord
from macros.pages.pagina import Pagina
from macros.pages.record_pages import all_pages
from tests.factory import rebuilt

CHANGED_SENTENCE = "Deze zin is anders dan hij was."


@pytest.fixture(scope="module")
def now(every_page: Sequence[Pagina]) -> Mapping[str, Pagina]:
    return {pagina.pad: pagina for pagina in every_page}


def _changed(record: Bestandsrecord) -> Bestandsrecord:
    veld = "samenvatting" if "samenvatting" in type(record).model_fields else "uitgever"
    return record.model_copy(update={veld: CHANGED_SENTENCE, "titel": CHANGED_SENTENCE})


def rests_on(read: ReadLog, record: BaseModel, id_: str) -> bool:
    """Tell whether a page with this log has seen a record."""
    itself = {("records", id_), ("records", EVERYTHING)}
    soorten = {("per_soort", class_name) for class_name in type(record).__mro__}
    return bool(read & (itself | soorten))


# Each makes all pages again. The first will do while one works; all run in ``make test``.
@pytest.mark.parametrize(
    "nth", [0, *(pytest.param(nth, marks=pytest.mark.bouwt) for nth in range(1, 6))]
)
def test_a_page_changes_only_with_what_it_read(
    corpus: Corpus, now: Mapping[str, Pagina], nth: int
) -> None:
    choose = random.Random(f"gelezen {nth}")  # noqa: S311 - a sample, no secret
    id_ = choose.choice(sorted(corpus.records))
    record = corpus.records[id_]
    after_that = {pagina.pad: pagina for pagina in all_pages(rebuilt(corpus, [_changed(record)]))}
    touched = {pad for pad, pagina in now.items() if rests_on(pagina.read, record, id_)}
    otherwise = {pad for pad in now if _visible(now[pad]) != _visible(after_that[pad])}
    assert otherwise, id_
    assert otherwise <= touched, id_
    assert len(touched) < len(now)


def _visible(pagina: Pagina) -> tuple[str, str, str, str]:
    return pagina.titel, pagina.description, pagina.kop, str(pagina.inhoud)


def test_each_page_tells_what_it_read(now: Mapping[str, Pagina]) -> None:
    assert [pad for pad, pagina in now.items() if not pagina.read] == []
