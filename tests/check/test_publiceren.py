"""A site with the details of nobody does not go public."""

from __future__ import annotations

import pytest

from macros.check.publiceren import niet_te_publiceren
from macros.corpus.corpus import Corpus
from macros.model.vocabulaire import Eigenaar
from tests.fabriek import herbouwd, maak_corpus

VELDEN = tuple(Eigenaar.model_fields)
INGEVULD = dict.fromkeys(VELDEN, "Gemeente Elders, Markt 1.")


def _corpus(eigenaar: dict[str, str], **anders: str) -> Corpus:
    corpus = maak_corpus()
    echt = {
        "adres": "https://kennisbank.elders.nl/",
        "verbeteradres": "mailto:redactie@elders.nl?subject={pad}",
        "contact": "mailto:redactie@elders.nl",
        "eigenaar": Eigenaar.model_validate(eigenaar),
    }
    return herbouwd(corpus, site=corpus.site.model_copy(update=echt | anders))


def test_real_details_go_public() -> None:
    assert niet_te_publiceren(_corpus(INGEVULD)) == []
    assert niet_te_publiceren(_corpus(INGEVULD | {"functionaris": "n.v.t."})) == []


@pytest.mark.parametrize("veld", VELDEN)
def test_what_the_owner_left_out_does_not(veld: str) -> None:
    rest = {naam: tekst for naam, tekst in INGEVULD.items() if naam != veld}
    (fout,) = niet_te_publiceren(_corpus(rest))
    assert fout.veld == f"eigenaar.{veld}"
    assert "nog niet ingevuld" in fout.wat


@pytest.mark.parametrize("veld", VELDEN)
def test_an_example_in_a_detail_does_not(veld: str) -> None:
    (fout,) = niet_te_publiceren(_corpus(INGEVULD | {veld: "Voorbeeldgemeente."}))
    assert "Voorbeeldgemeente" in fout.wat


@pytest.mark.parametrize("veld", ["adres", "verbeteradres", "contact"])
def test_an_address_of_an_example_does_not(veld: str) -> None:
    (fout,) = niet_te_publiceren(_corpus(INGEVULD, **{veld: "https://kennisbank.example/"}))
    assert fout.veld == veld
