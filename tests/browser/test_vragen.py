"""The list of open questions in a real browser."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.blad.vragen import vragen, vragen_to
from macros.corpus.corpus import Corpus
from tests.kwaliteit.setup import Website
from tests.opendocument import OpenDocument

pytestmark = pytest.mark.browser

PAD = "vragen/"
SZW = "organisatie:szw"


def _visible(pagina: Page) -> int:
    return pagina.locator("[data-aan]:visible").count()


def test_by_whom_to_ask_subject_and_instrument(
    pagina: Page, adres: Website, corpus: Corpus
) -> None:
    every = vragen(corpus)
    pagina.goto(adres.url(PAD))
    assert _visible(pagina) == 0
    expect(pagina.locator("[data-stand]")).to_have_text(f"{len(every)} vragen.")
    pagina.get_by_label("Aan wie", exact=True).select_option("szw")
    szw = vragen_to(corpus)[SZW]
    assert _visible(pagina) == len(szw) > 0
    pagina.get_by_label("Onderwerp", exact=True).select_option("leerpunt")
    leerpunten = [regel for regel in szw if "leerpunt" in regel.soorten]
    assert 0 < _visible(pagina) == len(leerpunten) < len(szw)
    choice = pagina.get_by_label("Onderwerp", exact=True).locator("option:checked")
    assert choice.inner_text() == f"Leerpunten ({len(leerpunten)})"
    pagina.get_by_role("button", name="Wis de keuze").click()
    pagina.get_by_label("Instrument", exact=True).select_option("opleiden")
    over = [one for one in every if "instrument:opleiden" in {d.id for d in one.instrumenten}]
    assert _visible(pagina) == len(over) > 0


def test_the_chosen_questions_can_be_downloaded(  # noqa: PLR0913, PLR0917  fixtures
    pagina: Page,
    adres: Website,
    corpus: Corpus,
    built_site: Path,
    opendocument: OpenDocument,
    tmp_path: Path,
) -> None:
    pagina.goto(adres.url(f"{PAD}?aan=szw"))
    with pagina.expect_download() as download:
        pagina.get_by_role("button", name="CSV", exact=True).click()
    assert download.value.suggested_filename == "vragen_aan-szw.csv"
    every = csv.DictReader(
        io.StringIO((built_site / PAD / "vragen.csv").read_text("utf-8-sig")), delimiter=";"
    )
    titel = corpus.records[SZW].titel
    expected = [row | {"filters": titel} for row in every if titel in row["aan"].split(" | ")]
    tekst = download.value.path().read_text("utf-8-sig")
    assert list(csv.DictReader(io.StringIO(tekst), delimiter=";")) == expected
    with pagina.expect_download() as download:
        pagina.get_by_role("button", name="ODS (rekenblad)").click()
    assert download.value.suggested_filename == "vragen_aan-szw.ods"
    download.value.save_as(tmp_path / "vragen.ods")
    opendocument.check(tmp_path / "vragen.ods")


def test_without_script_each_organisation_has_its_questions(
    browser: Browser, adres: Website, corpus: Corpus
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        pagina = context.new_page()
        pagina.goto(adres.url(PAD))
        assert pagina.locator("[data-filter]").is_hidden()
        pagina.get_by_role("main").get_by_role("link", name=corpus.records[SZW].titel).first.click()
        part = pagina.locator("section", has=pagina.locator("#vragen-aan"))
        assert part.locator("li").count() == len(vragen_to(corpus)[SZW])
        part.locator("summary").click()
        part.get_by_role("link", name="Kies uit deze vragen").click()
        pagina.locator("summary", has_text="Leerpunten").click()
        assert _visible(pagina) > 0
