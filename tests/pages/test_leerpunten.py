"""The catalogue, the page of each choice and the tables of blanks, as readers see them."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from macros.corpus import matrix as matrices
from macros.corpus.corpus import Corpus
from macros.corpus.facetten import facetten, rijen
from macros.pages.facetpaginas import MAX_OMSCHRIJVING, facetpad, facetpaginas
from macros.pages.inzetten import INZETTEN
from macros.pages.recordpaginas import alle_paginas
from macros.pages.weergave import Schrijver
from tests.pages.hulp import adressen, boom, een, tekst

BASIS = "https://site.example/"


def _catalogus(corpus: Corpus) -> str:
    return INZETTEN["catalogus"](Schrijver(corpus, "leerpunten/"))


def _dekking(corpus: Corpus, naam: str) -> str:
    return INZETTEN["dekking"](Schrijver(corpus, "leerpunten/dekking/"), naam)


def test_there_is_a_page_for_every_choice(corpus: Corpus) -> None:
    verwacht = {facetpad(f.naam, w.sleutel) for f in facetten(corpus) for w in f.waarden}
    paginas = list(facetpaginas(corpus))
    assert {pagina.pad for pagina in paginas} == verwacht
    assert verwacht <= {pagina.pad for pagina in alle_paginas(corpus)}
    assert len({pagina.titel for pagina in paginas}) == len(paginas)
    assert all(pagina.pad.count("/") == 2 for pagina in paginas)
    assert all(len(pagina.omschrijving) <= MAX_OMSCHRIJVING for pagina in paginas)


def test_a_page_of_a_choice_lists_exactly_its_learnings(corpus: Corpus) -> None:
    paginas = {pagina.pad: pagina for pagina in facetpaginas(corpus)}
    for facet in facetten(corpus):
        for waarde in facet.waarden:
            pagina = paginas[facetpad(facet.naam, waarde.sleutel)]
            html = boom(pagina.inhoud)
            links = [knoop.attributes["href"] or "" for knoop in html.css(".kb-kaarten a")]
            volledig = [urljoin(BASIS + pagina.pad, link) for link in links]
            assert volledig == [BASIS + punt.pad for punt in waarde.leerpunten]
            assert een(pagina.inhoud, "h1").text() == pagina.titel
            aantal = len(waarde.leerpunten)
            assert een(pagina.inhoud, "p strong").text().startswith(f"{aantal} leerpunt")


def test_a_page_of_a_choice_leads_back_and_into_the_catalogue(corpus: Corpus) -> None:
    (pagina,) = [p for p in facetpaginas(corpus) if p.pad == "leerpunten-per-wet/awir/"]
    links = {urljoin(BASIS + pagina.pad, link) for link in adressen(pagina.inhoud)}
    assert {
        f"{BASIS}leerpunten/per-wet/",
        f"{BASIS}leerpunten/?wet=awir",
        f"{BASIS}wetten/awir/",
    } <= links


def test_an_overview_links_to_the_page_of_each_choice(corpus: Corpus) -> None:
    for facet in facetten(corpus):
        hier = f"leerpunten/per-{facet.naam}/"
        html = INZETTEN["leerpunten_per"](Schrijver(corpus, hier), facet.naam)
        links = {urljoin(BASIS + hier, link) for link in adressen(html)}
        assert {BASIS + facetpad(facet.naam, waarde.sleutel) for waarde in facet.waarden} <= links


def test_without_a_script_each_choice_is_a_link_with_its_number(corpus: Corpus) -> None:
    html = boom(_catalogus(corpus))
    for facet in facetten(corpus):
        (blok,) = html.css(f'[data-facet="{facet.naam}"]')
        gezien = [
            (urljoin(f"{BASIS}leerpunten/", knoop.attributes["href"] or ""), knoop.text())
            for knoop in blok.css("a")
        ]
        assert gezien == [
            (BASIS + facetpad(facet.naam, waarde.sleutel), waarde.label) for waarde in facet.waarden
        ]
        getallen = [int(knoop.text().strip("()")) for knoop in blok.css(".kb-facet__aantal")]
        assert getallen == [len(waarde.leerpunten) for waarde in facet.waarden]


def test_the_list_carries_what_the_script_exports(corpus: Corpus) -> None:
    html = boom(_catalogus(corpus))
    labels = {f.naam: {w.sleutel: w.label for w in f.waarden} for f in facetten(corpus)}
    kaarten = html.css("[data-leerpunten] > li")
    for kaart, rij in zip(kaarten, rijen(corpus), strict=True):
        data = {naam: waarde or "" for naam, waarde in kaart.attributes.items()}
        assert data["data-nummer"] == rij["nummer"]
        assert data["data-aard"] == rij["aard"]
        assert data["data-datum"] == rij["jongste_datum"]
        assert data["data-bronnen"].split() == list(rij["bronnen"])
        assert corpus.site.adres + data["data-pad"] == rij["adres"]
        for naam in ("wet", "leefgebied", "soort", "organisatie", "status"):
            assert [labels[naam][sleutel] for sleutel in data[f"data-{naam}"].split()] == rij[naam]
        (link,) = kaart.css("a")
        assert link.text() == rij["titel"]
        assert kaart.css("p")[0].text() == rij["samenvatting"]


def test_a_related_learning_is_never_shown_as_one_of_pmm(corpus: Corpus) -> None:
    for kaart in boom(_catalogus(corpus)).css("[data-leerpunten] > li"):
        verwant = kaart.attributes["data-herkomst"] == "verwant"
        assert ("niet van PMM" in kaart.text()) is verwant


@pytest.mark.parametrize("naam", ["wetten", "instrumenten", "waarden"])
def test_a_table_shows_the_matrix_with_its_blanks(corpus: Corpus, naam: str) -> None:
    matrix = getattr(matrices, naam)(corpus)
    html = boom(_dekking(corpus, naam))
    rijen_ = html.css("tbody tr")
    assert len(rijen_) == len(matrix.rijen)
    leeg = 0
    for rij, tr in zip(matrix.rijen, rijen_, strict=True):
        assert [th.attributes["scope"] for th in tr.css("th")] == ["row"]
        for kolom, td in zip(matrix.kolommen, tr.css("td"), strict=True):
            assert bool(td.text()) is bool(matrix.cel(rij, kolom))
            leeg += not td.text()
    assert leeg == matrix.leeg
    zin = html.css("p strong")[0].text()
    assert zin.replace(".", "").startswith(f"{leeg} van de {matrix.vakken} vakken")
    assert {th.attributes["scope"] for th in html.css("thead th")} == {"col"}


@pytest.mark.parametrize("naam", ["wetten", "instrumenten", "waarden"])
def test_a_table_names_its_empty_rows_and_columns(corpus: Corpus, naam: str) -> None:
    matrix = getattr(matrices, naam)(corpus)
    html = boom(_dekking(corpus, naam))
    genoemd = [knoop.attributes["href"] or "" for knoop in html.css("details a")]
    volledig = [urljoin(f"{BASIS}leerpunten/dekking/", link) for link in genoemd]
    leeg = [*matrix.lege_rijen, *matrix.lege_kolommen]
    assert volledig == [BASIS + record.pad for record in leeg]


def test_a_wide_table_is_a_named_region_that_the_keyboard_reaches(corpus: Corpus) -> None:
    for naam in ("wetten", "instrumenten", "waarden"):
        regio = een(_dekking(corpus, naam), '[role="region"]')
        assert regio.attributes["tabindex"] == "0"
        assert regio.attributes["aria-label"]
        assert een(_dekking(corpus, naam), "caption").text() == regio.attributes["aria-label"]


def test_a_letter_is_explained_and_read_out_in_words(corpus: Corpus) -> None:
    html = _dekking(corpus, "wetten")
    for term in corpus.vocabulaires["wetrol"].termen:
        assert f"{term.sleutel[0].upper()}: {term.label}" in tekst(html)
    for cel in boom(html).css("tbody td"):
        zichtbaar = cel.css('[aria-hidden="true"]')
        assert len(zichtbaar) == len(cel.css(".kb-verborgen"))


def test_an_unknown_table_is_refused(corpus: Corpus) -> None:
    with pytest.raises(LookupError):
        _dekking(corpus, "eenhoorns")
