"""A site with the details of nobody does not go public."""

from __future__ import annotations

import pytest

from macros.check.publishing import unfit_to_publish
from macros.corpus.corpus import Corpus
from macros.model.vocabulaire import Berichten, Eigenaar
from tests.factory import make_corpus, rebuilt

VELDEN = tuple(Eigenaar.model_fields)
FILLED_IN = dict.fromkeys(VELDEN, "Gemeente Elders, Markt 1.")


def _corpus(eigenaar: dict[str, str], **otherwise: object) -> Corpus:
    corpus = make_corpus()
    real = {
        "adres": "https://kennisbank.elders.nl/",
        "verbeteradres": "mailto:redactie@elders.nl?subject={pad}",
        "contact": "mailto:redactie@elders.nl",
        "berichten": Berichten(lezer="De redactie.", antwoord="Binnen een week."),
        "eigenaar": Eigenaar.model_validate(eigenaar),
    }
    return rebuilt(corpus, site=corpus.site.model_copy(update=real | otherwise))


def test_real_details_go_public() -> None:
    assert unfit_to_publish(_corpus(FILLED_IN)) == []
    assert unfit_to_publish(_corpus(FILLED_IN | {"functionaris": "n.v.t."})) == []


@pytest.mark.parametrize("veld", VELDEN)
def test_what_the_owner_left_out_does_not(veld: str) -> None:
    rest = {naam: tekst for naam, tekst in FILLED_IN.items() if naam != veld}
    (error,) = unfit_to_publish(_corpus(rest))
    assert error.veld == f"eigenaar.{veld}"
    assert "nog niet ingevuld" in error.wat


@pytest.mark.parametrize("veld", VELDEN)
def test_an_example_in_a_detail_does_not(veld: str) -> None:
    (error,) = unfit_to_publish(_corpus(FILLED_IN | {veld: "Voorbeeldgemeente."}))
    assert "Voorbeeldgemeente" in error.wat


@pytest.mark.parametrize("veld", ["adres", "verbeteradres", "contact"])
def test_an_address_of_an_example_does_not(veld: str) -> None:
    (error,) = unfit_to_publish(_corpus(FILLED_IN, **{veld: "https://kennisbank.example/"}))
    assert error.veld == veld


@pytest.mark.parametrize("veld", ["lezer", "antwoord"])
def test_a_site_that_does_not_say_who_answers_does_not(veld: str) -> None:
    promised = {"lezer": "De redactie.", "antwoord": "Binnen een week."}
    del promised[veld]
    corpus = _corpus(FILLED_IN, berichten=Berichten.model_validate(promised))
    (error,) = unfit_to_publish(corpus)
    assert error.veld == f"berichten.{veld}"
    assert "nog niet ingevuld" in error.wat
