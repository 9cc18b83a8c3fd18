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

from macros.exports.offline import FOLDER, offline_zip
from tests.building import build, make_copy
from tests.kwaliteit.setup import Website, website

pytestmark = pytest.mark.browser

UNDER = "kennisbank/"


def _search(pagina: Page, url: Callable[[str], str]) -> None:
    pagina.goto(url("privacy/"))
    pagina.locator("#kb-zoek-q").fill("beslagvrije voet")
    pagina.locator("#kb-zoek-q").press("Enter")
    expect(pagina.locator("[data-resultaten] > li").first).to_be_visible()
    pagina.locator("[data-resultaten] > li > a").first.click()
    expect(pagina).not_to_have_url(re.compile("/zoeken/"))
    expect(pagina.locator("main h1")).to_be_visible()


def _leerpunten(pagina: Page, url: Callable[[str], str]) -> None:
    pagina.goto(url("leerpunten/"))
    pagina.locator("details:has(> [data-leerpunten]) > summary").click()
    every = pagina.locator("[data-leerpunten] > li:visible").count()
    pagina.locator("summary", has_text="Leefgebied").click()
    pagina.locator("[data-facet=leefgebied] input").first.check()
    assert 0 < pagina.locator("[data-leerpunten] > li:visible").count() < every


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


def _compare(pagina: Page, url: Callable[[str], str]) -> None:
    pagina.goto(url("vergelijken/?i=landelijk-maatwerkloket&i=opleiden"))
    expect(pagina.locator("#in-het-kort + table thead [data-i]:visible")).to_have_count(2)


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
    every = pagina.locator("[data-stand]").inner_text()
    pagina.get_by_label("Soort", exact=True).select_option(label="Leerpunten")
    expect(pagina.locator("[data-stand]")).not_to_have_text(every)


def _use_shell(pagina: Page, url: Callable[[str], str]) -> None:
    pagina.goto(url("wetten/awir/"))
    pagina.get_by_role("button", name="Donker").click()
    assert pagina.evaluate("document.documentElement.dataset.kleurstand") == "donker"
    pagina.set_viewport_size({"width": 360, "height": 700})
    pagina.get_by_role("button", name="Menu").click()
    pagina.locator("#hoofdmenu a").first.click()
    expect(pagina.locator("main h1")).to_be_visible()


TOOLS = (
    _search,
    _leerpunten,
    _gemeenten,
    _keuzehulp,
    _compare,
    _dossier,
    _casusformulier,
    _wijzigingen,
    _use_shell,
)
NAMEN = [act.__name__.removeprefix("_") for act in TOOLS]
Action = Callable[[Page, Callable[[str], str]], None]


@pytest.mark.parametrize("act", TOOLS, ids=NAMEN)
def test_in_firefox(act: Action, firefox_page: Page, adres: Website) -> None:
    act(firefox_page, adres.url)


@pytest.fixture(scope="module")
def under(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Website]:
    """Return the site as built for an address with a path, served there and nowhere else."""
    folder = tmp_path_factory.mktemp("onder")
    copy = make_copy(root, folder / "project")
    own = copy / "data/site.yml"
    tekst = own.read_text(encoding="utf-8")
    assert "adres: https://kennisbank.example/\n" in tekst
    own.write_text(tekst.replace(".example/\n", f".example/{UNDER}\n", 1), encoding="utf-8")
    uitkomst = build(copy, folder / "server" / UNDER)
    assert uitkomst.status == 0, uitkomst.all_exports
    shutil.copy(folder / "server" / UNDER / "404.html", folder / "server")
    with website(folder / "server") as running:
        yield running


@pytest.mark.parametrize("act", TOOLS, ids=NAMEN)
def test_under_a_path(act: Action, pagina: Page, under: Website) -> None:
    act(pagina, lambda pad: under.url(f"{UNDER}{pad}"))


@pytest.fixture(scope="module")
def from_disk(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """Return what makes an address of the site one in the unpacked zip."""
    folder = tmp_path_factory.mktemp("schijf")
    with zipfile.ZipFile(io.BytesIO(offline_zip(built_site, date(2026, 11, 21)))) as zip_:
        zip_.extractall(folder)
    root = (folder / FOLDER).as_uri()
    return lambda pad: f"{root}/{re.sub('/(?=[?#]|$)', '/index.html', pad)}"


@pytest.mark.parametrize("act", TOOLS, ids=NAMEN)
def test_from_disk(act: Action, pagina: Page, from_disk: Callable[[str], str]) -> None:
    pagina.context.set_offline(True)
    act(pagina, from_disk)


@pytest.mark.parametrize("act", TOOLS, ids=NAMEN)
def test_from_disk_in_firefox(
    act: Action, firefox_page: Page, from_disk: Callable[[str], str]
) -> None:
    act(firefox_page, from_disk)


@pytest.mark.parametrize("pad", ["niet/", "wetten/niet/hier/"])
def test_an_unknown_address_under_a_path(
    pad: str, pagina: Page, under: Website, complaints: list[str]
) -> None:
    pagina.goto(under.url(f"{UNDER}{pad}"))
    assert pagina.evaluate("getComputedStyle(document.querySelector('.kb-kop')).display") == "block"
    pagina.get_by_role("link", name="Begin bij de voorpagina").click()
    expect(pagina).to_have_url(under.url(UNDER))
    # Chromium tells of the page itself that it was not found, and of nothing else.
    assert [klacht for klacht in complaints if "404" not in klacht] == []
    assert len(complaints) == 1
    complaints.clear()
