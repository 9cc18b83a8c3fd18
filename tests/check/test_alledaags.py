from __future__ import annotations

import pytest

from macros.check.alledaags import (
    alledaags_woord_voegt_iets_toe,
    elk_begrip_heeft_een_alledaags_woord,
)
from macros.model.vocabulaire import Vocabulaire
from tests.fabriek import (
    ZIN,
    Ruw,
    aangewezen,
    enige,
    maak_begrip,
    maak_corpus,
    maak_organisatie,
)

WONEN: Ruw = {"sleutel": "wonen", "label": "Wonen", "uitleg": ZIN, "alledaags": ["dak"]}
KAAL: Ruw = {"sleutel": "zorg", "label": "Zorg", "uitleg": ZIN}


def _leefgebieden(*termen: Ruw) -> dict[str, Vocabulaire]:
    ruw = {"as": "leefgebied", "titel": "Leefgebied", "uitleg": ZIN, "termen": list(termen)}
    return {"leefgebied": Vocabulaire.model_validate(ruw)}


def test_elk_begrip_heeft_een_alledaags_woord_bijt() -> None:
    corpus = maak_corpus(maak_begrip("kgb", alledaags=[]))
    fout = enige(elk_begrip_heeft_een_alledaags_woord, corpus)
    assert fout.bestand == "data/begrippen/kgb.yml"
    assert "geen alledaags woord" in fout.wat


def test_elk_leefgebied_heeft_een_alledaags_woord_bijt() -> None:
    corpus = maak_corpus(vocabulaires=_leefgebieden(WONEN, KAAL))
    fout = enige(elk_begrip_heeft_een_alledaags_woord, corpus)
    assert fout.bestand == "data/vocabulaires/leefgebied.yml"
    assert fout.veld == "termen[2].alledaags"


def test_elk_begrip_heeft_een_alledaags_woord_bijt_niet_te_veel() -> None:
    corpus = maak_corpus(
        maak_begrip("kgb", alledaags=["centen voor de kinderen"]),
        maak_organisatie("svb"),  # asks for none
        vocabulaires=_leefgebieden(WONEN),
    )
    assert list(elk_begrip_heeft_een_alledaags_woord(corpus)) == []


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"titel": "Kindgeld", "alledaags": ["kindgeld"]}, "alledaags[1]"),
        ({"ook": ["kindgeld"], "alledaags": ["kids", "Kindgeld"]}, "alledaags[2]"),
        ({"zoektermen": ["geld voor kids"], "alledaags": ["kids, geld voor"]}, "alledaags[1]"),
        ({"alledaags": ["baby"], "engels": ["baby"]}, "engels[1]"),
    ],
)
def test_alledaags_woord_voegt_iets_toe_bijt(velden: Ruw, veld: str) -> None:
    corpus = maak_corpus(maak_begrip("kgb", **velden), vocabulaires=_leefgebieden(WONEN))
    fout = enige(alledaags_woord_voegt_iets_toe, corpus)
    assert fout.veld == veld
    assert aangewezen(corpus, fout)


def test_alledaags_woord_voegt_iets_toe_bijt_niet_te_veel() -> None:
    record = maak_begrip(
        "kgb",
        titel="Kindgebonden budget",
        zoektermen=["geld voor kinderen"],
        alledaags=["geld voor de kinderen van de staat"],
        engels=["child budget"],
    )
    corpus = maak_corpus(record, vocabulaires=_leefgebieden(WONEN))
    assert list(alledaags_woord_voegt_iets_toe(corpus)) == []
