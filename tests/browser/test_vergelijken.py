"""The comparison of instruments in a real browser: mouse, keyboard, narrow, without script.

At the end the other tables that are drawn in another way where there is little room: coverage.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from macros.blad.vertellen import veldkoppen
from macros.corpus.corpus import Corpus
from macros.model.instrument import Instrument
from tests.kwaliteit.opstelling import Website

pytestmark = pytest.mark.browser

SMAL: ViewportSize = {"width": 320, "height": 640}
BREED: ViewportSize = {"width": 1280, "height": 900}
SCHERMEN: dict[str, ViewportSize] = {
    "smal": SMAL,
    "telefoon": {"width": 360, "height": 740},
    "tablet": {"width": 768, "height": 1024},
    "breed": BREED,
}
VIER = (
    "vergelijken/?i=landelijk-maatwerkloket&i=landelijk-escalatie-team"
    "&i=overbruggingsprocedure&i=opleiden"
)
TWEE = "vergelijken/?i=landelijk-maatwerkloket&i=opleiden"


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
        merk
        == (f"overal {next(iter(vullingen))}" if len(vullingen) == 1 else "niet overal even bekend")
        for merk, vullingen in _rijen(pagina)
    )


def _te_breed(pagina: Page) -> list[str]:
    """Return what is wider than its place, the page itself included: nothing scrolls sideways."""
    return pagina.evaluate(  # type: ignore[no-any-return]
        """() => [document.documentElement, ...document.querySelectorAll('main, main *')]
            .filter((deel) => deel.checkVisibility() && deel.scrollWidth > deel.clientWidth + 1
                && getComputedStyle(deel).display !== 'inline'
                && getComputedStyle(deel).clipPath === 'none')
            .map((deel) => deel.outerHTML.slice(0, 100))"""
    )


def _onder_elkaar(pagina: Page) -> bool:
    """Tell whether the first question stands above its answers, each with a name of its own."""
    rij = pagina.locator("tbody tr:visible").first
    vraag, antwoord = rij.locator("th").bounding_box(), rij.locator("td:visible").first
    naam, vak = antwoord.locator(".kb-vergelijking__naam"), antwoord.bounding_box()
    assert vraag is not None
    assert vak is not None
    onder = vraag["y"] + vraag["height"] <= vak["y"] + 1
    assert naam.is_visible() is onder
    return onder


def test_met_de_muis(pagina: Page, adres: Website, corpus: Corpus) -> None:
    pagina.goto(adres.url("vergelijken/"))
    status = pagina.get_by_role("status").filter(has_text="instrumenten")
    expect(status).to_have_text(
        "Kies twee tot vier instrumenten. Dan ziet u hier hun antwoorden bij elkaar."
    )
    tabel = pagina.get_by_role("table")
    expect(tabel).to_be_hidden()
    wis = pagina.get_by_role("button", name="Wis de keuze")
    alleen = pagina.get_by_label("Toon alleen vragen die niet overal even bekend zijn")
    bronnen = pagina.locator("main .kb-bronnen")
    assert [een.is_visible() for een in (wis, alleen, bronnen)] == [False, False, False]
    namen = {een.slug: een.titel for een in corpus.alle(Instrument)}
    pagina.get_by_label(namen["opleiden"], exact=True).check()
    expect(pagina.get_by_text("Kies er nog minstens één")).to_be_visible()
    expect(tabel).to_be_hidden()
    pagina.get_by_label(namen["landelijk-maatwerkloket"], exact=True).check()
    assert _kolommen(pagina) == ["landelijk-maatwerkloket", "opleiden"]
    assert pagina.url == adres.url(TWEE).replace("?", "#")
    assert _merken_kloppen(pagina)
    alle = len(_rijen(pagina))
    assert alle == len(veldkoppen(Instrument))
    assert [een.is_visible() for een in (wis, alleen, bronnen)] == [True, True, True]
    alleen.check()
    verschillend = _rijen(pagina)
    assert 0 < len(verschillend) < alle
    assert {merk for merk, _ in verschillend} == {"niet overal even bekend"}
    assert pagina.url == adres.url(f"{TWEE}&rijen=verschil").replace("?", "#")
    wis.click()
    expect(tabel).to_be_hidden()
    # The button is gone; the focus went back to where choosing starts.
    expect(pagina.locator("[data-vergelijking] input").first).to_be_focused()
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
        "Meer dan vier tegelijk kan niet"
    )
    # The focus stays on the box just ticked, and taking it away makes room again.
    pagina.keyboard.press("Space")
    assert _kolommen(pagina) == _slugs(corpus)[:3]
    assert pagina.locator("fieldset input:disabled").count() == 0


def test_het_adres_herstelt_de_keuze(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(f"{TWEE}&i=bestaat-niet&rijen=verschil"))
    assert _kolommen(pagina) == ["landelijk-maatwerkloket", "opleiden"]
    assert pagina.get_by_label("Toon alleen vragen die niet overal even bekend zijn").is_checked()
    assert pagina.locator("fieldset input:checked").count() == 2


def test_cellen_horen_bij_hun_kolom(pagina: Page, adres: Website, corpus: Corpus) -> None:
    pagina.goto(adres.url(TWEE))
    loket = corpus.records["instrument:landelijk-maatwerkloket"]
    assert isinstance(loket, Instrument)
    eerste = pagina.locator("tbody tr").first.locator("td:visible").first
    expect(eerste).to_contain_text(loket.doel[0].tekst)
    expect(eerste.locator(".kb-bewijs").first).to_be_visible()


@pytest.mark.parametrize("scherm", SCHERMEN)
def test_niets_schuift_opzij(pagina: Page, adres: Website, scherm: str) -> None:
    pagina.set_viewport_size(SCHERMEN[scherm])
    for pad in ("vergelijken/", TWEE, VIER):
        pagina.goto(adres.url(pad))
        assert _te_breed(pagina) == []
    assert _onder_elkaar(pagina) is (scherm != "breed")


@pytest.mark.parametrize("scherm", ["smal", "breed"])
def test_het_blijft_een_tabel_hoe_het_er_ook_uitziet(
    pagina: Page, adres: Website, scherm: str
) -> None:
    """Other values of ``display`` once took the meaning of a table away in browsers."""
    pagina.set_viewport_size(SCHERMEN[scherm])
    pagina.goto(adres.url(TWEE))
    tabel = pagina.get_by_role("table", name="Antwoorden per vraag en per instrument")
    expect(tabel).to_be_visible()
    koppen = tabel.get_by_role("columnheader")
    expect(koppen).to_have_text(["Vraag", "Landelijk Maatwerkloket Multiproblematiek", "Opleiden"])
    rij = tabel.get_by_role("row").filter(has=pagina.get_by_role("rowheader")).first
    expect(rij.get_by_role("cell")).to_have_count(2)


def test_de_kop_blijft_staan_en_bedekt_niet_wat_de_focus_heeft(
    pagina: Page, adres: Website
) -> None:
    pagina.goto(adres.url(VIER))
    pagina.locator("tbody tr:visible td:visible a").last.focus()
    kop = pagina.locator("thead [data-i]:visible").first
    for _ in range(25):
        pagina.keyboard.press("Shift+Tab")
        vrij = pagina.evaluate(
            "document.activeElement.getClientRects()[0].top"
            " - document.querySelector('thead th').getBoundingClientRect().bottom"
        )
        assert vrij >= 0
    expect(kop).to_be_in_viewport()


@pytest.mark.parametrize("scherm", ["smal", "breed"])
def test_zonder_script_staat_alles_er(
    zonder_script: Page, adres: Website, corpus: Corpus, scherm: str
) -> None:
    zonder_script.set_viewport_size(SCHERMEN[scherm])
    zonder_script.goto(adres.url(TWEE))
    assert _kolommen(zonder_script) == _slugs(corpus)
    assert len(_rijen(zonder_script)) == len(veldkoppen(Instrument))
    assert _merken_kloppen(zonder_script)
    assert zonder_script.locator("[data-vergelijking] :is(input, button)").count() == 0
    expect(zonder_script.get_by_text("Kiezen werkt alleen met JavaScript")).to_be_visible()
    assert _te_breed(zonder_script) == []
    assert _onder_elkaar(zonder_script)


def test_op_papier_staan_alleen_de_gekozen_kolommen(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(TWEE))
    pagina.emulate_media(media="print")
    assert _kolommen(pagina) == ["landelijk-maatwerkloket", "opleiden"]
    expect(pagina.locator("[data-vergelijking] fieldset")).to_be_hidden()


def test_van_schijf_werkt_het_ook(pagina: Page, gebouwde_site: Path) -> None:
    pagina.goto((gebouwde_site / "vergelijken/index.html").as_uri() + "?i=opleiden")
    pagina.locator("#kb-i-landelijk-maatwerkloket").check()
    assert _kolommen(pagina) == ["landelijk-maatwerkloket", "opleiden"]


# ---- Coverage ----------------------------------------------------------------------------------


@pytest.mark.parametrize("scherm", SCHERMEN)
def test_de_dekking_past_op_elk_scherm(pagina: Page, adres: Website, scherm: str) -> None:
    pagina.set_viewport_size(SCHERMEN[scherm])
    pagina.goto(adres.url("leerpunten/dekking/"))
    assert _te_breed(pagina) == []
    breed = scherm == "breed"
    for tabel in pagina.get_by_role("table").all():
        assert tabel.locator("thead").is_visible() is breed
        gevuld = tabel.locator("td:has(a)").first
        assert gevuld.locator(".kb-matrix__naam").is_visible() is not breed
        assert gevuld.locator(".kb-matrix__kort").is_visible() is breed
        leeg = tabel.locator("td:empty").first
        assert leeg.is_visible() is breed


def test_boven_een_kolom_breekt_geen_nummer_af(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("leerpunten/dekking/"))
    regels = pagina.locator("thead a[aria-label]").evaluate_all(
        "koppen => koppen.map((kop) => {"
        " const bereik = document.createRange(); bereik.selectNodeContents(kop);"
        " return bereik.getClientRects().length; })"
    )
    assert set(regels) == {1}


@pytest.mark.parametrize("scherm", ["smal", "breed"])
def test_de_dekking_blijft_een_tabel(pagina: Page, adres: Website, scherm: str) -> None:
    pagina.set_viewport_size(SCHERMEN[scherm])
    pagina.goto(adres.url("leerpunten/dekking/"))
    tabel = pagina.get_by_role("table", name="Wetten tegenover leerpunten")
    rij = tabel.get_by_role("row").filter(
        has=pagina.get_by_role("rowheader", name="Wet kinderopvang")
    )
    cel = rij.get_by_role("cell").filter(has_text="V05")
    expect(cel).to_contain_text("veroorzaakt het knelpunt")
    koppen = tabel.get_by_role("columnheader", name="V05")
    expect(koppen).to_have_count(1 if scherm == "breed" else 0)
