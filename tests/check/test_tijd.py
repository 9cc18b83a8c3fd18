from __future__ import annotations

from datetime import date

import pytest

from macros.check import tijd
from macros.model.leerpunt import Leerpunt
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
    maak_leerpunt,
    maak_spoor,
    maak_wetsvoorstel,
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


def test_wetsvoorstel_kijkt_opnieuw_bijt() -> None:
    corpus = maak_corpus(maak_wetsvoorstel(kijk_opnieuw=[]))
    fout = enige(tijd.wetsvoorstel_kijkt_opnieuw, corpus)
    assert (fout.bestand, fout.veld) == ("data/wetsvoorstellen/voorstel.yml", "kijk_opnieuw")
    assert fout.wat.startswith("ontbreekt")
    assert fout.herstel.startswith("voeg „kijk_opnieuw” toe, met een dag")


@pytest.mark.parametrize("dag", ["2026-11-01", "2027-05-04"])
def test_wetsvoorstel_kijkt_opnieuw_bijt_bij_een_dag_die_niets_waard_is(dag: str) -> None:
    """Before the last check, or so late that nobody would look."""
    corpus = maak_corpus(maak_wetsvoorstel(kijk_opnieuw=dag))
    fout = enige(tijd.wetsvoorstel_kijkt_opnieuw, corpus)
    assert "ligt niet in het half jaar na de controle van 1 november 2026" in fout.wat
    assert aangewezen(corpus, fout) == f"'{dag}'"


def test_wetsvoorstel_kijkt_opnieuw_bijt_niet_te_veel() -> None:
    """What became law long ago needs no day; what goes into force in phases may have one."""
    corpus = maak_corpus(
        maak_wetsvoorstel(),
        maak_wetsvoorstel("oud", dossier="36411", status="wet-geworden", kijk_opnieuw=[]),
        maak_wetsvoorstel("nieuw", dossier="36412", status="wet-geworden"),
    )
    assert list(tijd.wetsvoorstel_kijkt_opnieuw(corpus)) == []


def _leerpunt(**velden: object) -> Leerpunt:
    return maak_leerpunt(sporen=[maak_spoor(**velden)])


def test_lopend_spoor_kijkt_opnieuw_bijt() -> None:
    corpus = maak_corpus(_leerpunt(status="in-behandeling"))
    fout = enige(tijd.lopend_spoor_kijkt_opnieuw, corpus)
    assert fout.veld == "sporen[1].kijk_opnieuw"
    assert "de status van dit spoor is „in-behandeling”" in fout.wat
    assert fout.herstel.startswith("voeg „kijk_opnieuw” toe")


def test_lopend_spoor_kijkt_opnieuw_bijt_bij_twee_dagen_voor_een_ding() -> None:
    spoor = {"wetsvoorstel": "wetsvoorstel:voorstel", "kijk_opnieuw": "2027-02-01"}
    fout = enige(
        tijd.lopend_spoor_kijkt_opnieuw, maak_corpus(maak_wetsvoorstel(), _leerpunt(**spoor))
    )
    assert fout.wat == "staat ook bij wetsvoorstel:voorstel"


def test_lopend_spoor_kijkt_opnieuw_bijt_als_ook_het_wetsvoorstel_zwijgt() -> None:
    voorstel = maak_wetsvoorstel(status="wet-geworden", kijk_opnieuw=[])
    spoor = _leerpunt(status="aangenomen", wetsvoorstel="wetsvoorstel:voorstel")
    fout = enige(tijd.lopend_spoor_kijkt_opnieuw, maak_corpus(voorstel, spoor))
    assert fout.herstel.startswith("bij wetsvoorstel:voorstel: voeg")


def test_lopend_spoor_kijkt_opnieuw_bijt_bij_een_dag_te_ver_weg() -> None:
    corpus = maak_corpus(_leerpunt(status="ambitie", kijk_opnieuw="2028-01-01"))
    fout = enige(tijd.lopend_spoor_kijkt_opnieuw, corpus)
    assert fout.herstel == "kies een dag in dat half jaar"


def test_lopend_spoor_kijkt_opnieuw_bijt_niet_te_veel() -> None:
    corpus = maak_corpus(
        maak_wetsvoorstel(),
        maak_leerpunt(
            sporen=[
                maak_spoor("a", status="in-behandeling", wetsvoorstel="wetsvoorstel:voorstel"),
                maak_spoor("b", status="onbekend", kijk_opnieuw="2027-02-01"),
                maak_spoor("c", status="afgewezen"),
            ]
        ),
    )
    assert list(tijd.lopend_spoor_kijkt_opnieuw(corpus)) == []


def test_verlopen_noemt_wetsvoorstellen_en_sporen_die_aan_de_beurt_zijn() -> None:
    corpus = maak_corpus(
        maak_wetsvoorstel(
            kijk_opnieuw="2027-02-01",
            stappen=[maak_bewering(stand="2023-09-07"), maak_bewering(stand=2021)],
        ),
        _leerpunt(status="onbekend", kijk_opnieuw="2027-01-15"),
    )
    te_laat = {fout.veld: fout for fout in tijd.verlopen(corpus, date(2027, 2, 1))}
    assert set(te_laat) == {"kijk_opnieuw", "sporen[1].kijk_opnieuw"}
    assert te_laat["kijk_opnieuw"].wat.endswith("hier staat die van 7 september 2023")
    assert [fout.veld for fout in tijd.verlopen(corpus, date(2027, 1, 31))] == [
        "sporen[1].kijk_opnieuw"
    ]
    assert tijd.verlopen(corpus, date(2027, 1, 14)) == []
