from __future__ import annotations

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.blad.stand import indienen_kan_altijd, stand_van
from macros.corpus.corpus import Corpus
from macros.model.datering import lees_dag
from macros.model.organisatie import Gemeente
from macros.model.tegelkaart import Tegelkaart
from macros.pages.inzetten import INZETTEN
from macros.pages.inzetten.gemeenten import PLAATS_VAN_CODE, provinciegrenzen
from macros.pages.weergave import Schrijver
from macros.search.tekst import delen
from tests.fabriek import maak_gemeente, maak_tegelkaart
from tests.pages.hulp import boom, tekst


def _html(corpus: Corpus, naam: str) -> str:
    return str(INZETTEN[naam](Schrijver(corpus, "gemeenten/")))


def _boom(corpus: Corpus, naam: str) -> LexborHTMLParser:
    return boom(_html(corpus, naam))


@pytest.mark.parametrize(
    "naam", ["gemeentezoeker", "gemeententabel", "vroegere_namen", "tegelkaart"]
)
def test_nothing_says_that_a_municipality_did_not_join(corpus: Corpus, naam: str) -> None:
    # „niet is aangesloten” stands only in the sentence that everyone can submit a case.
    zonder_troost = _html(corpus, naam).replace("ook als uw gemeente niet is aangesloten", "")
    assert not re.search(r"niet (is |was )?aangesloten", zonder_troost, re.IGNORECASE)


@pytest.mark.parametrize(
    "naam", ["gemeentezoeker", "gemeententabel", "vroegere_namen", "tegelkaart"]
)
def test_no_inline_style_or_script(corpus: Corpus, naam: str) -> None:
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=", _html(corpus, naam))


def test_the_finder_has_an_answer_for_each_state(corpus: Corpus) -> None:
    html = _html(corpus, "gemeentezoeker")
    standen = {stand_van(gemeente) for gemeente in corpus.gemeentetabel.gemeenten}
    for stand in standen:
        term = corpus.term("gemeentestand", stand)
        (deel,) = re.findall(rf'<template data-stand="{stand}">(.*?)</template>', html, re.DOTALL)
        zichtbaar = tekst(deel)
        assert f"{term.label}. {term.uitleg}" in zichtbaar
        assert "U kunt de casus indienen" in zichtbaar
        for id_ in indienen_kan_altijd(corpus).bronnen:
            assert f"bron 1: {corpus.bron(id_).titel}" in deel
        assert PLAATS_VAN_CODE in deel
        assert "data-buren" in deel
    assert len(re.findall("<template data-stand", html)) == len(standen)


def test_the_finder_carries_every_mention_with_its_proof(corpus: Corpus) -> None:
    html = _html(corpus, "gemeentezoeker")
    for gemeente in corpus.gemeentetabel.gemeenten:
        gevonden = re.findall(
            rf'<template data-vermelding="{gemeente.cbs}">(.*?)</template>', html, re.DOTALL
        )
        assert len(gevonden) == bool(gemeente.vermeldingen)
        for vermelding in gemeente.vermeldingen:
            assert vermelding.tekst in tekst(gevonden[0])
            assert f"stand {vermelding.stand}" in tekst(gevonden[0])


def test_without_a_script_the_finder_is_not_there(corpus: Corpus) -> None:
    html = _html(corpus, "gemeentezoeker")
    assert re.findall(r"<form[^>]* hidden>", html)
    assert re.findall(r"<div data-antwoord hidden>", html)
    assert [deel.tekst for deel in delen(html) if "Buurgemeenten" in deel.tekst] == []


def test_the_rows_hold_what_the_script_reads(corpus: Corpus) -> None:
    rijen = _boom(corpus, "gemeententabel").css("tbody tr")
    assert len(rijen) == len(corpus.gemeenten())
    for rij in rijen:
        gemeente = corpus.gemeenten()[(rij.id or "").upper()]
        provincie = Schrijver(corpus, "").label("provincie", gemeente.provincie)
        assert provincie in [cel.text() for cel in rij.css("td")]
        assert rij.attributes["data-stand"] == stand_van(gemeente)
        assert rij.attributes.get("data-ook", "") == " | ".join(gemeente.andere_namen)
        wanneer = [vermelding.stand.notatie() for vermelding in gemeente.vermeldingen]
        assert rij.attributes.get("data-wanneer", "") == " | ".join(wanneer)


def test_no_cell_is_a_dash_and_every_row_is_as_wide_as_the_head(corpus: Corpus) -> None:
    pagina = _boom(corpus, "gemeententabel")
    breedte = len(pagina.css("thead th"))
    for rij in pagina.css("tbody tr"):
        cellen = rij.css("th, td")
        assert all(cel.text().strip(" –") for cel in cellen), rij.text()
        assert sum(int(cel.attributes.get("colspan") or 1) for cel in cellen) == breedte


def test_the_name_of_the_table_stays_true_after_a_filter(corpus: Corpus) -> None:
    (naam,) = [knoop.text() for knoop in _boom(corpus, "gemeententabel").css("caption")]
    assert not re.search(r"\d|alle", naam, re.IGNORECASE), naam


def test_the_rows_hold_every_border_once(corpus: Corpus) -> None:
    rijen = _boom(corpus, "gemeententabel").css("tbody tr")
    paren = [
        ((rij.id or "").upper(), buur)
        for rij in rijen
        for buur in (rij.attributes["data-buren"] or "").split()
    ]
    grenzen = {
        frozenset((cbs, buur)) for cbs, een in corpus.gemeenten().items() for buur in een.buren
    }
    assert {frozenset(paar) for paar in paren} == grenzen
    assert len(paren) == len(grenzen)


