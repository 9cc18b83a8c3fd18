from __future__ import annotations

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.blad.stand import indienen_is_always_possible, stand_of
from macros.corpus.corpus import Corpus
from macros.model.dates import dag_in_words
from macros.model.organisatie import Gemeente
from macros.model.tegelkaart import Tegelkaart
from macros.pages.page_macros import PAGE_MACROS
from macros.pages.page_macros.gemeenten import CODE_PLACEHOLDER, province_borders
from macros.pages.rendering import Writer
from macros.search.tekst import parts
from tests.factory import make_gemeente, make_tegelkaart
from tests.pages.helpers import tekst, tree


def _html(corpus: Corpus, naam: str) -> str:
    return str(PAGE_MACROS[naam](Writer(corpus, "gemeenten/")))


def _tree(corpus: Corpus, naam: str) -> LexborHTMLParser:
    return tree(_html(corpus, naam))


@pytest.mark.parametrize(
    "naam", ["gemeentezoeker", "gemeententabel", "vroegere_namen", "tegelkaart"]
)
def test_nothing_says_that_a_municipality_did_not_join(corpus: Corpus, naam: str) -> None:
    # „niet is aangesloten” stands only in the sentence that everyone can submit a case.
    without_comfort = _html(corpus, naam).replace("ook als uw gemeente niet is aangesloten", "")
    assert not re.search(r"niet (is |was )?aangesloten", without_comfort, re.IGNORECASE)


@pytest.mark.parametrize(
    "naam", ["gemeentezoeker", "gemeententabel", "vroegere_namen", "tegelkaart"]
)
def test_no_inline_style_or_script(corpus: Corpus, naam: str) -> None:
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=", _html(corpus, naam))


def test_the_finder_has_an_answer_for_each_state(corpus: Corpus) -> None:
    html = _html(corpus, "gemeentezoeker")
    standen = {stand_of(gemeente) for gemeente in corpus.gemeentetabel.gemeenten}
    for stand in standen:
        term = corpus.term("gemeentestand", stand)
        (part,) = re.findall(rf'<template data-stand="{stand}">(.*?)</template>', html, re.DOTALL)
        visible = tekst(part)
        assert f"{term.label}. {term.uitleg}" in visible
        assert "U kunt de casus indienen" in visible
        for id_ in indienen_is_always_possible(corpus).bronnen:
            assert f"[1] {corpus.bron(id_).titel}" in part
        assert CODE_PLACEHOLDER in part
        assert "data-buren" in part
    assert len(re.findall("<template data-stand", html)) == len(standen)


def test_the_finder_carries_every_mention_with_its_proof(corpus: Corpus) -> None:
    html = _html(corpus, "gemeentezoeker")
    for gemeente in corpus.gemeentetabel.gemeenten:
        found = re.findall(
            rf'<template data-vermelding="{gemeente.cbs}">(.*?)</template>', html, re.DOTALL
        )
        assert len(found) == bool(gemeente.vermeldingen)
        for vermelding in gemeente.vermeldingen:
            assert vermelding.tekst in tekst(found[0])
            assert f"stand {vermelding.stand}" in tekst(found[0])


def test_without_a_script_the_finder_is_not_there(corpus: Corpus) -> None:
    html = _html(corpus, "gemeentezoeker")
    assert re.findall(r"<form[^>]* hidden>", html)
    assert re.findall(r"<div data-antwoord hidden>", html)
    assert [part.tekst for part in parts(html) if "Buurgemeenten" in part.tekst] == []


def test_the_rows_hold_what_the_script_reads(corpus: Corpus) -> None:
    rows = _tree(corpus, "gemeententabel").css("tbody tr")
    assert len(rows) == len(corpus.gemeenten())
    for row in rows:
        gemeente = corpus.gemeenten()[(row.id or "").upper()]
        provincie = Writer(corpus, "").label("provincie", gemeente.provincie)
        assert provincie in [cell.text() for cell in row.css("td")]
        assert row.attributes["data-stand"] == stand_of(gemeente)
        assert row.attributes.get("data-ook", "") == " | ".join(gemeente.andere_namen)
        when = [vermelding.stand.notation() for vermelding in gemeente.vermeldingen]
        assert row.attributes.get("data-wanneer", "") == " | ".join(when)


def test_no_cell_is_a_dash_and_every_row_is_as_wide_as_the_head(corpus: Corpus) -> None:
    pagina = _tree(corpus, "gemeententabel")
    breedte = len(pagina.css("thead th"))
    for row in pagina.css("tbody tr"):
        cells = row.css("th, td")
        assert all(cell.text().strip(" –") for cell in cells), row.text()
        assert sum(int(cell.attributes.get("colspan") or 1) for cell in cells) == breedte


def test_the_name_of_the_table_stays_true_after_a_filter(corpus: Corpus) -> None:
    (naam,) = [node.text() for node in _tree(corpus, "gemeententabel").css("caption")]
    assert not re.search(r"\d|alle", naam, re.IGNORECASE), naam


def test_the_rows_hold_every_border_once(corpus: Corpus) -> None:
    rows = _tree(corpus, "gemeententabel").css("tbody tr")
    pairs = [
        ((row.id or "").upper(), neighbour)
        for row in rows
        for neighbour in (row.attributes["data-buren"] or "").split()
    ]
    borders = {
        frozenset((cbs, neighbour))
        for cbs, one in corpus.gemeenten().items()
        for neighbour in one.buren
    }
    assert {frozenset(pair) for pair in pairs} == borders
    assert len(pairs) == len(borders)


