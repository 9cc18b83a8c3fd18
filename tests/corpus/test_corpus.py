from __future__ import annotations

import pytest

from macros.model.kennis import Begrip, Bron
from macros.model.recht import Wet
from tests.factory import (
    ZIN,
    make_begrip,
    make_bewering,
    make_bron,
    make_corpus,
    make_gemeente,
    make_instrument,
    make_leerpunt,
    make_vervallen,
    make_wet,
)

VRAAG = {"veld": "kosten", "vraag": "Wat kost het?", "aan": ["organisatie:pmm"]}


def test_a_reference_can_be_read_from_both_sides() -> None:
    corpus = make_corpus(make_wet(), make_begrip(zie=["wet:participatiewet"]))
    (relatie,) = corpus.back["wet:participatiewet"]
    assert relatie in corpus.relaties
    assert (relatie.from_, relatie.pad) == ("begrip:maatwerk", ("zie", 0))
    assert relatie.veld == "zie"


def test_a_broken_reference_is_kept_for_the_checks() -> None:
    corpus = make_corpus(make_begrip(zie=["wet:weg"]))
    assert [relatie.from_ for relatie in corpus.back["wet:weg"]] == ["begrip:maatwerk"]


def test_references_between_gemeenten_carry_full_ids() -> None:
    corpus = make_corpus(
        gemeenten=[make_gemeente(buren=["GM0384"]), make_gemeente("GM0384")],
        vervallen=[make_vervallen(opvolgers=["GM0384"])],
    )
    naar = {(relatie.from_, relatie.veld) for relatie in corpus.back["gemeente:GM0384"]}
    assert naar == {("gemeente:GM0363", "buren"), ("vervallen:GM0362", "opvolgers")}


def test_beweringen_are_listed_per_record_and_per_bron() -> None:
    uitleg = [make_bewering(bronnen=["N24", "K81"]), make_bewering(bronnen=["K81"])]
    corpus = make_corpus(make_bron(), make_bron("K81"), make_begrip(uitleg=uitleg))
    paths = [place.pad for place in corpus.beweringen_per_record["begrip:maatwerk"]]
    assert paths == [("uitleg", 0), ("uitleg", 1)]
    assert [place.pad for place in corpus.beweringen_per_bron["bron:N24"]] == [("uitleg", 0)]
    assert len(corpus.beweringen_per_bron["bron:K81"]) == len(corpus.beweringen) == 2


def test_beweringen_of_gemeenten_count_too() -> None:
    vermelding = make_bewering(uitkomst="aangesloten")
    corpus = make_corpus(gemeenten=[make_gemeente(vermeldingen=[vermelding])])
    (place,) = corpus.beweringen
    assert (place.from_, place.pad) == ("gemeente:GM0363", ("vermeldingen", 0))


def test_a_table_does_not_count_its_rows_twice() -> None:
    corpus = make_corpus(gemeenten=[make_gemeente(bijzonderheden=[make_bewering()])])
    assert len(corpus.beweringen) == 1
    bronnen = [relatie.from_ for relatie in corpus.back["bron:N24"]]
    tables = ["tabel:gemeenten", "tabel:vervallen-gemeenten", "tabel:notas"]
    assert bronnen == ["gemeente:GM0363", *tables]


def test_unknowns_terms_and_texts_are_collected() -> None:
    corpus = make_corpus(make_instrument(onbekend=[VRAAG]))
    (from_, pad, vraag) = corpus.onbekend[0]
    assert (from_, pad, vraag.vraag) == ("instrument:loket", ("onbekend", 0), "Wat kost het?")
    assert ("instrument:loket", ("onbekend", 0, "vraag"), "Wat kost het?") in corpus.teksten
    assert {gebruik.as_ for gebruik in corpus.termen} >= {"ketenplaats", "provincie"}


def test_references_and_terms_are_not_running_text() -> None:
    teksten = {tekst for _, _, tekst in make_corpus(make_leerpunt()).teksten}
    assert ZIN in teksten
    assert not {"wet:participatiewet", "bron:N24", "veroorzaakt"} & teksten


def test_look_up() -> None:
    corpus = make_corpus(make_bron(), make_wet("b"), make_wet("a"), make_begrip())
    assert {wet.id for wet in corpus.every(Wet)} == {"wet:a", "wet:b"}
    assert [begrip.id for begrip in corpus.every(Begrip)] == ["begrip:maatwerk"]
    assert isinstance(corpus.bron("bron:N24"), Bron)
    assert corpus.term("provincie", "noord-holland").label == "noord-holland"
    assert list(corpus.gemeenten()) == ["GM0363"]
    assert [row.cbs for row in corpus.vervallen()] == ["GM0362"]


def test_what_is_not_there_is_not_made_up() -> None:
    corpus = make_corpus(make_bron(), make_wet())
    with pytest.raises(KeyError):
        corpus.bron("bron:WEG")
    with pytest.raises(KeyError):
        corpus.bron("wet:participatiewet")
    with pytest.raises(KeyError):
        corpus.term("provincie", "atlantis")


def test_an_error_in_a_row_points_to_that_row() -> None:
    corpus = make_corpus(gemeenten=[make_gemeente("GM0363"), make_gemeente("GM0384")])
    error = corpus.error("gemeente:GM0384", ("naam",), "is raar", "kijk na")
    assert (error.file, error.veld) == ("data/gemeenten.yml", "gemeenten[2].naam")
    assert error.regel > corpus.error("gemeente:GM0363", ("naam",), "x").regel
