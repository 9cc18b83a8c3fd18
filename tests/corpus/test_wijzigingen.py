from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from macros.corpus.corpus import Corpus
from macros.corpus.wijzigingen import SOORTNAMEN, Wijziging, events, soorten, wijzigingen
from macros.model.leerpunt import Stap
from macros.model.soorten import Bestandsrecord
from tests.factory import (
    PEILDATUM,
    make_bewering,
    make_corpus,
    make_gebeurtenis,
    make_gemeente,
    make_leerpunt,
    make_mvtpunt,
    make_spoor,
    make_wet,
    make_wetsvoorstel,
)


def _changes_of(*records: Bestandsrecord, occasion: str = "") -> list[Wijziging]:
    lijst = wijzigingen(make_corpus(*records))
    return [one for one in lijst if not occasion or one.occasion == occasion]


def _zinnen(*records: Bestandsrecord, occasion: str) -> list[str]:
    return [one.zin() for one in _changes_of(*records, occasion=occasion)]


def _leerpunt_with_stappen(*stappen: dict[str, object], **velden: object) -> Bestandsrecord:
    spoor = make_spoor("toeslagen", titel="Toeslagen", stappen=list(stappen), **velden)
    return make_leerpunt(titel="ALO-kop", sporen=[spoor])


def test_a_step_is_a_sentence_with_its_date_learning_and_track() -> None:
    point = _leerpunt_with_stappen(make_bewering(tekst="Er kwam een nota.", stand="2025-10-09"))
    assert _zinnen(point, occasion="stap") == [
        "9 oktober 2025: bij ALO-kop, spoor ‘Toeslagen’: Er kwam een nota."
    ]


def test_steps_of_one_day_on_one_track_are_one_change() -> None:
    one = make_bewering(tekst="Eén.", stand="2025-10-09")
    two = make_bewering(tekst="Twee.", stand="2025-10-09")
    other = make_bewering(tekst="Drie.", stand="2025-10-10")
    stappen = _changes_of(_leerpunt_with_stappen(one, two, other), occasion="stap")
    assert [[part.tekst for part in stap.beweringen] for stap in stappen] == [
        ["Drie."],
        ["Eén.", "Twee."],
    ]


def test_a_step_is_about_the_learning_the_law_and_the_bill_of_its_track() -> None:
    stap = make_bewering(stand="2025-10-09")
    point = _leerpunt_with_stappen(stap, wet="wet:awir", wetsvoorstel="wetsvoorstel:voorstel")
    (wijziging,) = _changes_of(point, occasion="stap")
    assert set(wijziging.over) == {point.id, "wet:awir", "wetsvoorstel:voorstel"}
    assert wijziging.anker == "spoor-toeslagen"


def test_a_step_of_a_bill_and_a_court_decision() -> None:
    proposal = make_wetsvoorstel(
        titel="Wet X", stappen=[make_bewering(tekst="De Kamer stemde in.", stand="2025-04")]
    )
    uitspraak = make_bewering(tekst="Het mocht niet.", stand="2018-06-06", instantie="Raad")
    point = make_leerpunt(titel="ALO-kop", rechtspraak=[uitspraak])
    assert _zinnen(proposal, occasion="stap") == ["april 2025: bij Wet X: De Kamer stemde in."]
    assert _zinnen(point, occasion="uitspraak") == [
        "6 juni 2018: bij ALO-kop, rechtspraak: Het mocht niet."
    ]


def test_an_event_bears_its_own_date_and_not_that_of_its_statement() -> None:
    event = make_gebeurtenis(
        titel="Start",
        datum="2019-10-29",
        beweringen=[make_bewering(tekst="Het begon.", stand="2024-01-01")],
        gaat_over=["wet:awir", "begrip:pmm"],
    )
    (wijziging,) = [one for one in _changes_of(event) if one.occasion != "controle"]
    assert wijziging.zin() == "29 oktober 2019: op de tijdlijn: Start. Het begon."
    assert wijziging.over == ("wet:awir",)


