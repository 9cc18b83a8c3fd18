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
    Leerpunt,
    Spoor,
    Stap,
    Verdieping,
    Wetverwijzing,
)
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
    assert said.count("De kop van de pagina.") == 2  # once asked, once again after „terug”


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
    form, _ = talk(f"Het is zo.\nN24\n1\n\n{typed}\nsecundair\n\n")
    assert form.block(Bewering)["stand"] == notation


def test_what_does_not_fit_is_named_once(talk: Talk) -> None:
    form, said = talk("Het is zo.\nN24\n1\n\neind 2024\n2024\nsecundair\n\n")
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
    form, said = talk(f"Een grafiek\n{one}\n{one}\n{two}\nEen zin.\n\n")
    assert form.record(Grafiek, {})["cijfers"] == [one, two]
    assert said.count(f"  Kies er ten minste 2; u koos: {one}.") == 2


def test_words_give_a_menu_however_few_fit(talk: Talk) -> None:
    form, _ = talk("SOCIALE verzekeringsbank\n1")
    assert form.verwijzing(("organisatie",)) == "organisatie:svb"


def test_enter_takes_the_proof_of_the_statement_before_in_the_same_list(talk: Talk) -> None:
    form, said = talk("Uitleg\nHet is zo.\nN24\nHet is ook zo.\n\n\n")
    first, second = form.block(Verdieping)["beweringen"]
    assert second == {**first, "tekst": "Het is ook zo."}
    assert "Bron [N24; 22 april 2024; primair]: " in said


def test_the_first_source_of_a_record_is_what_enter_brings_everywhere_after(talk: Talk) -> None:
    spoor = "Onderzoek\nEr is iets begonnen.\n\n2024\n\n\nonbekend\n\n"
    form, said = talk(f"Het is zo.\nN24\n\nMeer\nHet is ook zo.\n\n\n\n{spoor}")
    form.block(Bewering)
    (bewering,) = form.block(Verdieping)["beweringen"]
    (stap,) = form.block(Spoor)["stappen"]
    assert bewering["bronnen"] == stap["bronnen"] == ["N24"]
    assert bewering["stand"] == "2024-04-22"
    # Of a step the day is asked: it is when that step was, not when somebody wrote of it.
    assert stap["stand"] == 2024
    assert "Bron [N24; primair]: " in said


def test_the_last_source_comes_again_by_a_sign_where_it_is_not_the_first(talk: Talk) -> None:
    form, said = talk("Het is zo.\nN24\n\nMeer\nHet is ook zo.\nK84\n\n\nEn dit.\n=\n\n")
    form.block(Bewering)
    form.block(Verdieping)
    assert form.block(Bewering)["bronnen"] == ["K84"]
    assert any("(= is weer K84) [N24; " in one for one in said)


def test_the_sign_means_nothing_before_there_is_a_source(talk: Talk) -> None:
    form, said = talk("Het is zo.\n=\nN24\n\n")
    assert form.block(Bewering)["bronnen"] == ["N24"]
    assert not any("is weer" in one for one in said)


def test_more_sentences_are_as_many_statements_of_one_source(talk: Talk) -> None:
    form, said = talk("Kop\nHet is zo (art. 3 van de wet). Dat is nr. 2.\nN24\n\n\n")
    first, second = form.block(Verdieping)["beweringen"]
    assert first["tekst"] == "Het is zo (art. 3 van de wet)."
    assert second == {**first, "tekst": "Dat is nr. 2."}
    assert "  Dat zijn 2 zinnen: elk wordt een eigen bewering." in said


def test_all_statements_of_one_source_are_made_primair_in_one_answer(talk: Talk) -> None:
    answers = "Kop\nHet is zo.\nPMM25\nHet is ook zo.\n\nEn dit.\nK84\n\nPMM25 primair\n\n"
    form, said = talk(answers)
    one, two, other = form.block(Verdieping)["beweringen"]
    assert (one["zekerheid"], two["zekerheid"]) == ("primair", "primair")
    assert other["zekerheid"] == "secundair"
    # Every statement stands in the list with its proof, also where Enter took that of another.
    end = said.index("\nPMM25; 8 juli 2025; secundair:")
    assert said[end + 1 : end + 3] == [
        "   1  beweringen: Het is zo.",
        "   2  beweringen: Het is ook zo.",
    ]
    # After a change only what is different is shown.
    assert said.count("   1  beweringen: Het is zo.") == 1
    assert said.count("\nPMM25; 8 juli 2025; primair:") == 1


