"""The decision aid in a real browser: mouse and keyboard, narrow, with and without script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from macros.corpus.corpus import Corpus
from macros.pages.keuzehulp import Weg, wegen
from tests.kwaliteit.opstelling import Website

pytestmark = pytest.mark.browser

SMAL: ViewportSize = {"width": 320, "height": 640}
LOKET = "keuzehulp/?pad=casus.ja.ja.ja.nee"
KOP = "Uitkomst: Leg de casus voor aan het Landelijk Maatwerkloket"


@pytest.fixture
def opties() -> dict[str, Any]:
    return {"viewport": SMAL, "permissions": ["clipboard-read", "clipboard-write"]}


@pytest.fixture
def zonder_script(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=SMAL, java_script_enabled=False)
    yield context.new_page()
    context.close()


def alle_wegen(corpus: Corpus) -> list[tuple[str, Weg]]:
    """Return each way to each outcome."""
    gevonden = wegen(corpus.keuzehulp)
    return [(u.titel, weg) for u in corpus.keuzehulp.uitkomsten for weg in gevonden[u.sleutel]]


def kop(pagina: Page) -> str:
    return pagina.locator("#vraag-nu").inner_text()


def past_in_breedte(pagina: Page) -> bool:
    return bool(pagina.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_elke_weg_met_de_muis(pagina: Page, adres: Website, corpus: Corpus) -> None:
    pagina.goto(adres.url("keuzehulp/"))
    for titel, weg in alle_wegen(corpus):
        for stap in weg:
            assert kop(pagina).endswith(stap.vraag.vraag)
            pagina.locator("[data-keuzehulp]").get_by_role(
                "link", name=stap.antwoord.tekst, exact=True
            ).click()
        assert kop(pagina) == f"Uitkomst: {titel}"
        assert pagina.url.endswith("#pad=" + ".".join(stap.antwoord.sleutel for stap in weg))
        stappen = pagina.locator("[aria-labelledby=uw-weg] > ol > li")
        assert stappen.count() == len(weg)
        assert all(stap.locator(".kb-bewijs").count() for stap in stappen.all())
        assert past_in_breedte(pagina)
        pagina.get_by_role("link", name="Begin opnieuw").click()


def test_met_het_toetsenbord_gaat_de_focus_mee(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("keuzehulp/"))
    pagina.get_by_role("link", name="Ik heb een casus van een inwoner").focus()
    pagina.keyboard.press("Enter")
    expect(pagina.locator("#vraag-nu")).to_be_focused()
    assert kop(pagina).startswith("Vraag 2:")
    for _ in range(5):  # past the word that is explained under the question
        pagina.keyboard.press("Tab")
        if pagina.evaluate("document.activeElement.textContent").startswith("Nee"):
            break
    pagina.keyboard.press("Enter")
    expect(pagina.locator("#vraag-nu")).to_be_focused()
    assert kop(pagina) == "Uitkomst: Gebruik de gewone voorzieningen"


def test_het_adres_herstelt_de_stand(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(LOKET))
    assert kop(pagina) == KOP
    assert pagina.title().startswith(KOP)
    assert (
        adres.url(LOKET).replace("?", "#")
        in pagina.locator(".kb-keuzehulp span.kb-adres").inner_text()
    )
    expect(pagina.locator("#vraag-nu")).not_to_be_focused()
    pagina.reload()
    assert kop(pagina) == KOP


def test_de_twee_drempels_staan_naast_elkaar_met_hun_datum(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(LOKET))
    stap = pagina.locator("[aria-labelledby=uw-weg] > ol > li").last.inner_text()
    assert "8 januari 2026" in stap
    assert "2020 – ongeveer 2021" in stap
    assert stap.count("spreken elkaar tegen") == 2


def test_elke_stap_is_te_wijzigen_en_terug_gaat_terug(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(LOKET))
    pagina.get_by_role("link", name="Wijzig uw antwoord op vraag 3").click()
    assert kop(pagina) == "Vraag 3: Is de hulp vastgelopen?"
    assert pagina.url.endswith("#pad=casus.ja")
    expect(pagina.locator("#vraag-nu")).to_be_focused()
    pagina.go_back()
    assert kop(pagina) == KOP
    pagina.get_by_role("link", name="Begin opnieuw").click()
    assert kop(pagina).startswith("Vraag 1:")
    assert pagina.url == adres.url("keuzehulp/")


@pytest.mark.parametrize("pad", ["casus.onzin.ja", "casus.constructor", "onzin"])
def test_een_adres_dat_niet_past_wordt_gezegd(pagina: Page, adres: Website, pad: str) -> None:
    pagina.goto(adres.url(f"keuzehulp/?pad={pad}"))
    nummer = 2 if pad.startswith("casus") else 1
    assert kop(pagina).startswith(f"Vraag {nummer}:")
    assert "past niet bij de vragen" in (
        pagina.locator("[data-keuzehulp] [role=status]").text_content() or ""
    )


def test_het_adres_is_te_kopieren(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(LOKET))
    pagina.get_by_role("button", name="Kopieer het adres").click()
    expect(pagina.locator("[data-keuzehulp] [role=status]")).to_have_text(
        "Het adres is gekopieerd."
    )
    assert pagina.evaluate("navigator.clipboard.readText()") == adres.url(LOKET).replace("?", "#")


def test_op_papier_staat_de_uitkomst_met_alleen_haar_bronnen(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(LOKET))
    pagina.emulate_media(media="print")
    expect(pagina.locator("#vraag-nu")).to_be_visible()
    expect(pagina.locator("[data-alles]")).to_be_hidden()
    getoond = pagina.locator(".kb-bronnen > li:visible")
    genoemd = pagina.locator("[data-keuzehulp] a[href^='#bron-']").evaluate_all(
        "links => links.map(link => link.hash.slice(1))"
    )
    assert set(getoond.evaluate_all("li => li.map(een => een.id)")) == set(genoemd)
    # The numbers on paper are those in the text, although some sources are left out.
    nummers = getoond.evaluate_all("li => li.map(een => `bron-${een.value}`)")
    assert set(nummers) == set(genoemd)


def test_zonder_script_leiden_links_langs_dezelfde_vragen(
    zonder_script: Page, adres: Website, corpus: Corpus
) -> None:
    keuze = corpus.keuzehulp
    titels = {uitkomst.sleutel: uitkomst.titel for uitkomst in keuze.uitkomsten}
    titels |= {vraag.sleutel: vraag.vraag for vraag in keuze.vragen}
    for vraag in keuze.vragen:
        pad = "keuzehulp/" if vraag.sleutel == keuze.start else f"keuzehulp/{vraag.sleutel}/"
        (weg,) = wegen(keuze)[vraag.sleutel]
        for antwoord in vraag.antwoorden:
            zonder_script.goto(adres.url(pad))
            stappen = zonder_script.locator("[aria-labelledby=weg] > ol > li")
            assert stappen.count() == len(weg)
            zonder_script.get_by_role("link", name=antwoord.tekst, exact=True).first.click()
            expect(zonder_script.locator("h1")).to_have_text(titels[antwoord.naar])
            assert past_in_breedte(zonder_script)


def test_zonder_script_gaat_wijzigen_terug_naar_die_vraag(
    zonder_script: Page, adres: Website
) -> None:
    zonder_script.goto(adres.url("keuzehulp/wie-betaalt/"))
    zonder_script.get_by_role("link", name="Wijzig uw antwoord op vraag 1").click()
    expect(zonder_script).to_have_url(adres.url("keuzehulp/"))
    assert "Wat is uw situatie?" in zonder_script.locator("#vraag-nu").inner_text()


def test_van_schijf_werkt_het_ook(pagina: Page, gebouwde_site: Path) -> None:
    """There a browser refuses to change the address, so each answer opens the page again."""
    pagina.goto((gebouwde_site / "keuzehulp/index.html").as_uri())
    pagina.get_by_role("link", name="Ik heb een casus van een inwoner").click()
    expect(pagina.locator("#vraag-nu")).to_contain_text("Vraag 2:")
    pagina.get_by_role("link", name="Nee, het is één vraag op één gebied").click()
    expect(pagina.locator("#vraag-nu")).to_have_text("Uitkomst: Gebruik de gewone voorzieningen")
    assert pagina.url.endswith("index.html#pad=casus.nee")
