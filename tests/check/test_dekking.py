from __future__ import annotations

from macros.check import dekking
from macros.model.soorten import SOORTEN
from tests.factory import (
    RawBlock,
    make_corpus,
    make_instrument,
    make_mvt,
    make_wet,
    one_of_each,
    only,
    pointed_at,
)

KOSTEN: RawBlock = {"veld": "kosten", "vraag": "Wat kost het?", "aan": ["organisatie:pmm"]}
NVT: RawBlock = {"veld": "kosten", "reden": "Er zijn geen kosten."}


def test_geen_lege_soort_bites() -> None:
    errors = list(dekking.geen_lege_soort(make_corpus()))
    assert len(errors) == len(SOORTEN)
    assert "data/leerpunten/ bevat geen enkel record" in {error.wat for error in errors}
    assert {error.remedy for error in errors} == {"zet de bestanden terug"}


def test_geen_lege_soort_bites_on_a_second_document() -> None:
    corpus = make_corpus(*one_of_each(), make_mvt("tweede", titel="Nog een"))
    error = only(dekking.geen_lege_soort, corpus)
    assert (error.file, error.veld) == ("data/mvt/tweede.yml", "id")
    assert error.wat == "er is meer dan één record over het document zelf"


def test_geen_lege_soort_does_not_over_bite() -> None:
    assert list(dekking.geen_lege_soort(make_corpus(*one_of_each()))) == []


def test_velden_verantwoord_bites() -> None:
    corpus = make_corpus(make_instrument(kosten=[]))
    error = only(dekking.velden_verantwoord, corpus)
    assert (error.file, error.veld) == ("data/instrumenten/loket.yml", "kosten")
    assert error.wat == "is niet ingevuld en niet verantwoord"
    assert "„onbekend”" in error.remedy
    assert "„niet_van_toepassing”" in error.remedy


def test_velden_verantwoord_bites_on_contradiction() -> None:
    corpus = make_corpus(make_instrument(niet_van_toepassing=[NVT]))
    error = only(dekking.velden_verantwoord, corpus)
    assert error.wat == "„kosten” staat onder niet_van_toepassing, maar is ook ingevuld of onbekend"
    assert pointed_at(corpus, error) == "- veld: kosten"


def test_velden_verantwoord_bites_on_a_field_that_does_not_exist() -> None:
    corpus = make_corpus(make_instrument(niet_van_toepassing=[NVT | {"veld": "kostn"}]))
    error = only(dekking.velden_verantwoord, corpus)
    assert (error.veld, error.wat) == ("niet_van_toepassing[1].veld", "„kostn” is geen veld")
    assert "kosten" in error.remedy
    assert pointed_at(corpus, error) == "kostn"


def test_velden_verantwoord_bites_on_the_same_question_twice() -> None:
    again = KOSTEN | {"vraag": "Wat kost het?"}
    corpus = make_corpus(make_instrument(kosten=[], onbekend=[KOSTEN, again]))
    error = only(dekking.velden_verantwoord, corpus)
    assert (error.veld, error.wat) == (
        "onbekend[2].vraag",
        "staat al bij „kosten” onder onbekend",
    )
    assert error.remedy == "haal deze weg, of stel een andere vraag"


def test_velden_verantwoord_bites_on_the_same_field_twice() -> None:
    corpus = make_corpus(make_instrument(kosten=[], niet_van_toepassing=[NVT, NVT]))
    error = only(dekking.velden_verantwoord, corpus)
    assert (error.veld, error.wat) == (
        "niet_van_toepassing[2].veld",
        "„kosten” staat hier al",
    )


def test_velden_verantwoord_does_not_over_bite() -> None:
    """Unknown may also be a part of a field that is filled in; optional fields may stay away."""
    corpus = make_corpus(
        make_instrument("een", kosten=[], onbekend=[KOSTEN]),
        make_instrument("vier", onbekend=[KOSTEN, KOSTEN | {"vraag": "Wie betaalt dat?"}]),
        make_instrument("twee", kosten=[], niet_van_toepassing=[NVT]),
        make_instrument("drie", onbekend=[KOSTEN], herkomst=[]),
        make_wet(verwarring=[]),
    )
    assert list(dekking.velden_verantwoord(corpus)) == []
