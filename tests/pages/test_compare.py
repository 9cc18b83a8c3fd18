"""The comparison and the dossier page as they leave their templates."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborNode

from macros.blad.narrate import veld_headings
from macros.blad.take_along import TAKE_ALONG
from macros.corpus.corpus import Corpus
from macros.model.base import Onbekend, Record
from macros.model.instrument import Instrument
from macros.pages.page_macros import PAGE_MACROS
from macros.pages.page_macros.compare import FILLINGS
from macros.pages.rendering import Writer
from macros.search.tekst import parts
from tests.pages.helpers import bewering, one, tekst, tree, with_records


def _comparison(corpus: Corpus) -> str:
    return str(PAGE_MACROS["vergelijking"](Writer(corpus, "vergelijken/")))


def test_every_instrument_is_a_column_and_every_question_a_row(corpus: Corpus) -> None:
    html = tree(_comparison(corpus))
    instrumenten = sorted(corpus.every(Instrument), key=lambda one: one.volgorde)
    rows = html.css("[data-alles] > details")
    assert len(rows) == len(veld_headings(Instrument))
    for row, (_, kop) in zip(rows, veld_headings(Instrument), strict=True):
        assert "open" not in row.attributes
        assert [head.text() for head in row.css("summary > h3")] == [kop]
        headings = [node.attributes["data-i"] for node in row.css("thead [data-i]")]
        assert headings == [instrument.slug for instrument in instrumenten]
        assert len(row.css("td")) == len(instrumenten)


def test_cells_hold_the_statements_with_proof_and_the_open_questions(corpus: Corpus) -> None:
    html = tree(_comparison(corpus))
    instrumenten = sorted(corpus.every(Instrument), key=lambda one: one.volgorde)
    for row, (veld, _) in zip(
        html.css("[data-alles] > details"), veld_headings(Instrument), strict=True
    ):
        for cell, instrument in zip(row.css("td"), instrumenten, strict=True):
            inhoud = cell.text()
            beweringen = getattr(instrument, veld)
            assert all(b.tekst in inhoud for b in beweringen)
            assert len(cell.css(".kb-bewijs")) == len(beweringen)
            vragen = [vraag for vraag in instrument.onbekend if vraag.veld == veld]
            assert all(vraag.vraag in inhoud for vraag in vragen)
            filling = cell.attributes["data-vulling"]
            assert (filling == "onbekend") == (bool(vragen) and not beweringen)
            assert filling in FILLINGS.values()


@pytest.mark.parametrize(
    ("kosten_of_one", "expected"),
    [((), "niet overal even bekend"), ((bewering(),), "overal bekend")],
    ids=["een mist", "alle bekend"],
)
def test_a_row_says_whether_it_differs(
    corpus: Corpus, kosten_of_one: tuple[object, ...], expected: str
) -> None:
    first, *rest = corpus.every(Instrument)
    empty = {"onbekend": (), "niet_van_toepassing": ()}
    otherwise = [one.model_copy(update=empty | {"kosten": (bewering(),)}) for one in rest]
    otherwise.append(first.model_copy(update=empty | {"kosten": kosten_of_one}))
    html = _comparison(with_records(corpus, *otherwise))
    place = [veld for veld, _ in veld_headings(Instrument)].index("kosten")
    mark = tree(html).css("[data-verschil]")[place]
    assert mark.text() == expected
    assert ("kb-verschil--ja" in (mark.attributes["class"] or "")) == (
        expected == "niet overal even bekend"
    )


def test_the_table_has_a_name_and_every_cell_the_name_of_its_instrument(corpus: Corpus) -> None:
    """Narrow, the head is far away: the cell has to tell by itself."""
    html = _comparison(corpus)
    captions = [caption.text() for caption in tree(html).css("table > caption")]
    assert captions == [
        "In het kort: het nieuwste antwoord per vraag",
        *(kop for _, kop in veld_headings(Instrument)),
    ]
    assert {th.attributes["scope"] for th in tree(html).css("thead th")} == {"col"}
    assert {th.attributes["scope"] for th in tree(html).css("tbody th")} == {"row"}
    instrumenten = sorted(corpus.every(Instrument), key=lambda one: one.volgorde)
    titels = [instrument.titel for instrument in instrumenten]
    for table in tree(html).css("table"):
        assert [kop.text() for kop in table.css("thead [data-i]")] == titels
    for row in tree(html).css("tbody tr"):
        assert [naam.text() for naam in row.css("td > .kb-vergelijking__naam")] == titels


def test_what_nobody_knows_takes_one_line_with_whom_to_ask(corpus: Corpus) -> None:
    html = tree(_comparison(corpus))
    velden = [veld for veld, _ in veld_headings(Instrument)]
    vragen = {
        vraag.vraag: vraag.aan
        for instrument in corpus.every(Instrument)
        for vraag in instrument.onbekend
        if vraag.veld in velden
    }
    regels = html.css("[data-alles] td > .kb-onbekend")
    assert len(regels) >= len(vragen) > 0
    for regel in regels:
        assert regel.text().startswith("Geen openbare bron gevonden. ")
        (aan,) = [aan for vraag, aan in vragen.items() if vraag in regel.text()]
        links = [link.attributes["href"] for link in regel.css("a")]
        assert links == [f"../{corpus.records[id_].pad}" for id_ in aan]


def _short(html: str) -> dict[tuple[str, str], LexborNode]:
    """Return the cells of the summary by question and slug."""
    table = one(html, "#in-het-kort + table")
    slugs = [head.attributes["data-i"] or "" for head in table.css("thead [data-i]")]
    return {
        (heading.text().strip(), slug): cell
        for row in table.css("tbody tr")
        for heading in row.css("th")
        for slug, cell in zip(slugs, row.css("td"), strict=True)
    }


def test_the_summary_comes_first_with_one_line_per_question(corpus: Corpus) -> None:
    html = _comparison(corpus)
    first, *others = tree(html).css("table")
    assert others == tree(html).css("[data-alles] table")
    assert [kop.text().strip() for kop in first.css("tbody th")] == [
        "Voor wie",
        "Wanneer",
        "Wie beslist",
        "Kosten",
        "Duur",
        "Contact",
        "Status",
    ]
    for (_, slug), cell in _short(html).items():
        instrument = corpus.records[f"instrument:{slug}"]
        assert len(cell.css(".kb-bewijs")) <= 1, instrument.id
        assert cell.css(".kb-bewijs, .kb-nvt, .kb-onbekend"), instrument.id


def test_the_summary_says_the_newest_that_is_known_with_its_proof(corpus: Corpus) -> None:
    instrument, *rest = corpus.every(Instrument)
    old = bewering(tekst="Dat kostte tien euro.", stand="2019")
    new = bewering(tekst="Dat kost niets.", stand="2024-05", zekerheid="tegenstrijdig")
    again = bewering(tekst="Dat staat er ook.", stand="2024-05")
    changed = instrument.model_copy(update={"onbekend": (), "kosten": (old, new, again)})
    cell = _short(_comparison(with_records(corpus, changed, *rest)))["Kosten", instrument.slug]
    assert new.tekst in cell.text()
    assert old.tekst not in cell.text()
    assert again.tekst not in cell.text()
    assert cell.css(".kb-bewijs .kb-tegenstrijdig")


def test_the_summary_says_what_is_unknown_with_whom_to_ask(corpus: Corpus) -> None:
    instrument, *rest = corpus.every(Instrument)
    vraag = Onbekend(veld="kosten", vraag="Wat kost het?", aan=("organisatie:pmm",))
    empty = {"kosten": (), "niet_van_toepassing": (), "onbekend": (vraag,)}
    changed = instrument.model_copy(update=empty)
    cell = _short(_comparison(with_records(corpus, changed, *rest)))["Kosten", instrument.slug]
    line = cell.css_first(".kb-onbekend")
    assert line is not None
    assert line.text().startswith("Geen openbare bron gevonden. Wat kost het? Vraag dit aan: PMM")
    assert [link.attributes["href"] for link in line.css("a")] == ["../organisaties/pmm/"]
    # What is known of it does not take the question away.
    half = changed.model_copy(update={"kosten": (bewering(),)})
    cell = _short(_comparison(with_records(corpus, half, *rest)))["Kosten", instrument.slug]
    assert cell.css(".kb-bewijs")
    assert "Niet alles is bekend. Wat kost het?" in cell.text()


def test_where_sources_disagree_the_folded_row_says_so(corpus: Corpus) -> None:
    first, *rest = corpus.every(Instrument)
    agreed = [one.model_copy(update={"kosten": (bewering(),)}) for one in (first, *rest)]
    place = [veld for veld, _ in veld_headings(Instrument)].index("kosten")

    def told(*records: Instrument) -> bool:
        html = tree(_comparison(with_records(corpus, *records)))
        return bool(html.css("[data-rij]")[place].css("summary [data-betwist]"))

    assert not told(*agreed)
    disputed = first.model_copy(update={"kosten": (bewering(zekerheid="tegenstrijdig"),)})
    assert told(disputed, *agreed[1:])


def test_every_record_can_be_chosen_for_a_dossier(corpus: Corpus) -> None:
    html = str(PAGE_MACROS["dossier"](Writer(corpus, "dossier/")))
    links = {node.attributes["data-id"]: node for node in tree(html).css("[data-alle] [data-id]")}
    records = {record.id: record for record in corpus.every(Record)}
    taken = {page.id: page for page in TAKE_ALONG.values()}
    assert set(links) == set(records) | set(taken)
    assert {id_: links[id_].attributes["href"] for id_ in taken} == {
        id_: f"../{page.pad}" for id_, page in taken.items()
    }
    for id_, record in records.items():
        assert links[id_].attributes["href"] == f"../{record.pad}"
        assert links[id_].text() == record.titel
        regel = links[id_].parent
        assert regel is not None
        assert ("denkbeeldig" in regel.css(".kb-soort")[0].text()) == record.denkbeeldig


@pytest.mark.parametrize("naam", ["vergelijking", "dossier"])
def test_the_search_leads_to_the_pages_themselves(corpus: Corpus, naam: str) -> None:
    html = str(PAGE_MACROS[naam](Writer(corpus, "proef/")))
    woorden = " ".join(f"{part.titel} {part.tekst}" for part in parts(html))
    titel = corpus.every(Instrument)[0].titel
    assert titel in tekst(html)
    assert titel not in woorden
