from __future__ import annotations

from itertools import pairwise

import pytest

from macros.blad.stand import NO_BRON
from macros.corpus.corpus import Corpus
from macros.model.instrument import Instrument
from macros.model.kennis import Cijfer, Grafiek
from macros.pages.page_macros.drawings import grafiek, grafieken, keten
from macros.pages.page_macros.gemeenten import tally
from macros.pages.page_macros.voorpagina import uitgelicht
from macros.pages.rendering import Writer
from tests.factory import make_bron, make_cijfer, make_corpus, make_grafiek
from tests.pages.helpers import one, tekst, tree


def _measures(html: str, selector: str, *namen: str) -> list[tuple[int, ...]]:
    return [
        tuple(int(node.attributes[naam] or "") for naam in namen)
        for node in tree(html).css(selector)
    ]


def test_the_chain_shows_every_instrument_as_picture_and_as_text(corpus: Corpus) -> None:
    html = keten(Writer(corpus, "instrumenten/"))
    titels = {record.titel for record in corpus.every(Instrument)}
    assert {node.text() for node in tree(html).css("svg .kb-svg__tekst")} == titels
    assert {node.text() for node in tree(html).css("figcaption a")} == titels
    doelen = [node.attributes["href"] for node in tree(html).css("svg a")]
    assert doelen == [node.attributes["href"] for node in tree(html).css("figcaption a")]
    assert one(html, "svg").attributes["role"] == "group", "img would hide the links in it"
    for titel in titels:
        assert titel in one(html, "svg desc").text()


def test_the_small_map_tells_the_states_apart_without_colour_and_says_which(
    corpus: Corpus,
) -> None:
    writer = Writer(corpus, "")
    html = uitgelicht(writer, "gemeenten-2024", "casussen-2024", "betrokkenheid-2024")
    legend = tree(html).css(".kb-kaartje .kb-legenda li")
    counts = tally(corpus)
    assert [" ".join(line.text().split()) for line in legend] == [
        f"{writer.label('gemeentestand', stand)} ({count})" for stand, count in counts.items()
    ]
    signs = {stand: {stand: 1} for stand in counts if stand != NO_BRON} | {NO_BRON: {}}
    assert signs == {
        stand: {sign: 1 for sign in counts if line.css(f".kb-teken--{sign}")}
        for stand, line in zip(counts, legend, strict=True)
    }
    for stand in counts:
        if stand != NO_BRON:
            drawn = one(html, f".kb-kaartje > svg > .kb-teken--{stand}").attributes["d"] or ""
            assert drawn.count("M") == counts[stand]


def test_picture_and_text_of_the_chain_have_one_order(corpus: Corpus) -> None:
    html = keten(Writer(corpus, "instrumenten/"))
    drawn = [node.text() for node in tree(html).css("svg .kb-svg__tekst")]
    written = [node.text() for node in tree(html).css("figcaption a")]
    assert drawn == written


def test_boxes_of_the_chain_do_not_overlap_and_stay_inside(corpus: Corpus) -> None:
    html = keten(Writer(corpus, ""))
    boxes = _measures(html, "svg rect", "y", "height")
    assert len(boxes) == len(corpus.every(Instrument))
    for (above, hoogte), (under, _) in pairwise(boxes):
        assert above + hoogte < under
    _, _, _, edge = (one(html, "svg").attributes["viewBox"] or "").split()
    assert boxes[-1][0] + boxes[-1][1] <= int(edge)


@pytest.mark.parametrize(("drawing", "rol"), [(keten, "group"), (grafieken, "img")])
def test_pictures_have_a_name_that_exists(corpus: Corpus, drawing: object, rol: str) -> None:
    assert callable(drawing)
    html = drawing(Writer(corpus, ""))
    svgs = tree(html).css("svg")
    assert svgs
    for svg in svgs:
        assert svg.attributes["role"] == rol
        for id_ in (svg.attributes["aria-labelledby"] or "").split():
            assert one(html, f"#{id_}").text().strip()


def _trial(*getallen: float) -> Corpus:
    slugs = [f"casussen-{2020 + nummer}" for nummer in range(len(getallen))]
    cijfers = [
        make_cijfer(slug, getal=getal, waarde=f"{getal:g}")
        for slug, getal in zip(slugs, getallen, strict=True)
    ]
    return make_corpus(
        make_bron(), *cijfers, make_grafiek(cijfers=[f"cijfer:{slug}" for slug in slugs])
    )


def test_bars_are_as_long_as_their_numbers() -> None:
    html = grafiek(Writer(_trial(50, 100, 25), "cijfers/"), "casussen")
    (first,), (second,), (third,) = _measures(html, "rect", "width")
    assert second == 2 * first
    assert abs(second - 4 * third) <= 2


def test_a_chart_of_zeroes_can_be_drawn() -> None:
    html = grafiek(Writer(_trial(0, 0), "cijfers/"), "casussen")
    assert _measures(html, "rect", "width") == [(0,), (0,)]


def test_the_numbers_of_a_chart_stand_in_a_table_with_their_sources(corpus: Corpus) -> None:
    for record in corpus.every(Grafiek):
        html = grafiek(Writer(corpus, "cijfers/"), record.slug)
        rows = tree(html).css("tbody tr")
        assert len(rows) == len(record.cijfers)
        for row, id_ in zip(rows, record.cijfers, strict=True):
            cijfer = corpus.records[id_]
            assert isinstance(cijfer, Cijfer)
            assert cijfer.waarde in row.text()
            assert row.css(".kb-noot")
        assert record.samenvatting in tekst(html)


def test_a_chart_has_the_anchor_that_its_record_names(corpus: Corpus) -> None:
    html = grafieken(Writer(corpus, "cijfers/"))
    ankers = {node.attributes["id"] for node in tree(html).css("figure")}
    assert ankers == {record.pad.partition("#")[2] for record in corpus.every(Grafiek)}


def test_only_a_chart_can_be_drawn(corpus: Corpus) -> None:
    with pytest.raises(LookupError):
        grafiek(Writer(corpus, "cijfers/"), "bestaat-niet")
