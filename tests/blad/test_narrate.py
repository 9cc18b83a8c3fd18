"""The page model tells everything of a record, once, with what holds a statement to its proof."""

from __future__ import annotations

import dataclasses

import pytest

from macros.blad.blad import Blad, Point, Points
from macros.blad.narrate import Narrator, sleutel
from macros.blad.spelling import stuknummer
from macros.blad.zinnen import INLEIDING, LET_OP
from macros.corpus.corpus import Corpus, Relatie
from macros.model.base import Bewering, Record
from macros.model.kennis import Bron
from macros.model.walk import walk
from tests.factory import make_begrip, make_bewering, make_bron, make_corpus


@pytest.mark.parametrize(
    ("nummer", "written"),
    [
        ("34477", "34 477"),
        ("34477-84", "34 477, nr. 84"),
        ("35010-C", "35 010, C"),
        ("36410-XV-21", "36 410 XV, nr. 21"),
    ],
)
def test_a_kamerstuk_is_written_as_parliament_writes_it(nummer: str, written: str) -> None:
    assert stuknummer(nummer) == written


def _referred_to(corpus: Corpus, *relaties: tuple[str, tuple[str | int, ...]]) -> Narrator:
    """Return a teller for whom these records, by these fields, refer to PMM."""
    naar = "organisatie:pmm"
    back = {naar: [Relatie(from_, pad, naar, ()) for from_, pad in relaties]}
    return Narrator(dataclasses.replace(corpus, back=back))


def test_relations_name_each_record_once_in_order_of_kind(corpus: Corpus) -> None:
    begrip = next(id_ for id_ in corpus.records if id_.startswith("begrip:"))
    wet = next(id_ for id_ in corpus.records if id_.startswith("wet:"))
    kb = _referred_to(
        corpus,
        (begrip, ("zie", 0)),
        (wet, ("ministeries", 0, "organisatie")),
        (wet, ("ministeries", 1, "organisatie")),
    )
    assert [
        (connection.kop, [doel.id for doel in connection.doelen])
        for connection in kb.connections("organisatie:pmm", ())
    ] == [("Wetten", [wet]), ("Begrippen", [begrip])]


def test_a_question_a_source_or_a_table_row_is_no_relation(corpus: Corpus) -> None:
    vraag = next(id_ for id_ in corpus.records if id_.startswith("vraag:"))
    kb = _referred_to(
        corpus,
        (vraag, ("aan", 0)),
        (vraag, ("onbekend", 0, "aan", 0)),
        ("bron:N24", ("zie", 0)),
        ("gemeente:GM0363", ("buren", 0)),
    )
    assert kb.connections("organisatie:pmm", ()) == ()


def test_a_record_nothing_refers_to_has_no_relations(corpus: Corpus) -> None:
    assert _referred_to(corpus).connections("wet:participatiewet", ()) == ()


def test_a_record_that_the_page_lists_already_is_not_listed_again(corpus: Corpus) -> None:
    wet, begrip = "wet:participatiewet", "begrip:briefadres"
    kb = _referred_to(corpus, (wet, ("ministeries", 0)), (begrip, ("zie", 0)))
    (connection,) = kb.connections("organisatie:pmm", {wet})
    assert [doel.id for doel in connection.doelen] == [begrip]


def test_every_shown_relation_is_a_reference_in_the_data(corpus: Corpus) -> None:
    kb = Narrator(corpus)
    aantal = 0
    for id_, record in corpus.records.items():
        if isinstance(record, Bron):
            continue
        from_ = {relatie.from_ for relatie in corpus.back.get(id_, ())}
        shown = [doel.id for connection in kb.connections(id_, ()) for doel in connection.doelen]
        assert set(shown) <= from_
        assert len(shown) == len(set(shown))
        aantal += len(shown)
    assert aantal > 0


def _points(blad: Blad) -> list[Point]:
    blocks = [block for sectie in blad.secties for block in sectie.blocks]
    points = [point for block in blocks if isinstance(block, Points) for point in block.points]
    return [blad.samenvatting, *points]


def test_every_statement_is_told_once_with_a_key_of_its_own(corpus: Corpus) -> None:
    sleutels: set[str] = set()
    for record in corpus.every(Record):
        points = [point for point in _points(Narrator(corpus).blad(record)) if point.figure is None]
        told = [point.bewering for point in points if point.bewering is not None]
        beweringen = [waarde for _, waarde, _ in walk(record) if isinstance(waarde, Bewering)]
        assert sorted(map(id, told)) == sorted(map(id, beweringen)), record.id
        own = [point.sleutel for point in points if point.bewering is not None]
        assert all(one.startswith(f"{record.id}#") for one in own)
        assert not sleutels & set(own)
        assert len(set(own)) == len(own)
        sleutels |= set(own)
    assert len(sleutels) > 1000


def test_a_key_does_not_change_when_a_statement_is_put_above() -> None:
    one, two = make_bewering(tekst="De eerste."), make_bewering(tekst="De tweede.")
    old = make_begrip(uitleg=[two])
    new = make_begrip(uitleg=[one, two])
    kb = Narrator(make_corpus(make_bron(), old))

    def from_(record: Record) -> dict[str, str]:
        return {point.tekst: point.sleutel for point in _points(kb.blad(record))}

    assert from_(old)["De tweede."] == from_(new)["De tweede."] != from_(new)["De eerste."]


def test_the_key_of_a_statement_is_fixed_for_ever() -> None:
    """Others link to it: a change of this value breaks every address that ends in one."""
    assert sleutel("begrip:lmm", "uitleg", "Een zin.") == "begrip:lmm#uitleg-8f60f08eed"


def test_every_warning_has_its_sentence() -> None:
    assert all(zin.endswith(".") for zin in (*LET_OP.values(), *INLEIDING.values()))
