from __future__ import annotations

from macros.check import notas
from tests.factory import (
    RawBlock,
    make_begrip,
    make_bewering,
    make_bron,
    make_corpus,
    only,
    pointed_at,
)

PLACE = {"record": "begrip:maatwerk", "veld": "uitleg"}


def _table(*nummers: int, **place: str) -> RawBlock:
    zinnen = [
        {"nummer": nummer, "inhoud": "Waarover het gaat.", "staat_in": [PLACE | place]}
        for nummer in nummers
    ]
    return {"notas": [{"bron": "N24", "zinnen": zinnen}]}


def test_elke_notazin_telt_bites() -> None:
    corpus = make_corpus(make_bron(), make_begrip(), notas=_table(1, 3))
    error = only(notas.elke_notazin_telt, corpus)
    assert (error.file, error.veld) == ("data/notas.yml", "notas[1].zinnen[2].nummer")
    assert error.wat == "is 3, maar zin 2 is aan de beurt"
    assert pointed_at(corpus, error) == "3"


def test_elke_notazin_telt_does_not_over_bite() -> None:
    corpus = make_corpus(make_bron(), make_begrip(), notas=_table(1, 2, 3))
    assert list(notas.elke_notazin_telt(corpus)) == []


def test_notazin_staat_er_echt_bites() -> None:
    corpus = make_corpus(make_bron(), make_begrip(), notas=_table(1, veld="let_op"))
    error = only(notas.notazin_staat_er_echt, corpus)
    assert error.veld == "notas[1].zinnen[1].staat_in[1].veld"
    assert error.wat == "bij begrip:maatwerk rust in „let_op” geen bewering op N24"
    assert pointed_at(corpus, error) == "let_op"


def test_notazin_staat_er_echt_bites_when_only_another_bron_says_it() -> None:
    begrip = make_begrip(uitleg=[make_bewering(bronnen=["K84"], bron_omschrijft=True)])
    corpus = make_corpus(make_bron(), make_bron("K84"), begrip, notas=_table(1))
    assert only(notas.notazin_staat_er_echt, corpus).veld.endswith("veld")


def test_notazin_staat_er_echt_does_not_over_bite() -> None:
    """A reference that leads nowhere is for another rule."""
    corpus = make_corpus(make_bron(), make_begrip(), notas=_table(1))
    assert list(notas.notazin_staat_er_echt(corpus)) == []
    corpus = make_corpus(make_bron(), notas=_table(1, record="begrip:weg"))
    assert list(notas.notazin_staat_er_echt(corpus)) == []
