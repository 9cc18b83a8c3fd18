"""The catalogue of learnings in a real browser: with mouse and keyboard, narrow, without script."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from macros.blad.facetten import Facet, facetten, waarden_van
from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import leerpunten
from macros.model.leerpunt import Leerpunt
from tests.kantoor import Kantoor
from tests.kwaliteit.opstelling import Website

pytestmark = pytest.mark.browser

SMAL: ViewportSize = {"width": 320, "height": 640}
BREED: ViewportSize = {"width": 1280, "height": 900}
KEUZE = {"leefgebied": ["inkomen", "wonen"], "status": ["in-behandeling", "aangenomen"]}
ADRES = "leerpunten/?" + "&".join(f"{naam}={w}" for naam, lijst in KEUZE.items() for w in lijst)


@pytest.fixture
def zonder_script(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=SMAL, java_script_enabled=False)
    yield context
    context.close()


def _nummers(pagina: Page) -> list[str]:
    """Return the numbers of the learnings in sight, in order."""
    kaarten = pagina.locator("[data-leerpunten] > li:visible")
    return kaarten.evaluate_all("kaarten => kaarten.map(kaart => kaart.dataset.nummer)")  # type: ignore[no-any-return]


def _verwacht(corpus: Corpus, keuze: dict[str, list[str]]) -> list[str]:
    def past(punt: Leerpunt) -> bool:
        waarden = waarden_van(corpus, punt)
        return all(set(waarden[naam]) & set(lijst) for naam, lijst in keuze.items())

    return [punt.nummer for punt in leerpunten(corpus) if past(punt)]


def _facetten(corpus: Corpus) -> dict[str, Facet]:
    return {facet.naam: facet for facet in facetten(corpus)}


def _status(pagina: Page) -> str:
    return pagina.locator("[data-stand]").inner_text()


def _zoekdeel(pagina: Page) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(pagina.url).fragment)


def _past_in_de_breedte(pagina: Page) -> bool:
    breedte = pagina.evaluate("document.documentElement.scrollWidth")
    return bool(breedte <= SMAL["width"])


def test_with_the_mouse(pagina: Page, adres: Website, corpus: Corpus) -> None:
    pagina.goto(adres.url("leerpunten/"))
    assert _nummers(pagina) == _verwacht(corpus, {})
    pagina.locator("summary", has_text="Leefgebied").click()
    pagina.get_by_label(re.compile("^Inkomen")).check()
    assert _nummers(pagina) == _verwacht(corpus, {"leefgebied": ["inkomen"]})
    assert _zoekdeel(pagina) == [("leefgebied", "inkomen")]
    pagina.get_by_label(re.compile("^Wonen")).check()
    keuze = {"leefgebied": ["inkomen", "wonen"]}
    assert _nummers(pagina) == _verwacht(corpus, keuze)
    assert _zoekdeel(pagina) == [("leefgebied", "inkomen"), ("leefgebied", "wonen")]
    aantal, totaal = len(_verwacht(corpus, keuze)), len(_verwacht(corpus, {}))
    verwacht = f"{aantal} van de {totaal} leerpunten. Filters: Leefgebied: Inkomen of Wonen."
    assert _status(pagina) == verwacht
    pagina.get_by_role("button", name="Wis alle filters").click()
    assert _nummers(pagina) == _verwacht(corpus, {})
    assert pagina.url == adres.url("leerpunten/")
    assert pagina.locator("[data-catalogus] input:checked").count() == 0


def test_with_the_keyboard(pagina: Page, adres: Website, corpus: Corpus) -> None:
    pagina.goto(adres.url("leerpunten/"))
    toets = pagina.keyboard
    pagina.locator("summary", has_text="Herkomst").focus()
    toets.press("Enter")
    toets.press("Tab")
    toets.press("Tab")
    toets.press("Space")
    assert pagina.evaluate("document.activeElement.value") == "verwant"
    assert _nummers(pagina) == _verwacht(corpus, {"herkomst": ["verwant"]})
    toets.press("Tab")
    assert pagina.evaluate("document.activeElement.tagName") == "SUMMARY"
    toets.press("Tab")
    assert pagina.evaluate("document.activeElement.textContent") == "Wis alle filters"
    toets.press("Enter")
    assert _nummers(pagina) == _verwacht(corpus, {})
    # The focus stays where the reader was, or the next Tab would start at the top.
    assert pagina.evaluate("document.activeElement.textContent") == "Wis alle filters"


def test_the_number_of_results_is_announced(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(ADRES))
    expect(pagina.get_by_role("status").filter(has_text="leerpunten")).to_have_count(1)
    assert pagina.locator("[data-stand]").get_attribute("role") == "status"


@pytest.mark.parametrize("keuze", [{}, KEUZE, {"wet": ["awir"], "jaar": ["2025"]}], ids=str)
def test_every_number_is_what_one_finds(
    pagina: Page, adres: Website, corpus: Corpus, keuze: dict[str, list[str]]
) -> None:
    zoekdeel = "&".join(f"{naam}={w}" for naam, lijst in keuze.items() for w in lijst)
    pagina.goto(adres.url(f"leerpunten/?{zoekdeel}"))
    assert _nummers(pagina) == _verwacht(corpus, keuze)
    getallen = pagina.locator(".kb-facet__keuze").evaluate_all(
        "rijen => rijen.map(rij => [rij.querySelector('input').name, "
        "rij.querySelector('input').value, rij.querySelector('.kb-facet__aantal').textContent])"
    )
    assert getallen == [
        [naam, waarde.sleutel, f"({len(_verwacht(corpus, keuze | {naam: [waarde.sleutel]}))})"]
        for naam, facet in _facetten(corpus).items()
        for waarde in facet.waarden
    ]


def test_the_address_restores_everything(pagina: Page, adres: Website, corpus: Corpus) -> None:
    pagina.goto(adres.url(f"{ADRES}&volgorde=titel&onzin=1&wet=bestaat-niet"))
    assert sorted(_nummers(pagina)) == _verwacht(corpus, KEUZE)
    aangevinkt = pagina.locator("[data-catalogus] input:checked")
    assert aangevinkt.evaluate_all("vakjes => vakjes.map(vakje => [vakje.name, vakje.value])") == [
        [naam, waarde]
        for naam in ("leefgebied", "status")
        for waarde in [w.sleutel for w in _facetten(corpus)[naam].waarden]
        if waarde in KEUZE[naam]
    ]
    assert pagina.get_by_label("Volgorde").input_value() == "titel"
    # Closed, so that the list is in view; what was chosen stands in the heading.
    assert pagina.locator("[data-facet][open]").count() == 0
    koppen = pagina.locator("summary").filter(has_text="gekozen").all_inner_texts()
    assert [kop.partition("(")[2] for kop in koppen] == [
        f"{len(waarden)} gekozen)" for waarden in KEUZE.values()
    ]
    pagina.reload()
    assert sorted(_nummers(pagina)) == _verwacht(corpus, KEUZE)


def test_the_order_can_be_chosen(pagina: Page, adres: Website, corpus: Corpus) -> None:
    pagina.goto(adres.url("leerpunten/"))
    pagina.get_by_label("Volgorde").select_option("datum")
    jaren = {punt.nummer: waarden_van(corpus, punt)["jaar"][0] for punt in leerpunten(corpus)}
    gezien = [jaren[nummer] for nummer in _nummers(pagina)]
    gedateerd = [jaar for jaar in gezien if jaar.isdigit()]
    assert gezien[: len(gedateerd)] == sorted(gedateerd, reverse=True)
    assert _zoekdeel(pagina) == [("volgorde", "datum")]
    pagina.get_by_label("Volgorde").select_option("nummer")
    assert _nummers(pagina) == _verwacht(corpus, {})


def _download(pagina: Page, knop: str, map_: Path) -> Path:
    with pagina.expect_download() as wacht:
        pagina.get_by_role("button", name=knop).click()
    bestand = map_ / wacht.value.suggested_filename
    wacht.value.save_as(bestand)
    return bestand


def _csv(tekst: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(tekst.removeprefix("\ufeff"), newline=""), delimiter=";"))


def test_the_csv_holds_exactly_what_is_in_sight(
    pagina: Page, adres: Website, corpus: Corpus, tmp_path: Path
) -> None:
    pagina.goto(adres.url(ADRES))
    bestand = _download(pagina, "CSV", tmp_path)
    assert bestand.name == (
        "leerpunten_leefgebied-inkomen+wonen_status-in-behandeling+aangenomen.csv"
    )
    kop, *rijen = _csv(bestand.read_bytes().decode())
    assert [rij[0] for rij in rijen] == _nummers(pagina) == _verwacht(corpus, KEUZE)
    assert kop[-1] == "filters"
    (filters,) = {rij[-1] for rij in rijen}
    assert filters.startswith("Leefgebied: Inkomen of Wonen; Status van een spoor: ")
    assert f"Filters: {filters}." in _status(pagina)


def test_without_filters_the_csv_is_the_file_of_the_site(
    pagina: Page, adres: Website, gebouwde_site: Path, tmp_path: Path
) -> None:
    pagina.goto(adres.url("leerpunten/"))
    bestand = _download(pagina, "CSV", tmp_path)
    assert bestand.read_bytes() == (gebouwde_site / "leerpunten/leerpunten.csv").read_bytes()


def test_libreoffice_opens_the_ods_with_the_same_rows(
    pagina: Page, adres: Website, corpus: Corpus, kantoor: Kantoor, tmp_path: Path
) -> None:
    pagina.goto(adres.url(ADRES))
    uit = tmp_path / "uit"
    uit.mkdir()
    bladen = kantoor.bladen(_download(pagina, "ODS", tmp_path), uit)
    assert set(bladen) == {"Leerpunten", "Toelichting"}
    rijen = _csv(_download(pagina, "CSV", tmp_path).read_bytes().decode())
    assert bladen["Leerpunten"] == rijen
    uitleg = {naam: waarde for naam, waarde in bladen["Toelichting"] if naam}
    assert uitleg["Filters"] == rijen[1][-1]
    assert uitleg["Aantal leerpunten"] == str(len(rijen) - 1)
    assert uitleg["Peildatum"] == corpus.site.peildatum
    assert uitleg["Adres"] == f"{corpus.site.adres}leerpunten/"
    assert uitleg["Licentie"] == "CC0 1.0"


def test_nothing_left_can_be_exported_too(pagina: Page, adres: Website, tmp_path: Path) -> None:
    pagina.goto(adres.url("leerpunten/?jaar=zonder-datum&herkomst=pmm"))
    assert _nummers(pagina) == []
    assert _status(pagina).startswith("Geen leerpunten met deze filters.")
    assert len(_csv(_download(pagina, "CSV", tmp_path).read_text(encoding="utf-8"))) == 1
    assert zipfile.ZipFile(_download(pagina, "ODS", tmp_path)).testzip() is None


def test_on_a_narrow_screen(pagina: Page, adres: Website) -> None:
    pagina.set_viewport_size(SMAL)
    for pad in (ADRES, "leerpunten/dekking/", "leerpunten-per-wet/awir/", "leerpunten/per-jaar/"):
        pagina.goto(adres.url(pad))
        pagina.locator("main details").evaluate_all(
            "delen => delen.forEach(d => { d.open = true; })"
        )
        assert _past_in_de_breedte(pagina), pad


def test_without_a_script(
    zonder_script: BrowserContext, adres: Website, corpus: Corpus, gebouwde_site: Path
) -> None:
    pagina = zonder_script.new_page()
    pagina.goto(adres.url(ADRES))
    assert _past_in_de_breedte(pagina)
    assert _nummers(pagina) == _verwacht(corpus, {})
    assert _status(pagina) == f"{len(_verwacht(corpus, {}))} leerpunten."
    assert pagina.locator("[data-catalogus] :is(input, button, select)").count() == 0
    pagina.locator("summary", has_text="Leefgebied").click()
    pagina.locator("[data-catalogus]").get_by_role("link", name="Inkomen").click()
    assert urlsplit(pagina.url).path == "/leerpunten-per-leefgebied/inkomen/"
    verwacht = _verwacht(corpus, {"leefgebied": ["inkomen"]})
    assert pagina.locator(".kb-kaarten > li").count() == len(verwacht)
    pagina.goto(adres.url("leerpunten/"))
    for naam in ("leerpunten.csv", "leerpunten.json"):
        assert pagina.get_by_role("link", name=naam).get_attribute("href") == naam
        assert (gebouwde_site / "leerpunten" / naam).is_file()


def test_from_disk(pagina: Page, gebouwde_site: Path, corpus: Corpus, tmp_path: Path) -> None:
    pagina.goto((gebouwde_site / "leerpunten/index.html").as_uri() + "?leefgebied=inkomen")
    keuze = {"leefgebied": ["inkomen"]}
    assert _nummers(pagina) == _verwacht(corpus, keuze)
    pagina.locator("summary", has_text="Leefgebied").click()
    pagina.get_by_label(re.compile("^Wonen")).check()
    keuze = {"leefgebied": ["inkomen", "wonen"]}
    assert _nummers(pagina) == _verwacht(corpus, keuze)
    kop, *rijen = _csv(_download(pagina, "CSV", tmp_path).read_text(encoding="utf-8"))
    assert kop[0] == "nummer"
    assert [rij[0] for rij in rijen] == _verwacht(corpus, keuze)
