from __future__ import annotations

from datetime import date

import pytest

from macros.check import timeliness
from macros.model.leerpunt import Leerpunt
from tests.factory import (
    CHECK,
    make_begrip,
    make_bewering,
    make_bron,
    make_casusformulier,
    make_corpus,
    make_gebeurtenis,
    make_keuzehulp,
    make_leerpunt,
    make_spoor,
    make_wetsvoorstel,
    only,
    pointed_at,
)


def _gecontroleerd(datum: str) -> dict[str, object]:
    return {"gecontroleerd": {"datum": datum, "rol": "redactie"}}


def test_controle_klopt_bites() -> None:
    corpus = make_corpus(make_begrip(**_gecontroleerd("2026-11-22")))
    error = only(timeliness.controle_klopt, corpus)
    assert error.veld == "gecontroleerd.datum"
    assert error.wat == "ligt na de peildatum van de site (21 november 2026)"
    assert "data/site.yml" in error.remedy
    assert pointed_at(corpus, error) == "'2026-11-22'"


def test_controle_klopt_bites_when_the_next_check_is_already_past() -> None:
    corpus = make_corpus(make_begrip(**_gecontroleerd("2026-11-01"), controle_voor="2026-11-01"))
    error = only(timeliness.controle_klopt, corpus)
    assert (error.veld, error.wat) == ("controle_voor", "ligt niet na de laatste controle")
    assert pointed_at(corpus, error) == "'2026-11-01'"


def test_controle_klopt_bites_on_the_tables_too() -> None:
    errors = list(timeliness.controle_klopt(make_corpus(table={"controle_voor": "2026-10-31"})))
    assert [error.file for error in errors] == [
        "data/gemeenten.yml",
        "data/vervallen-gemeenten.yml",
    ]


def test_controle_klopt_bites_on_a_tool_too() -> None:
    later = _gecontroleerd("2026-11-22")
    corpus = make_corpus(
        keuzehulp=make_keuzehulp() | later, casusformulier=make_casusformulier() | later
    )
    assert {error.file for error in timeliness.controle_klopt(corpus)} == {
        "data/keuzehulp.yml",
        "data/casusformulier.yml",
    }


def test_controle_klopt_does_not_over_bite() -> None:
    """Checked on the very day of the peildatum, to be checked again the day after."""
    corpus = make_corpus(make_begrip(**_gecontroleerd("2026-11-21"), controle_voor="2026-11-22"))
    assert list(timeliness.controle_klopt(corpus)) == []


def test_niets_uit_de_toekomst_bites() -> None:
    corpus = make_corpus(make_begrip(uitleg=[make_bewering(stand="2026-12")]))
    error = only(timeliness.niets_uit_de_toekomst, corpus)
    assert error.veld == "uitleg[1].stand"
    assert error.wat == "„december 2026” ligt na de peildatum van de site (21 november 2026)"
    assert "niet wanneer iets ingaat" in error.remedy
    assert pointed_at(corpus, error) == "2026-12"


def test_niets_uit_de_toekomst_bites_on_a_bron() -> None:
    corpus = make_corpus(make_bron(geraadpleegd="2026-11-22"))
    error = only(timeliness.niets_uit_de_toekomst, corpus)
    assert (error.veld, pointed_at(corpus, error)) == ("geraadpleegd", "'2026-11-22'")


def test_niets_uit_de_toekomst_does_not_over_bite() -> None:
    """This year and this month have begun; an event may be planned; no date is no future."""
    corpus = make_corpus(
        make_begrip(
            uitleg=[
                make_bewering(stand=stand)
                for stand in (2026, "2026-11", "2026-11-21", "2026~", "2025/2026", "ongedateerd")
            ]
        ),
        make_gebeurtenis(datum="2028-01-01"),
        make_bron(geraadpleegd="2026-11-21"),
    )
    assert list(timeliness.niets_uit_de_toekomst(corpus)) == []


def test_overdue_names_what_was_not_reread_in_time() -> None:
    corpus = make_corpus(make_begrip(), make_gebeurtenis(controle_voor="2028-01-01"))
    table, error = sorted(timeliness.overdue(corpus, date(2027, 5, 2)), reverse=True)
    assert table.file == "data/gemeenten.yml"
    assert (error.file, error.veld) == ("data/begrippen/maatwerk.yml", "controle_voor")
    assert error.wat == "de controle had voor 1 mei 2027 gemoeten"
    assert pointed_at(corpus, error) == f"'{CHECK['controle_voor']}'"


def test_overdue_is_silent_on_the_day_itself() -> None:
    assert timeliness.overdue(make_corpus(make_begrip()), date(2027, 5, 1)) == []


def test_wetsvoorstel_kijkt_opnieuw_bites() -> None:
    corpus = make_corpus(make_wetsvoorstel(kijk_opnieuw=[]))
    error = only(timeliness.wetsvoorstel_kijkt_opnieuw, corpus)
    assert (error.file, error.veld) == ("data/wetsvoorstellen/voorstel.yml", "kijk_opnieuw")
    assert error.wat.startswith("ontbreekt")
    assert error.remedy.startswith("voeg „kijk_opnieuw” toe, met een dag")


@pytest.mark.parametrize(
    ("dag", "later"),
    [
        (date(2026, 11, 27), date(2027, 5, 27)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 1, 1), date(2027, 7, 1)),
        (date(2026, 12, 31), date(2027, 6, 30)),
    ],
)
def test_half_a_year_later_is_the_same_day_of_the_month(dag: date, later: date) -> None:
    assert timeliness.half_jaar_after(dag) == later


