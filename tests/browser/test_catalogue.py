"""The catalogue of learnings in a real browser: with mouse and keyboard, narrow, without script."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from macros.blad.bronnen import voluit
from macros.blad.facets import Facet, facets, waarden_of
from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import leerpunten
from macros.model.leerpunt import Leerpunt
from tests.kwaliteit.setup import Website
from tests.office import Office
from tests.opendocument import OpenDocument

pytestmark = pytest.mark.browser

NARROW: ViewportSize = {"width": 320, "height": 640}
WIDE: ViewportSize = {"width": 1280, "height": 900}
CHOICE = {"leefgebied": ["inkomen", "wonen"], "status": ["in-behandeling", "aangenomen"]}
ADRES = "leerpunten/?" + "&".join(f"{naam}={w}" for naam, lijst in CHOICE.items() for w in lijst)


@pytest.fixture
def without_script(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=NARROW, java_script_enabled=False)
    yield context
    context.close()


def _nummers(pagina: Page) -> list[str]:
    """Return the numbers of the learnings in sight, in order; the end of the list is opened."""
    rest = pagina.locator("details:not([open]):has(> [data-leerpunten]) > summary")
    if rest.is_visible():
        rest.click()
    cards = pagina.locator("[data-leerpunten] > li:visible")
    return cards.evaluate_all("kaarten => kaarten.map(kaart => kaart.dataset.nummer)")  # type: ignore[no-any-return]


def _expected(corpus: Corpus, choice: dict[str, list[str]]) -> list[str]:
    def fits(point: Leerpunt) -> bool:
        waarden = waarden_of(corpus, point)
        return all(set(waarden[naam]) & set(lijst) for naam, lijst in choice.items())

    return [point.nummer for point in leerpunten(corpus) if fits(point)]


def _facets(corpus: Corpus) -> dict[str, Facet]:
    return {facet.naam: facet for facet in facets(corpus)}


def _status(pagina: Page) -> str:
    return pagina.locator("[data-stand]").inner_text()


def _query(pagina: Page) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(pagina.url).fragment)


def _fits_in_width(pagina: Page) -> bool:
    breedte = pagina.evaluate("document.documentElement.scrollWidth")
    return bool(breedte <= NARROW["width"])


def test_with_the_mouse(pagina: Page, adres: Website, corpus: Corpus) -> None:
    pagina.goto(adres.url("leerpunten/"))
    assert _nummers(pagina) == _expected(corpus, {})
    pagina.locator("summary", has_text="Leefgebied").click()
    pagina.get_by_label(re.compile("^Inkomen")).check()
    assert _nummers(pagina) == _expected(corpus, {"leefgebied": ["inkomen"]})
    assert _query(pagina) == [("leefgebied", "inkomen")]
    pagina.get_by_label(re.compile("^Wonen")).check()
    choice = {"leefgebied": ["inkomen", "wonen"]}
    assert _nummers(pagina) == _expected(corpus, choice)
    assert _query(pagina) == [("leefgebied", "inkomen"), ("leefgebied", "wonen")]
    aantal, total = len(_expected(corpus, choice)), len(_expected(corpus, {}))
    expected = f"{aantal} van de {total} leerpunten. Filters: Leefgebied: Inkomen of Wonen."
    assert _status(pagina) == expected
    pagina.get_by_role("button", name="Wis alle filters").click()
    assert _nummers(pagina) == _expected(corpus, {})
    expect(pagina).to_have_url(adres.url("leerpunten/"))
    assert pagina.locator("[data-catalogus] input:checked").count() == 0


def test_with_the_keyboard(pagina: Page, adres: Website, corpus: Corpus) -> None:
    pagina.goto(adres.url("leerpunten/"))
    keystroke = pagina.keyboard
    pagina.locator("[data-facet] > summary", has_text="Herkomst").focus()
    keystroke.press("Enter")
    keystroke.press("Tab")
    keystroke.press("Tab")
    keystroke.press("Space")
    assert pagina.evaluate("document.activeElement.value") == "verwant"
    assert _nummers(pagina) == _expected(corpus, {"herkomst": ["verwant"]})
    keystroke.press("Tab")
    assert pagina.evaluate("document.activeElement.tagName") == "SUMMARY"
    keystroke.press("Tab")
    assert pagina.evaluate("document.activeElement.textContent") == "Wis alle filters"
    keystroke.press("Enter")
    # The focus stays where the reader was, or the next Tab would start at the top.
    assert pagina.evaluate("document.activeElement.textContent") == "Wis alle filters"
    assert _nummers(pagina) == _expected(corpus, {})


def test_the_number_of_results_is_announced(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(ADRES))
    expect(pagina.get_by_role("status").filter(has_text="leerpunten")).to_have_count(1)
    assert pagina.locator("[data-stand]").get_attribute("role") == "status"


@pytest.mark.parametrize("choice", [{}, CHOICE, {"wet": ["awir"], "jaar": ["2025"]}], ids=str)
def test_every_number_is_what_one_finds(
    pagina: Page, adres: Website, corpus: Corpus, choice: dict[str, list[str]]
) -> None:
    search_part = "&".join(f"{naam}={w}" for naam, lijst in choice.items() for w in lijst)
    pagina.goto(adres.url(f"leerpunten/?{search_part}"))
    assert _nummers(pagina) == _expected(corpus, choice)
    getallen = pagina.locator(".kb-facet__keuze").evaluate_all(
        "rijen => rijen.map(rij => [rij.querySelector('input').name, "
        "rij.querySelector('input').value, rij.querySelector('.kb-facet__aantal').textContent])"
    )
    assert getallen == [
        [naam, waarde.sleutel, f"({len(_expected(corpus, choice | {naam: [waarde.sleutel]}))})"]
        for naam, facet in _facets(corpus).items()
        for waarde in facet.waarden
    ]


def test_the_address_restores_everything(pagina: Page, adres: Website, corpus: Corpus) -> None:
    pagina.goto(adres.url(f"{ADRES}&volgorde=titel&onzin=1&wet=bestaat-niet"))
    assert sorted(_nummers(pagina)) == _expected(corpus, CHOICE)
    ticked = pagina.locator("[data-catalogus] input:checked")
    assert ticked.evaluate_all("vakjes => vakjes.map(vakje => [vakje.name, vakje.value])") == [
        [naam, waarde]
        for naam in ("leefgebied", "status")
        for waarde in [w.sleutel for w in _facets(corpus)[naam].waarden]
        if waarde in CHOICE[naam]
    ]
    assert pagina.get_by_label("Volgorde").input_value() == "titel"
    # Closed, so that the list is in view; what was chosen stands in the heading.
    assert pagina.locator("[data-facet][open]").count() == 0
    headings = pagina.locator("summary").filter(has_text="gekozen").all_inner_texts()
    assert [kop.partition("(")[2] for kop in headings] == [
        f"{len(waarden)} gekozen)" for waarden in CHOICE.values()
    ]
    pagina.reload()
    assert sorted(_nummers(pagina)) == _expected(corpus, CHOICE)


def test_the_order_can_be_chosen(pagina: Page, adres: Website, corpus: Corpus) -> None:
    pagina.goto(adres.url("leerpunten/"))
    pagina.get_by_label("Volgorde").select_option("datum")
    jaren = {point.nummer: waarden_of(corpus, point)["jaar"][0] for point in leerpunten(corpus)}
    gezien = [jaren[nummer] for nummer in _nummers(pagina)]
    dated = [jaar for jaar in gezien if jaar.isdigit()]
    assert gezien[: len(dated)] == sorted(dated, reverse=True)
    assert _query(pagina) == [("volgorde", "datum")]
    pagina.get_by_label("Volgorde").select_option("nummer")
    assert _nummers(pagina) == _expected(corpus, {})


def _download(pagina: Page, button: str, folder: Path) -> Path:
    with pagina.expect_download() as waiting:
        pagina.get_by_role("button", name=button).click()
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


def _csv(tekst: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(tekst.removeprefix("\ufeff"), newline=""), delimiter=";"))


def test_the_csv_holds_exactly_what_is_in_sight(
    pagina: Page, adres: Website, corpus: Corpus, tmp_path: Path
) -> None:
    pagina.goto(adres.url(ADRES))
    file = _download(pagina, "CSV", tmp_path)
    assert file.name == ("leerpunten_leefgebied-inkomen+wonen_status-in-behandeling+aangenomen.csv")
    kop, *rows = _csv(file.read_bytes().decode())
    assert [row[0] for row in rows] == _nummers(pagina) == _expected(corpus, CHOICE)
    assert kop[-1] == "filters"
    (filters,) = {row[-1] for row in rows}
    assert filters.startswith("Leefgebied: Inkomen of Wonen; Status van een spoor: ")
    assert f"Filters: {filters}." in _status(pagina)


def test_without_filters_the_csv_is_the_file_of_the_site(
    pagina: Page, adres: Website, built_site: Path, tmp_path: Path
) -> None:
    pagina.goto(adres.url("leerpunten/"))
    file = _download(pagina, "CSV", tmp_path)
    assert file.read_bytes() == (built_site / "leerpunten/leerpunten.csv").read_bytes()


def test_the_csv_names_its_sources_in_words(
    pagina: Page, adres: Website, corpus: Corpus, tmp_path: Path
) -> None:
    pagina.goto(adres.url(ADRES))
    kop, *rows = _csv(_download(pagina, "CSV", tmp_path).read_bytes().decode())
    at = [row[kop.index("bronnen")] for row in rows]
    assert any(voluit(corpus, "bron:N24") in cell for cell in at)


def test_a_list_of_sources_that_does_not_come_is_told(
    pagina: Page, adres: Website, complaints: list[str], tmp_path: Path
) -> None:
    pagina.route("**/bronnenlijst.js", lambda route: route.abort())
    pagina.goto(adres.url(ADRES))
    pagina.get_by_role("button", name="CSV").click()
    expect(pagina.locator("[data-stand]")).to_contain_text("bronnen zijn niet geladen")
    assert len(complaints) == 1
    complaints.clear()
    pagina.unroute("**/bronnenlijst.js")
    assert _download(pagina, "CSV", tmp_path).stat().st_size


def test_libreoffice_opens_the_ods_with_the_same_rows(  # noqa: PLR0913, PLR0917  fixtures
    pagina: Page,
    adres: Website,
    corpus: Corpus,
    office: Office,
    opendocument: OpenDocument,
    tmp_path: Path,
) -> None:
    pagina.goto(adres.url(ADRES))
    out = tmp_path / "uit"
    out.mkdir()
    file = _download(pagina, "ODS", tmp_path)
    opendocument.check(file)
    sheets = office.sheets(file, out)
    assert set(sheets) == {"Leerpunten", "Toelichting"}
    rows = _csv(_download(pagina, "CSV", tmp_path).read_bytes().decode())
    assert sheets["Leerpunten"] == rows
    uitleg = {naam: waarde for naam, waarde in sheets["Toelichting"] if naam}
    assert uitleg["Filters"] == rows[1][-1]
    assert uitleg["Aantal leerpunten"] == str(len(rows) - 1)
    assert uitleg["Peildatum"] == corpus.site.peildatum
    assert uitleg["Adres"] == f"{corpus.site.adres}leerpunten/"
    assert uitleg["Licentie"] == "CC0 1.0"


def test_nothing_left_can_be_exported_too(
    pagina: Page, adres: Website, opendocument: OpenDocument, tmp_path: Path
) -> None:
    pagina.goto(adres.url("leerpunten/?jaar=zonder-datum&herkomst=pmm"))
    assert _nummers(pagina) == []
    assert _status(pagina).startswith("Geen leerpunten met deze filters.")
    assert len(_csv(_download(pagina, "CSV", tmp_path).read_text(encoding="utf-8"))) == 1
    opendocument.check(_download(pagina, "ODS", tmp_path))


def test_on_a_narrow_screen(pagina: Page, adres: Website) -> None:
    pagina.set_viewport_size(NARROW)
    for pad in (ADRES, "leerpunten/dekking/", "leerpunten-per-wet/awir/", "leerpunten/per-jaar/"):
        pagina.goto(adres.url(pad))
        pagina.locator("main details").evaluate_all(
            "delen => delen.forEach(d => { d.open = true; })"
        )
        assert _fits_in_width(pagina), pad


def test_without_a_script(
    without_script: BrowserContext, adres: Website, corpus: Corpus, built_site: Path
) -> None:
    pagina = without_script.new_page()
    pagina.goto(adres.url(ADRES))
    assert _fits_in_width(pagina)
    assert _nummers(pagina) == _expected(corpus, {})
    assert _status(pagina) == f"{len(_expected(corpus, {}))} leerpunten."
    assert pagina.locator("[data-catalogus] :is(input, button, select)").count() == 0
    pagina.locator("summary", has_text="Leefgebied").click()
    pagina.locator("[data-catalogus]").get_by_role("link", name="Inkomen").click()
    expect(pagina).to_have_url(re.compile("/leerpunten-per-leefgebied/inkomen/"))
    expected = _expected(corpus, {"leefgebied": ["inkomen"]})
    assert pagina.locator(".kb-kaarten > li").count() == len(expected)
    pagina.goto(adres.url("leerpunten/"))
    for naam in ("leerpunten.csv", "leerpunten.json"):
        assert pagina.get_by_role("link", name=naam).get_attribute("href") == naam
        assert (built_site / "leerpunten" / naam).is_file()


def test_from_disk(pagina: Page, built_site: Path, corpus: Corpus, tmp_path: Path) -> None:
    pagina.goto((built_site / "leerpunten/index.html").as_uri() + "?leefgebied=inkomen")
    choice = {"leefgebied": ["inkomen"]}
    assert _nummers(pagina) == _expected(corpus, choice)
    pagina.locator("summary", has_text="Leefgebied").click()
    pagina.get_by_label(re.compile("^Wonen")).check()
    choice = {"leefgebied": ["inkomen", "wonen"]}
    assert _nummers(pagina) == _expected(corpus, choice)
    kop, *rows = _csv(_download(pagina, "CSV", tmp_path).read_text(encoding="utf-8"))
    assert kop[0] == "nummer"
    assert [row[0] for row in rows] == _expected(corpus, choice)