@pytest.mark.parametrize("code", ["GEMNU25", "EIGEN"])
def test_what_no_source_can_carry_is_not_made_primair(code: str, talk: Talk) -> None:
    form, said = talk(f"Het is zo.\n{code}\n{code} primair\n\n")
    assert form.block(Bewering)["zekerheid"] != "primair"
    assert any(f"Dat kan niet: {code} is geen primaire bron" in one for one in said)


@pytest.mark.parametrize(
    ("herkomst", "wrong", "right"), [("pmm", "EIGEN", "PMM25"), ("verwant", "PMM25", "IGSD")]
)
def test_the_first_source_fits_where_a_point_comes_from(
    herkomst: str, wrong: str, right: str, talk: Talk
) -> None:
    given = {**as_given(make_leerpunt(nummer="L98")), "herkomst": herkomst}
    given.pop("situatie")
    given.pop("gesignaleerd_door", None)
    form, said = talk(f"Het is zo.\n{wrong}\n{right}\n\n\n\n")
    assert form.record(Leerpunt, given)["situatie"][0]["bronnen"] == [right]
    assert any(f"over PMM zelf, en de herkomst is „{herkomst}”" in one for one in said)


def test_a_step_of_which_the_source_gives_no_day_says_so(talk: Talk) -> None:
    form, _ = talk(
        SPOOR.format(bill="", status="aangepast", more="").replace("12 mei 2024", "ongedateerd")
    )
    (stap,) = form.block(Spoor)["stappen"]
    assert (stap["stand"], stap["opmerking"]) == ("ongedateerd", "De bron noemt geen datum.")


def test_a_step_gets_no_day_of_its_source_but_the_one_it_names(talk: Talk) -> None:
    form, said = talk("Wens\nPMM vroeg het in 2025.\nN24\n\n\n\nonbekend\n\n")
    assert form.block(Spoor)["stappen"][0]["stand"] == 2025
    assert "stand [2025]: " in said


PARTLY_READ = {"begin": "secundair", "grotendeels": "secundair", "titelblad": "afgeleid"}


@pytest.mark.parametrize(("gezien", "zekerheid"), [("geheel", "primair"), *PARTLY_READ.items()])
def test_primair_is_proposed_only_of_a_source_that_was_read_whole(
    gezien: str, zekerheid: str, talk: Talk
) -> None:
    form, said = talk("Het is zo.\nPROEF\n\n")
    form.new_bronnen["PROEF"] = {
        "titel": "Een proef",
        "datum": "2024-05-12",
        "aard": "primair",
        "gezien": gezien,
        "uitgever": "Iemand",
        "bronsoort": "rapport",
    }
    out = form.block(Bewering)
    assert (out["zekerheid"], out["stand"]) == (zekerheid, "2024-05-12")
    because = [one for one in said if one.startswith("  PROEF: ")]
    assert bool(because) == (gezien in PARTLY_READ)
    # Of a title page nobody read the sentence itself.
    assert any("Typ: PROEF primair" in one for one in because) == (zekerheid == "secundair")


def test_own_knowledge_is_of_today(talk: Talk) -> None:
    form, _ = talk("Het is zo.\nEIGEN\n\n")
    out = form.block(Bewering)
    assert (out["zekerheid"], out["stand"]) == ("afgeleid", DAG.isoformat())


def test_what_was_filled_in_is_changed_by_its_number(talk: Talk) -> None:
    form, said = talk("Het is zo.\nN24\n2\n1\n\nmei 2024\nsecundair\n\n")
    out = form.block(Bewering)
    assert (out["stand"], out["zekerheid"]) == ("2024-05", "secundair")
    assert any(one.startswith("  Typ Enter, het nummer van wat anders moet") for one in said)
    assert [*out] == ["tekst", "bronnen", "stand", "zekerheid"]


SPOOR = """\
Verkenning
De minister begon er iets mee voor een wetsvoorstel.
N24
12 mei 2024
{more}
{bill}
{status}

"""


