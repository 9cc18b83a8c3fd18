"""What the form asks, what it does not ask because it follows, and what it says to an editor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.cli import ERROR, GOOD
from macros.corpus.corpus import Corpus
from macros.model.base import Bewering, Onbekend
from macros.model.leerpunt import Leerpunt, Spoor
from macros.model.organisatie import Vermelding
from macros.redactie.form import Form
from macros.redactie.gesprek import BackError, Gesprek
from macros.redactie.jobs import Work
from tests.factory import as_yaml, make_bron, make_leerpunt
from tests.redactie.conftest import Action

DAG = date(2026, 11, 21)
Talk = Callable[[str], "tuple[Form, list[str]]"]


@pytest.fixture
def talk(corpus: Corpus, tmp_path: Path) -> Talk:
    """Return a form on the real data, that is answered line by line, and all that it says."""

    def begin(antwoorden: str) -> tuple[Form, list[str]]:
        regels: Iterator[str] = iter(antwoorden.split("\n"))
        said: list[str] = []

        def parse(vraag: str) -> str:
            said.append(vraag)
            return next(regels)

        work = Work(tmp_path)
        (tmp_path / "data").mkdir(exist_ok=True)
        (tmp_path / "data/bronadressen.yml").write_text("woorden: [een]\n", encoding="utf-8")
        return Form(Gesprek(parse, said.append), corpus, work, DAG), said

    return begin


def test_the_first_line_tells_how_to_go_back(talk: Talk) -> None:
    form, said = talk("ja")
    form.gesprek.ja("Klopt het?", proposal=False)
    assert "„terug”" in said[0]


def test_terug_gives_the_question_before_with_all_that_was_answered(act: Action) -> None:
    answers = """\
Doorbraakprof
terug
Doorbraakproef
doorbraakproef
Een doorbraakproef is een woord om een commando te proberen.
werken
Een doorbraakproef is een woord om een commando te proberen.
N24
terug
N24
2024
secundair

gewoon proberen, eens proberen, kijken of het werkt, uitproberen