def test_the_filters_offer_every_province_and_state(corpus: Corpus) -> None:
    pagina = _boom(corpus, "gemeententabel")
    for naam, as_ in (("provincie", "provincie"), ("stand", "gemeentestand")):
        keuzen = [knoop.text() for knoop in pagina.css(f"select[name={naam}] option")]
        labels = [term.label for term in corpus.vocabulaires[as_].termen]
        assert keuzen[1:] == [label for label in labels if label != "Vervallen gemeente"]


def test_every_former_name_leads_to_every_successor(corpus: Corpus) -> None:
    knopen = _boom(corpus, "vroegere_namen").css("[data-oud]")
    per_code = {knoop.attributes["data-oud"]: knoop for knoop in knopen}
    assert len(knopen) == len(corpus.vervallen()) == len(per_code)
    for oud in corpus.vervallen():
        links = per_code[oud.cbs].css("a")
        assert [link.attributes["href"] for link in links] == [
            f"{cbs.lower()}/" for cbs in oud.opvolgers
        ]
        naam, tot = (deel.text() for deel in per_code[oud.cbs].css("span"))
        assert (naam, tot) == (oud.naam, lees_dag(oud.vervallen_per))


def test_every_other_spelling_stands_in_the_list(corpus: Corpus) -> None:
    lijst = tekst(_html(corpus, "vroegere_namen"))
    for gemeente in corpus.gemeentetabel.gemeenten:
        for naam in gemeente.andere_namen:
            assert f"{naam}: zie {gemeente.naam}" in lijst


def test_the_list_runs_from_a_to_z(corpus: Corpus) -> None:
    letters = [knoop.text() for knoop in _boom(corpus, "vroegere_namen").css("h3")]
    assert letters == sorted(letters)
    assert all(len(letter) == 1 and letter.isalpha() for letter in letters)


def test_the_map_has_a_square_for_each_municipality(corpus: Corpus) -> None:
    pagina = _boom(corpus, "tegelkaart")
    vakken = pagina.css("svg[role=img] [data-cbs]")
    assert len(vakken) == len(corpus.gemeenten())
    for vak in vakken:
        gemeente = corpus.gemeenten()[vak.attributes["data-cbs"] or ""]
        assert vak.attributes["href"] == f"#tegel-{stand_van(gemeente)}"
    namen = {knoop.id for knoop in pagina.css("svg title, svg desc, svg g[id]")}
    svg = pagina.css_first("svg[role=img]")
    assert svg is not None
    assert {svg.attributes["aria-labelledby"], svg.attributes["aria-describedby"]} <= namen


def test_each_state_has_a_shape_of_its_own(corpus: Corpus) -> None:
    vormen = {
        knoop.id: re.sub(r'\s(id|class)="[^"]*"', "", str(knoop.html))
        for knoop in _boom(corpus, "tegelkaart").css("defs > g")
    }
    assert set(vormen) == {"tegel-aangesloten", "tegel-samenwerkend", "tegel-geen-bron"}
    assert len(set(vormen.values())) == len(vormen)


def test_the_list_beside_the_map_has_who_is_named_and_points_to_the_table(corpus: Corpus) -> None:
    pagina = _boom(corpus, "tegelkaart")
    regels = sorted(knoop.text().strip() for knoop in pagina.css("nav li"))
    assert regels == sorted(
        f"{een.naam}: {corpus.term('gemeentestand', stand_van(een)).label.lower()}"
        for een in corpus.gemeenten().values()
        if een.vermeldingen
    )
    met_bron = {een.provincie for een in corpus.gemeenten().values() if een.vermeldingen}
    koppen = [knoop.text() for knoop in pagina.css("nav h3")]
    provincies = corpus.vocabulaires["provincie"].termen
    assert koppen == [term.label for term in provincies if term.sleutel in met_bron]
    assert [knoop.attributes["href"] for knoop in pagina.css("nav ~ p a")] == ["#alle-gemeenten"]


def test_the_legend_counts_every_municipality(corpus: Corpus) -> None:
    legenda = " ".join(knoop.text() for knoop in _boom(corpus, "tegelkaart").css(".kb-legenda li"))
    aantallen = [int(getal) for getal in re.findall(r"\((\d+)\)", legenda)]
    assert sum(aantallen) == len(corpus.gemeenten())


def test_a_border_stands_where_provinces_meet_and_round_the_land() -> None:
    kaart = Tegelkaart.model_validate(maak_tegelkaart(["GM0001", "GM0002", "GM0003"]))
    gemeenten = {
        cbs: Gemeente.model_validate(maak_gemeente(cbs, provincie=provincie))
        for cbs, provincie in (("GM0001", "drenthe"), ("GM0002", "drenthe"), ("GM0003", "utrecht"))
    }
    staand = {lijn for lijn in provinciegrenzen(kaart, gemeenten) if "v" in lijn}
    liggend = {lijn for lijn in provinciegrenzen(kaart, gemeenten) if "h" in lijn}
    assert staand == {"M0 0v10", "M20 0v10", "M30 0v10"}
    assert liggend == {f"M{x} {y}h10" for x in (0, 10, 20) for y in (0, 10)}
