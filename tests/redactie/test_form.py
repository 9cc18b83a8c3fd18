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
from macros.model.kennis import Cijfer, Grafiek
from macros.model.leerpunt import (
    Artikel,
    Groep,
    Leerpunt,
    Spoor,
    Stap,
    Verdieping,
    Wetverwijzing,
)
from macros.model.organisatie import Vermelding
from macros.model.recht import Wetsvoorstel
from macros.redactie.form import Form
from macros.redactie.gesprek import BackError, Gesprek
from macros.redactie.jobs import Work
from macros.redactie.typed import veld_of
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
Een doorbraakproef is een woord om een commando te proberen.
werken
Een doorbraakproef is een woord om een commando te proberen.
N24
terug
N24
nee

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
    form, _ = talk(f"Het is zo.\nN24\n1\n{typed}\nsecundair\n\n")
    assert form.block(Bewering)["stand"] == notation


def test_what_does_not_fit_is_named_once(talk: Talk) -> None:
    form, said = talk("Het is zo.\nN24\n1\neind 2024\n2024\nsecundair\n\n")
    form.block(Bewering)
    (melding,) = [one for one in said if "eind 2024" in one]
    assert melding.count("eind 2024") == 1


def test_more_terms_are_chosen_at_once_and_a_wrong_one_is_said(talk: Talk) -> None:
    form, said = talk("loopt\n1,3")
    choices = [("een", ""), ("twee", ""), ("drie", "")]
    assert form.gesprek.choose_some("soorten", choices) == ["een", "drie"]
    assert "  „loopt” bestaat niet; kies uit: een, twee, drie." in said


def test_a_code_is_taken_whatever_its_capitals_and_named_by_its_title(talk: Talk) -> None:
    form, said = talk("Het is zo.\nn24, K84\n2024\n\n")
    assert form.block(Bewering)["bronnen"] == ["N24", "K84"]
    assert len([one for one in said if one.startswith("  Genomen: N24 – ")]) == 1


def test_the_same_record_twice_is_one_where_two_are_asked(talk: Talk, corpus: Corpus) -> None:
    one, two = (cijfer.id for cijfer in corpus.every(Cijfer)[:2])
    form, said = talk(f"Een grafiek\nEen zin.\n{one}\n{one}\n{two}\n\n")
    assert form.record(Grafiek, {})["cijfers"] == [one, two]
    assert said.count(f"  Kies er ten minste 2; u koos: {one}.") == 2


def test_words_give_a_menu_however_few_fit(talk: Talk) -> None:
    form, _ = talk("SOCIALE verzekeringsbank\n1")
    assert form.verwijzing(("organisatie",)) == "organisatie:svb"


def test_enter_takes_the_proof_of_the_statement_before_in_the_same_list(talk: Talk) -> None:
    form, said = talk("Uitleg\nHet is zo.\nN24\nHet is ook zo.\n\n\n")
    first, second = form.block(Verdieping)["beweringen"]
    assert second == {**first, "tekst": "Het is ook zo."}
    assert any("[zelfde als vorige: N24; 22 april 2024; primair]" in one for one in said)


def test_a_statement_of_another_kind_takes_no_proof_with_one_key(talk: Talk) -> None:
    form, said = talk("mensen\nHet is zo.\nN24\n\nGroep\n\nMeer\nHet is ook zo.\n\nK84\n\n\n")
    form.block(Groep)
    form.block(Verdieping)
    assert not any("zelfde als vorige" in one for one in said)


PARTLY_READ = {"begin": "secundair", "grotendeels": "secundair", "titelblad": "afgeleid"}


