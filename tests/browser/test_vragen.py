"""The list of open questions in a real browser."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.blad.vragen import vragen, vragen_aan
from macros.corpus.corpus import Corpus
from tests.kwaliteit.opstelling import Website

pytestmark = pytest.mark.browser

PAD = "vragen/"
SZW = "organisatie:szw"


def _zichtbaar(pagina: Page) -> int:
    return pagina.locator("[data-aan]:visible").count()


def test_by_whom_to_ask_subject_and_instrument(
    pagina: Page, adres: Website, corpus: Corpus
) -> None:
    alle = vragen(corpus)
    pagina.goto(adres.url(PAD))
    assert _zichtbaar(pagina) == 0
    expect(pagina.locator("[data-stand]")).to_have_text(f"{len(alle)} vragen.")
    pagina.get_by_label("Aan wie", exact=True).select_option("szw")
    szw = vragen_aan(corpus)[SZW]
    assert _zichtbaar(pagina) == len(szw) > 0
    pagina.get_by_label("Onderwerp", exact=True).select_option("leerpunt")
    leerpunten = [regel for regel in szw if regel.soort == "leerpunt"]
    assert 0 < _zichtbaar(pagina) == len(leerpunten) < len(szw)
    keuze = pagina.get_by_label("Onderwerp", exact=True).locator("option:checked")
    assert keuze.inner_text() == f"Leerpunten ({len(leerpunten)})"
    pagina.get_by_role("button", name="Wis de keuze").click()
    pagina.get_by_label("Instrument", exact=True).select_option("opleiden")
    over = [een for een in alle if "instrument:opleiden" in {d.id for d in een.instrumenten}]
    assert _zichtbaar(pagina) == len(over) > 0


def test_what_is_chosen_can_be_taken_along(
    pagina: Page, adres: Website, corpus: Corpus, gebouwde_site: Path
) -> None:
    pagina.goto(adres.url(f"{PAD}?aan=szw"))
    with pagina.expect_download() as gehaald:
        pagina.get_by_role("button", name="CSV", exact=True).click()
    assert gehaald.value.suggested_filename == "vragen_aan-szw.csv"
    alle = csv.DictReader(
        io.StringIO((gebouwde_site / PAD / "vragen.csv").read_text("utf-8-sig")), delimiter=";"
    )
    titel = corpus.records[SZW].titel
    verwacht = [rij | {"filters": titel} for rij in alle if titel in rij["aan"].split(" | ")]
    tekst = gehaald.value.path().read_text("utf-8-sig")
    assert list(csv.DictReader(io.StringIO(tekst), delimiter=";")) == verwacht
    with pagina.expect_download() as gehaald:
        pagina.get_by_role("button", name="ODS (rekenblad)").click()
    assert gehaald.value.suggested_filename == "vragen_aan-szw.ods"


def test_without_script_each_organisation_has_its_questions(
    browser: Browser, adres: Website, corpus: Corpus
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        pagina = context.new_page()
        pagina.goto(adres.url(PAD))
        assert pagina.locator("[data-filter]").is_hidden()
        pagina.get_by_role("main").get_by_role("link", name=corpus.records[SZW].titel).first.click()
        deel = pagina.locator("section", has=pagina.locator("#vragen-aan"))
        assert deel.locator("li").count() == len(vragen_aan(corpus)[SZW])
        deel.locator("summary").click()
        deel.get_by_role("link", name="Kies uit deze vragen").click()
        pagina.locator("summary", has_text="Leerpunten").click()
        assert _zichtbaar(pagina) > 0
