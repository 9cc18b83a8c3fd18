"""What is remembered comes out as if it were made anew, and nothing is made twice for nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from macros.corpus.corpus import Corpus
from macros.corpus.memory import Memory
from macros.corpus.read_log import EVERYTHING, ReadLog
from macros.model.kennis import Begrip
from macros.model.soorten import Bestandsrecord
from tests.factory import make_begrip, make_bron, make_corpus, make_wet

BRON, WET = make_bron(), make_wet()
BEGRIPPEN = {
    titel: make_begrip(titel=titel, zie=["wet:participatiewet"]) for titel in ("Maatwerk", "Anders")
}
"""Read once: what does not change on disk stays the same reading."""


def _corpus(*more: Bestandsrecord, titel: str = "Maatwerk") -> Corpus:
    return make_corpus(BRON, WET, BEGRIPPEN[titel], *more)


def _ask(corpus: Corpus, ask: Callable[[Corpus], object], memory: Memory) -> object:
    """Return what is asked of the corpus, from memory if that is allowed."""

    def make() -> tuple[object, ReadLog]:
        read = ReadLog()
        return ask(corpus.followed(read)), read

    return memory.recall(ask, corpus, make)


def _per_titel(corpus: Corpus) -> Mapping[str, Begrip]:
    return {begrip.titel: begrip for begrip in corpus.every(Begrip)}


QUESTIONS: Mapping[str, Callable[[Corpus], object]] = {
    "record": lambda kb: kb.records["begrip:maatwerk"].titel,
    "kind": lambda kb: [begrip.titel for begrip in kb.every(Begrip)],
    "all": lambda kb: [record.titel for record in kb.records.values()],
    "texts": lambda kb: list(kb.teksten),
    "once": lambda kb: sorted(kb.once(_per_titel)),
    "whole of once": lambda kb: kb.once(_titels),
}


def _titels(corpus: Corpus) -> list[str]:
    return [begrip.titel for begrip in corpus.every(Begrip)]


@pytest.mark.parametrize("ask", QUESTIONS.values(), ids=QUESTIONS)
def test_what_rests_on_a_change_is_made_again(ask: Callable[[Corpus], object]) -> None:
    memory = Memory()
    for corpus in (_corpus(), _corpus(titel="Anders"), _corpus(make_begrip("nieuw"))):
        assert _ask(corpus, ask, memory) == ask(corpus)
    assert memory.again == 3


@pytest.mark.parametrize("ask", QUESTIONS.values(), ids=QUESTIONS)
def test_what_rests_on_no_change_is_not_made_again(ask: Callable[[Corpus], object]) -> None:
    memory = Memory()
    for _ in range(2):
        _ask(_corpus(), ask, memory)
        memory.forget()
    assert memory.again == 1


def test_another_record_changes_nothing_for_who_did_not_ask() -> None:
    memory = Memory()
    asks = [
        lambda kb: kb.records["wet:participatiewet"].titel,
        lambda kb: kb.once(_per_titel).get("Weg"),
        lambda kb: "wet:weg" in kb.records,
    ]
    for nummer, ask in enumerate(asks):
        for corpus in (_corpus(), _corpus(titel="Anders")):
            _ask(corpus, ask, memory)
        assert memory.again == nummer + 1


def test_what_was_not_there_and_comes_is_seen() -> None:
    memory = Memory()
    asks = [
        lambda kb: kb.records.get("begrip:nieuw"),
        lambda kb: kb.once(_per_titel).get("Titel van nieuw"),
    ]
    for ask in asks:
        assert _ask(_corpus(), ask, memory) is None
        assert _ask(_corpus(make_begrip("nieuw")), ask, memory) is not None


def test_what_has_no_fingerprint_is_made_each_time() -> None:
    memory = Memory()

    def strange(kb: Corpus) -> object:
        return kb.once(_object)

    for _ in range(2):
        _ask(_corpus(), strange, memory)
    assert memory.again == 2


def _object(corpus: Corpus) -> object:
    del corpus
    return object()


def test_what_nobody_asks_for_is_forgotten() -> None:
    memory, corpus = Memory(), _corpus()
    _ask(corpus, _titels, memory)
    memory.forget()
    memory.forget()
    _ask(corpus, _titels, memory)
    assert memory.again == 2


def test_of_what_is_made_once_only_the_key_that_was_asked_counts() -> None:
    read = ReadLog()
    kb = _corpus().followed(read)
    assert len(kb.once(_per_titel)) == 1
    assert kb.once(_per_titel).get("Weg") is None
    assert read == {("per_soort", Begrip)}
    assert read.asked == {("once", (_per_titel, EVERYTHING)), ("once", (_per_titel, "Weg"))}


def test_with_another_mark_it_is_made_again() -> None:
    memory = Memory()
    first, second, third = (memory.keep("x", mark, object) for mark in (1, 1, 2))
    assert first is second
    assert second is not third
    assert memory.again == 2


def test_a_record_that_was_read_again_is_another_one() -> None:
    memory = Memory()

    def ask(kb: Corpus) -> object:
        return kb.records["begrip:maatwerk"]

    for _ in range(2):
        corpus = make_corpus(BRON, WET, make_begrip(zie=["wet:participatiewet"]))
        begrip = _ask(corpus, ask, memory)
        assert begrip is corpus.records["begrip:maatwerk"]


ALIKE = {
    "key": ([{"a": 1}], [{"b": 1}]),
    "value": ([{"a": 1}], [{"a": 2}]),
    "end of a row": ([["a"], "b"], [["a", "b"]]),
    "kind of value": (["1"], [1]),
    "true": ([True], [1]),
}
"""Answers that differ in one thing only: the fingerprint has to tell them apart."""


@pytest.mark.parametrize(("first", "second"), ALIKE.values(), ids=ALIKE)
def test_answers_that_look_alike_are_told_apart(first: object, second: object) -> None:
    memory = Memory()

    def answer(kb: Corpus) -> object:
        return first if kb.records["begrip:maatwerk"].titel == "Maatwerk" else second

    def ask(kb: Corpus) -> object:
        return kb.once(answer)

    for titel in BEGRIPPEN:
        _ask(_corpus(titel=titel), ask, memory)
    assert memory.again == 2
