"""What warns a reader on a page goes along into the dossier, where nothing stands around it."""

from __future__ import annotations

import json

import pytest

from macros.blad import zinnen
from macros.corpus.corpus import Corpus
from macros.exports.dossierinhoud import inhoud
from macros.model.basis import Record
from macros.model.kennis import Begrip
from tests.fabriek import (
    een_van_elk,
    maak_begrip,
    maak_bewering,
    maak_bron,
    maak_cijfer,
    maak_corpus,
    maak_organisatie,
    maak_wet,
)

CORPUS = maak_corpus(*een_van_elk())


def _dossier(corpus: Corpus, id_: str) -> dict[str, object]:
    record = corpus.records[id_]
    assert isinstance(record, Record)
    return inhoud(corpus, record)


@pytest.mark.parametrize("record", CORPUS.alle(Record), ids=lambda record: record.slug)
def test_the_imaginary_law_and_nothing_else_is_called_imaginary(record: Record) -> None:
    verwacht = zinnen.DENKBEELDIG if record.soort in ("mvt", "mvtpunt") else None
    assert inhoud(CORPUS, record).get("denkbeeldig") == verwacht


WAARSCHUWT = {
    "wetsvoorstel": zinnen.LET_OP["voorstel"],
    "verkenning": zinnen.LET_OP["verkend"],
    "initiatief": zinnen.LET_OP["ander-initiatief"],
    "cijfer": zinnen.LET_OP["telwijze"],
    "waarde": zinnen.LET_OP["waarde-van-anderen"],
}


@pytest.mark.parametrize("record", CORPUS.alle(Record), ids=lambda record: record.slug)
def test_each_kind_keeps_its_warning(record: Record) -> None:
    let_op = str(inhoud(CORPUS, record).get("let_op", ""))
    if record.soort in WAARSCHUWT:
        assert WAARSCHUWT[record.soort] in let_op
    else:
        assert not [zin for zin in zinnen.LET_OP.values() if zin in let_op]


def test_a_figure_keeps_its_definition() -> None:
    corpus = maak_corpus(
        maak_bron(), maak_cijfer("casussen-2023", definitie="Alles wat in 2023 binnenkwam.")
    )
    assert "Alles wat in 2023 binnenkwam." in json.dumps(_dossier(corpus, "cijfer:casussen-2023"))


def test_a_weak_check_is_called_weak_and_a_strong_one_is_not() -> None:
    for zwak in (True, False):
        verificatie = maak_bewering(codes=["A"], zwak=zwak)
        corpus = maak_corpus(maak_bron(), maak_organisatie(), maak_wet(verificatie=verificatie))
        tekst = json.dumps(_dossier(corpus, "wet:participatiewet"))
        assert (zinnen.ZWAKKE_CONTROLE in tekst) is zwak


def test_an_old_statement_is_called_old() -> None:
    for stand, oud in ((2019, True), (2026, False)):
        uitleg = [maak_bewering(stand=stand)]
        corpus = maak_corpus(maak_bron(), maak_begrip(uitleg=uitleg, let_op=uitleg))
        assert isinstance(corpus.records["begrip:maatwerk"], Begrip)
        assert (zinnen.OUD in json.dumps(_dossier(corpus, "begrip:maatwerk"))) is oud
