from __future__ import annotations

from macros.check import casusformulier as regels
from tests.fabriek import ZIN, Ruw, aangewezen, enige, maak_casusformulier, maak_corpus


def veld(sleutel: str) -> Ruw:
    return {"sleutel": sleutel, "label": sleutel, "uitleg": ZIN}


def test_formulier_sleutels_eenmaal_bijt() -> None:
    formulier = maak_casusformulier(velden=[veld("een"), veld("twee"), veld("een")])
    corpus = maak_corpus(casusformulier=formulier)
    fout = enige(regels.formulier_sleutels_eenmaal, corpus)
    assert (fout.bestand, fout.veld) == ("data/casusformulier.yml", "velden[3].sleutel")
    assert aangewezen(corpus, fout) == "een"


def test_formulier_sleutels_eenmaal_bijt_niet_te_veel() -> None:
    formulier = maak_casusformulier(velden=[veld("een"), veld("een-twee")])
    corpus = maak_corpus(casusformulier=formulier)
    assert list(regels.formulier_sleutels_eenmaal(corpus)) == []


def test_formulier_waarschuwt_voor_alles_bijt() -> None:
    bsn: Ruw = {"soort": "een BSN", "tekst": ZIN}
    corpus = maak_corpus(casusformulier=maak_casusformulier(waarschuwingen=[bsn, bsn]))
    fouten = {fout.wat for fout in regels.formulier_waarschuwt_voor_alles(corpus)}
    assert "„een BSN” staat er 2 keer" in fouten
    assert "„een IBAN” staat er 0 keer" in fouten
    assert len(fouten) == 6


def test_formulier_waarschuwt_voor_alles_bijt_niet_te_veel() -> None:
    assert list(regels.formulier_waarschuwt_voor_alles(maak_corpus())) == []