"""
    said = act("nieuw", "begrip", antwoorden=answers)
    assert "begrip:doorbraakproef staat in" in said
    assert said.count("titel: De kop") == 2  # once asked, once again after „terug”


def test_before_the_first_question_there_is_none(talk: Talk) -> None:
    form, said = talk("terug\nja")
    assert form.gesprek.ja("Klopt het?", proposal=False)
    assert "  Dit is de eerste vraag." in said


def test_terug_later_on_is_for_who_runs_the_talk(talk: Talk) -> None:
    form, _ = talk("ja\nterug")
    form.gesprek.ja("Klopt het?", proposal=False)
    with pytest.raises(BackError):
        form.gesprek.ja("Zeker?", proposal=False)


@pytest.mark.parametrize(
    ("typed", "notation"),
    [
        ("12 mei 2024", "2024-05-12"),
        ("Mei 2024", "2024-05"),
        ("2024", 2024),
        ("1-2-2024", "2024-02-01"),
    ],
)
def test_a_date_may_be_typed_as_it_is_said(typed: str, notation: object, talk: Talk) -> None:
    form, _ = talk(f"Het is zo.\nN24\n{typed}\nsecundair\n")
    assert form.block(Bewering)["stand"] == notation


def test_what_does_not_fit_is_named_once(talk: Talk) -> None:
    form, said = talk("Het is zo.\nN24\neind 2024\n2024\nsecundair\n")
    form.block(Bewering)
    (melding,) = [one for one in said if "eind 2024" in one]
    assert melding.count("eind 2024") == 1


def test_more_terms_are_chosen_at_once_and_a_wrong_one_is_said(talk: Talk) -> None:
    form, said = talk("loopt\n1,3")
    choices = [("een", ""), ("twee", ""), ("drie", "")]
    assert form.gesprek.choose_some("soorten", choices) == ["een", "drie"]
    assert "  „loopt” bestaat niet; kies uit: een, twee, drie." in said


def test_a_code_is_taken_whatever_its_capitals_and_named_by_its_title(talk: Talk) -> None:
    form, said = talk("Het is zo.\nn24, K84\n2024\nsecundair\n")
    assert form.block(Bewering)["bronnen"] == ["N24", "K84"]
    assert len([one for one in said if one.startswith("  Genomen: N24 – ")]) == 1


def test_words_give_a_menu_however_few_fit(talk: Talk) -> None:
    form, _ = talk("SOCIALE verzekeringsbank\n1")
    assert form.verwijzing(("organisatie",)) == "organisatie:svb"


def test_enter_takes_the_proof_of_the_statement_before(talk: Talk) -> None:
    form, said = talk("Het is zo.\nN24\n2024\nsecundair\n\nHet is ook zo.\n\n")
    first, second = form.block(Bewering), form.block(Bewering)
    assert second == {**first, "tekst": "Het is ook zo."}
    assert any("[zelfde als vorige: N24; 2024; secundair]" in one for one in said)


SPOOR = """\
Onderzoek
{status}
Er is een onderzoek begonnen.
N24
12 mei 2024
secundair
{more}
"""


def test_the_status_of_a_spoor_is_explained(talk: Talk) -> None:
    form, said = talk(SPOOR.format(status="loopt\nin-voorbereiding", more="\n"))
    out = form.block(Spoor)
    assert (out["sleutel"], out["stand"], out["status"]) == (
        "onderzoek",
        "2024-05-12",
        "in-voorbereiding",
    )
    assert any("in-voorbereiding – In voorbereiding of onderzoek: Een werkwijze" in s for s in said)
    assert any("„loopt” bestaat niet; kies uit: gesignaleerd, " in one for one in said)
    assert "leidt_tot" not in out["stappen"][0]
    assert [*out] == ["sleutel", "titel", "status", "stand", "stappen"]
    assert [*out["stappen"][0]] == ["tekst", "bronnen", "stand", "zekerheid"]


def test_what_a_step_led_to_follows_and_is_told(talk: Talk) -> None:
    form, _ = talk(SPOOR.format(status="aangepast", more="\n"))
    assert form.block(Spoor)["stappen"][0]["leidt_tot"] == "aangepast"
    assert any(one.startswith("leidt_tot") for one in form.filled)
    assert any(one.startswith("stand van „Onderzoek”: 12 mei 2024") for one in form.filled)


def test_of_more_steps_the_editor_says_which_one_made_it_so(talk: Talk) -> None:
    more = "nog een\nDaarna is de werkwijze veranderd.\n\n2025\n\nstap 2\n"
    form, said = talk(SPOOR.format(status="aangepast", more=more))
    stappen = form.block(Spoor)["stappen"]
    assert ["leidt_tot" in stap for stap in stappen] == [False, True]
    assert any("Welke stap vertelt dat?" in one for one in said)


@pytest.mark.parametrize(("herkomst", "letter"), [("pmm", "L"), ("verwant", "V")])
def test_the_number_comes_after_the_herkomst_and_fits_it(
    herkomst: str, letter: str, talk: Talk, corpus: Corpus
) -> None:
    form, said = talk(f"Een samenvatting.\n{herkomst}\n")
    with pytest.raises(StopIteration):
        form.record(Leerpunt, {"id": "leerpunt:x", "titel": "X", "aard": "knelpunt"})
    (nummer,) = [one for one in said if one.startswith("nummer [")]
    assert nummer.startswith(f"nummer [{letter}")
    assert nummer[8:11] not in {leerpunt.nummer for leerpunt in corpus.every(Leerpunt)}


def test_what_is_accounted_for_is_not_asked_again(talk: Talk) -> None:
    given: dict[str, Any] = {
        **as_given(make_leerpunt(nummer="L98")),
        "onbekend": [{"veld": "omvang", "vraag": "Hoe vaak?", "aan": ["organisatie:pmm"]}],
    }
    del given["omvang"]
    form, said = talk("")
    out = form.record(Leerpunt, given)
    assert len(out["onbekend"]) == 1
    assert not [one for one in said if "omvang" in one]


def as_given(leerpunt: Leerpunt) -> dict[str, Any]:
    given: dict[str, Any] = yaml.safe_load(as_yaml(leerpunt))
    return given


def test_a_field_that_may_stay_empty_is_explained(talk: Talk) -> None:
    form, said = talk("Het is zo.\nN24\n2024\nsecundair\nopmerkng\n")
    form.block(Bewering)
    assert any("opmerking – Een hele zin met een waarschuwing." in one for one in said)
    assert any("„opmerkng” bestaat niet; bedoelde u „opmerking”?" in one for one in said)


def test_a_search_is_asked_in_dutch(talk: Talk) -> None:
    form, said = talk("omvang\nWat is het?\npmm\n")
    form.block(Onbekend)
    assert any(one.startswith("Zoek een organisatie (woorden uit de titel") for one in said)


def test_the_uitkomst_of_a_vermelding_is_explained(talk: Talk) -> None:
    form, said = talk("Het is zo.\nN24\n2024\nsecundair\nsamenwerkend\n")
    form.block(Vermelding)
    assert any("aangesloten – " in one for one in said)
    assert any("samenwerkend – " in one for one in said)


def test_a_bron_that_waits_for_its_first_use_does_not_stop_the_editor(
    copy: Path, act: Action
) -> None:
    bron = make_bron("WACHT", titel="Een stuk dat wacht")
    (copy / "data/bronnen/WACHT.yml").write_text(as_yaml(bron), encoding="utf-8")
    assert "WACHT" in act("controleren", status=ERROR)
    answers = (
        "Proefwoord\n\nEen proefwoord is een woord.\nwerken\nEen proefwoord is een woord.\n"
        "wacht\n2024\nsecundair\n\ngewoon proberen, eens proberen, "
        "kijken of het werkt, uitproberen\n\n"
    )
    said = act("nieuw", "begrip", antwoorden=answers, status=GOOD)
    assert "begrip:proefwoord staat in" in said
    assert "Zelf ingevuld:" in said
    assert "controle_voor" in said
    assert said.count("Bezig met controleren …") == 2


def test_a_draft_comes_back_with_the_new_bron_it_rests_on(copy: Path, act: Action) -> None:
    answers = (
        "Proefwoord\n\nEen proefwoord is een woord.\nwerken\nEen proefwoord is een woord.\n"
        "https://www.voorbeeld.nl/gemeentebericht/\nEen bericht\nDe gemeente\n12 mei 2024\n"
        "kamerstuk\nsecundair\ngeheel\n\n\n\nprimair\n\n"
        "gewoon proberen, eens proberen, kijken of het werkt, uitproberen\n\n"
    )
    said = act("nieuw", "begrip", antwoorden=answers, status=ERROR)
    assert "\nconcept/begrippen/proefwoord.yml:" in said
    concept = copy / "concept/begrippen/proefwoord.yml"
    concept.write_text(
        concept.read_text(encoding="utf-8").replace("primair", "secundair"), encoding="utf-8"
    )
    act("nieuw", "begrip", "--van", str(concept), antwoorden="\n")
    assert (copy / "data/bronnen/VOORBE24.yml").exists()
    assert "gemeentebericht" in (copy / "data/bronadressen.yml").read_text(encoding="utf-8")
