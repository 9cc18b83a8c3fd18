"""One walk through every tool in Firefox, under a sub-path and from disk: does each work there.

The other tests here look at each tool in Chromium, at the root of a server, in every corner. This
walk only asks whether the tool works elsewhere: all of those tests twice more would take minutes.
"""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.exports.offline import MAP, offline_zip
from tests.bouwen import bouw, kopieer
from tests.kwaliteit.opstelling import Website, website

pytestmark = pytest.mark.browser

ONDER = "kennisbank/"


def _zoeken(pagina: Page, url: Callable[[str], str]) -> None:
    pagina.goto(url("privacy/"))
    pagina.locator("#kb-zoek-q").fill("beslagvrije voet")
    pagina.locator("#kb-zoek-q").press("Enter")
    expect(pagina.locator("[data-resultaten] > li").first).to_be_visible()
    pagina.locator("[data-resultaten] > li > a").first.click()
    expect(pagina.locator("main h1")).to_be_visible()
    assert "/zoeken/" not in pagina.url


def _leerpunten(pagina: Page, url: Callable[[str], str]) -> None:
    pagina.goto(url("leerpunten/"))
    alle = pagina.locator("[data-leerpunten] > li:visible").count()
    pagina.locator("summary", has_text="Leefgebied").click()
    pagina.locator("[data-facet=leefgebied] input").first.check()
    assert 0 < pagina.locator("[data-leerpunten] > li:visible").count() < alle


def _gemeenten(pagina: Page, url: Callable[[str], str]) -> None:
    pagina.goto(url("gemeenten/"))
    veld = pagina.get_by_role("combobox", name="Naam van de gemeente")
    veld.fill("dordrecht")
    veld.press("Enter")
    expect(pagina.locator("[data-antwoord]")).to_contain_text("Dordrecht")


def _keuzehulp(pagina: Page, url: Callable[[str], str]) -> None:
    pagina.goto(url("keuzehulp/"))
    vraag = pagina.locator("#vraag-nu").inner_text()
    pagina.locator("[data-keuzehulp] [href*='pad=']").first.click()
    expect(pagina.locator("#vraag-nu")).not_to_have_text(vraag)


def _vergelijken(pagina: Page, url: Callable[[str], str]) -> None:
    pagina.goto(url("vergelijken/?i=landelijk-maatwerkloket&i=opleiden"))
    expect(pagina.locator("thead [data-i]:visible")).to_have_count(2)


def _dossier(pagina: Page, url: Callable[[str], str]) -> None:
    pagina.goto(url("dossier/#d=leerpunt:alo-kop,wet:awir"))
    expect(pagina.locator(".kb-dossier__keuze a")).to_have_count(2)
    expect(pagina.locator(".kb-dossier__document h3")).to_have_count(3)


def _casusformulier(pagina: Page, url: Callable[[str], str]) -> None:
    pagina.goto(url("casus-formulier/"))
    pagina.get_by_role("textbox", name="Wat is er aan de hand?").fill("Twee regelingen botsen.")
    expect(pagina.locator("[data-tekst]")).to_contain_text("Twee regelingen botsen.")


def _wijzigingen(pagina: Page, url: Callable[[str], str]) -> None:
    pagina.goto(url("wijzigingen/"))
    alle = pagina.locator("[data-stand]").inner_text()
    pagina.get_by_label("Soort", exact=True).select_option(label="Leerpunten")
    expect(pagina.locator("[data-stand]")).not_to_have_text(alle)


def _schil(pagina: Page, url: Callable[[str], str]) -> None:
    pagina.goto(url("wetten/awir/"))
    pagina.get_by_role("button", name="Donker").click()
    assert pagina.evaluate("document.documentElement.dataset.kleurstand") == "donker"
    pagina.set_viewport_size({"width": 360, "height": 700})
    pagina.get_by_role("button", name="Menu").click()
    pagina.locator("#hoofdmenu a").first.click()
    expect(pagina.locator("main h1")).to_be_visible()


HULPMIDDELEN = (
    _zoeken,
    _leerpunten,
    _gemeenten,
    _keuzehulp,
    _vergelijken,
    _dossier,
    _casusformulier,
    _wijzigingen,
    _schil,
)
NAMEN = [doe.__name__.removeprefix("_") for doe in HULPMIDDELEN]
Doe = Callable[[Page, Callable[[str], str]], None]


@pytest.mark.parametrize("doe", HULPMIDDELEN, ids=NAMEN)
def test_in_firefox(doe: Doe, vos: Page, adres: Website) -> None:
    doe(vos, adres.url)


@pytest.fixture(scope="module")
def onder(wortel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Website]:
    """Return the site as built for an address with a path, served there and nowhere else."""
    map_ = tmp_path_factory.mktemp("onder")
    kopie = kopieer(wortel, map_ / "project")
    eigen = kopie / "data/site.yml"
    tekst = eigen.read_text(encoding="utf-8")
    assert "adres: https://kennisbank.example/\n" in tekst
    eigen.write_text(tekst.replace(".example/\n", f".example/{ONDER}\n", 1), encoding="utf-8")
    uitkomst = bouw(kopie, map_ / "server" / ONDER)
    assert uitkomst.status == 0, uitkomst.uitvoer
    shutil.copy(map_ / "server" / ONDER / "404.html", map_ / "server")
    with website(map_ / "server") as draait:
        yield draait


@pytest.mark.parametrize("doe", HULPMIDDELEN, ids=NAMEN)
def test_under_a_path(doe: Doe, pagina: Page, onder: Website) -> None:
    doe(pagina, lambda pad: onder.url(f"{ONDER}{pad}"))


@pytest.fixture(scope="module")
def van_schijf(
    gebouwde_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], str]:
    """Return what makes an address of the site one in the unpacked zip."""
    map_ = tmp_path_factory.mktemp("schijf")
    with zipfile.ZipFile(io.BytesIO(offline_zip(gebouwde_site, date(2026, 11, 21)))) as zip_:
        zip_.extractall(map_)
    wortel = (map_ / MAP).as_uri()
    return lambda pad: f"{wortel}/{re.sub('/(?=[?#]|$)', '/index.html', pad)}"


@pytest.mark.parametrize("doe", HULPMIDDELEN, ids=NAMEN)
def test_from_disk(doe: Doe, pagina: Page, van_schijf: Callable[[str], str]) -> None:
    pagina.context.set_offline(True)
    doe(pagina, van_schijf)


@pytest.mark.parametrize("doe", HULPMIDDELEN, ids=NAMEN)
def test_from_disk_in_firefox(doe: Doe, vos: Page, van_schijf: Callable[[str], str]) -> None:
    doe(vos, van_schijf)


@pytest.mark.parametrize("pad", ["niet/", "wetten/niet/hier/"])
def test_an_unknown_address_under_a_path(
    pad: str, pagina: Page, onder: Website, klachten: list[str]
) -> None:
    pagina.goto(onder.url(f"{ONDER}{pad}"))
    assert pagina.evaluate("getComputedStyle(document.querySelector('.kb-kop')).display") == "block"
    pagina.get_by_role("link", name="Begin bij de voorpagina").click()
    assert pagina.url == onder.url(ONDER)
    # Chromium tells of the page itself that it was not found, and of nothing else.
    assert [klacht for klacht in klachten if "404" not in klacht] == []
    assert len(klachten) == 1
    klachten.clear()