@pytest.mark.parametrize(("gezien", "zekerheid"), [("geheel", "primair"), *PARTLY_READ.items()])
def test_primair_is_proposed_only_of_a_source_that_was_read_whole(
    gezien: str, zekerheid: str, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    form, _ = talk("Het is zo.\nPROEF\n\n")
    form.new_bronnen["PROEF"] = {
        "titel": "Een proef",
        "datum": "2024-05-12",
        "aard": "primair",
        "gezien": gezien,
    }
    monkeypatch.setattr(form, "confirm", lambda: None)  # this source is of no file
    out = form.block(Bewering)
    assert (out["zekerheid"], out["stand"]) == (zekerheid, "2024-05-12")
    because = [one.what() for one in form.proposed if "(van PROEF: " in one.what()]
    assert bool(because) == (gezien in PARTLY_READ)


def test_own_knowledge_is_of_today(talk: Talk) -> None:
    form, _ = talk("Het is zo.\nEIGEN\n\n")
    out = form.block(Bewering)
    assert (out["zekerheid"], out["stand"]) == ("afgeleid", DAG.isoformat())


def test_what_was_filled_in_is_changed_by_its_number(talk: Talk) -> None:
    form, said = talk("Het is zo.\nN24\n2\n1\nmei 2024\nsecundair\n\n")
    out = form.block(Bewering)
    assert (out["stand"], out["zekerheid"]) == ("2024-05", "secundair")
    assert "  Typ Enter, of het nummer van wat anders moet." in said
    assert [*out] == ["tekst", "bronnen", "stand", "zekerheid"]


SPOOR = """\
Onderzoek
{bill}
{status}
Er is een onderzoek begonnen.
N24
12 mei 2024
{more}
"""


def test_the_status_of_a_spoor_is_explained(talk: Talk) -> None:
    form, said = talk(SPOOR.format(bill="", status="loopt\nin-voorbereiding", more="\n"))
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
    form, said = talk(SPOOR.format(bill="", status="aangepast", more="\n"))
    assert form.block(Spoor)["stappen"][0]["leidt_tot"] == "aangepast"
    assert any(one.startswith("   –  leidt_tot") for one in said)
    assert any(one.startswith("   –  stand van „Onderzoek”: 12 mei 2024") for one in said)


BILL = "participatiewet in balans"


def test_a_spoor_with_a_bill_is_asked_what_that_bill_allows(talk: Talk) -> None:
    form, said = talk(SPOOR.format(bill=BILL, status="in-behandeling\naangenomen", more="\n"))
    out = form.block(Spoor)
    assert out["wetsvoorstel"] == "wetsvoorstel:participatiewet-in-balans"
    assert out["wet"] == "wet:participatiewet-in-balans"
    assert "  Het wetsvoorstel „Wetsvoorstel Participatiewet in balans” is: Wet geworden." in said
    assert any("„in-behandeling” bestaat niet" in one for one in said)


def test_a_spoor_with_a_pending_bill_has_its_status_proposed(talk: Talk, corpus: Corpus) -> None:
    pending = next(b.id for b in corpus.every(Wetsvoorstel) if b.status == "in-behandeling")
    form, said = talk(SPOOR.format(bill=pending, status="", more="\n"))
    assert form.block(Spoor)["status"] == "in-behandeling"
    assert "status [in-behandeling]: " in said


def test_of_more_steps_the_editor_says_which_one_made_it_so(talk: Talk) -> None:
    more = "Daarna is de werkwijze veranderd.\n\n2025\n\nstap 2\n"
    form, said = talk(SPOOR.format(bill="", status="aangepast", more=more))
    stappen = form.block(Spoor)["stappen"]
    assert ["leidt_tot" in stap for stap in stappen] == [False, True]
    assert any("Welke stap vertelt dat?" in one for one in said)


@pytest.mark.parametrize(("herkomst", "letter"), [("pmm", "L"), ("verwant", "V")])
def test_the_number_follows_from_the_herkomst(
    herkomst: str, letter: str, talk: Talk, corpus: Corpus
) -> None:
    given = as_given(make_leerpunt())
    for naam in ("nummer", "herkomst", "aard"):
        del given[naam]
    form, _ = talk(f"{herkomst}, knelpunt\n\n\n")
    nummer = form.record(Leerpunt, given)["nummer"]
    assert nummer.startswith(letter)
    assert nummer not in {leerpunt.nummer for leerpunt in corpus.every(Leerpunt)}


def test_short_choices_are_made_in_one_answer_and_each_must_be(talk: Talk) -> None:
    form, said = talk("een\neen, vier\neen, twee, drie\n1, 3")
    groups = {"a": [("een", ""), ("twee", "")], "b": [("drie", "")]}
    assert form.gesprek.choose_each({"a": "A.", "b": "B."}, groups) == {"a": "een", "b": "drie"}
    assert "  Kies er één bij b." in said
    assert "  „vier” bestaat niet; kies uit: een, twee, drie." in said
    assert "  Kies er één bij a." in said


WET = "De wet zegt het{names}.\nN24\nparticipatiewet\n{artikelen}veroorzaakt\n\n"
PLACE = [{"artikel": "41", "lid": "4"}]


@pytest.mark.parametrize(
    "typed", ["41 lid 4", '"41" lid "4"', "artikel 41, vierde lid", "„41” lid 4"]
)
def test_an_article_is_asked_with_its_paragraph(typed: str, talk: Talk) -> None:
    form, _ = talk(WET.format(names="", artikelen=f"{typed}\n"))
    assert form.block(Wetverwijzing)["artikelen"] == PLACE


def test_more_articles_are_typed_at_once_and_something_else_is_refused(talk: Talk) -> None:
    form, said = talk(WET.format(names="", artikelen="het hele hoofdstuk\n18a, 8:75 en 41 lid 4\n"))
    out = form.block(Wetverwijzing)
    assert out["artikelen"] == [{"artikel": "18a"}, {"artikel": "8:75"}, *PLACE]
    assert any("„het hele hoofdstuk” is geen artikel" in one for one in said)


def test_a_statement_on_a_law_may_be_of_no_article(talk: Talk) -> None:
    form, _ = talk(WET.format(names="", artikelen="\n"))
    assert "artikelen" not in form.block(Wetverwijzing)


@pytest.mark.parametrize(("answer", "artikelen"), [("", PLACE), ("2\n42\n", [{"artikel": "42"}])])
def test_an_article_in_the_sentence_is_proposed(
    answer: str, artikelen: list[dict[str, str]], talk: Talk
) -> None:
    names = " (artikel 41, vierde lid)"
    form, said = talk(WET.format(names=names, artikelen="").replace("\n\n", f"\n{answer}\n"))
    assert form.block(Wetverwijzing)["artikelen"] == artikelen
    assert any(one.startswith("   2  artikelen van") and one.endswith("41 lid 4") for one in said)


@pytest.mark.parametrize("typed", ["2018-12", '"2018-12"', "„2018-12”"])
def test_quotes_around_a_number_may_be_typed_or_left_out(typed: str, talk: Talk) -> None:
    staatsblad = veld_of(Stap, "staatsblad")
    form, said = talk(typed)
    assert form.enkel(staatsblad, {}) == "2018-12"
    assert not any("tussen aanhalingstekens" in one for one in said)


def test_no_question_asks_for_quotes(talk: Talk) -> None:
    form, said = talk("36 582\n41")
    lid = veld_of(Artikel, "lid")
    form.tell(lid)
    form.enkel(lid, {})
    assert not any("aanhalingstekens" in one for one in said)
    assert "aanhalingstekens" in lid.uitleg


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("https://www.example.org/stuk", "is een voorbeeld en bestaat niet"),
        ("https://stuk.test/een", "is een voorbeeld en bestaat niet"),
        ("www.zwolle.nl/stuk", "heeft niet de juiste vorm; schrijf het zo: https://"),
        ("Een stuk dat hier niet staat", "plak het adres van een nieuwe bron"),
    ],
)
def test_a_source_that_cannot_be_is_refused_at_once(typed: str, why: str, talk: Talk) -> None:
    form, said = talk(f"Het is zo.\n{typed}\nN24\n\n")
    assert form.block(Bewering)["bronnen"] == ["N24"]
    assert any(why in one for one in said)


