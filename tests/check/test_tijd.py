from __future__ import annotations

from datetime import date

from macros.check import tijd
from tests.fabriek import (
    CONTROLE,
    aangewezen,
    enige,
    maak_begrip,
    maak_bewering,
    maak_bron,
    maak_casusformulier,
    maak_corpus,
    maak_gebeurtenis,
    maak_keuzehulp,
)


def _gecontroleerd(datum: str) -> dict[str, object]:
    return {"gecontroleerd": {"datum": datum, "rol": "redactie"}}


def test_controle_klopt_bijt() -> None:
    corpus = maak_corpus(maak_begrip(**_gecontroleerd("2026-11-22")))
    fout = enige(tijd.controle_klopt, corpus)
    assert fout.veld == "gecontroleerd.datum"
    assert fout.wat == "ligt na de peildatum van de site (21 november 2026)"
    assert "data/site.yml" in fout.herstel
    assert aangewezen(corpus, fout) == "'2026-11-22'"


def test_controle_klopt_bijt_als_de_volgende_controle_al_was() -> None:
    corpus = maak_corpus(maak_begrip(**_gecontroleerd("2026-11-01"), controle_voor="2026-11-01"))
    fout = enige(tijd.controle_klopt, corpus)
    assert (fout.veld, fout.wat) == ("controle_voor", "ligt niet na de laatste controle")
    assert aangewezen(corpus, fout) == "'2026-11-01'"


def test_controle_klopt_bijt_ook_bij_de_tabellen() -> None:
    fouten = list(tijd.controle_klopt(maak_corpus(tabel={"controle_voor": "2026-10-31"})))
    assert [fout.bestand for fout in fouten] == [
        "data/gemeenten.yml",
        "data/vervallen-gemeenten.yml",
    ]


def test_controle_klopt_bijt_ook_bij_een_hulpmiddel() -> None:
    later = _gecontroleerd("2026-11-22")
    corpus = maak_corpus(
        keuzehulp=maak_keuzehulp() | later, casusformulier=maak_casusformulier() | later
    )
    assert {fout.bestand for fout in tijd.controle_klopt(corpus)} == {
        "data/keuzehulp.yml",
        "data/casusformulier.yml",
    }


def test_controle_klopt_bijt_niet_te_veel() -> None:
    """Checked on the very day of the peildatum, to be checked again the day after."""
    corpus = maak_corpus(maak_begrip(**_gecontroleerd("2026-11-21"), controle_voor="2026-11-22"))
    assert list(tijd.controle_klopt(corpus)) == []


def test_niets_uit_de_toekomst_bijt() -> None:
    corpus = maak_corpus(maak_begrip(uitleg=[maak_bewering(stand="2026-12")]))
    fout = enige(tijd.niets_uit_de_toekomst, corpus)
    assert fout.veld == "uitleg[1].stand"
    assert fout.wat == "„december 2026” ligt na de peildatum van de site (21 november 2026)"
    assert "niet wanneer iets ingaat" in fout.herstel
    assert aangewezen(corpus, fout) == "2026-12"


def test_niets_uit_de_toekomst_bijt_bij_een_bron() -> None:
    corpus = maak_corpus(maak_bron(geraadpleegd="2026-11-22"))
    fout = enige(tijd.niets_uit_de_toekomst, corpus)
    assert (fout.veld, aangewezen(corpus, fout)) == ("geraadpleegd", "'2026-11-22'")


def test_niets_uit_de_toekomst_bijt_niet_te_veel() -> None:
    """This year and this month have begun; an event may be planned; no date is no future."""
    corpus = maak_corpus(
        maak_begrip(
            uitleg=[
                maak_bewering(stand=stand)
                for stand in (2026, "2026-11", "2026-11-21", "2026~", "2025/2028", "ongedateerd")
            ]
        ),
        maak_gebeurtenis(datum="2028-01-01"),
        maak_bron(geraadpleegd="2026-11-21"),
    )
    assert list(tijd.niets_uit_de_toekomst(corpus)) == []


def test_verlopen_noemt_wat_niet_op_tijd_is_nagelezen() -> None:
    corpus = maak_corpus(maak_begrip(), maak_gebeurtenis(controle_voor="2028-01-01"))
    (fout,) = tijd.verlopen(corpus, date(2027, 5, 2))
    assert (fout.bestand, fout.veld) == ("data/begrippen/maatwerk.yml", "controle_voor")
    assert fout.wat == "de controle had voor 1 mei 2027 gemoeten"
    assert aangewezen(corpus, fout) == f"'{CONTROLE['controle_voor']}'"


def test_verlopen_zwijgt_op_de_dag_zelf() -> None:
    assert tijd.verlopen(maak_corpus(maak_begrip()), date(2027, 5, 1)) == []
