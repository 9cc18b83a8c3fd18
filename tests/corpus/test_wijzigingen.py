from __future__ import annotations

from datetime import date

import pytest

from macros.corpus.corpus import Corpus
from macros.corpus.wijzigingen import SOORTNAMEN, Wijziging, soorten, wijzigingen
from macros.model.leerpunt import Stap
from macros.model.soorten import Bestandsrecord
from tests.fabriek import (
    PEILDATUM,
    maak_bewering,
    maak_corpus,
    maak_gebeurtenis,
    maak_gemeente,
    maak_leerpunt,
    maak_mvtpunt,
    maak_spoor,
    maak_wet,
    maak_wetsvoorstel,
)


def _van(*records: Bestandsrecord, aanleiding: str = "") -> list[Wijziging]:
    lijst = wijzigingen(maak_corpus(*records))
    return [een for een in lijst if not aanleiding or een.aanleiding == aanleiding]


def _zinnen(*records: Bestandsrecord, aanleiding: str) -> list[str]:
    return [een.zin() for een in _van(*records, aanleiding=aanleiding)]


def _leerpunt_met_stappen(*stappen: dict[str, object], **velden: object) -> Bestandsrecord:
    spoor = maak_spoor("toeslagen", titel="Toeslagen", stappen=list(stappen), **velden)
    return maak_leerpunt(titel="ALO-kop", sporen=[spoor])


def test_a_step_is_a_sentence_with_its_date_learning_and_track() -> None:
    punt = _leerpunt_met_stappen(maak_bewering(tekst="Er kwam een nota.", stand="2025-10-09"))
    assert _zinnen(punt, aanleiding="stap") == [
        "9 oktober 2025: bij ALO-kop, spoor ‘Toeslagen’: Er kwam een nota."
    ]


def test_steps_of_one_day_on_one_track_are_one_change() -> None:
    een = maak_bewering(tekst="Eén.", stand="2025-10-09")
    twee = maak_bewering(tekst="Twee.", stand="2025-10-09")
    ander = maak_bewering(tekst="Drie.", stand="2025-10-10")
    stappen = _van(_leerpunt_met_stappen(een, twee, ander), aanleiding="stap")
    assert [[deel.tekst for deel in stap.beweringen] for stap in stappen] == [
        ["Drie."],
        ["Eén.", "Twee."],
    ]


def test_a_step_is_about_the_learning_the_law_and_the_bill_of_its_track() -> None:
    stap = maak_bewering(stand="2025-10-09")
    punt = _leerpunt_met_stappen(stap, wet="wet:awir", wetsvoorstel="wetsvoorstel:voorstel")
    (wijziging,) = _van(punt, aanleiding="stap")
    assert set(wijziging.over) == {punt.id, "wet:awir", "wetsvoorstel:voorstel"}
    assert wijziging.anker == "spoor-toeslagen"


def test_a_step_of_a_bill_and_a_court_decision() -> None:
    voorstel = maak_wetsvoorstel(
        titel="Wet X", stappen=[maak_bewering(tekst="De Kamer stemde in.", stand="2025-04")]
    )
    uitspraak = maak_bewering(tekst="Het mocht niet.", stand="2018-06-06", instantie="Raad")
    punt = maak_leerpunt(titel="ALO-kop", rechtspraak=[uitspraak])
    assert _zinnen(voorstel, aanleiding="stap") == ["april 2025: bij Wet X: De Kamer stemde in."]
    assert _zinnen(punt, aanleiding="uitspraak") == [
        "6 juni 2018: bij ALO-kop, rechtspraak: Het mocht niet."
    ]


def test_an_event_bears_its_own_date_and_not_that_of_its_statement() -> None:
    event = maak_gebeurtenis(
        titel="Start",
        datum="2019-10-29",
        beweringen=[maak_bewering(tekst="Het begon.", stand="2024-01-01")],
        gaat_over=["wet:awir", "begrip:pmm"],
    )
    (wijziging,) = [een for een in _van(event) if een.aanleiding != "controle"]
    assert wijziging.zin() == "29 oktober 2019: op de tijdlijn: Start. Het begon."
    assert wijziging.over == ("wet:awir",)


@pytest.mark.parametrize(
    ("aantal", "woorden"), [(1, "staat 1 bewering"), (2, "staan 2 beweringen")]
)
def test_other_statements_are_counted_and_not_quoted(aantal: int, woorden: str) -> None:
    wet = maak_wet(titel="Awir", waarover=[maak_bewering(stand="2025-01-01")] * aantal)
    (wijziging,) = _van(wet, aanleiding="stand")
    assert wijziging.zin() == f"1 januari 2025: bij Awir {woorden} met deze datum."
    assert wijziging.beweringen == ()


def test_what_we_verified_ourselves_is_no_news() -> None:
    verificatie = maak_bewering(stand="2026-11-21", codes=["A"])
    assert _van(maak_wet(verificatie=verificatie), aanleiding="stand") == []


