from __future__ import annotations

from macros.blad.vragen import vragen
from macros.corpus.corpus import Corpus
from macros.corpus.counting import tally
from macros.model.soorten import SOORTEN
from tests.factory import (
    make_bewering,
    make_corpus,
    make_gemeente,
    make_leerpunt,
    make_organisatie,
    make_wet,
    one_of_each,
)


def test_every_kind_is_counted() -> None:
    counted = dict(tally(make_corpus(*one_of_each())))
    assert {soort.meervoud for soort in SOORTEN} <= set(counted)
    assert counted["Cijfers"] == 2
    assert counted["Wetten"] == counted["Gemeenten"] == counted["Vervallen gemeenten"] == 1


def test_the_breakdowns_add_up_to_the_whole() -> None:
    corpus = make_corpus(
        make_leerpunt("a"),
        make_leerpunt("b", herkomst="verwant"),
        make_leerpunt("c"),
        make_organisatie(),
        make_organisatie("svb", organisatiesoort="uitvoerder"),
        make_wet(),
        make_wet("avg", bwb_id=None, celex="32016R0679"),
    )
    counted = dict(tally(corpus))
    assert (counted["Leerpunten"], counted["  waarvan pmm"], counted["  waarvan verwant"]) == (
        3,
        2,
        1,
    )
    assert (counted["  waarvan ministerie"], counted["  waarvan uitvoerder"]) == (1, 1)
    assert (counted["Wetten"], counted["  waarvan met geverifieerd BWB-id"]) == (2, 1)


def test_beweringen_mentions_and_questions_are_counted() -> None:
    vermelding = make_bewering(uitkomst="samenwerkend")
    gemeenten = [make_gemeente(vermeldingen=[vermelding, vermelding]), make_gemeente("GM0384")]
    vraag = {"veld": "wat", "vraag": "Wat?", "aan": ["organisatie:pmm"]}
    corpus = make_corpus(make_organisatie(onbekend=[vraag]), gemeenten=gemeenten)
    counted = dict(tally(corpus))
    assert counted["  vermeldingen van gemeenten met datum en bron"] == 2
    assert counted["Beweringen met bron en datum"] == 3
    assert counted["Uitdrukkelijk onbekend"] == 1
    assert counted["Alle open vragen"] == 1
    assert counted["Verwijzingen"] == len(corpus.relaties) > 0


def test_an_empty_corpus_counts_zero() -> None:
    counted = dict(tally(make_corpus()))
    assert {counted[soort.meervoud] for soort in SOORTEN} == {0}


def test_open_questions_are_as_many_as_their_list_has(corpus: Corpus) -> None:
    assert dict(tally(corpus))["Alle open vragen"] == len(vragen(corpus))