def test_an_address_is_no_title_of_a_source(talk: Talk) -> None:
    url = "https://www.voorbeeld.nl/gemeentebericht/"
    form, said = talk(f"{url}\nEen bericht\nDe gemeente\n12 mei 2024\nbericht\ngeheel\nnee\n\n")
    form.new_bron({"url": url})
    assert any("is een webadres; schrijf hier de titel zelf" in one for one in said)
    assert form.new_bronnen["VOORBE24"]["aard"] == "primair"


@pytest.mark.parametrize(("herkomst", "asked"), [("pmm", "De titel noemt PMM.\n"), ("verwant", "")])
def test_of_the_first_source_of_a_point_of_pmm_is_asked_why_it_is_about_pmm(
    herkomst: str, asked: str, talk: Talk
) -> None:
    form, _ = talk(f"Een bericht\nPMM\n12 mei 2024\nbericht\ngeheel\n{asked}")
    form.whole = {"herkomst": herkomst}
    form.new_bron({"url": "https://www.voorbeeld.nl/gemeente"})
    assert form.new_bronnen["VOORBE24"].get("over_pmm", "") == asked.strip()


@pytest.mark.parametrize(
    "typed", ["participatiewet in balans", "Wetsvoorstel Participatiewet in balans"]
)
def test_a_whole_title_is_taken_at_once(typed: str, talk: Talk) -> None:
    form, _ = talk(typed)
    assert form.verwijzing(("wetsvoorstel",)) == "wetsvoorstel:participatiewet-in-balans"