@pytest.mark.parametrize(
    ("aantal", "woorden"), [(1, "staat 1 bewering"), (2, "staan 2 beweringen")]
)
def test_other_statements_are_counted_and_not_quoted(aantal: int, woorden: str) -> None:
    wet = make_wet(titel="Awir", waarover=[make_bewering(stand="2025-01-01")] * aantal)
    (wijziging,) = _changes_of(wet, occasion="stand")
    assert wijziging.zin() == f"1 januari 2025: bij Awir {woorden} met deze datum."
    assert wijziging.beweringen == ()


def test_what_we_verified_ourselves_is_no_news() -> None:
    verificatie = make_bewering(stand="2026-11-21", codes=["A"])
    assert _changes_of(make_wet(verificatie=verificatie), occasion="stand") == []


def test_statements_about_a_municipality_are_quoted() -> None:
    vermelding = make_bewering(stand="2021-03", uitkomst="aangesloten")
    corpus = make_corpus(gemeenten=[make_gemeente(naam="Hilversum", vermeldingen=[vermelding])])
    (wijziging,) = [one for one in wijzigingen(corpus) if one.occasion == "stand"]
    assert wijziging.zin() == f"maart 2021: bij Gemeente Hilversum: {vermelding['tekst']}"
    assert not wijziging.boekhouding
    assert wijziging.id_ == "gemeente:GM0363"


@pytest.mark.parametrize("stand", [2024, "2024-05~", "2024-01-01/2024-02-01", "ongedateerd"])
def test_a_date_less_exact_than_a_month_is_left_out(stand: object) -> None:
    point = _leerpunt_with_stappen(make_bewering(stand=stand))
    assert _changes_of(point, occasion="stap") == []


@pytest.mark.parametrize(("stand", "counts"), [(PEILDATUM, 1), ("2026-11", 1), ("2026-11-22", 0)])
def test_what_is_only_planned_is_left_out(stand: str, counts: int) -> None:
    event = make_gebeurtenis(datum=stand)
    assert len(_changes_of(event, occasion="gebeurtenis")) == counts


def test_our_own_inference_is_left_out() -> None:
    point = _leerpunt_with_stappen(make_bewering(stand="2025-10-09", zekerheid="afgeleid"))
    assert _changes_of(point, occasion="stap") == []


def test_a_check_tells_how_many_of_a_kind() -> None:
    yesterday = {"datum": "2026-11-20", "rol": "redactie"}
    zinnen = _zinnen(
        make_wet("a", titel="Wet A", gecontroleerd=yesterday),
        make_wet("b", titel="Wet B"),
        make_wet("c", titel="Wet C"),
        occasion="controle",
    )
    assert zinnen == [
        "20 november 2026: controle door de redactie: wetten, 1 van de 3: Wet A.",
        "1 november 2026: controle door de redactie: gemeenten.",
        "1 november 2026: controle door de redactie: wetten, 2 van de 3. Niet: Wet A.",
    ]


def test_newest_first_and_a_month_below_its_days() -> None:
    dates = ["2025-03-31", "2025-04", "2025-04-01", "2025-04-30", "2024-12"]
    stappen = [make_bewering(stand=datum) for datum in dates]
    lijst = _changes_of(_leerpunt_with_stappen(*stappen), occasion="stap")
    assert [one.datum.notation() for one in lijst] == [
        "2025-04-30",
        "2025-04-01",
        "2025-04",
        "2025-03-31",
        "2024-12",
    ]


def test_the_imaginary_law_is_named_so_in_each_sentence() -> None:
    point = make_mvtpunt(titel="Punt a", beweringen=[make_bewering(stand="2025-01-01")])
    lijst = [one for one in _changes_of(point) if one.soort == "mvtpunt"]
    assert {one.occasion for one in lijst} == {"stand", "controle"}
    for one in lijst:
        assert "(denkbeeldig)" in one.zin()
        assert "(denkbeeldig)" in one.caption


def test_the_title_is_the_sentence_without_its_statements() -> None:
    point = _leerpunt_with_stappen(make_bewering(tekst="Er kwam een nota.", stand="2025-10-09"))
    (stap,) = _changes_of(point, occasion="stap")
    assert stap.caption == "9 oktober 2025: bij ALO-kop, spoor ‘Toeslagen’"