def test_the_filters_offer_every_province_and_state(corpus: Corpus) -> None:
    pagina = _tree(corpus, "gemeententabel")
    for naam, as_ in (("provincie", "provincie"), ("stand", "gemeentestand")):
        choices = [node.text() for node in pagina.css(f"select[name={naam}] option")]
        labels = [term.label for term in corpus.vocabulaires[as_].termen]
        assert choices[1:] == [label for label in labels if label != "Vervallen gemeente"]


def test_every_former_name_leads_to_every_successor(corpus: Corpus) -> None:
    nodes = _tree(corpus, "vroegere_namen").css("[data-oud]")
    per_code = {node.attributes["data-oud"]: node for node in nodes}
    assert len(nodes) == len(corpus.vervallen()) == len(per_code)
    for old in corpus.vervallen():
        links = per_code[old.cbs].css("a")
        assert [link.attributes["href"] for link in links] == [
            f"{cbs.lower()}/" for cbs in old.opvolgers
        ]
        naam, until = (part.text() for part in per_code[old.cbs].css("span"))
        assert (naam, until) == (old.naam, dag_in_words(old.vervallen_per))


def test_every_other_spelling_stands_in_the_list(corpus: Corpus) -> None:
    lijst = tekst(_html(corpus, "vroegere_namen"))
    for gemeente in corpus.gemeentetabel.gemeenten:
        for naam in gemeente.andere_namen:
            assert f"{naam}: zie {gemeente.naam}" in lijst


def test_the_list_runs_from_a_to_z(corpus: Corpus) -> None:
    letters = [node.text() for node in _tree(corpus, "vroegere_namen").css("h3")]
    assert letters == sorted(letters)
    assert all(len(letter) == 1 and letter.isalpha() for letter in letters)


def test_the_map_has_a_square_for_each_municipality(corpus: Corpus) -> None:
    pagina = _tree(corpus, "tegelkaart")
    boxes = pagina.css("svg[role=img] [data-cbs]")
    assert len(boxes) == len(corpus.gemeenten())
    for box in boxes:
        gemeente = corpus.gemeenten()[box.attributes["data-cbs"] or ""]
        stand = stand_of(gemeente)
        if box.tag == "use":
            assert box.attributes["href"] == f"#tegel-{stand}"
        else:
            assert box.parent is not None
            assert box.parent.attributes["class"] == f"kb-tegel kb-tegel--{stand}"
    namen = {node.id for node in pagina.css("svg title, svg desc, svg g[id]")}
    svg = pagina.css_first("svg[role=img]")
    assert svg is not None
    assert {svg.attributes["aria-labelledby"], svg.attributes["aria-describedby"]} <= namen


def test_what_most_squares_are_takes_one_plain_element_each(corpus: Corpus) -> None:
    """A ``use`` per square took a slow telephone a third of a second to style and paint."""
    svg = _tree(corpus, "tegelkaart").css_first("svg[role=img]")
    assert svg is not None
    named = [one for one in corpus.gemeenten().values() if one.vermeldingen]
    assert len(svg.css("use")) == len(named)
    assert len(svg.css("rect[data-cbs]")) == len(corpus.gemeenten()) - len(named)


def test_each_state_has_a_shape_of_its_own(corpus: Corpus) -> None:
    vormen = {
        node.id: re.sub(r'\s(id|class)="[^"]*"', "", str(node.html))
        for node in _tree(corpus, "tegelkaart").css("defs > g")
    }
    assert set(vormen) == {"tegel-aangesloten", "tegel-samenwerkend", "tegel-geen-bron"}
    assert len(set(vormen.values())) == len(vormen)


def test_the_list_beside_the_map_has_who_is_named_and_points_to_the_table(corpus: Corpus) -> None:
    pagina = _tree(corpus, "tegelkaart")
    regels = sorted(node.text().strip() for node in pagina.css("nav li"))
    assert regels == sorted(
        f"{one.naam}: {corpus.term('gemeentestand', stand_of(one)).label.lower()}"
        for one in corpus.gemeenten().values()
        if one.vermeldingen
    )
    with_bron = {one.provincie for one in corpus.gemeenten().values() if one.vermeldingen}
    headings = [node.text() for node in pagina.css("nav h3")]
    provincies = corpus.vocabulaires["provincie"].termen
    assert headings == [term.label for term in provincies if term.sleutel in with_bron]
    assert [node.attributes["href"] for node in pagina.css("nav ~ p a")] == ["#alle-gemeenten"]


def test_the_legend_counts_every_municipality(corpus: Corpus) -> None:
    legenda = " ".join(node.text() for node in _tree(corpus, "tegelkaart").css(".kb-legenda li"))
    counts = [int(getal) for getal in re.findall(r"\((\d+)\)", legenda)]
    assert sum(counts) == len(corpus.gemeenten())


def test_a_border_stands_where_provinces_meet_and_round_the_land() -> None:
    tile_map = Tegelkaart.model_validate(make_tegelkaart(["GM0001", "GM0002", "GM0003"]))
    gemeenten = {
        cbs: Gemeente.model_validate(make_gemeente(cbs, provincie=provincie))
        for cbs, provincie in (("GM0001", "drenthe"), ("GM0002", "drenthe"), ("GM0003", "utrecht"))
    }
    vertical = {line for line in province_borders(tile_map, gemeenten) if "v" in line}
    horizontal = {line for line in province_borders(tile_map, gemeenten) if "h" in line}
    assert vertical == {"M0 0v10", "M20 0v10", "M30 0v10"}
    assert horizontal == {f"M{x} {y}h10" for x in (0, 10, 20) for y in (0, 10)}