def test_statements_about_a_municipality_count() -> None:
    vermelding = maak_bewering(stand="2021-03", uitkomst="aangesloten")
    corpus = maak_corpus(gemeenten=[maak_gemeente(naam="Hilversum", vermeldingen=[vermelding])])
    (wijziging,) = [een for een in wijzigingen(corpus) if een.aanleiding == "stand"]
    assert wijziging.zin() == "maart 2021: bij Gemeente Hilversum staat 1 bewering met deze datum."
    assert wijziging.id_ == "gemeente:GM0363"


@pytest.mark.parametrize("stand", [2024, "2024-05~", "2024-01-01/2024-02-01", "ongedateerd"])
def test_a_date_less_exact_than_a_month_is_left_out(stand: object) -> None:
    punt = _leerpunt_met_stappen(maak_bewering(stand=stand))
    assert _van(punt, aanleiding="stap") == []


@pytest.mark.parametrize(("stand", "telt"), [(PEILDATUM, 1), ("2026-11", 1), ("2026-11-22", 0)])
def test_what_is_only_planned_is_left_out(stand: str, telt: int) -> None:
    event = maak_gebeurtenis(datum=stand)
    assert len(_van(event, aanleiding="gebeurtenis")) == telt


def test_our_own_inference_is_left_out() -> None:
    punt = _leerpunt_met_stappen(maak_bewering(stand="2025-10-09", zekerheid="afgeleid"))
    assert _van(punt, aanleiding="stap") == []


def test_a_check_tells_how_many_of_a_kind() -> None:
    gisteren = {"datum": "2026-11-20", "rol": "redactie"}
    zinnen = _zinnen(
        maak_wet("a", titel="Wet A", gecontroleerd=gisteren),
        maak_wet("b", titel="Wet B"),
        maak_wet("c", titel="Wet C"),
        aanleiding="controle",
    )
    assert zinnen == [
        "20 november 2026: controle door de redactie: wetten, 1 van de 3: Wet A.",
        "1 november 2026: controle door de redactie: gemeenten.",
        "1 november 2026: controle door de redactie: wetten, 2 van de 3. Niet: Wet A.",
    ]


def test_newest_first_and_a_month_below_its_days() -> None:
    datums = ["2025-03-31", "2025-04", "2025-04-01", "2025-04-30", "2024-12"]
    stappen = [maak_bewering(stand=datum) for datum in datums]
    lijst = _van(_leerpunt_met_stappen(*stappen), aanleiding="stap")
    assert [een.datum.notatie() for een in lijst] == [
        "2025-04-30",
        "2025-04-01",
        "2025-04",
        "2025-03-31",
        "2024-12",
    ]


def test_the_imaginary_law_is_named_so_in_each_sentence() -> None:
    punt = maak_mvtpunt(titel="Punt a", beweringen=[maak_bewering(stand="2025-01-01")])
    lijst = [een for een in _van(punt) if een.soort == "mvtpunt"]
    assert {een.aanleiding for een in lijst} == {"stand", "controle"}
    for een in lijst:
        assert "(denkbeeldig)" in een.zin()
        assert "(denkbeeldig)" in een.opschrift


def test_the_title_is_the_sentence_without_its_statements() -> None:
    punt = _leerpunt_met_stappen(maak_bewering(tekst="Er kwam een nota.", stand="2025-10-09"))
    (stap,) = _van(punt, aanleiding="stap")
    assert stap.opschrift == "9 oktober 2025: bij ALO-kop, spoor ‘Toeslagen’"


def test_every_dated_step_of_the_real_data_is_told_once(corpus: Corpus) -> None:
    verwacht = sorted(
        plek.bewering.tekst
        for plek in corpus.beweringen
        if isinstance(plek.bewering, Stap)
        and plek.bewering.zekerheid != "afgeleid"
        and "~" not in plek.bewering.stand.notatie()
        and len(plek.bewering.stand.notatie()) in (7, 10)
    )
    verteld = sorted(
        bewering.tekst
        for wijziging in wijzigingen(corpus)
        if wijziging.aanleiding == "stap"
        for bewering in wijziging.beweringen
    )
    assert verteld == verwacht
    assert len(verteld) > 50


def test_nothing_on_the_real_list_lies_ahead_or_stands_twice(corpus: Corpus) -> None:
    lijst = wijzigingen(corpus)
    peildag = date.fromisoformat(corpus.site.peildatum)
    assert all(een.datum.eerste_dag() <= peildag for een in lijst)
    sleutels = [(een.soort, een.id_, een.aanleiding, een.sleutel, een.datum) for een in lijst]
    assert len(set(sleutels)) == len(sleutels)
    assert set(soorten(lijst)) <= set(SOORTNAMEN)
    zinnen = [een.zin() for een in lijst]
    assert all(zin.endswith((".", "?", "!")) and "  " not in zin for zin in zinnen)
