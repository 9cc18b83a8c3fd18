from __future__ import annotations

from macros.corpus.corpus import Corpus
from macros.corpus.read_log import EVERYTHING, ReadLog
from macros.model.base import Record
from macros.model.kennis import Begrip
from macros.model.recht import Wet
from tests.factory import PEILDATUM, make_begrip, make_bron, make_corpus, make_wet


def _corpus() -> Corpus:
    return make_corpus(make_bron(), make_wet(), make_begrip(zie=["wet:participatiewet"]))


def test_what_is_asked_is_written_down_and_the_answer_is_the_same() -> None:
    corpus, read = _corpus(), ReadLog()
    kb = corpus.followed(read)
    assert read == set()
    assert kb.records["wet:participatiewet"] is corpus.records["wet:participatiewet"]
    assert kb.back["wet:participatiewet"] == corpus.back["wet:participatiewet"]
    assert kb.every(Wet) == corpus.every(Wet)
    assert kb.term("provincie", "noord-holland") is corpus.term("provincie", "noord-holland")
    assert read == {
        ("records", "wet:participatiewet"),
        ("back", "wet:participatiewet"),
        ("per_soort", Wet),
        ("per_term", ("provincie", "noord-holland")),
    }


def test_a_table_is_written_down_too() -> None:
    read = ReadLog()
    assert _corpus().followed(read).site.peildatum == PEILDATUM
    assert read == {("tables", "site")}


def test_what_is_not_there_was_still_asked_for() -> None:
    read = ReadLog()
    kb = _corpus().followed(read)
    assert kb.records.get("wet:weg") is None
    assert "wet:ook-weg" not in kb.records
    assert kb.back["wet:weg"] == ()
    assert read == {
        ("records", "wet:weg"),
        ("records", "wet:ook-weg"),
        ("back", "wet:weg"),
    }


def test_a_walk_reads_all_of_it() -> None:
    read = ReadLog()
    kb = _corpus().followed(read)
    assert len(kb.records) == len(list(kb.records)) == 3
    assert len(kb.beweringen) == len(list(kb.beweringen))
    assert list(kb.onbekend[:1]) == []
    assert read == {("records", EVERYTHING), ("beweringen", EVERYTHING), ("onbekend", EVERYTHING)}


def test_what_is_made_once_counts_as_read_by_each_that_asks() -> None:
    corpus, calls = _corpus(), []

    def titels(kb: Corpus) -> list[str]:
        calls.append(1)
        return [record.titel for record in kb.every(Begrip)]

    first, second = ReadLog(), ReadLog()
    assert corpus.followed(first).once(titels) is corpus.followed(second).once(titels)
    assert corpus.once(titels) == ["Titel van maatwerk"]
    assert len(calls) == 1
    assert first == second == {("per_soort", Begrip)}


def test_two_readers_do_not_see_what_the_other_read() -> None:
    corpus = _corpus()
    first, second = ReadLog(), ReadLog()
    one, two = corpus.followed(first), corpus.followed(first).followed(second)
    one.every(Record)
    two.every(Wet)
    assert (first, second) == ({("per_soort", Record)}, {("per_soort", Wet)})