def test_the_status_of_a_spoor_is_explained(talk: Talk) -> None:
    form, said = talk(SPOOR.format(bill="", status="?\nloopt\nin-voorbereiding", more=""))
    out = form.block(Spoor)
    assert (out["sleutel"], out["stand"], out["status"]) == (
        "verkenning",
        "2024-05-12",
        "in-voorbereiding",
    )
    assert any("in-voorbereiding – In voorbereiding of onderzoek: Een werkwijze" in s for s in said)
    assert any("„loopt” bestaat niet; kies uit: gesignaleerd, " in one for one in said)
    assert "leidt_tot" not in out["stappen"][0]
    assert [*out] == ["sleutel", "titel", "status", "stand", "stappen"]
    assert [*out["stappen"][0]] == ["tekst", "bronnen", "stand", "zekerheid"]


def test_what_a_step_led_to_follows_and_is_told(talk: Talk) -> None:
    form, said = talk(SPOOR.format(bill="", status="aangepast", more=""))
    assert form.block(Spoor)["stappen"][0]["leidt_tot"] == "aangepast"
    assert any(one.startswith("   –  leidt_tot") for one in said)
    assert any(one.startswith("   –  stand van „Verkenning”: 12 mei 2024") for one in said)


BILL = "participatiewet in balans"


def test_a_spoor_with_a_bill_is_asked_what_that_bill_allows(talk: Talk) -> None:
    form, said = talk(SPOOR.format(bill=BILL, status="in-behandeling\naangenomen", more=""))
    out = form.block(Spoor)
    assert out["wetsvoorstel"] == "wetsvoorstel:participatiewet-in-balans"
    assert out["wet"] == "wet:participatiewet-in-balans"
    assert "  Het wetsvoorstel „Wetsvoorstel Participatiewet in balans” is: Wet geworden." in said
    assert any("„in-behandeling” bestaat niet" in one for one in said)


def test_a_spoor_with_a_pending_bill_has_its_status_proposed(talk: Talk, corpus: Corpus) -> None:
    pending = next(b.id for b in corpus.every(Wetsvoorstel) if b.status == "in-behandeling")
    form, said = talk(SPOOR.format(bill=pending, status="", more=""))
    assert form.block(Spoor)["status"] == "in-behandeling"
    assert "status [in-behandeling]: " in said


def test_of_more_steps_the_editor_says_which_one_made_it_so(talk: Talk) -> None:
    more = "Daarna veranderde de werkwijze.\n\n2025\n"
    form, said = talk(SPOOR.format(bill="", status="aangepast\nstap 2", more=more))
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
    form, said = talk(f"{url}\nEen bericht\nbericht\nDe gemeente\n12 mei 2024\ngeheel\nnee\n\n")
    form.new_bron({"url": url})
    assert any("is een webadres; schrijf hier de titel zelf" in one for one in said)
    assert form.new_bronnen["VOORBE24"]["aard"] == "primair"


@pytest.mark.parametrize(("herkomst", "asked"), [("pmm", "De titel noemt PMM.\n"), ("verwant", "")])
def test_of_the_first_source_of_a_point_of_pmm_is_asked_why_it_is_about_pmm(
    herkomst: str, asked: str, talk: Talk
) -> None:
    form, _ = talk(f"Een bericht\nbericht\nPMM\n12 mei 2024\ngeheel\n{asked}")
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
    form, said = talk("Het is zo.\nN24\nmeer\n?\nopmerkng\nopmerking\nLet op.\n\n")
    assert form.block(Bewering)["opmerking"] == "Let op."
    assert any("opmerking – Een hele zin met een waarschuwing." in one for one in said)
    assert any("„opmerkng” bestaat niet; bedoelde u „opmerking”?" in one for one in said)


def test_a_sentence_gets_the_stop_it_lacks(talk: Talk) -> None:
    form, said = talk("Het is zo. Dat is ook zo\nN24\n\n")
    assert form.block(Bewering)["tekst"] == "Het is zo. Dat is ook zo."
    assert not any("geen hele zin" in one for one in said)


