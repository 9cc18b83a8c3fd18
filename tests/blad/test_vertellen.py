"""The page model tells everything of a record, once, with what holds a statement to its proof."""

from __future__ import annotations

import dataclasses

import pytest

from macros.blad.blad import Blad, Punt, Punten
from macros.blad.schrijfwijze import stuknummer
from macros.blad.vertellen import Verteller, sleutel
from macros.blad.zinnen import INLEIDING, LET_OP
from macros.corpus.corpus import Corpus, Relatie
from macros.model.basis import Bewering, Record
from macros.model.bladeren import bladeren
from macros.model.kennis import Bron
from tests.fabriek import maak_begrip, maak_bewering, maak_bron, maak_corpus


@pytest.mark.parametrize(
    ("nummer", "geschreven"),
    [
        ("34477", "34 477"),
        ("34477-84", "34 477, nr. 84"),
        ("35010-C", "35 010, C"),
        ("36410-XV-21", "36 410 XV, nr. 21"),
    ],
)
def test_a_kamerstuk_is_written_as_parliament_writes_it(nummer: str, geschreven: str) -> None:
    assert stuknummer(nummer) == geschreven


def _verwezen(corpus: Corpus, *relaties: tuple[str, tuple[str | int, ...]]) -> Verteller:
    """Return a teller for whom these records, by these fields, refer to PMM."""
    naar = "organisatie:pmm"
    terug = {naar: [Relatie(van, pad, naar, ()) for van, pad in relaties]}
    return Verteller(dataclasses.replace(corpus, terug=terug))


def test_relations_name_each_record_once_in_order_of_kind(corpus: Corpus) -> None:
    begrip = next(id_ for id_ in corpus.records if id_.startswith("begrip:"))
    wet = next(id_ for id_ in corpus.records if id_.startswith("wet:"))
    kb = _verwezen(
        corpus,
        (begrip, ("zie", 0)),
        (wet, ("ministeries", 0, "organisatie")),
        (wet, ("ministeries", 1, "organisatie")),
    )
    assert [
        (verband.kop, [doel.id for doel in verband.doelen])
        for verband in kb.verbanden("organisatie:pmm", ())
    ] == [("Wetten", [wet]), ("Begrippen", [begrip])]


def test_a_question_a_source_or_a_table_row_is_no_relation(corpus: Corpus) -> None:
    vraag = next(id_ for id_ in corpus.records if id_.startswith("vraag:"))
    kb = _verwezen(
        corpus,
        (vraag, ("aan", 0)),
        (vraag, ("onbekend", 0, "aan", 0)),
        ("bron:N24", ("zie", 0)),
        ("gemeente:GM0363", ("buren", 0)),
    )
    assert kb.verbanden("organisatie:pmm", ()) == ()


def test_a_record_nothing_refers_to_has_no_relations(corpus: Corpus) -> None:
    assert _verwezen(corpus).verbanden("wet:participatiewet", ()) == ()


def test_a_record_that_the_page_lists_already_is_not_listed_again(corpus: Corpus) -> None:
    wet, begrip = "wet:participatiewet", "begrip:briefadres"
    kb = _verwezen(corpus, (wet, ("ministeries", 0)), (begrip, ("zie", 0)))
    (verband,) = kb.verbanden("organisatie:pmm", {wet})
    assert [doel.id for doel in verband.doelen] == [begrip]


def test_every_shown_relation_is_a_reference_in_the_data(corpus: Corpus) -> None:
    kb = Verteller(corpus)
    aantal = 0
    for id_, record in corpus.records.items():
        if isinstance(record, Bron):
            continue
        van = {relatie.van for relatie in corpus.terug.get(id_, ())}
        getoond = [doel.id for verband in kb.verbanden(id_, ()) for doel in verband.doelen]
        assert set(getoond) <= van
        assert len(getoond) == len(set(getoond))
        aantal += len(getoond)
    assert aantal > 0


def _punten(blad: Blad) -> list[Punt]:
    blokken = [blok for sectie in blad.secties for blok in sectie.blokken]
    punten = [punt for blok in blokken if isinstance(blok, Punten) for punt in blok.punten]
    return [blad.samenvatting, *punten]


def test_every_statement_is_told_once_with_a_key_of_its_own(corpus: Corpus) -> None:
    sleutels: set[str] = set()
    for record in corpus.alle(Record):
        punten = [punt for punt in _punten(Verteller(corpus).blad(record)) if punt.figuur is None]
        verteld = [punt.bewering for punt in punten if punt.bewering is not None]
        beweringen = [waarde for _, waarde, _ in bladeren(record) if isinstance(waarde, Bewering)]
        assert sorted(map(id, verteld)) == sorted(map(id, beweringen)), record.id
        eigen = [punt.sleutel for punt in punten if punt.bewering is not None]
        assert all(een.startswith(f"{record.id}#") for een in eigen)
        assert not sleutels & set(eigen)
        assert len(set(eigen)) == len(eigen)
        sleutels |= set(eigen)
    assert len(sleutels) > 1000


def test_a_key_does_not_change_when_a_statement_is_put_above() -> None:
    een, twee = maak_bewering(tekst="De eerste."), maak_bewering(tekst="De tweede.")
    oud = maak_begrip(uitleg=[twee])
    nieuw = maak_begrip(uitleg=[een, twee])
    kb = Verteller(maak_corpus(maak_bron(), oud))

    def van(record: Record) -> dict[str, str]:
        return {punt.tekst: punt.sleutel for punt in _punten(kb.blad(record))}

    assert van(oud)["De tweede."] == van(nieuw)["De tweede."] != van(nieuw)["De eerste."]


def test_the_key_of_a_statement_is_fixed_for_ever() -> None:
    """Others link to it: a change of this value breaks every address that ends in one."""
    assert sleutel("begrip:lmm", "uitleg", "Een zin.") == "begrip:lmm#uitleg-8f60f08eed"


def test_every_warning_has_its_sentence() -> None:
    assert all(zin.endswith(".") for zin in (*LET_OP.values(), *INLEIDING.values()))
