"""The catalogue, the page of each choice and the tables of blanks, as readers see them."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urljoin

import pytest

from macros.blad.adres import facet_path
from macros.blad.bronnen import voluit
from macros.blad.facets import facets, rows
from macros.corpus import matrix as matrices
from macros.corpus.corpus import Corpus
from macros.model.mvt import Waarde
from macros.pages.facet_pages import MAX_DESCRIPTION, facet_pages
from macros.pages.page_macros import PAGE_MACROS
from macros.pages.page_macros.leerpunten import SHORT_LIST
from macros.pages.pagina import Pagina
from macros.pages.rendering import Writer
from tests.pages.helpers import adressen, one, tekst, tree, with_records

BASE = "https://site.example/"


def _catalogue(corpus: Corpus) -> str:
    return PAGE_MACROS["catalogus"](Writer(corpus, "leerpunten/"))


def _coverage(corpus: Corpus, naam: str) -> str:
    return PAGE_MACROS["dekking"](Writer(corpus, "leerpunten/dekking/"), naam)


def test_there_is_a_page_for_every_choice(corpus: Corpus, every_page: Sequence[Pagina]) -> None:
    expected = {facet_path(f.naam, w.sleutel) for f in facets(corpus) for w in f.waarden}
    expected |= {facet_path(f.naam, "") for f in facets(corpus)}
    pages = [one.make() for one in facet_pages(corpus)]
    assert {pagina.pad for pagina in pages} == expected
    assert expected <= {pagina.pad for pagina in every_page}
    assert len({pagina.titel for pagina in pages}) == len(pages)
    assert all(len(pagina.description) <= MAX_DESCRIPTION for pagina in pages)


def test_a_page_of_a_choice_lists_exactly_its_learnings(corpus: Corpus) -> None:
    pages = {one.pad: one.make() for one in facet_pages(corpus)}
    for facet in facets(corpus):
        for waarde in facet.waarden:
            pagina = pages[facet_path(facet.naam, waarde.sleutel)]
            html = tree(pagina.inhoud)
            links = [node.attributes["href"] or "" for node in html.css(".kb-kaarten a")]
            complete = [urljoin(BASE + pagina.pad, link) for link in links]
            assert complete == [BASE + point.pad for point in waarde.leerpunten]
            assert one(pagina.inhoud, "h1").text() == pagina.titel
            aantal = len(waarde.leerpunten)
            assert one(pagina.inhoud, "p strong").text().startswith(f"{aantal} leerpunt")


def test_a_page_of_a_choice_leads_back_and_into_the_catalogue(corpus: Corpus) -> None:
    (pagina,) = [p.make() for p in facet_pages(corpus) if p.pad == "leerpunten-per-wet/awir/"]
    links = {urljoin(BASE + pagina.pad, link) for link in adressen(pagina.inhoud)}
    assert {
        f"{BASE}leerpunten/per-wet/",
        f"{BASE}leerpunten/?wet=awir",
        f"{BASE}wetten/awir/",
    } <= links


def test_an_overview_links_to_the_page_of_each_choice(corpus: Corpus) -> None:
    for facet in facets(corpus):
        here = f"leerpunten/per-{facet.naam}/"
        html = PAGE_MACROS["leerpunten_per"](Writer(corpus, here), facet.naam)
        links = {urljoin(BASE + here, link) for link in adressen(html)}
        assert {BASE + facet_path(facet.naam, waarde.sleutel) for waarde in facet.waarden} <= links


def test_without_a_script_each_choice_is_a_link_with_its_number(corpus: Corpus) -> None:
    html = tree(_catalogue(corpus))
    for facet in facets(corpus):
        (block,) = html.css(f'[data-facet="{facet.naam}"]')
        gezien = [
            (urljoin(f"{BASE}leerpunten/", node.attributes["href"] or ""), node.text())
            for node in block.css("a")
        ]
        assert gezien == [
            (BASE + facet_path(facet.naam, waarde.sleutel), waarde.label)
            for waarde in facet.waarden
        ]
        getallen = [int(node.text().strip("()")) for node in block.css(".kb-facet__aantal")]
        assert getallen == [len(waarde.leerpunten) for waarde in facet.waarden]


def test_the_list_carries_what_the_script_exports(corpus: Corpus) -> None:
    html = tree(_catalogue(corpus))
    labels = {f.naam: {w.sleutel: w.label for w in f.waarden} for f in facets(corpus)}
    cards = html.css("[data-leerpunten] > li")
    for card, row in zip(cards, rows(corpus), strict=True):
        data = {naam: waarde or "" for naam, waarde in card.attributes.items()}
        assert data["data-nummer"] == row["nummer"]
        assert data["data-aard"] == row["aard"]
        assert data["data-datum"] == row["jongste_datum"]
        codes = data["data-bronnen"].split()
        assert [voluit(corpus, f"bron:{code}") for code in codes] == list(row["bronnen"])
        assert corpus.site.adres + data["data-pad"] == row["adres"]
        for naam in ("wet", "leefgebied", "soort", "organisatie", "status"):
            assert [labels[naam][sleutel] for sleutel in data[f"data-{naam}"].split()] == row[naam]
        (link,) = card.css("a")
        assert link.text() == row["titel"]
        assert card.css("p")[0].text() == row["samenvatting"]


def test_a_related_learning_is_never_shown_as_one_of_pmm(corpus: Corpus) -> None:
    for card in tree(_catalogue(corpus)).css("[data-leerpunten] > li"):
        verwant = card.attributes["data-herkomst"] == "verwant"
        assert ("niet van PMM" in card.text()) is verwant


@pytest.mark.parametrize("naam", ["wetten", "instrumenten", "waarden"])
def test_a_table_shows_what_is_linked_with_its_blanks(corpus: Corpus, naam: str) -> None:
    matrix = getattr(matrices, naam)(corpus)
    html = tree(_coverage(corpus, naam))
    rows_ = html.css("tbody tr")
    assert len(rows_) == len(matrix.filled_rows)
    empty = 0
    for row, tr in zip(matrix.filled_rows, rows_, strict=True):
        assert [th.attributes["scope"] for th in tr.css("th")] == ["row"]
        *cells, tally = tr.css("td")
        for column, td in zip(matrix.filled_columns, cells, strict=True):
            # A space would keep a blank from being a blank to the style sheet.
            assert (td.html != "<td></td>") is bool(matrix.cell(row, column))
        empty_here = sum(not td.text() for td in cells) + len(matrix.empty_columns)
        assert tally.text() == f"Leeg: {empty_here} van {len(matrix.columns)}"
        empty += empty_here
    # No blank is lost: what is not in the table stands in the list of rows without anything.
    assert empty + len(matrix.empty_rows) * len(matrix.columns) == matrix.empty
    zin = html.css("p strong")[0].text()
    assert zin.replace(".", "").startswith(f"{matrix.empty} van de {matrix.boxes} vakken")
    assert {th.attributes["scope"] for th in html.css("thead th")} == {"col"}


@pytest.mark.parametrize("naam", ["wetten", "instrumenten", "waarden"])
def test_a_table_names_its_empty_rows_and_columns(corpus: Corpus, naam: str) -> None:
    matrix = getattr(matrices, naam)(corpus)
    html = tree(_coverage(corpus, naam))
    named = [node.attributes["href"] or "" for node in html.css("[data-zonder] a")]
    complete = [urljoin(f"{BASE}leerpunten/dekking/", link) for link in named]
    empty = [*matrix.empty_rows, *matrix.empty_columns]
    assert complete == [BASE + record.pad for record in empty]
    for lijst in html.css("[data-zonder]"):
        short = len(lijst.css("li")) <= SHORT_LIST
        assert ("open" in lijst.attributes) is short


@pytest.mark.parametrize("naam", ["wetten", "instrumenten", "waarden"])
def test_a_filled_cell_tells_by_itself_of_which_column_it_is(corpus: Corpus, naam: str) -> None:
    """Narrow, there is no head: a row is a list."""
    matrix = getattr(matrices, naam)(corpus)
    rows_ = tree(_coverage(corpus, naam)).css("tbody tr")
    for row, tr in zip(matrix.filled_rows, rows_, strict=True):
        links = tr.css("td > a")
        columns = [column for column in matrix.columns if matrix.cell(row, column)]
        for column, link in zip(columns, links, strict=True):
            assert urljoin(f"{BASE}leerpunten/dekking/", link.attributes["href"] or "") == (
                BASE + column.pad
            )
            assert link.text().endswith(column.titel)


def test_a_number_above_a_column_is_explained(corpus: Corpus) -> None:
    for naam in ("wetten", "waarden"):
        html = tree(_coverage(corpus, naam))
        uitleg = [
            " ".join(regel.text().split()) for regel in html.css("details:not([data-zonder]) li")
        ]
        headings = html.css("thead a")
        assert [kop.attributes["aria-label"] for kop in headings] == [
            regel.replace(". ", ": ", 1) for regel in uitleg
        ]
        for kop in headings:
            assert (kop.attributes["aria-label"] or "").startswith(f"{kop.text()}: ")


def test_a_table_without_any_link_is_not_drawn(corpus: Corpus) -> None:
    empty = with_records(
        corpus, *(waarde.model_copy(update={"leerpunten": ()}) for waarde in corpus.every(Waarde))
    )
    html = tree(_coverage(empty, "waarden"))
    assert not html.css("table")
    matrix = matrices.waarden(empty)
    assert len(html.css("[data-zonder] li")) == len(matrix.rows) + len(matrix.columns)


def test_a_wide_table_is_a_named_region_that_the_keyboard_reaches(corpus: Corpus) -> None:
    for naam in ("wetten", "instrumenten", "waarden"):
        region = one(_coverage(corpus, naam), '[role="region"]')
        assert region.attributes["tabindex"] == "0"
        assert region.attributes["aria-label"]
        assert one(_coverage(corpus, naam), "caption").text() == region.attributes["aria-label"]


def test_a_letter_is_explained_and_read_out_in_words(corpus: Corpus) -> None:
    html = _coverage(corpus, "wetten")
    for term in corpus.vocabulaires["wetrol"].termen:
        assert f"{term.sleutel[0].upper()}: {term.label}" in tekst(html)
    labels = {term.label: term.sleutel[0].upper() for term in corpus.vocabulaires["wetrol"].termen}
    filled = [cell for cell in tree(html).css("tbody td") if cell.css("a")]
    assert filled
    for cell in filled:
        (visible,) = cell.css('[aria-hidden="true"]')
        (read_aloud,) = cell.css(".kb-verborgen")
        woorden = read_aloud.text().split(", ")
        assert visible.text().split() == [labels[woord] for woord in woorden]


def test_an_unknown_table_is_refused(corpus: Corpus) -> None:
    with pytest.raises(LookupError):
        _coverage(corpus, "eenhoorns")


def test_a_table_with_too_many_columns_is_a_list_of_what_is_linked(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matrices, "MOST_COLUMNS", 3)
    page = tree(_coverage(corpus, "wetten"))
    whole = matrices.wetten(corpus)
    assert page.css("table") == []
    items = page.css("ul.kb-links > li")
    assert len(items) == len(whole.filled_rows) > 0
    links = {
        (row.css("a")[0].attributes["href"], link.attributes["href"])
        for row in items
        for link in row.css("a")[1:]
    }
    assert len(links) == len(whole.cells)
