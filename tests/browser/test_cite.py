"""How to refer to a page, at its foot: mouse, keyboard, narrow, without script, from disk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from macros.blad.citing import Citation, leidraad
from macros.corpus.corpus import Corpus
from tests.kwaliteit.setup import Website

pytestmark = pytest.mark.browser

NARROW: ViewportSize = {"width": 320, "height": 640}
WIDE: ViewportSize = {"width": 1280, "height": 900}
PAD = "leerpunten/alo-kop/"
TITEL = "ALO-kop in het kindgebonden budget"
CLIPBOARD_ALLOWED = ["clipboard-read", "clipboard-write"]


@pytest.fixture
def options() -> dict[str, Any]:
    return {"viewport": WIDE, "permissions": CLIPBOARD_ALLOWED}


@pytest.fixture(scope="module")
def verwijzing(corpus: Corpus) -> str:
    return leidraad(corpus.site, Citation(TITEL, PAD))


def _clipboard(pagina: Page) -> str:
    return str(pagina.evaluate("navigator.clipboard.readText()"))


def test_with_the_mouse(pagina: Page, adres: Website, verwijzing: str) -> None:
    pagina.goto(adres.url(PAD))
    tekst = pagina.locator(".kb-citeer [data-kopieerbaar]")
    expect(tekst).to_be_hidden()
    pagina.get_by_text("Citeer deze pagina").click()
    expect(tekst).to_have_text(verwijzing)
    pagina.get_by_role("button", name="Kopieer de verwijzing").click()
    expect(pagina.locator(".kb-citeer [role=status]")).to_have_text("Gekopieerd.")
    assert _clipboard(pagina) == verwijzing


def test_with_the_keyboard(pagina: Page, adres: Website, verwijzing: str) -> None:
    pagina.goto(adres.url(PAD))
    pagina.locator(".kb-citeer summary").focus()
    pagina.keyboard.press("Enter")
    pagina.keyboard.press("Tab")
    expect(pagina.get_by_role("button", name="Kopieer de verwijzing")).to_be_focused()
    pagina.keyboard.press("Enter")
    expect(pagina.locator(".kb-citeer [role=status]")).to_have_text("Gekopieerd.")
    assert _clipboard(pagina) == verwijzing
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
    for naam, file in (("BibTeX", "citeer.bib"), ("CSL-JSON", "citeer.json")):
        with pagina.expect_download() as waiting:
            pagina.get_by_role("link", name=naam).click()
        assert waiting.value.suggested_filename == file
        inhoud = Path(waiting.value.path()).read_text(encoding="utf-8")
        assert TITEL in inhoud
        if file.endswith(".json"):
            (dit,) = [one for one in json.loads(inhoud) if one["URL"].endswith(f"/{PAD}")]
            assert dit["title"] == TITEL


@pytest.mark.parametrize("script", [True, False])
def test_narrow_with_and_without_script(
    browser: Browser,
    adres: Website,
    verwijzing: str,
    script: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    context = browser.new_context(viewport=NARROW, java_script_enabled=script)
    pagina = context.new_page()
    pagina.goto(adres.url(PAD))
    pagina.get_by_text("Citeer deze pagina").click()
    tekst = pagina.locator(".kb-citeer [data-kopieerbaar]")
    expect(tekst).to_have_text(verwijzing)
    box = tekst.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= NARROW["width"]
    assert pagina.get_by_role("button", name="Kopieer de verwijzing").count() == int(script)
    context.close()


def test_from_disk(pagina: Page, built_site: Path, verwijzing: str) -> None:
    pagina.goto((built_site / PAD / "index.html").as_uri())
    pagina.get_by_text("Citeer deze pagina").click()
    expect(pagina.locator(".kb-citeer [data-kopieerbaar]")).to_have_text(verwijzing)
    doel = pagina.get_by_role("link", name="BibTeX").evaluate("link => link.href")
    assert doel == (built_site / "leerpunten/citeer.bib").as_uri()


@pytest.mark.parametrize(
    ("pad", "part"),
    [
        ("", "‘PMM Kennisbank’"),
        ("over/", "‘Over de kennisbank’"),
        ("mvt/", "(denkbeeldig)"),
        ("gemeenten/gm0363/", "‘Gemeente Amsterdam’"),
        ("bronnen/n24/", "(bron N24)’"),
        ("leerpunten-per-wet/awir/", "/leerpunten-per-wet/awir/"),
    ],
)
def test_every_kind_of_page_has_it(pagina: Page, adres: Website, pad: str, part: str) -> None:
    pagina.goto(adres.url(pad))
    expect(pagina.locator(".kb-citeer [data-kopieerbaar]")).to_contain_text(part)


def test_an_address_that_does_not_exist_cannot_be_referred_to(built_site: Path) -> None:
    assert "kb-citeer" not in (built_site / "404.html").read_text(encoding="utf-8")
