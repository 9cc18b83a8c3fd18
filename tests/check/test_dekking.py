from __future__ import annotations

from macros.check import dekking
from macros.model.soorten import SOORTEN
from tests.fabriek import (
    Ruw,
    aangewezen,
    een_van_elk,
    enige,
    maak_corpus,
    maak_instrument,
    maak_mvt,
    maak_wet,
)

KOSTEN: Ruw = {"veld": "kosten", "vraag": "Wat kost het?", "aan": ["organisatie:pmm"]}
NVT: Ruw = {"veld": "kosten", "reden": "Er zijn geen kosten."}


def test_geen_lege_soort_bijt() -> None:
    fouten = list(dekking.geen_lege_soort(maak_corpus()))
    assert len(fouten) == len(SOORTEN)
    assert "data/leerpunten/ bevat geen enkel record" in {fout.wat for fout in fouten}
    assert {fout.herstel for fout in fouten} == {"zet de bestanden terug"}


def test_geen_lege_soort_bijt_bij_een_tweede_document() -> None:
    corpus = maak_corpus(*een_van_elk(), maak_mvt("tweede", titel="Nog een"))
    fout = enige(dekking.geen_lege_soort, corpus)
    assert (fout.bestand, fout.veld) == ("data/mvt/tweede.yml", "id")
    assert fout.wat == "er is meer dan één record over het document zelf"


def test_geen_lege_soort_bijt_niet_te_veel() -> None:
    assert list(dekking.geen_lege_soort(maak_corpus(*een_van_elk()))) == []


def test_velden_verantwoord_bijt() -> None:
    corpus = maak_corpus(maak_instrument(kosten=[]))
    fout = enige(dekking.velden_verantwoord, corpus)
    assert (fout.bestand, fout.veld) == ("data/instrumenten/loket.yml", "kosten")
    assert fout.wat == "is niet ingevuld en niet verantwoord"
    assert "„onbekend”" in fout.herstel
    assert "„niet_van_toepassing”" in fout.herstel


def test_velden_verantwoord_bijt_bij_tegenspraak() -> None:
    corpus = maak_corpus(maak_instrument(niet_van_toepassing=[NVT]))
    fout = enige(dekking.velden_verantwoord, corpus)
    assert fout.wat == "„kosten” staat onder niet_van_toepassing, maar is ook ingevuld of onbekend"
    assert aangewezen(corpus, fout) == "- veld: kosten"


def test_velden_verantwoord_bijt_bij_een_veld_dat_niet_bestaat() -> None:
    corpus = maak_corpus(maak_instrument(niet_van_toepassing=[NVT | {"veld": "kostn"}]))
    fout = enige(dekking.velden_verantwoord, corpus)
    assert (fout.veld, fout.wat) == ("niet_van_toepassing[1].veld", "„kostn” is geen veld")
    assert "kosten" in fout.herstel
    assert aangewezen(corpus, fout) == "kostn"


def test_velden_verantwoord_bijt_niet_te_veel() -> None:
    """Unknown may also be a part of a field that is filled in; optional fields may stay away."""
    corpus = maak_corpus(
        maak_instrument("een", kosten=[], onbekend=[KOSTEN]),
        maak_instrument("twee", kosten=[], niet_van_toepassing=[NVT]),
        maak_instrument("drie", onbekend=[KOSTEN], herkomst=[]),
        maak_wet(verwarring=[]),
    )
    assert list(dekking.velden_verantwoord(corpus)) == []
