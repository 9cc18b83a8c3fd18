"""The catalogue, the page of each choice and the tables of blanks, as readers see them."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from macros.blad.adres import facetpad
from macros.blad.facetten import facetten, rijen
from macros.corpus import matrix as matrices
from macros.corpus.corpus import Corpus
from macros.model.mvt import Waarde
from macros.pages.facetpaginas import MAX_OMSCHRIJVING, facetpaginas
from macros.pages.inzetten import INZETTEN
from macros.pages.inzetten.leerpunten import KORTE_LIJST
from macros.pages.recordpaginas import alle_paginas
from macros.pages.weergave import Schrijver
from tests.pages.hulp import adressen, boom, een, met_records, tekst

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
def test_a_table_shows_what_is_linked_with_its_blanks(corpus: Corpus, naam: str) -> None:
    matrix = getattr(matrices, naam)(corpus)
    html = boom(_dekking(corpus, naam))
    rijen_ = html.css("tbody tr")
    assert len(rijen_) == len(matrix.gevulde_rijen)
    leeg = 0
    for rij, tr in zip(matrix.gevulde_rijen, rijen_, strict=True):
        assert [th.attributes["scope"] for th in tr.css("th")] == ["row"]
        *cellen, telling = tr.css("td")
        for kolom, td in zip(matrix.gevulde_kolommen, cellen, strict=True):
            # A space would keep a blank from being a blank to the style sheet.
            assert (td.html != "<td></td>") is bool(matrix.cel(rij, kolom))
        leeg_hier = sum(not td.text() for td in cellen) + len(matrix.lege_kolommen)
        assert telling.text() == f"Leeg: {leeg_hier} van {len(matrix.kolommen)}"
        leeg += leeg_hier
    # No blank is lost: what is not in the table stands in the list of rows without anything.
    assert leeg + len(matrix.lege_rijen) * len(matrix.kolommen) == matrix.leeg
    zin = html.css("p strong")[0].text()
    assert zin.replace(".", "").startswith(f"{matrix.leeg} van de {matrix.vakken} vakken")
    assert {th.attributes["scope"] for th in html.css("thead th")} == {"col"}


@pytest.mark.parametrize("naam", ["wetten", "instrumenten", "waarden"])
def test_a_table_names_its_empty_rows_and_columns(corpus: Corpus, naam: str) -> None:
    matrix = getattr(matrices, naam)(corpus)
    html = boom(_dekking(corpus, naam))
    genoemd = [knoop.attributes["href"] or "" for knoop in html.css("[data-zonder] a")]
    volledig = [urljoin(f"{BASIS}leerpunten/dekking/", link) for link in genoemd]
    leeg = [*matrix.lege_rijen, *matrix.lege_kolommen]
    assert volledig == [BASIS + record.pad for record in leeg]
    for lijst in html.css("[data-zonder]"):
        kort = len(lijst.css("li")) <= KORTE_LIJST
        assert ("open" in lijst.attributes) is kort


@pytest.mark.parametrize("naam", ["wetten", "instrumenten", "waarden"])
def test_a_filled_cell_tells_by_itself_of_which_column_it_is(corpus: Corpus, naam: str) -> None:
    """Narrow, there is no head: a row is a list."""
    matrix = getattr(matrices, naam)(corpus)
    rijen_ = boom(_dekking(corpus, naam)).css("tbody tr")
    for rij, tr in zip(matrix.gevulde_rijen, rijen_, strict=True):
        links = tr.css("td > a")
        kolommen = [kolom for kolom in matrix.kolommen if matrix.cel(rij, kolom)]
        for kolom, link in zip(kolommen, links, strict=True):
            assert urljoin(f"{BASIS}leerpunten/dekking/", link.attributes["href"] or "") == (
                BASIS + kolom.pad
            )
            assert link.text().endswith(kolom.titel)


def test_a_number_above_a_column_is_explained(corpus: Corpus) -> None:
    for naam in ("wetten", "waarden"):
        html = boom(_dekking(corpus, naam))
        uitleg = [
            " ".join(regel.text().split()) for regel in html.css("details:not([data-zonder]) li")
        ]
        koppen = html.css("thead a")
        assert [kop.attributes["aria-label"] for kop in koppen] == [
            regel.replace(". ", ": ", 1) for regel in uitleg
        ]
        for kop in koppen:
            assert (kop.attributes["aria-label"] or "").startswith(f"{kop.text()}: ")


def test_a_table_without_any_link_is_not_drawn(corpus: Corpus) -> None:
    leeg = met_records(
        corpus, *(waarde.model_copy(update={"leerpunten": ()}) for waarde in corpus.alle(Waarde))
    )
    html = boom(_dekking(leeg, "waarden"))
    assert not html.css("table")
    matrix = matrices.waarden(leeg)
    assert len(html.css("[data-zonder] li")) == len(matrix.rijen) + len(matrix.kolommen)


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
    labels = {term.label: term.sleutel[0].upper() for term in corpus.vocabulaires["wetrol"].termen}
    gevuld = [cel for cel in boom(html).css("tbody td") if cel.css("a")]
    assert gevuld
    for cel in gevuld:
        (zichtbaar,) = cel.css('[aria-hidden="true"]')
        (voorgelezen,) = cel.css(".kb-verborgen")
        woorden = voorgelezen.text().split(", ")
        assert zichtbaar.text().split() == [labels[woord] for woord in woorden]


def test_an_unknown_table_is_refused(corpus: Corpus) -> None:
    with pytest.raises(LookupError):
        _dekking(corpus, "eenhoorns")
