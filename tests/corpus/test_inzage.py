from __future__ import annotations

from macros.corpus.corpus import Corpus
from macros.corpus.inzage import ALLES, Gelezen
from macros.model.basis import Record
from macros.model.kennis import Begrip
from macros.model.recht import Wet
from tests.fabriek import PEILDATUM, maak_begrip, maak_bron, maak_corpus, maak_wet


def _corpus() -> Corpus:
    return maak_corpus(maak_bron(), maak_wet(), maak_begrip(zie=["wet:participatiewet"]))


def test_what_is_asked_is_written_down_and_the_answer_is_the_same() -> None:
    corpus, gelezen = _corpus(), Gelezen()
    kb = corpus.gevolgd(gelezen)
    assert gelezen == set()
    assert kb.records["wet:participatiewet"] is corpus.records["wet:participatiewet"]
    assert kb.terug["wet:participatiewet"] == corpus.terug["wet:participatiewet"]
    assert kb.alle(Wet) == corpus.alle(Wet)
    assert kb.term("provincie", "noord-holland") is corpus.term("provincie", "noord-holland")
    assert gelezen == {
        ("records", "wet:participatiewet"),
        ("terug", "wet:participatiewet"),
        ("per_soort", Wet),
        ("per_term", ("provincie", "noord-holland")),
    }


def test_a_table_is_written_down_too() -> None:
    gelezen = Gelezen()
    assert _corpus().gevolgd(gelezen).site.peildatum == PEILDATUM
    assert gelezen == {("tabellen", "site")}


def test_what_is_not_there_was_still_asked_for() -> None:
    gelezen = Gelezen()
    kb = _corpus().gevolgd(gelezen)
    assert kb.records.get("wet:weg") is None
    assert "wet:ook-weg" not in kb.records
    assert kb.terug["wet:weg"] == ()
    assert gelezen == {
        ("records", "wet:weg"),
        ("records", "wet:ook-weg"),
        ("terug", "wet:weg"),
    }


def test_a_walk_reads_all_of_it() -> None:
    gelezen = Gelezen()
    kb = _corpus().gevolgd(gelezen)
    assert len(kb.records) == len(list(kb.records)) == 3
    assert len(kb.beweringen) == len(list(kb.beweringen))
    assert list(kb.onbekend[:1]) == []
    assert gelezen == {("records", ALLES), ("beweringen", ALLES), ("onbekend", ALLES)}


def test_what_is_made_once_counts_as_read_by_each_that_asks() -> None:
    corpus, keren = _corpus(), []

    def titels(kb: Corpus) -> list[str]:
        keren.append(1)
        return [record.titel for record in kb.alle(Begrip)]

    eerste, tweede = Gelezen(), Gelezen()
    assert corpus.gevolgd(eerste).eens(titels) is corpus.gevolgd(tweede).eens(titels)
    assert corpus.eens(titels) == ["Titel van maatwerk"]
    assert len(keren) == 1
    assert eerste == tweede == {("per_soort", Begrip)}


def test_two_readers_do_not_see_what_the_other_read() -> None:
    corpus = _corpus()
    eerste, tweede = Gelezen(), Gelezen()
    een, twee = corpus.gevolgd(eerste), corpus.gevolgd(eerste).gevolgd(tweede)
    een.alle(Record)
    twee.alle(Wet)
    assert (eerste, tweede) == ({("per_soort", Record)}, {("per_soort", Wet)})
