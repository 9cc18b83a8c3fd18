"""The comparison and the dossier page as they leave their templates."""

from __future__ import annotations

import pytest

from macros.blad.vertellen import veldkoppen
from macros.corpus.corpus import Corpus
from macros.model.basis import Record
from macros.model.instrument import Instrument
from macros.pages.inzetten import INZETTEN
from macros.pages.inzetten.vergelijken import VULLINGEN
from macros.pages.weergave import Schrijver
from macros.search.tekst import delen
from tests.pages.hulp import bewering, boom, een, met_records, tekst


def _vergelijking(corpus: Corpus) -> str:
    return str(INZETTEN["vergelijking"](Schrijver(corpus, "vergelijken/")))


def test_every_instrument_is_a_column_and_every_question_a_row(corpus: Corpus) -> None:
    html = boom(_vergelijking(corpus))
    instrumenten = sorted(corpus.alle(Instrument), key=lambda een: een.volgorde)
    koppen = [knoop.attributes["data-i"] for knoop in html.css("thead [data-i]")]
    assert koppen == [instrument.slug for instrument in instrumenten]
    rijen = html.css("tbody tr")
    assert len(rijen) == len(veldkoppen(Instrument))
    for rij, (_, kop) in zip(rijen, veldkoppen(Instrument), strict=True):
        rijkop = rij.css_first("th")
        assert rijkop is not None
        assert rijkop.text().strip().startswith(kop)
        assert len(rij.css("td")) == len(instrumenten)


def test_cells_hold_the_statements_with_proof_and_the_open_questions(corpus: Corpus) -> None:
    html = boom(_vergelijking(corpus))
    instrumenten = sorted(corpus.alle(Instrument), key=lambda een: een.volgorde)
    for rij, (veld, _) in zip(html.css("tbody tr"), veldkoppen(Instrument), strict=True):
        for cel, instrument in zip(rij.css("td"), instrumenten, strict=True):
            inhoud = cel.text()
            beweringen = getattr(instrument, veld)
            assert all(b.tekst in inhoud for b in beweringen)
            assert len(cel.css(".kb-bewijs")) == len(beweringen)
            vragen = [vraag for vraag in instrument.onbekend if vraag.veld == veld]
            assert all(vraag.vraag in inhoud for vraag in vragen)
            vulling = cel.attributes["data-vulling"]
            assert (vulling == "onbekend") == (bool(vragen) and not beweringen)
            assert vulling in VULLINGEN.values()


@pytest.mark.parametrize(
    ("kosten_van_een", "verwacht"),
    [((), "niet overal even bekend"), ((bewering(),), "overal bekend")],
    ids=["een mist", "alle bekend"],
)
def test_a_row_says_whether_it_differs(
    corpus: Corpus, kosten_van_een: tuple[object, ...], verwacht: str
) -> None:
    eerste, *rest = corpus.alle(Instrument)
    leeg = {"onbekend": (), "niet_van_toepassing": ()}
    anders = [een.model_copy(update=leeg | {"kosten": (bewering(),)}) for een in rest]
    anders.append(eerste.model_copy(update=leeg | {"kosten": kosten_van_een}))
    html = _vergelijking(met_records(corpus, *anders))
    plek = [veld for veld, _ in veldkoppen(Instrument)].index("kosten")
    merk = boom(html).css("[data-verschil]")[plek]
    assert merk.text() == verwacht
    assert ("kb-verschil--ja" in (merk.attributes["class"] or "")) == (
        verwacht == "niet overal even bekend"
    )


def test_the_table_has_a_name_and_every_cell_the_name_of_its_instrument(corpus: Corpus) -> None:
    """Narrow, the head is far away: the cell has to tell by itself."""
    html = _vergelijking(corpus)
    assert een(html, "table > caption").text() == "Antwoorden per vraag en per instrument"
    assert {th.attributes["scope"] for th in boom(html).css("thead th")} == {"col"}
    assert {th.attributes["scope"] for th in boom(html).css("tbody th")} == {"row"}
    titels = [kop.text() for kop in boom(html).css("thead [data-i]")]
    for rij in boom(html).css("tbody tr"):
        assert [naam.text() for naam in rij.css("td > .kb-vergelijking__naam")] == titels


def test_what_nobody_knows_takes_one_line_with_whom_to_ask(corpus: Corpus) -> None:
    html = boom(_vergelijking(corpus))
    velden = [veld for veld, _ in veldkoppen(Instrument)]
    vragen = {
        vraag.vraag: vraag.aan
        for instrument in corpus.alle(Instrument)
        for vraag in instrument.onbekend
        if vraag.veld in velden
    }
    regels = html.css("td > .kb-onbekend")
    assert len(regels) >= len(vragen) > 0
    for regel in regels:
        assert regel.text().startswith("Geen openbare bron gevonden. ")
        (aan,) = [aan for vraag, aan in vragen.items() if vraag in regel.text()]
        links = [link.attributes["href"] for link in regel.css("a")]
        assert links == [f"../{corpus.records[id_].pad}" for id_ in aan]


def test_every_record_can_be_chosen_for_a_dossier(corpus: Corpus) -> None:
    html = str(INZETTEN["dossier"](Schrijver(corpus, "dossier/")))
    links = {
        knoop.attributes["data-id"]: knoop for knoop in boom(html).css("[data-alle] [data-id]")
    }
    records = {record.id: record for record in corpus.alle(Record)}
    assert set(links) == set(records)
    for id_, record in records.items():
        assert links[id_].attributes["href"] == f"../{record.pad}"
        assert links[id_].text() == record.titel
        regel = links[id_].parent
        assert regel is not None
        assert ("denkbeeldig" in regel.css(".kb-soort")[0].text()) == record.denkbeeldig


@pytest.mark.parametrize("naam", ["vergelijking", "dossier"])
def test_the_search_leads_to_the_pages_themselves(corpus: Corpus, naam: str) -> None:
    html = str(INZETTEN[naam](Schrijver(corpus, "proef/")))
    woorden = " ".join(f"{deel.titel} {deel.tekst}" for deel in delen(html))
    titel = corpus.alle(Instrument)[0].titel
    assert titel in tekst(html)
    assert titel not in woorden