@pytest.mark.parametrize("dag", ["2026-11-01", "2027-05-02"])
def test_wetsvoorstel_kijkt_opnieuw_bites_on_a_day_too_early_or_too_late(dag: str) -> None:
    """Before the last check, or so late that nobody would look."""
    corpus = make_corpus(make_wetsvoorstel(kijk_opnieuw=dag))
    error = only(timeliness.wetsvoorstel_kijkt_opnieuw, corpus)
    assert "ligt niet in het half jaar na de controle van 1 november 2026" in error.wat
    assert pointed_at(corpus, error) == f"'{dag}'"


def test_wetsvoorstel_kijkt_opnieuw_does_not_over_bite() -> None:
    """What became law long ago needs no day; what goes into force in phases may have one."""
    corpus = make_corpus(
        make_wetsvoorstel(),
        make_wetsvoorstel("oud", dossier="36411", status="wet-geworden", kijk_opnieuw=[]),
        make_wetsvoorstel("nieuw", dossier="36412", status="wet-geworden"),
    )
    assert list(timeliness.wetsvoorstel_kijkt_opnieuw(corpus)) == []


def _leerpunt(**velden: object) -> Leerpunt:
    return make_leerpunt(sporen=[make_spoor(**velden)])


def test_lopend_spoor_kijkt_opnieuw_bites() -> None:
    corpus = make_corpus(_leerpunt(status="in-behandeling"))
    error = only(timeliness.lopend_spoor_kijkt_opnieuw, corpus)
    assert error.veld == "sporen[1].kijk_opnieuw"
    assert "de status van dit spoor is „in-behandeling”" in error.wat
    assert error.remedy.startswith("voeg „kijk_opnieuw” toe")


def test_lopend_spoor_kijkt_opnieuw_bites_on_two_days_for_one_thing() -> None:
    spoor = {"wetsvoorstel": "wetsvoorstel:voorstel", "kijk_opnieuw": "2027-02-01"}
    error = only(
        timeliness.lopend_spoor_kijkt_opnieuw, make_corpus(make_wetsvoorstel(), _leerpunt(**spoor))
    )
    assert error.wat == "staat ook bij wetsvoorstel:voorstel"


def test_lopend_spoor_kijkt_opnieuw_bites_when_the_wetsvoorstel_is_silent_too() -> None:
    proposal = make_wetsvoorstel(status="wet-geworden", kijk_opnieuw=[])
    spoor = _leerpunt(status="aangenomen", wetsvoorstel="wetsvoorstel:voorstel")
    error = only(timeliness.lopend_spoor_kijkt_opnieuw, make_corpus(proposal, spoor))
    assert error.remedy.startswith("bij wetsvoorstel:voorstel: voeg")


def test_lopend_spoor_kijkt_opnieuw_bites_on_a_day_too_far_away() -> None:
    corpus = make_corpus(_leerpunt(status="ambitie", kijk_opnieuw="2028-01-01"))
    error = only(timeliness.lopend_spoor_kijkt_opnieuw, corpus)
    assert error.remedy == "kies een dag in dat half jaar"


def test_lopend_spoor_kijkt_opnieuw_does_not_over_bite() -> None:
    corpus = make_corpus(
        make_wetsvoorstel(),
        make_leerpunt(
            sporen=[
                make_spoor("a", status="in-behandeling", wetsvoorstel="wetsvoorstel:voorstel"),
                make_spoor("b", status="onbekend", kijk_opnieuw="2027-02-01"),
                make_spoor("c", status="afgewezen"),
            ]
        ),
    )
    assert list(timeliness.lopend_spoor_kijkt_opnieuw(corpus)) == []


def test_overdue_names_wetsvoorstellen_and_sporen_whose_turn_it_is() -> None:
    corpus = make_corpus(
        make_wetsvoorstel(
            kijk_opnieuw="2027-02-01",
            stappen=[make_bewering(stand="2023-09-07"), make_bewering(stand=2021)],
        ),
        _leerpunt(status="onbekend", kijk_opnieuw="2027-01-15"),
    )
    too_late = {error.veld: error for error in timeliness.overdue(corpus, date(2027, 2, 1))}
    assert set(too_late) == {"kijk_opnieuw", "sporen[1].kijk_opnieuw"}
    assert too_late["kijk_opnieuw"].wat.endswith("hier staat die van 7 september 2023")
    assert [error.veld for error in timeliness.overdue(corpus, date(2027, 1, 31))] == [
        "sporen[1].kijk_opnieuw"
    ]
    assert timeliness.overdue(corpus, date(2027, 1, 14)) == []


@pytest.mark.parametrize("stand", ["2025/2027", "2026-11-22", "2025-01-01/2026-12-01"])
def test_niets_uit_de_toekomst_bites_and_says_where_the_peildatum_is_set(stand: str) -> None:
    corpus = make_corpus(make_begrip(uitleg=[make_bewering(stand=stand)]))
    error = only(timeliness.niets_uit_de_toekomst, corpus)
    assert "data/site.yml" in error.remedy


@pytest.mark.parametrize("stand", ["2026", "2026-11", "2025/2026", "ongedateerd"])
def test_a_stand_that_can_hold_on_the_peildatum_is_allowed(stand: str) -> None:
    corpus = make_corpus(make_begrip(uitleg=[make_bewering(stand=stand)]))
    assert list(timeliness.niets_uit_de_toekomst(corpus)) == []
