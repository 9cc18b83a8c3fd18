from __future__ import annotations

from macros.check import casusformulier as regels
from tests.factory import ZIN, RawBlock, make_casusformulier, make_corpus, only, pointed_at


def veld(sleutel: str) -> RawBlock:
    return {"sleutel": sleutel, "label": sleutel, "uitleg": ZIN}


def test_formulier_sleutels_eenmaal_bites() -> None:
    form = make_casusformulier(velden=[veld("een"), veld("twee"), veld("een")])
    corpus = make_corpus(casusformulier=form)
    error = only(regels.formulier_sleutels_eenmaal, corpus)
    assert (error.file, error.veld) == ("data/casusformulier.yml", "velden[3].sleutel")
    assert pointed_at(corpus, error) == "een"


def test_formulier_sleutels_eenmaal_does_not_over_bite() -> None:
    form = make_casusformulier(velden=[veld("een"), veld("een-twee")])
    corpus = make_corpus(casusformulier=form)
    assert list(regels.formulier_sleutels_eenmaal(corpus)) == []


def test_formulier_waarschuwt_voor_alles_bites() -> None:
    bsn: RawBlock = {"soort": "een BSN", "tekst": ZIN}
    corpus = make_corpus(casusformulier=make_casusformulier(waarschuwingen=[bsn, bsn]))
    errors = {error.wat for error in regels.formulier_waarschuwt_voor_alles(corpus)}
    assert "„een BSN” staat er 2 keer" in errors
    assert "„een IBAN” staat er 0 keer" in errors
    assert len(errors) == 6


def test_formulier_waarschuwt_voor_alles_does_not_over_bite() -> None:
    assert list(regels.formulier_waarschuwt_voor_alles(make_corpus())) == []
