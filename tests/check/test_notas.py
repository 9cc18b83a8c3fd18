from __future__ import annotations

from macros.check import notas
from tests.fabriek import Ruw, aangewezen, enige, maak_begrip, maak_bewering, maak_bron, maak_corpus

PLEK = {"record": "begrip:maatwerk", "veld": "uitleg"}


def _tabel(*nummers: int, **plek: str) -> Ruw:
    zinnen = [
        {"nummer": nummer, "inhoud": "Waarover het gaat.", "staat_in": [PLEK | plek]}
        for nummer in nummers
    ]
    return {"notas": [{"bron": "N24", "zinnen": zinnen}]}


def test_elke_notazin_telt_bijt() -> None:
    corpus = maak_corpus(maak_bron(), maak_begrip(), notas=_tabel(1, 3))
    fout = enige(notas.elke_notazin_telt, corpus)
    assert (fout.bestand, fout.veld) == ("data/notas.yml", "notas[1].zinnen[2].nummer")
    assert fout.wat == "is 3, maar zin 2 is aan de beurt"
    assert aangewezen(corpus, fout) == "3"


def test_elke_notazin_telt_bijt_niet_te_veel() -> None:
    corpus = maak_corpus(maak_bron(), maak_begrip(), notas=_tabel(1, 2, 3))
    assert list(notas.elke_notazin_telt(corpus)) == []


def test_notazin_staat_er_echt_bijt() -> None:
    corpus = maak_corpus(maak_bron(), maak_begrip(), notas=_tabel(1, veld="let_op"))
    fout = enige(notas.notazin_staat_er_echt, corpus)
    assert fout.veld == "notas[1].zinnen[1].staat_in[1].veld"
    assert fout.wat == "bij begrip:maatwerk rust in „let_op” geen bewering op N24"
    assert aangewezen(corpus, fout) == "let_op"


def test_notazin_staat_er_echt_bijt_als_alleen_een_andere_bron_het_zegt() -> None:
    begrip = maak_begrip(uitleg=[maak_bewering(bronnen=["K84"], bron_omschrijft=True)])
    corpus = maak_corpus(maak_bron(), maak_bron("K84"), begrip, notas=_tabel(1))
    assert enige(notas.notazin_staat_er_echt, corpus).veld.endswith("veld")


def test_notazin_staat_er_echt_bijt_niet_te_veel() -> None:
    """A reference that leads nowhere is for another rule."""
    corpus = maak_corpus(maak_bron(), maak_begrip(), notas=_tabel(1))
    assert list(notas.notazin_staat_er_echt(corpus)) == []
    corpus = maak_corpus(maak_bron(), notas=_tabel(1, record="begrip:weg"))
    assert list(notas.notazin_staat_er_echt(corpus)) == []
