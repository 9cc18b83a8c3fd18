"""What warns a reader on a page goes along into the dossier, where nothing stands around it."""

from __future__ import annotations

import json

import pytest

from macros.blad import zinnen
from macros.corpus.corpus import Corpus
from macros.exports.dossier_content import inhoud
from macros.model.base import Record
from tests.factory import (
    make_begrip,
    make_bewering,
    make_bron,
    make_cijfer,
    make_corpus,
    make_instrument,
    make_organisatie,
    make_wet,
    one_of_each,
)

CORPUS = make_corpus(*one_of_each())


def _dossier(corpus: Corpus, id_: str) -> dict[str, object]:
    record = corpus.records[id_]
    assert isinstance(record, Record)
    return inhoud(corpus, record)


@pytest.mark.parametrize("record", CORPUS.every(Record), ids=lambda record: record.slug)
def test_the_imaginary_law_and_nothing_else_is_called_imaginary(record: Record) -> None:
    expected = zinnen.DENKBEELDIG if record.soort in ("mvt", "mvtpunt") else None
    assert inhoud(CORPUS, record).get("denkbeeldig") == expected


WARNS = {
    "wetsvoorstel": zinnen.LET_OP["voorstel"],
    "verkenning": zinnen.LET_OP["verkend"],
    "initiatief": zinnen.LET_OP["ander-initiatief"],
    "cijfer": zinnen.LET_OP["telwijze"],
    "waarde": zinnen.LET_OP["waarde-van-anderen"],
}


@pytest.mark.parametrize("record", CORPUS.every(Record), ids=lambda record: record.slug)
def test_each_kind_keeps_its_warning(record: Record) -> None:
    let_op = str(inhoud(CORPUS, record).get("let_op", ""))
    if record.soort in WARNS:
        assert WARNS[record.soort] in let_op
    else:
        assert not [zin for zin in zinnen.LET_OP.values() if zin in let_op]


def test_a_figure_keeps_its_definition() -> None:
    corpus = make_corpus(
        make_bron(), make_cijfer("casussen-2023", definitie="Alles wat in 2023 binnenkwam.")
    )
    assert "Alles wat in 2023 binnenkwam." in json.dumps(_dossier(corpus, "cijfer:casussen-2023"))


def test_a_weak_check_is_called_weak_and_a_strong_one_is_not() -> None:
    for zwak in (True, False):
        verificatie = make_bewering(codes=["A"], zwak=zwak)
        corpus = make_corpus(make_bron(), make_organisatie(), make_wet(verificatie=verificatie))
        tekst = json.dumps(_dossier(corpus, "wet:participatiewet"))
        assert (zinnen.WEAK_CHECK in tekst) is zwak


def test_an_old_statement_is_called_old() -> None:
    """Where a reader acts on it, as on the page; what a term means does not wear."""
    for stand, old in ((2019, True), (2026, False)):
        beweringen = [make_bewering(stand=stand)]
        begrip = make_begrip(uitleg=beweringen, let_op=beweringen)
        corpus = make_corpus(make_bron(), begrip, make_instrument(voorwaarden=beweringen))
        assert ("ouder dan" in json.dumps(_dossier(corpus, "instrument:loket"))) is old
        assert "ouder dan" not in json.dumps(_dossier(corpus, "begrip:maatwerk"))
