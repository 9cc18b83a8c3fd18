"""The comparison of instruments in a real browser: mouse, keyboard, narrow, without script."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from macros.corpus.corpus import Corpus
from macros.model.instrument import Instrument
from macros.pages.secties import SECTIES
from tests.kwaliteit.opstelling import Website

pytestmark = pytest.mark.browser

SMAL: ViewportSize = {"width": 320, "height": 640}
TWEE = "vergelijken/?i=landelijk-maatwerkloket&i=opleiden"


@pytest.fixture
def pagina(browser: Browser) -> Iterator[Page]:
    """Return a page that takes no error, no refused script and no failed request."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    klachten: list[str] = []
    page.on("console", lambda bericht: klachten.append(bericht.text))
    page.on("pageerror", lambda fout: klachten.append(str(fout)))
    yield page
    context.close()
    assert klachten == []


@pytest.fixture
def zonder_script(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=SMAL, java_script_enabled=False)
    yield context.new_page()
    context.close()


def _slugs(corpus: Corpus) -> list[str]:
    return [een.slug for een in sorted(corpus.alle(Instrument), key=attrgetter("volgorde"))]


def _kolommen(pagina: Page) -> list[str]:
    return pagina.locator("thead [data-i]:visible").evaluate_all(  # type: ignore[no-any-return]
        "koppen => koppen.map(kop => kop.dataset.i)"
    )


def _rijen(pagina: Page) -> list[tuple[str, set[str]]]:
    """Return per row in sight the mark under its question, and how its cells are filled."""
    rijen: list[tuple[str, list[str]]] = pagina.locator("tbody tr:visible").evaluate_all(
        """rijen => rijen.map(rij => [
            rij.querySelector('[data-verschil]').textContent,
            [...rij.querySelectorAll('td')].filter(cel => cel.checkVisibility())
                .map(cel => cel.dataset.vulling),
        ])"""
    )
    return [(merk, set(vullingen)) for merk, vullingen in rijen]


def _merken_kloppen(pagina: Page) -> bool:
    return all(
        merk == (f"overal {next(iter(vullingen))}" if len(vullingen) == 1 else "verschilt")
        for merk, vullingen in _rijen(pagina)
    )


def _past_in_de_breedte(pagina: Page) -> bool:
    return bool(pagina.evaluate("document.documentElement.scrollWidth") <= SMAL["width"])


def test_met_de_muis(pagina: Page, adres: Website, corpus: Corpus) -> None:
    pagina.goto(adres.url("vergelijken/"))
    status = pagina.get_by_role("status").filter(has_text="instrumenten")
    expect(status).to_contain_text("U ziet alle 7 instrumenten")
    assert _kolommen(pagina) == _slugs(corpus)
    namen = {een.slug: een.titel for een in corpus.alle(Instrument)}
    pagina.get_by_label(namen["opleiden"], exact=True).check()
    assert _kolommen(pagina) == _slugs(corpus)
    pagina.get_by_label(namen["landelijk-maatwerkloket"], exact=True).check()
    assert _kolommen(pagina) == ["landelijk-maatwerkloket", "opleiden"]
    assert pagina.url == adres.url(TWEE)
    assert _merken_kloppen(pagina)
    alle = len(_rijen(pagina))
    assert alle == len(SECTIES["instrument"])
    pagina.get_by_label("Toon alleen vragen die verschillen").check()
    verschillend = _rijen(pagina)
    assert 0 < len(verschillend) < alle
    assert {merk for merk, _ in verschillend} == {"verschilt"}
    assert pagina.url == adres.url(f"{TWEE}&rijen=verschil")
    pagina.get_by_role("button", name="Toon alle instrumenten").click()
    assert _kolommen(pagina) == _slugs(corpus)
    assert pagina.url == adres.url("vergelijken/")


def test_met_het_toetsenbord_en_niet_meer_dan_vier(
    pagina: Page, adres: Website, corpus: Corpus
) -> None:
    pagina.goto(adres.url("vergelijken/"))
    pagina.locator("[data-vergelijking] input").first.focus()
    for _ in range(3):
        pagina.keyboard.press("Space")
        pagina.keyboard.press("Tab")
    pagina.keyboard.press("Space")
    assert _kolommen(pagina) == _slugs(corpus)[:4]
    assert pagina.locator("fieldset input:disabled").count() == 3
    expect(pagina.locator("main").get_by_role("status").first).to_contain_text(
        "Meer dan vier naast elkaar past"
    )
    # The focus stays on the box just ticked, and taking it away makes room again.
    pagina.keyboard.press("Space")
    assert _kolommen(pagina) == _slugs(corpus)[:3]
    assert pagina.locator("fieldset input:disabled").count() == 0


def test_het_adres_herstelt_de_keuze(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(f"{TWEE}&i=bestaat-niet&rijen=verschil"))
    assert _kolommen(pagina) == ["landelijk-maatwerkloket", "opleiden"]
    assert pagina.get_by_label("Toon alleen vragen die verschillen").is_checked()
    assert pagina.locator("fieldset input:checked").count() == 2


def test_cellen_horen_bij_hun_kolom(pagina: Page, adres: Website, corpus: Corpus) -> None:
    pagina.goto(adres.url(TWEE))
    loket = corpus.records["instrument:landelijk-maatwerkloket"]
    assert isinstance(loket, Instrument)
    eerste = pagina.locator("tbody tr").first.locator("td:visible").first
    expect(eerste).to_contain_text(loket.doel[0].tekst)
    expect(eerste.locator(".kb-bewijs").first).to_be_visible()


def test_op_een_smal_scherm(pagina: Page, adres: Website) -> None:
    pagina.set_viewport_size(SMAL)
    pagina.goto(adres.url(TWEE))
    assert _past_in_de_breedte(pagina)
    regio = pagina.get_by_role("region", name="Instrumenten naast elkaar")
    regio.focus()
    pagina.keyboard.press("ArrowRight")
    pagina.wait_for_function("document.querySelector('.kb-vergelijking [role=region]').scrollLeft")


def test_zonder_script_staat_alles_er(zonder_script: Page, adres: Website, corpus: Corpus) -> None:
    zonder_script.goto(adres.url(TWEE))
    assert _kolommen(zonder_script) == _slugs(corpus)
    assert len(_rijen(zonder_script)) == len(SECTIES["instrument"])
    assert _merken_kloppen(zonder_script)
    assert zonder_script.locator("[data-vergelijking] :is(input, button)").count() == 0
    expect(zonder_script.get_by_text("Kiezen werkt alleen met JavaScript")).to_be_visible()
    assert _past_in_de_breedte(zonder_script)


def test_op_papier_staan_alleen_de_gekozen_kolommen(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(TWEE))
    pagina.emulate_media(media="print")
    assert _kolommen(pagina) == ["landelijk-maatwerkloket", "opleiden"]
    expect(pagina.locator("[data-vergelijking] fieldset")).to_be_hidden()


def test_van_schijf_werkt_het_ook(pagina: Page, gebouwde_site: Path) -> None:
    pagina.goto((gebouwde_site / "vergelijken/index.html").as_uri() + "?i=opleiden")
    pagina.locator("#kb-i-landelijk-maatwerkloket").check()
    assert _kolommen(pagina) == ["landelijk-maatwerkloket", "opleiden"]