def test_an_answer_of_one_word_is_no_sentence(talk: Talk) -> None:
    form, said = talk("Nee\nHet is zo.\nN24\n\n")
    assert form.block(Bewering)["tekst"] == "Het is zo."
    assert any("„Nee”: is geen hele zin" in one for one in said)


def test_of_more_sentences_the_one_that_does_not_end_is_named(talk: Talk) -> None:
    first = "Een jongere die 18 wordt, krijgt geen bericht van de gemeente over de toeslag."
    form, said = talk(f"{first} Hij vraagt te laat,\n{first}\nN24\n\n")
    form.block(Bewering)
    (row,) = [one for one in said if "is geen hele zin" in one]
    assert row.startswith("  „… ")
    assert "Hij vraagt te laat,”" in row


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
        assert any("Las u de zinnen daar zelf?" in one for one in said) is told


def test_a_rare_field_of_the_last_in_a_list_is_asked_by_its_name(talk: Talk) -> None:
    form, said = talk("Uitleg\nHet is zo.\nN24\nopmerkng\nopmerking\nLet op.\n\n\n")
    (one,) = form.block(Verdieping)["beweringen"]
    assert one["opmerking"] == "Let op."
    assert any("„opmerkng” bestaat niet; bedoelde u „opmerking”?" in tekst for tekst in said)


def test_a_search_is_asked_in_dutch(talk: Talk) -> None:
    form, said = talk("omvang\nWat is het?\npmm\n")
    form.block(Onbekend)
    assert any(one.startswith("Zoek een organisatie (woorden uit de titel") for one in said)


def test_a_track_without_a_bill_cannot_be_pending_and_hears_why(talk: Talk) -> None:
    form, said = talk(SPOOR.format(bill="", status="in behandeling\nonbekend", more=""))
    assert form.block(Spoor)["status"] == "onbekend"
    (menu,) = [one for one in said if "1 gesignaleerd" in one]
    assert "in-behandeling" not in menu
    (why,) = [one for one in said if "Dat kan alleen met een wetsvoorstel." in one]
    for status in ("gesignaleerd", "ambitie", "in-voorbereiding", "onbekend"):
        assert f"\n    {status} – " in why


def test_a_track_gets_a_bill_after_all_where_its_status_asks_for_one(talk: Talk) -> None:
    status = "in-behandeling\nwetsvoorstel\nproactieve dienstverlening\n"
    form, _ = talk(SPOOR.format(bill="", status=status, more=""))
    spoor = form.block(Spoor)
    assert spoor["status"] == "in-behandeling"
    assert spoor["wetsvoorstel"] == "wetsvoorstel:proactieve-dienstverlening"


def test_a_status_that_the_step_tells_is_proposed(talk: Talk) -> None:
    answers = SPOOR.format(bill="", status="", more="").replace(
        "begon er iets", "onderzoekt er iets"
    )
    form, said = talk(answers)
    assert form.block(Spoor)["status"] == "in-voorbereiding"
    assert "status [in-voorbereiding]: " in said


def test_a_choice_is_explained_to_who_asks(talk: Talk) -> None:
    form, said = talk("?\nEEN\n?\nja")
    assert form.gesprek.choose("soort", [("een", "Het eerste."), ("twee", "")]) == "een"
    assert said.count("   1  een – Het eerste.") == 1
    assert form.gesprek.ja("Klopt het?", proposal=False)
    assert "  Hier valt niets uit te leggen." in said


def test_a_long_list_is_searched_by_a_word(talk: Talk) -> None:
    form, said = talk("fout\nlaatste\nrij\n?\n13\nanders")
    choices = [(f"soort-{n}", f"de {'laatste' if n == 17 else 'gewone'} rij") for n in range(18)]
    choices.append(("anders dan dat", "ook iets anders"))
    assert form.gesprek.choose("welk", choices) == "soort-17"
    assert form.gesprek.choose("welk", choices) == "soort-12"
    assert form.gesprek.choose("welk", choices) == "anders dan dat"
    assert any("„fout” bestaat niet; ? toont de lijst." in one for one in said)
    assert any("„rij” kan meer zijn: soort-0; soort-1; " in one for one in said)
    assert "   1  soort-0 – de gewone rij" in said


