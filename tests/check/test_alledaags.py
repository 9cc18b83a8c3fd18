from __future__ import annotations

import pytest

from macros.check.alledaags import (
    alledaags_woord_voegt_iets_toe,
    elk_begrip_heeft_alledaagse_woorden,
)
from macros.model.vocabulaire import Vocabulaire
from tests.factory import (
    ZIN,
    RawBlock,
    make_begrip,
    make_corpus,
    make_organisatie,
    only,
    pointed_at,
)

WONEN: RawBlock = {
    "sleutel": "wonen",
    "label": "Wonen",
    "uitleg": ZIN,
    "alledaags": ["dak", "huis", "huren", "slapen"],
}
BARE: RawBlock = {"sleutel": "zorg", "label": "Zorg", "uitleg": ZIN}


def _leefgebieden(*termen: RawBlock) -> dict[str, Vocabulaire]:
    raw_block = {"as": "leefgebied", "titel": "Leefgebied", "uitleg": ZIN, "termen": list(termen)}
    return {"leefgebied": Vocabulaire.model_validate(raw_block)}


def test_elk_begrip_heeft_alledaagse_woorden_bites() -> None:
    corpus = make_corpus(make_begrip("kgb", alledaags=["a b", "b c", "c d"]))
    error = only(elk_begrip_heeft_alledaagse_woorden, corpus)
    assert error.file == "data/begrippen/kgb.yml"
    assert error.wat == "heeft 3 alledaagse woorden; 4 is het minimum"


def test_an_area_of_life_without_an_everyday_word_bites() -> None:
    corpus = make_corpus(vocabulaires=_leefgebieden(WONEN, BARE))
    error = only(elk_begrip_heeft_alledaagse_woorden, corpus)
    assert error.file == "data/vocabulaires/leefgebied.yml"
    assert error.veld == "termen[2].alledaags"


def test_elk_begrip_heeft_alledaagse_woorden_does_not_over_bite() -> None:
    corpus = make_corpus(
        make_begrip(
            "kgb", alledaags=["centen voor de kinderen", "kindgeld", "geld bij een kind", "kids"]
        ),
        make_organisatie("svb"),  # asks for none
        vocabulaires=_leefgebieden(WONEN),
    )
    assert list(elk_begrip_heeft_alledaagse_woorden(corpus)) == []


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"titel": "Kindgeld", "alledaags": ["kindgeld"]}, "alledaags[1]"),
        ({"ook": ["kindgeld"], "alledaags": ["kids", "Kindgeld"]}, "alledaags[2]"),
        ({"zoektermen": ["geld voor kids"], "alledaags": ["kids, geld voor"]}, "alledaags[1]"),
        ({"alledaags": ["baby"], "engels": ["baby"]}, "engels[1]"),
    ],
)
def test_alledaags_woord_voegt_iets_toe_bites(velden: RawBlock, veld: str) -> None:
    corpus = make_corpus(make_begrip("kgb", **velden), vocabulaires=_leefgebieden(WONEN))
    error = only(alledaags_woord_voegt_iets_toe, corpus)
    assert error.veld == veld
    assert pointed_at(corpus, error)


def test_alledaags_woord_voegt_iets_toe_does_not_over_bite() -> None:
    record = make_begrip(
        "kgb",
        titel="Kindgebonden budget",
        zoektermen=["geld voor kinderen"],
        alledaags=["geld voor de kinderen van de staat"],
        engels=["child budget"],
    )
    corpus = make_corpus(record, vocabulaires=_leefgebieden(WONEN))
    assert list(alledaags_woord_voegt_iets_toe(corpus)) == []
