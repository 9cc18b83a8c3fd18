from __future__ import annotations

from itertools import pairwise

import pytest

from macros.corpus.corpus import Corpus
from macros.model.instrument import Instrument
from macros.model.kennis import Cijfer, Grafiek
from macros.pages.inzetten.tekeningen import grafiek, grafieken, keten
from macros.pages.weergave import Schrijver
from tests.fabriek import maak_bron, maak_cijfer, maak_corpus, maak_grafiek
from tests.pages.hulp import boom, een, tekst


def _maten(html: str, kiezer: str, *namen: str) -> list[tuple[int, ...]]:
    return [
        tuple(int(knoop.attributes[naam] or "") for naam in namen)
        for knoop in boom(html).css(kiezer)
    ]


def test_the_chain_shows_every_instrument_as_picture_and_as_text(corpus: Corpus) -> None:
    html = keten(Schrijver(corpus, "instrumenten/"))
    titels = {record.titel for record in corpus.alle(Instrument)}
    assert {knoop.text() for knoop in boom(html).css("svg .kb-svg__tekst")} == titels
    assert {knoop.text() for knoop in boom(html).css("figcaption a")} == titels
    doelen = [knoop.attributes["href"] for knoop in boom(html).css("svg a")]
    assert doelen == [knoop.attributes["href"] for knoop in boom(html).css("figcaption a")]
    assert een(html, "svg").attributes["role"] == "group", "img would hide the links in it"
    for titel in titels:
        assert titel in een(html, "svg desc").text()


def test_picture_and_text_of_the_chain_have_one_order(corpus: Corpus) -> None:
    html = keten(Schrijver(corpus, "instrumenten/"))
    getekend = [knoop.text() for knoop in boom(html).css("svg .kb-svg__tekst")]
    geschreven = [knoop.text() for knoop in boom(html).css("figcaption a")]
    assert getekend == geschreven


def test_boxes_of_the_chain_do_not_overlap_and_stay_inside(corpus: Corpus) -> None:
    html = keten(Schrijver(corpus, ""))
    vakken = _maten(html, "svg rect", "y", "height")
    assert len(vakken) == len(corpus.alle(Instrument))
    for (boven, hoogte), (onder, _) in pairwise(vakken):
        assert boven + hoogte < onder
    _, _, _, rand = (een(html, "svg").attributes["viewBox"] or "").split()
    assert vakken[-1][0] + vakken[-1][1] <= int(rand)


@pytest.mark.parametrize(("tekening", "rol"), [(keten, "group"), (grafieken, "img")])
def test_pictures_have_a_name_that_exists(corpus: Corpus, tekening: object, rol: str) -> None:
    assert callable(tekening)
    html = tekening(Schrijver(corpus, ""))
    svgs = boom(html).css("svg")
    assert svgs
    for svg in svgs:
        assert svg.attributes["role"] == rol
        for id_ in (svg.attributes["aria-labelledby"] or "").split():
            assert een(html, f"#{id_}").text().strip()


def _proef(*getallen: float) -> Corpus:
    slugs = [f"casussen-{2020 + nummer}" for nummer in range(len(getallen))]
    cijfers = [
        maak_cijfer(slug, getal=getal, waarde=f"{getal:g}")
        for slug, getal in zip(slugs, getallen, strict=True)
    ]
    return maak_corpus(
        maak_bron(), *cijfers, maak_grafiek(cijfers=[f"cijfer:{slug}" for slug in slugs])
    )


def test_bars_are_as_long_as_their_numbers() -> None:
    html = grafiek(Schrijver(_proef(50, 100, 25), "cijfers/"), "casussen")
    (eerste,), (tweede,), (derde,) = _maten(html, "rect", "width")
    assert tweede == 2 * eerste
    assert abs(tweede - 4 * derde) <= 2


def test_a_chart_of_zeroes_can_be_drawn() -> None:
    html = grafiek(Schrijver(_proef(0, 0), "cijfers/"), "casussen")
    assert _maten(html, "rect", "width") == [(0,), (0,)]


def test_the_numbers_of_a_chart_stand_in_a_table_with_their_sources(corpus: Corpus) -> None:
    for record in corpus.alle(Grafiek):
        html = grafiek(Schrijver(corpus, "cijfers/"), record.slug)
        rijen = boom(html).css("tbody tr")
        assert len(rijen) == len(record.cijfers)
        for rij, id_ in zip(rijen, record.cijfers, strict=True):
            cijfer = corpus.records[id_]
            assert isinstance(cijfer, Cijfer)
            assert cijfer.waarde in rij.text()
            assert rij.css(".kb-noot")
        assert record.samenvatting in tekst(html)


def test_a_chart_has_the_anchor_that_its_record_names(corpus: Corpus) -> None:
    html = grafieken(Schrijver(corpus, "cijfers/"))
    ankers = {knoop.attributes["id"] for knoop in boom(html).css("figure")}
    assert ankers == {record.pad.partition("#")[2] for record in corpus.alle(Grafiek)}


def test_only_a_chart_can_be_drawn(corpus: Corpus) -> None:
    with pytest.raises(LookupError):
        grafiek(Schrijver(corpus, "cijfers/"), "bestaat-niet")
