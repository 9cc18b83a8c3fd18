"""The zip works from a disk: pages, menu, search and tools."""

from __future__ import annotations

import io
import mimetypes
import os
import stat
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, TimeoutError  # noqa: A004
from selectolax.lexbor import LexborHTMLParser

from macros.exports.offline import FOLDER, offline_zip, with_index
from tests.chromium import patient
from tests.kwaliteit.setup import Error, put_in_dossier, unfold
from tests.proof import Proof

DAG = date(2026, 11, 21)


@pytest.fixture(scope="module")
def archive(built_site: Path) -> bytes:
    """Return the zip."""
    return offline_zip(built_site, DAG)


@pytest.fixture(scope="module")
def unpacked(archive: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that a reader gets."""
    folder = tmp_path_factory.mktemp("offline")
    with zipfile.ZipFile(io.BytesIO(archive)) as zip_:
        zip_.extractall(folder)
    (only,) = folder.iterdir()
    assert only.name == FOLDER
    return only


@pytest.fixture
def standalone(browser: Browser) -> Iterator[Page]:
    """Return a tab without a network."""
    context = browser.new_context(offline=True)
    yield patient(context.new_page())
    context.close()


def test_everyone_may_read_what_is_unpacked(archive: bytes) -> None:
    """Whatever the umask of who built it: a network share serves it to others."""
    with zipfile.ZipFile(io.BytesIO(archive)) as zip_:
        assert {info.external_attr >> 16 for info in zip_.infolist()} == {stat.S_IFREG | 0o644}


@pytest.mark.parametrize(
    ("adres", "becomes"),
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
def test_only_links_to_a_folder_of_the_site_change(adres: str, becomes: str) -> None:
    assert with_index(f'<a class="x" href="{adres}">') == f'<a class="x" href="{becomes}">'


def test_text_that_looks_like_a_link_stays() -> None:
    assert with_index("<code>href=&quot;wetten/&quot;</code>").count("index.html") == 0


def _difference(one: bytes, other: bytes) -> list[str]:
    """Return the files in which two zips differ; none when they are the same to the byte."""
    if one == other:
        return []
    contents = []
    for archive in (one, other):
        with zipfile.ZipFile(io.BytesIO(archive)) as zip_:
            contents.append(
                {i.filename: (i.CRC, i.date_time, i.external_attr) for i in zip_.infolist()}
            )
    links, right = contents
    namen = sorted(naam for naam in {**links, **right} if links.get(naam) != right.get(naam))
    return namen or ["de volgorde of het inpakken"]


def test_the_same_site_gives_the_same_zip(archive: bytes, built_site: Path) -> None:
    assert _difference(offline_zip(built_site, DAG), archive) == []


def _folder(folder: Path, files: Mapping[str, str]) -> Path:
    """Write a small site."""
    for naam, tekst in files.items():
        (folder / naam).parent.mkdir(parents=True, exist_ok=True)
        (folder / naam).write_text(tekst, encoding="utf-8")
    return folder


def test_who_wrote_the_files_when_and_in_what_order_is_no_difference(tmp_path: Path) -> None:
    files = {f"{naam}.html": naam for naam in "abc"}
    one = _folder(tmp_path / "een", files)
    other = _folder(tmp_path / "ander", dict(reversed(files.items())))
    os.utime(other / "a.html", (0, 0))
    (other / "b.html").chmod(0o600)
    assert _difference(offline_zip(one, DAG), offline_zip(other, DAG)) == []


def test_the_gate_sees_a_zip_that_differs(tmp_path: Path) -> None:
    site = _folder(tmp_path, {"a.html": "Een", "b.html": "Twee", "c.html": "Drie"})
    zip_ = offline_zip(site, DAG)
    _folder(site, {"a.html": "Anders", "d.html": "Erbij"})
    (site / "c.html").unlink()
    otherwise = [f"{FOLDER}/{naam}.html" for naam in "acd"]
    assert _difference(zip_, offline_zip(site, DAG)) == otherwise
    every = [f"{FOLDER}/{naam}.html" for naam in "abd"]
    assert _difference(offline_zip(site, DAG), offline_zip(site, date(2026, 1, 1))) == every
    assert _difference(zip_, zip_[:-2] + b"\x01\x00!") == ["de volgorde of het inpakken"]


def _broken_links(folder: Path) -> list[str]:
    """Return the links, scripts and forms of an unpacked site that lead to no file."""
    broken = []
    for pad in sorted(folder.rglob("*.html")):
        tree = LexborHTMLParser(pad.read_text(encoding="utf-8"))
        for node in tree.css("[href], [src], form[action]"):
            adres = next(
                str(node.attributes[naam])
                for naam in ("href", "src", "action")
                if node.attributes.get(naam) is not None
            )
            bare = adres.split("#")[0].split("?")[0]
            if ":" in adres or adres.startswith("//") or not bare:
                continue
            if not (pad.parent / bare).is_file():
                broken.append(f"{pad.relative_to(folder)}: {adres}")
    return broken


def test_every_link_leads_to_a_file(unpacked: Path, archive: bytes, proof: Proof) -> None:
    broken = _broken_links(unpacked)
    proof(
        "offline",
        paginas=len(list(unpacked.rglob("*.html"))),
        kapotte_links=len(broken),
        zip_in_kb=round(len(archive) / 1000),
    )
    assert not broken, "\n".join(broken[:20])


@pytest.mark.parametrize(
    "error",
    [
        '<a href="weg.html">x</a>',
        '<a href="wetten/">x</a>',
        '<a href="/index.html">x</a>',
        '<link rel="stylesheet" href="../a.css">',
        '<script src="a.js"></script>',
        '<img src="a.svg?x" alt="">',
        '<form action="zoeken/"></form>',
    ],
)
def test_the_gate_sees_a_link_to_nothing(error: str, tmp_path: Path) -> None:
    good = (
        '<a href="wetten/index.html#a">x</a><a href="#a">x</a><a href="?q=x">x</a>'
        '<a href="mailto:a@b.example">x</a><a href="https://a.example/">x</a>'
    )
    site = _folder(tmp_path, {"index.html": good, "wetten/index.html": ""})
    assert _broken_links(site) == []
    _folder(site, {"index.html": good + error})
    assert len(_broken_links(site)) == 1


def _search(page: Page, folder: Path) -> None:
    """Find a page by the menu, and one by a question."""
    page.goto((folder / "index.html").as_uri())
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Wetten").click()
    assert page.url.endswith("/wetten/index.html")
    veld = page.locator("#kb-zoek-q")
    veld.press_sequentially("schuldhulp")
    page.locator("#kb-zoek-q-lijst").wait_for(state="visible")
    veld.press("Enter")
    page.locator("[data-resultaten] > li").first.wait_for()
    assert "/zoeken/index.html" in page.url
    assert "q=schuldhulp" in page.url
    page.locator("[data-resultaten] > li a").first.click()
    page.wait_for_url("**/index.html*")
    assert page.locator("h1").is_visible()


def _use_tools(page: Page, folder: Path) -> None:
    """Filter a table, and follow a link of the decision aid."""
    page.goto((folder / "leerpunten/index.html").as_uri())
    page.evaluate(
        "document.querySelectorAll('main details').forEach((deel) => { deel.open = true; })"
    )
    page.locator("main [type=checkbox]").first.check()
    page.locator("main [role=status]").filter(has_text="Filters:").first.wait_for()
    page.goto((folder / "keuzehulp/index.html").as_uri())
    page.locator("main a[href*='index.html']").first.click()
    page.wait_for_url("**/index.html*")


def _assemble(page: Page, folder: Path) -> None:
    """Collect two pages and make the document; every page in the list is there."""
    page.goto((folder / "wetten/awir/index.html").as_uri())
    put_in_dossier(page)
    unfold(page)
    page.locator("[data-alle] [data-id='leerpunt:alo-kop']").click()
    put_in_dossier(page)
    parts = page.locator(".kb-dossier__document h3")
    faults = page.get_by_text("kon niet worden geladen")
    parts.nth(2).or_(faults).first.wait_for()  # two parts and the sources
    assert faults.count() == 0
    links = page.locator("main a[data-id], .kb-dossier__keuze a").evaluate_all(
        "links => links.map((link) => decodeURI(link.href.split('#')[0]))"
    )
    broken = [link for link in links if not Path(link.removeprefix("file://")).is_file()]
    assert not broken, broken[:3]


def _failed(act: Callable[[Page, Path], None], page: Page, folder: Path) -> list[str]:
    """Return the step that does not come through, if any, and every error of a script."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    try:
        act(page, folder)
    except (AssertionError, TimeoutError) as error:
        errors.append(str(error))
    return errors


@pytest.mark.browser
@pytest.mark.parametrize("act", [_search, _use_tools, _assemble])
def test_it_works_from_disk(
    act: Callable[[Page, Path], None], standalone: Page, unpacked: Path
) -> None:
    assert _failed(act, standalone, unpacked) == []


@pytest.mark.browser
@pytest.mark.parametrize(
    ("act", "error", "place"),
    [
        # The first two work on a server: a folder as address, and fetching a file.
        (_search, ("index.html", "wetten/index.html", "wetten/"), "/wetten/index.html"),
        (_search, ("assets/js/zoek-ui.js", '==="file:"', '==="x:"'), "lijst"),
        (
            _use_tools,
            ("assets/js/catalogus.js", "region.textContent=text", "region.title=text"),
            "status",
        ),
        (_use_tools, ("keuzehulp/index.html", "index.html", ""), "index.html"),
        (_assemble, ("assets/js/dossier.js", r"/index\.html$/", "/geen/"), "kon niet"),
        (
            _use_tools,
            ("assets/js/pagina.js", ".replaceWith(", ".mis("),
            "mis is not",
        ),
    ],
)
def test_the_gate_sees_what_only_works_on_a_web(
    act: Callable[[Page, Path], None], error: Error, place: str, standalone: Page, unpacked: Path
) -> None:
    file, old, new = error
    tekst = (unpacked / file).read_text(encoding="utf-8")
    assert old in tekst
    broken, soort = tekst.replace(old, new), mimetypes.guess_type(file)[0]
    standalone.route(
        f"**/kennisbank/{file}", lambda route: route.fulfill(body=broken, content_type=soort)
    )
    standalone.set_default_timeout(4000)
    standalone.set_default_navigation_timeout(30_000)  # to come there is not what is broken
    faults = _failed(act, standalone, unpacked)
    assert any(place in wat for wat in faults), faults