def test_an_answer_that_is_needed_is_asked_for(talk: Talk) -> None:
    form, said = talk("\n?\nHet is zo.\n\nN24\n\n")
    form.block(Bewering)
    assert said.count("  Hier is een antwoord nodig; ? legt uit wat.") == 2


@pytest.mark.parametrize(
    "typed", ["PMM 2025", "jaarrapportage 2024", "maatwerkmultiproblematiek jaarrapportage"]
)
def test_a_source_is_found_by_publisher_year_and_address(typed: str, talk: Talk) -> None:
    form, said = talk(f"Het is zo.\n{typed}\nPMM25\n\n")
    assert form.block(Bewering)["bronnen"] == ["PMM25"]
    (row,) = [one for one in said if "PMM25 – Jaarrapportage" in one]
    for part in ("8 juli 2025", "nieuwsbericht", "alleen het begin gelezen"):
        assert part in row


def test_a_source_is_found_by_what_rests_on_it(talk: Talk, corpus: Corpus) -> None:
    place = next(p for p in corpus.beweringen if p.bewering.bronnen == ("bron:SVDK",))
    form, said = talk("Het is zo.\nbijzondere bijstand\n1\n\n")
    form.block(Bewering)
    assert any("draagt „" in one for one in said), place


def test_a_law_and_an_organisation_of_the_sentences_need_not_be_typed_again(talk: Talk) -> None:
    given = as_given(make_leerpunt(nummer="L98"))
    for naam in ("situatie", "wetten", "organisaties"):
        given.pop(naam, None)
    zin = "De SVB past artikel 41 lid 4 Participatiewet toe."
    form, said = talk(f"{zin}\nN24\n\n\nbegrenst\n\n\n\n\n")
    out = form.record(Leerpunt, given)
    proof = {"tekst": zin, "bronnen": ["N24"], "stand": "2024-04-22", "zekerheid": "primair"}
    (wet,) = out["wetten"]
    assert wet == {**proof, "wet": "wet:participatiewet", "artikelen": PLACE, "rol": "begrenst"}
    assert out["organisaties"] == [{**proof, "organisatie": "organisatie:svb"}]
    assert any(one.startswith("   2  wetten: zin 1 (wet:participatiewet, ") for one in said)


def test_a_law_and_an_organisation_that_do_not_belong_are_left_out(talk: Talk) -> None:
    given = as_given(make_leerpunt(nummer="L98"))
    for naam in ("situatie", "wetten", "organisaties"):
        given.pop(naam, None)
    zin = "De SVB past artikel 41 lid 4 Participatiewet toe."
    form, _ = talk(f"{zin}\nN24\n\n\nnee\npast niet\nNee.\ngeen\npast niet\nNee.\n\n")
    out = form.record(Leerpunt, given)
    assert "wetten" not in out
    assert "organisaties" not in out
    assert [one["veld"] for one in out["niet_van_toepassing"]] == ["wetten", "organisaties"]


def test_a_list_of_statements_gets_another_at_the_end(talk: Talk) -> None:
    form, _ = talk("Kop\nHet is zo.\nN24\n\nmeer\nbeweringen\nHet is ook zo.\n\n\n\n")
    assert len(form.block(Verdieping)["beweringen"]) == 2


def test_the_sentence_on_a_decision_to_join_is_proposed_only_of_such_a_decision(talk: Talk) -> None:
    url = "https://www.voorbeeld.nl/gemeente/2024/05/12"
    for kind, uitkomst, proposed in (
        ("collegebesluit", "aangesloten", True),
        ("collegebesluit", "samenwerkend", False),
        ("raadsbesluit", "aangesloten", True),
        ("bericht", "aangesloten", False),
    ):
        tekst = "" if proposed else "Zwolle sluit zich aan."
        form, _ = talk(f"{url}\nEen stuk\n{kind}\n\n\ngeheel\n{uitkomst}\n{tekst}\n\n")
        out = form.vermelding("Zwolle")
        who = "De gemeenteraad" if kind == "raadsbesluit" else "Het college"
        joined = f"{who} van Zwolle besloot op 12 mei 2024 dat de gemeente zich aansluit bij PMM."
        assert out["tekst"] == (joined if proposed else tekst)
        assert form.new_bronnen["VOORBE24"]["uitgever"] == "Gemeente Zwolle"


