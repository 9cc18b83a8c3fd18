"""How to refer to a page, at its foot: mouse, keyboard, narrow, without script, from disk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from macros.blad.citeren import Citaat, leidraad
from macros.corpus.corpus import Corpus
from tests.kwaliteit.opstelling import Website

pytestmark = pytest.mark.browser

SMAL: ViewportSize = {"width": 320, "height": 640}
BREED: ViewportSize = {"width": 1280, "height": 900}
PAD = "leerpunten/alo-kop/"
TITEL = "ALO-kop in het kindgebonden budget"
WEL_KLEMBORD = ["clipboard-read", "clipboard-write"]


@pytest.fixture
def opties() -> dict[str, Any]:
    return {"viewport": BREED, "permissions": WEL_KLEMBORD}


@pytest.fixture(scope="module")
def verwijzing(corpus: Corpus) -> str:
    return leidraad(corpus.site, Citaat(TITEL, PAD))


def _klembord(pagina: Page) -> str:
    return str(pagina.evaluate("navigator.clipboard.readText()"))


def test_with_the_mouse(pagina: Page, adres: Website, verwijzing: str) -> None:
    pagina.goto(adres.url(PAD))
    tekst = pagina.locator(".kb-citeer [data-kopieerbaar]")
    expect(tekst).to_be_hidden()
    pagina.get_by_text("Citeer deze pagina").click()
    expect(tekst).to_have_text(verwijzing)
    pagina.get_by_role("button", name="Kopieer de verwijzing").click()
    expect(pagina.locator(".kb-citeer [role=status]")).to_have_text("Gekopieerd.")
    assert _klembord(pagina) == verwijzing


def test_with_the_keyboard(pagina: Page, adres: Website, verwijzing: str) -> None:
    pagina.goto(adres.url(PAD))
    pagina.locator(".kb-citeer summary").focus()
    pagina.keyboard.press("Enter")
    pagina.keyboard.press("Tab")
    expect(pagina.get_by_role("button", name="Kopieer de verwijzing")).to_be_focused()
    pagina.keyboard.press("Enter")
    expect(pagina.locator(".kb-citeer [role=status]")).to_have_text("Gekopieerd.")
    assert _klembord(pagina) == verwijzing
    pagina.keyboard.press("Tab")
    expect(pagina.get_by_role("link", name="BibTeX")).to_be_focused()


def test_where_there_is_no_clipboard_the_text_is_selected(
    pagina: Page, adres: Website, verwijzing: str
) -> None:
    pagina.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
    pagina.goto(adres.url(PAD))
    pagina.get_by_text("Citeer deze pagina").click()
    pagina.get_by_role("button", name="Kopieer de verwijzing").click()
    expect(pagina.locator(".kb-citeer [role=status]")).to_contain_text("geselecteerd")
    assert pagina.evaluate("String(getSelection())").strip() == verwijzing


def test_the_files_can_be_downloaded(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(PAD))
    pagina.get_by_text("Citeer deze pagina").click()
    for naam, bestand in (("BibTeX", "citeer.bib"), ("CSL-JSON", "citeer.json")):
        with pagina.expect_download() as wacht:
            pagina.get_by_role("link", name=naam).click()
        assert wacht.value.suggested_filename == bestand
        inhoud = Path(wacht.value.path()).read_text(encoding="utf-8")
        assert TITEL in inhoud
        if bestand.endswith(".json"):
            (dit,) = [een for een in json.loads(inhoud) if een["URL"].endswith(f"/{PAD}")]
            assert dit["title"] == TITEL


@pytest.mark.parametrize("script", [True, False])
def test_narrow_with_and_without_script(
    browser: Browser,
    adres: Website,
    verwijzing: str,
    script: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    context = browser.new_context(viewport=SMAL, java_script_enabled=script)
    pagina = context.new_page()
    pagina.goto(adres.url(PAD))
    pagina.get_by_text("Citeer deze pagina").click()
    tekst = pagina.locator(".kb-citeer [data-kopieerbaar]")
    expect(tekst).to_have_text(verwijzing)
    vak = tekst.bounding_box()
    assert vak is not None
    assert vak["x"] + vak["width"] <= SMAL["width"]
    assert pagina.get_by_role("button", name="Kopieer de verwijzing").count() == int(script)
    context.close()


def test_from_disk(pagina: Page, gebouwde_site: Path, verwijzing: str) -> None:
    pagina.goto((gebouwde_site / PAD / "index.html").as_uri())
    pagina.get_by_text("Citeer deze pagina").click()
    expect(pagina.locator(".kb-citeer [data-kopieerbaar]")).to_have_text(verwijzing)
    doel = pagina.get_by_role("link", name="BibTeX").evaluate("link => link.href")
    assert doel == (gebouwde_site / "leerpunten/citeer.bib").as_uri()


@pytest.mark.parametrize(
    ("pad", "deel"),
    [
        ("", "‘PMM Kennisbank’"),
        ("over/", "‘Over de kennisbank’"),
        ("mvt/", "(denkbeeldig)"),
        ("gemeenten/gm0363/", "‘Gemeente Amsterdam’"),
        ("bronnen/n24/", "(bron N24)’"),
        ("leerpunten-per-wet/awir/", "/leerpunten-per-wet/awir/"),
    ],
)
def test_every_kind_of_page_has_it(pagina: Page, adres: Website, pad: str, deel: str) -> None:
    pagina.goto(adres.url(pad))
    expect(pagina.locator(".kb-citeer [data-kopieerbaar]")).to_contain_text(deel)


def test_an_address_that_does_not_exist_cannot_be_referred_to(gebouwde_site: Path) -> None:
    assert "kb-citeer" not in (gebouwde_site / "404.html").read_text(encoding="utf-8")