def test_what_is_accounted_for_is_not_asked_again(talk: Talk) -> None:
    given: dict[str, Any] = {
        **as_given(make_leerpunt(nummer="L98")),
        "onbekend": [{"veld": "omvang", "vraag": "Hoe vaak?", "aan": ["organisatie:pmm"]}],
    }
    del given["omvang"]
    form, said = talk("\n\n")
    out = form.record(Leerpunt, given)
    assert len(out["onbekend"]) == 1
    assert not [one for one in said if "omvang" in one]


def test_a_question_says_that_no_source_tells_it_and_past_niet_that_it_does_not_fit(
    talk: Talk,
) -> None:
    given = as_given(make_leerpunt(nummer="L98"))
    for naam in ("omvang", "wetten"):
        given.pop(naam, None)
    given["organisaties"] = [
        {**given["situatie"][0], "organisatie": "organisatie:svb", "tekst": "De SVB doet mee."}
    ]
    form, _ = talk("\npast niet\nEr is geen wet.\nHoe vaak komt dit voor?\n\n\n")
    out = form.record(Leerpunt, given)
    assert out["niet_van_toepassing"] == [{"veld": "wetten", "reden": "Er is geen wet."}]
    assert out["onbekend"] == [
        {"veld": "omvang", "vraag": "Hoe vaak komt dit voor?", "aan": ["organisatie:svb"]}
    ]


def as_given(leerpunt: Leerpunt) -> dict[str, Any]:
    given: dict[str, Any] = yaml.safe_load(as_yaml(leerpunt))
    return given


def test_a_field_that_may_stay_empty_is_explained(talk: Talk) -> None:
    form, said = talk("Het is zo.\nN24\nmeer\nopmerkng\nopmerking\nLet op.\n\n")
    assert form.block(Bewering)["opmerking"] == "Let op."
    assert any("opmerking – Een hele zin met een waarschuwing." in one for one in said)
    assert any("„opmerkng” bestaat niet; bedoelde u „opmerking”?" in one for one in said)