def test_a_source_on_a_gemeente_may_be_of_any_kind(talk: Talk) -> None:
    url = "https://www.voorbeeld.nl/gemeente/2024/05/12"
    bron = f"{url}\nEen stuk\nanders\nrapport\nIemand\n\ngeheel\nprimair\n"
    form, _ = talk(f"{bron}1\nHet is zo.\n\n")
    form.vermelding("Zwolle")
    assert form.new_bronnen["VOORBE24"]["bronsoort"] == "rapport"


def test_the_uitkomst_of_a_vermelding_is_explained(talk: Talk) -> None:
    form, said = talk("N24\nsamenwerkend\nHet is zo.\n\n")
    form.vermelding("Zwolle")
    assert any("aangesloten – " in one for one in said)
    assert any("samenwerkend – " in one for one in said)


def test_a_bron_that_waits_for_its_first_use_does_not_stop_the_editor(
    copy: Path, act: Action
) -> None:
    bron = make_bron("WACHT", titel="Een stuk dat wacht")
    (copy / "data/bronnen/WACHT.yml").write_text(as_yaml(bron), encoding="utf-8")
    assert "WACHT" in act("controleren", status=ERROR)
    answers = (
        "Proefwoord\nwerken\nEen proefwoord is een woord.\n"
        "wacht\nnee\n\n\ngewoon proberen, eens proberen, "
        "kijken of het werkt, uitproberen\n\n"
    )
    said = act("nieuw", "begrip", antwoorden=answers, status=GOOD)
    assert "begrip:proefwoord staat in" in said
    assert "Zelf ingevuld:" in said
    assert "controle_voor" in said
    assert said.count("Bezig met controleren …") == 2