def test_every_dated_step_of_the_real_data_is_told_once(corpus: Corpus) -> None:
    expected = sorted(
        place.bewering.tekst
        for place in corpus.beweringen
        if isinstance(place.bewering, Stap)
        and place.bewering.zekerheid != "afgeleid"
        and "~" not in place.bewering.stand.notation()
        and len(place.bewering.stand.notation()) in (7, 10)
    )
    told = sorted(
        bewering.tekst
        for wijziging in wijzigingen(corpus)
        if wijziging.occasion == "stap"
        for bewering in wijziging.beweringen
    )
    assert told == expected
    assert len(told) > 50


def test_nothing_on_the_real_list_lies_ahead_or_stands_twice(corpus: Corpus) -> None:
    lijst = wijzigingen(corpus)
    peildag = date.fromisoformat(corpus.site.peildatum)
    assert all(one.datum.first_dag() <= peildag for one in lijst)
    sleutels = [(one.soort, one.id_, one.occasion, one.sleutel, one.datum) for one in lijst]
    assert len(set(sleutels)) == len(sleutels)
    assert set(soorten(lijst)) <= set(SOORTNAMEN)
    zinnen = [one.zin() for one in lijst]
    assert all(zin.endswith((".", "?", "!")) and "  " not in zin for zin in zinnen)


def _event(dag: str, tekst: str, bronnen: list[str]) -> dict[str, object]:
    return make_bewering(tekst=tekst, stand=dag, bronnen=bronnen)


def test_a_step_of_the_same_day_source_and_subject_stands_under_its_event() -> None:
    dag = "2025-10-09"
    bill = make_wetsvoorstel(titel="Wet X", stappen=[_event(dag, "De nota kwam.", ["A"])])
    point = _leerpunt_with_stappen(
        _event(dag, "Er kwam een nota.", ["A"]), wetsvoorstel="wetsvoorstel:voorstel"
    )
    happening = make_gebeurtenis(
        titel="De nota",
        datum=dag,
        beweringen=[_event(dag, "De nota is er.", ["A", "B"])],
        gaat_over=["wetsvoorstel:voorstel"],
    )

    def told(*records: Bestandsrecord) -> list[tuple[str, list[str], tuple[str, ...]]]:
        lijst = [one for one in _changes_of(*records) if one.occasion not in ("controle", "stand")]
        return [
            (one.lead.titel, sorted(step.titel for step in one.also), tuple(one.soorten))
            for one in events(lijst)
        ]

    kinds = ("gebeurtenis", "leerpunt", "wetsvoorstel")
    assert told(happening, bill, point) == [("De nota", ["ALO-kop", "Wet X"], kinds)]
    assert told(bill, point) == [("Wet X", ["ALO-kop"], ("wetsvoorstel", "leerpunt"))]


@pytest.mark.parametrize(
    "other",
    [
        {"dag": "2025-10-10", "bronnen": ["A"], "wetsvoorstel": "wetsvoorstel:voorstel"},
        {"dag": "2025-10-09", "bronnen": ["B"], "wetsvoorstel": "wetsvoorstel:voorstel"},
        {"dag": "2025-10-09", "bronnen": ["A"], "wetsvoorstel": None},
    ],
)
def test_another_day_source_or_subject_is_another_event(other: dict[str, Any]) -> None:
    bill = make_wetsvoorstel(titel="Wet X", stappen=[_event("2025-10-09", "Een.", ["A"])])
    point = _leerpunt_with_stappen(
        _event(other["dag"], "Twee.", other["bronnen"]), wetsvoorstel=other["wetsvoorstel"]
    )
    assert [one.also for one in events(_changes_of(bill, point, occasion="stap"))] == [(), ()]


def test_two_events_of_one_day_stay_two_and_every_change_is_told_once(corpus: Corpus) -> None:
    lijst = wijzigingen(corpus)
    told = events(lijst)
    assert sorted(
        (one.id_, one.sleutel, one.caption) for event in told for one in (event.lead, *event.also)
    ) == sorted((one.id_, one.sleutel, one.caption) for one in lijst)
    leads = sum(event.lead.occasion == "gebeurtenis" for event in told)
    assert leads == sum(one.occasion == "gebeurtenis" for one in lijst)
    assert sum(bool(event.also) for event in told) > 10
    assert [event.lead for event in told if not event.boekhouding] == [
        one for one in lijst if one in {event.lead for event in told} and not one.boekhouding
    ]