def test_a_text_may_be_typed_behind_the_name_of_its_field(talk: Talk) -> None:
    answers = "Uitleg\nHet is zo.\nN24\nopmerking: let op\nopmerking: Let op: nu.\n\n\n"
    form, said = talk(answers)
    (one,) = form.block(Verdieping)["beweringen"]
    assert one["opmerking"] == "Let op: nu."
    assert any("is geen hele zin" in tekst for tekst in said)


def test_only_who_read_a_part_is_told_of_primair(talk: Talk) -> None:
    for code, told in (("PMM25", True), ("N24", False)):
        form, said = talk(f"Het is zo.\n{code}\n\n")
        form.block(Bewering)
        assert any("Las u de zin zelf in wat u van de bron zag?" in one for one in said) is told


def test_a_rare_field_of_the_last_in_a_list_is_asked_by_its_name(talk: Talk) -> None:
    form, said = talk("Uitleg\nHet is zo.\nN24\nopmerkng\nopmerking\nLet op.\n\n\n")
    (one,) = form.block(Verdieping)["beweringen"]
    assert one["opmerking"] == "Let op."
    assert any("„opmerkng” bestaat niet; bedoelde u „opmerking”?" in tekst for tekst in said)


def test_a_search_is_asked_in_dutch(talk: Talk) -> None:
    form, said = talk("omvang\nWat is het?\npmm\n")
    form.block(Onbekend)
    assert any(one.startswith("Zoek een organisatie (woorden uit de titel") for one in said)


def test_the_uitkomst_of_a_vermelding_is_explained(talk: Talk) -> None:
    form, said = talk("Het is zo.\nN24\nsamenwerkend\n\n")
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
        "Proefwoord\nEen proefwoord is een woord.\nwerken\nEen proefwoord is een woord.\n"
        "wacht\nnee\n\ngewoon proberen, eens proberen, "
        "kijken of het werkt, uitproberen\n\n"
    )
    said = act("nieuw", "begrip", antwoorden=answers, status=GOOD)
    assert "begrip:proefwoord staat in" in said
    assert "Zelf ingevuld:" in said
    assert "controle_voor" in said
    assert said.count("Bezig met controleren …") == 2


def test_a_draft_comes_back_with_the_new_bron_it_rests_on(copy: Path, act: Action) -> None:
    answers = (
        "Proefwoord\nEen proefwoord is een woord.\nwerken\nEen proefwoord is een woord.\n"
        "https://www.voorbeeld.nl/gemeentebericht/\nEen bericht\nDe gemeente\n12 mei 2024\n"
        "kamerstuk\ngeheel\nnee\nnee\n\n"
        "gewoon proberen, eens proberen, kijken of het werkt, uitproberen\n"
        "3\n\nprimair\n\n"
    )
    said = act("nieuw", "begrip", antwoorden=answers, status=ERROR)
    assert "\nconcept/begrippen/proefwoord.yml:" in said
    concept = copy / "concept/begrippen/proefwoord.yml"
    concept.write_text(
        concept.read_text(encoding="utf-8").replace("primair", "secundair"), encoding="utf-8"
    )
    bron = copy / "concept/bronnen/VOORBE24.yml"
    bron.write_text(f"# Van de gemeente.\n{bron.read_text(encoding='utf-8')}", encoding="utf-8")
    other = copy / "concept/begrippen/ander.yml"
    other.write_text("titel: Een ander concept\n", encoding="utf-8")
    act("nieuw", "begrip", "--van", str(concept), antwoorden="\n")
    written = (copy / "data/bronnen/VOORBE24.yml").read_text(encoding="utf-8")
    assert written.startswith("# Van de gemeente.\n")
    # What was written waits no longer; another draft, with the words it needs, does.
    left = {pad.relative_to(copy).as_posix() for pad in (copy / "concept").rglob("*.yml")}
    assert left == {"concept/begrippen/ander.yml", "concept/bronadressen.yml"}
    assert "gemeentebericht" in (copy / "data/bronadressen.yml").read_text(encoding="utf-8")