def test_a_draft_comes_back_with_the_new_bron_it_rests_on(copy: Path, act: Action) -> None:
    answers = (
        "Proefwoord\nwerken\nEen proefwoord is een woord.\n"
        "https://www.voorbeeld.nl/gemeentebericht/\nEen bericht\nkamerstuk\nDe gemeente\n"
        "12 mei 2024\ngeheel\nnee\nnee\n\n\n"
        "gewoon proberen, eens proberen, kijken of het werkt, uitproberen\n"
        "1\n\n\nprimair\n\n"
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


def test_a_changed_certainty_shows_whose_it_is(talk: Talk) -> None:
    form, said = talk("Het is zo.\nPMM25\nPMM25 primair\n\n")
    form.block(Bewering)
    place = said.index("\nPMM25; 8 juli 2025; primair:")
    assert said[place + 1] == "  nu ook 1"


def test_free_words_at_a_choice_are_a_new_search(talk: Talk) -> None:
    form, said = talk("Het is zo.\nbijzondere bijstand\njaarrapportage PMM\n1\n\n")
    assert form.block(Bewering)["bronnen"] == ["PMM25"]
    assert not any("bestaat niet" in one for one in said)


def test_a_number_that_no_choice_has_is_asked_again(talk: Talk) -> None:
    form, said = talk("Het is zo.\njaarrapportage PMM\n99\n1\n\n")
    assert form.block(Bewering)["bronnen"] == ["PMM25"]
    assert "  Kies er één met het nummer, of typ andere woorden." in said


def test_where_no_source_holds_every_word_those_with_most_are_offered(talk: Talk) -> None:
    form, said = talk("Het is zo.\njaarrapportage verhuizing zeppelin\n1\n\n")
    form.block(Bewering)
    assert any("Niet elk woord van „jaarrapportage verhuizing zeppelin”" in one for one in said)


def test_a_title_that_was_taken_from_the_address_says_so(talk: Talk) -> None:
    form, said = talk("Het is zo.\njaarrapportage PMM\n1\n\n")
    form.block(Bewering)
    assert any("PMM25 – " in one and "titel uit het adres" in one for one in said)


@pytest.mark.parametrize(("herkomst", "offered"), [("pmm", False), ("verwant", True)])
def test_a_source_that_would_be_refused_is_not_offered(
    herkomst: str,
    offered: bool,  # noqa: FBT001  what is expected
    talk: Talk,
) -> None:
    given = {**as_given(make_leerpunt(nummer="L98")), "herkomst": herkomst}
    given.pop("situatie")
    given.pop("gesignaleerd_door", None)
    right = "PMM25" if herkomst == "pmm" else "IGSD"
    form, said = talk(f"Het is zo.\nindividuele inkomenstoeslag\n{right}\n\n\n\n")
    form.record(Leerpunt, given)
    assert any("GEMNU25 – " in one for one in said) is offered
    # And she hears why not.
    why = "„individuele inkomenstoeslag” in bronnen die over PMM zelf gaan (de herkomst is „pmm”)"
    assert any(why in one for one in said) is not offered
    # What may carry it is offered instead.
    assert any("  N24 – " in one for one in said) is not offered


def test_a_short_choice_keeps_what_was_said_before(talk: Talk) -> None:
    form, said = talk("een\ndrie\nja\nterug")
    groups = {"a": [("een", ""), ("twee", "")], "b": [("drie", "")]}
    assert form.gesprek.choose_each({"a": "A.", "b": "B."}, groups) == {"a": "een", "b": "drie"}
    assert "  Al gekozen: een." in said
    # Who goes back stands there with the whole answer.
    assert form.gesprek.given == ["een, drie"]


def test_a_track_is_asked_for_a_bill_only_if_a_step_is_about_one(talk: Talk) -> None:
    form, said = talk("Afspraak\nSZW maakte een afspraak.\nN24\n12 mei 2024\n\nonbekend\n\n")
    assert "wetsvoorstel" not in form.block(Spoor)
    assert not any(one.startswith("Zoek een wetsvoorstel") for one in said)


def test_more_sentences_are_as_many_steps_each_with_its_own_day(talk: Talk) -> None:
    steps = "PMM vroeg het in 2024. SZW gaf in 2025 een handreiking."
    form, _ = talk(f"Afspraak\n{steps}\nN24\n\n\n\n2\ngesignaleerd\n\n")
    spoor = form.block(Spoor)
    assert [one["stand"] for one in spoor["stappen"]] == [2024, 2025]


def test_a_remark_is_added_to_a_statement_by_its_number(talk: Talk) -> None:
    form, said = talk("Het is zo.\nN24\n1 opmerking: let op\n1 opmerking: Let op: nu.\n\n")
    assert form.block(Bewering)["opmerking"] == "Let op: nu."
    assert any("is geen hele zin" in one for one in said)


def test_of_a_source_that_was_not_read_whole_is_asked_whether_each_sentence_is_there(
    talk: Talk,
) -> None:
    for code, asked in (("PMM25", True), ("N24", False)):
        form, said = talk(f"Het is zo.\n{code}\n\n")
        form.block(Bewering)
        assert any("en staat elke zin in PMM25?" in one for one in said) is asked


def test_a_gemeente_in_a_sentence_is_proposed_with_no_record(talk: Talk) -> None:
    given = as_given(make_leerpunt(nummer="L98"))
    for naam in ("situatie", "organisaties"):
        given.pop(naam, None)
    zin = "PMM en de gemeente Zwolle signaleerden dit."
    form, _ = talk(f"{zin}\nN24\n\n\n\n")
    pmm, zwolle = form.record(Leerpunt, given)["organisaties"]
    assert pmm["organisatie"] == "organisatie:pmm"
    assert "organisatie" not in zwolle
    assert zwolle["tekst"] == zin


def test_who_says_no_at_the_end_hears_how_to_change_a_sentence(talk: Talk) -> None:
    form, said = talk("Het is zo.\nPMM25\nnee\n1\nN24\n\n\n\n")
    assert form.block(Bewering)["bronnen"] == ["N24"]
    assert "  Welke zin niet? Typ haar nummer en noem een andere bron." in said


def test_a_status_rests_on_a_step_that_a_source_tells(talk: Talk) -> None:
    answers = "Hulp\nSZW gaf in 2025 hulp.\nNNV36799\n\n\ninstrument\nN24\n\n"
    form, said = talk(answers)
    (stap,) = form.block(Spoor)["stappen"]
    assert (stap["bronnen"], stap["zekerheid"]) == (["N24"], "primair")
    assert any("hoort een stap die een bron zelf vertelt" in one for one in said)
