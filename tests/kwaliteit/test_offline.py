"""The zip works from a disk: pages, menu, search and tools."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from macros.exports.offline import MAP, met_index, offline_zip
from tests.kwaliteit.conftest import Bewijs

DAG = date(2026, 11, 21)


@pytest.fixture(scope="module")
def archief(gebouwde_site: Path) -> bytes:
    """Return the zip."""
    return offline_zip(gebouwde_site, DAG)


@pytest.fixture(scope="module")
def uitgepakt(archief: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that a reader gets."""
    map_ = tmp_path_factory.mktemp("offline")
    with zipfile.ZipFile(io.BytesIO(archief)) as zip_:
        zip_.extractall(map_)
    (enige,) = map_.iterdir()
    assert enige.name == MAP
    return enige


@pytest.fixture
def los(browser: Browser) -> Iterator[Page]:
    """Return a tab without a network."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    fouten: list[str] = []
    page.on("pageerror", lambda fout: fouten.append(str(fout)))
    yield page
    context.close()
    assert not fouten


@pytest.mark.parametrize(
    ("adres", "wordt"),
    [
        ("wetten/", "wetten/index.html"),
        ("../", "../index.html"),
        ("./", "./index.html"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("../wetten/awir/#recht", "../wetten/awir/index.html#recht"),
        ("zoeken/?q=a&amp;soort=wet", "zoeken/index.html?q=a&amp;soort=wet"),
        ("#inhoud", "#inhoud"),
        ("?q=x", "?q=x"),
        ("assets/css/tokens.css", "assets/css/tokens.css"),
        ("https://wetten.overheid.nl/", "https://wetten.overheid.nl/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_only_links_to_a_folder_of_the_site_change(adres: str, wordt: str) -> None:
    assert met_index(f'<a class="x" href="{adres}">') == f'<a class="x" href="{wordt}">'


def test_text_that_looks_like_a_link_stays() -> None:
    assert met_index("<code>href=&quot;wetten/&quot;</code>").count("index.html") == 0


def test_the_same_site_gives_the_same_zip(archief: bytes, gebouwde_site: Path) -> None:
    assert offline_zip(gebouwde_site, DAG) == archief


def test_every_link_leads_to_a_file(uitgepakt: Path, archief: bytes, bewijs: Bewijs) -> None:
    paginas = sorted(uitgepakt.rglob("*.html"))
    kapot = []
    for pad in paginas:
        boom = LexborHTMLParser(pad.read_text(encoding="utf-8"))
        for knoop in boom.css("[href], [src], form[action]"):
            adres = next(
                str(knoop.attributes[naam])
                for naam in ("href", "src", "action")
                if knoop.attributes.get(naam) is not None
            )
            kaal = adres.split("#")[0].split("?")[0]
            if ":" in adres or adres.startswith("//") or not kaal:
                continue
            if not (pad.parent / kaal).is_file():
                kapot.append(f"{pad.relative_to(uitgepakt)}: {adres}")
    bewijs(
        "offline",
        paginas=len(paginas),
        kapotte_links=len(kapot),
        zip_in_kb=round(len(archief) / 1000),
    )
    assert not kapot, "\n".join(kapot[:20])


@pytest.mark.browser
def test_search_works_from_disk(los: Page, uitgepakt: Path) -> None:
    los.goto((uitgepakt / "index.html").as_uri())
    los.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Wetten").click()
    assert los.url.endswith("/wetten/index.html")
    veld = los.locator("#kb-zoek-q")
    veld.press_sequentially("schuldhulp")
    los.locator("#kb-zoek-q-lijst").wait_for(state="visible")
    veld.press("Enter")
    los.locator("[data-resultaten] > li").first.wait_for()
    assert "/zoeken/index.html?q=schuldhulp" in los.url
    los.locator("[data-resultaten] > li a").first.click()
    los.wait_for_url("**/index.html*")
    assert los.locator("h1").is_visible()


@pytest.mark.browser
def test_tools_work_from_disk(los: Page, uitgepakt: Path) -> None:
    los.goto((uitgepakt / "leerpunten/index.html").as_uri())
    los.evaluate(
        "document.querySelectorAll('main details').forEach((deel) => { deel.open = true; })"
    )
    los.locator("main [type=checkbox]").first.check()
    los.locator("main [role=status]").filter(has_text="Filters:").first.wait_for()
    los.goto((uitgepakt / "keuzehulp/index.html").as_uri())
    los.locator("main a[href*='index.html']").first.click()
    los.wait_for_url("**/index.html*")
