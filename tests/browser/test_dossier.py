"""The dossier in a real browser: collecting while reading, ordering, and each of its outputs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from selectolax.lexbor import LexborHTMLParser

from macros.blad.zinnen import DENKBEELDIG
from macros.corpus.corpus import Corpus
from macros.exports.dossierinhoud import inhoud
from macros.model.basis import Record
from macros.model.mvt import MvtPunt
from tests.kantoor import Kantoor
from tests.kwaliteit.opstelling import Website

pytestmark = pytest.mark.browser

SMAL: ViewportSize = {"width": 320, "height": 640}
IDS = ("leerpunt:alo-kop", "wet:awir", "instrument:landelijk-maatwerkloket")
DRIE = f"dossier/#d={','.join(IDS)}"
DOCUMENT = ".kb-dossier__document"


@pytest.fixture
def zonder_script(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=SMAL, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def punt(corpus: Corpus) -> MvtPunt:
    """Return a record about the imaginary law."""
    return corpus.alle(MvtPunt)[0]


def _titels(corpus: Corpus, *ids: str) -> list[str]:
    return [corpus.records[id_].titel for id_ in ids]


def _keuze_is(pagina: Page, *titels: str) -> None:
    """Wait until these are chosen, in this order: the script runs after the page is there."""
    expect(pagina.locator(".kb-dossier__keuze a")).to_have_text(list(titels))


def _delen_zijn(pagina: Page, *titels: str) -> None:
    """Wait until the document has these parts, in this order, and its sources last."""
    koppen = [f"{nummer}. {titel}" for nummer, titel in enumerate(titels, start=1)]
    expect(pagina.locator(f"{DOCUMENT} h3")).to_have_text([*koppen, "Bronnen"])


def _download(pagina: Page, soort: str, map_: Path) -> Path:
    with pagina.expect_download() as wacht:
        pagina.get_by_role("button", name=f"Download {soort}").click()
    bestand = map_ / wacht.value.suggested_filename
    wacht.value.save_as(bestand)
    return bestand


def _beweringen(corpus: Corpus, *ids: str) -> list[str]:
    """Return the words of every point of these records."""
    teksten = []
    for id_ in ids:
        record = corpus.records[id_]
        assert isinstance(record, Record)
        ding: Any = inhoud(corpus, record)
        teksten += [punt["tekst"] for sectie in ding["secties"] for punt in sectie["punten"]]
    return teksten


def test_verzamelen_terwijl_u_leest(pagina: Page, adres: Website, corpus: Corpus) -> None:
    pagina.goto(adres.url("leerpunten/alo-kop/"))
    pagina.get_by_role("link", name="Zet in dossier").click()
    assert pagina.url == adres.url("dossier/#d=leerpunt:alo-kop")
    _keuze_is(pagina, *_titels(corpus, IDS[0]))
    # From the dossier to a record by the list, from there on by a link in the text.
    pagina.locator("[data-alle] [data-id='wet:awir']").click()
    assert pagina.url == adres.url("wetten/awir/#d=leerpunt:alo-kop")
    zet = pagina.get_by_role("link", name="Zet in dossier")
    expect(zet).to_have_text("Zet in dossier (bij de 1 die u al koos)")
    pagina.locator(".kb-menu").get_by_role("link", name="Instrumenten").click()
    assert pagina.url == adres.url("instrumenten/#d=leerpunt:alo-kop")
    pagina.go_back()
    zet.click()
    assert pagina.url == adres.url("dossier/#d=leerpunt:alo-kop,wet:awir")
    _keuze_is(pagina, *_titels(corpus, *IDS[:2]))
    _delen_zijn(pagina, *_titels(corpus, *IDS[:2]))


def test_zoeken_neemt_het_dossier_mee(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("wetten/awir/?d=leerpunt:alo-kop"))
    pagina.locator("#kb-zoek-q").fill("maatwerkloket")
    pagina.get_by_role("button", name="Zoek", exact=True).click()
    pagina.locator("[data-resultaten] a").first.click()
    assert pagina.url.endswith("/#d=leerpunt:alo-kop")


def test_zonder_dossier_blijven_adressen_schoon(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("wetten/awir/"))
    pagina.locator(".kb-kruimels a").last.click()
    assert pagina.url == adres.url("wetten/")


def test_toevoegen_met_het_toetsenbord(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("dossier/"))
    expect(pagina.locator("main").get_by_role("status").first).to_have_text(
        "Het dossier is nog leeg."
    )
    assert pagina.get_by_role("button", name="Download ODT").is_disabled()
    pagina.get_by_label("Voeg een pagina toe").focus()
    pagina.keyboard.type("maatwerkloket")
    expect(pagina.locator(".kb-dossier__gevonden li").first).to_be_visible()
    expect(pagina.locator("main").get_by_role("status").nth(1)).to_contain_text("pagina’s passen")
    pagina.wait_for_timeout(500)  # the list is made anew a moment after the last letter
    pagina.keyboard.press("Tab")
    pagina.keyboard.press("Enter")
    expect(pagina.locator(".kb-dossier__keuze a")).to_have_count(1)
    expect(pagina.locator("main").get_by_role("status").first).to_contain_text(
        "staat nu in het dossier"
    )
    pagina.keyboard.press("Enter")
    expect(pagina.locator("main").get_by_role("status").first).to_contain_text(
        "staat al in het dossier"
    )
    expect(pagina.locator(f"{DOCUMENT} h3").first).to_be_visible()
    assert "#d=" in pagina.url


def test_volgorde_en_weghalen_met_het_toetsenbord(
    pagina: Page, adres: Website, corpus: Corpus
) -> None:
    a, b, c = _titels(corpus, *IDS)
    pagina.goto(adres.url(DRIE))
    _keuze_is(pagina, a, b, c)
    pagina.get_by_role("button", name=f"Omhoog: {c}").focus()
    pagina.keyboard.press("Enter")
    _keuze_is(pagina, a, c, b)
    expect(pagina.get_by_role("button", name=f"Omhoog: {c}")).to_be_focused()
    pagina.keyboard.press("Enter")
    _keuze_is(pagina, c, a, b)
    # It is first now and cannot go higher; the focus may not fall off the page.
    expect(pagina.get_by_role("button", name=f"Omlaag: {c}")).to_be_focused()
    expect(pagina.locator("main").get_by_role("status").first).to_have_text(
        f"{c} staat nu op plaats 1 van 3."
    )
    _delen_zijn(pagina, c, a, b)
    pagina.get_by_role("button", name=f"Verwijder: {a}").focus()
    pagina.keyboard.press("Enter")
    _keuze_is(pagina, c, b)
    expect(pagina.get_by_role("button", name=f"Verwijder: {b}")).to_be_focused()
    assert pagina.url == adres.url(f"dossier/#d={IDS[2]},{IDS[1]}")
    pagina.reload()
    _keuze_is(pagina, c, b)


def test_leegmaken_met_de_muis(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(DRIE))
    pagina.get_by_role("button", name="Maak leeg").click()
    _keuze_is(pagina)
    assert pagina.url == adres.url("dossier/")
    expect(pagina.locator(DOCUMENT)).to_be_hidden()
    expect(pagina.get_by_label("Voeg een pagina toe")).to_be_focused()


def test_het_document_houdt_precies_de_keuze(pagina: Page, adres: Website, corpus: Corpus) -> None:
    pagina.goto(adres.url(DRIE))
    expect(pagina.locator(f"{DOCUMENT} h2")).to_have_text("Dossier")
    _delen_zijn(pagina, *_titels(corpus, *IDS))
    tekst = pagina.locator(DOCUMENT).inner_text()
    for bewering in _beweringen(corpus, *IDS):
        assert bewering in tekst
    assert corpus.site.versie in tekst
    assert "21 november 2026" in tekst
    for id_ in IDS:
        assert f"{corpus.site.adres}{corpus.records[id_].pad}" in tekst
    assert f"{corpus.site.adres}{DRIE}" in tekst
    # Each note leads to its source, and every source is in the list once.
    noten = pagina.locator(f"{DOCUMENT} a.kb-noot")
    doelen = set(noten.evaluate_all("noten => noten.map(noot => noot.hash.slice(1))"))
    bronnen = pagina.locator(f"{DOCUMENT} [id^='dossier-bron-']")
    ids = bronnen.evaluate_all("bronnen => bronnen.map(bron => bron.id)")
    assert set(ids) == doelen
    assert len(ids) == len(doelen)
    assert ids == [f"dossier-bron-{nummer + 1}" for nummer in range(len(ids))]


def test_de_titel_staat_in_het_document_en_achter_het_hekje(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(DRIE))
    titel = pagina.get_by_label("Titel van het document")
    titel.fill("<b>Raadsbrief</b>")
    expect(pagina.locator(f"{DOCUMENT} h2")).to_have_text("<b>Raadsbrief</b>")
    assert pagina.url == adres.url(DRIE)
    titel.blur()
    assert pagina.url == adres.url(f"{DRIE}&titel=%3Cb%3ERaadsbrief%3C%2Fb%3E")


def test_de_odt_houdt_precies_de_keuze(  # noqa: PLR0913, PLR0917  fixtures
    pagina: Page, adres: Website, corpus: Corpus, punt: MvtPunt, kantoor: Kantoor, tmp_path: Path
) -> None:
    ids = (*IDS, punt.id)
    pagina.goto(adres.url(f"{DRIE},{punt.id}"))
    pagina.get_by_label("Titel van het document").fill("Nota & bijlage")
    bestand = _download(pagina, "ODT", tmp_path)
    assert bestand.name == f"dossier_{corpus.site.peildatum}.odt"
    uit = tmp_path / "uit"
    uit.mkdir()
    kantoor.zet_om(bestand, "html", uit)
    html = LexborHTMLParser(next(uit.glob("*.html")).read_text(encoding="utf-8"))

    def woorden(kiezer: str) -> list[str]:
        return [" ".join(knoop.text().split()) for knoop in html.css(kiezer)]

    assert woorden("h1") == ["Nota & bijlage"]
    titels = [f"{nr}. {titel}" for nr, titel in enumerate(_titels(corpus, *ids), start=1)]
    titels[-1] += " (denkbeeldig)"
    assert woorden("h2") == [*titels, "Bronnen"]
    tekst = " ".join(woorden("body"))
    for bewering in _beweringen(corpus, *ids):
        assert bewering in tekst
    # Above the document and again at the part itself.
    assert tekst.count(f"Denkbeeldig. {DENKBEELDIG}") == 1
    assert tekst.count(DENKBEELDIG) == 2
    assert "stand" in tekst
    links = {knoop.attributes["href"] for knoop in html.css("a[href]")}
    assert f"{corpus.site.adres}leerpunten/alo-kop/" in links


def test_markdown_houdt_de_keuze_en_het_merk(
    pagina: Page, adres: Website, corpus: Corpus, punt: MvtPunt, tmp_path: Path
) -> None:
    pagina.goto(adres.url(f"dossier/?r={punt.id},wet:awir"))
    tekst = _download(pagina, "Markdown", tmp_path).read_text(encoding="utf-8")
    regels = tekst.splitlines()
    koppen = [regel for regel in regels if regel.startswith("## ")]
    titels = _titels(corpus, punt.id, "wet:awir")
    assert koppen == [f"## 1. {titels[0]} (denkbeeldig)", f"## 2. {titels[1]}", "## Bronnen"]
    assert len([regel for regel in regels if regel.startswith("> **Denkbeeldig.**")]) == 2


def test_zonder_denkbeeldig_record_is_er_geen_merk(
    pagina: Page, adres: Website, tmp_path: Path
) -> None:
    pagina.goto(adres.url("dossier/?r=wet:awir"))
    tekst = _download(pagina, "Markdown", tmp_path).read_text(encoding="utf-8")
    assert "Denkbeeldig" not in tekst
    assert pagina.locator(f"{DOCUMENT} .kb-denkbeeldig").count() == 0


def test_op_papier_staat_alleen_het_document_met_zijn_merk(
    pagina: Page, adres: Website, punt: MvtPunt
) -> None:
    pagina.goto(adres.url(f"dossier/?r={punt.id}"))
    expect(pagina.locator(f"{DOCUMENT} .kb-denkbeeldig")).to_have_count(2)
    pagina.emulate_media(media="print")
    zichtbaar = pagina.locator("main").inner_text()
    assert zichtbaar.startswith("Dossier\n")
    assert zichtbaar.count(DENKBEELDIG) == 2
    assert "Uw keuze" not in zichtbaar
    assert "Alle pagina’s van A tot Z" not in zichtbaar


def test_de_link_is_te_kopieren(pagina: Page, adres: Website) -> None:
    pagina.context.grant_permissions(["clipboard-read", "clipboard-write"])
    pagina.goto(adres.url(DRIE))
    pagina.get_by_role("button", name="Kopieer link").click()
    expect(pagina.locator("main").get_by_role("status").first).to_have_text(
        "De link is gekopieerd."
    )
    assert pagina.evaluate("navigator.clipboard.readText()") == adres.url(DRIE)


def test_wat_niet_bestaat_wordt_gezegd(pagina: Page, adres: Website, corpus: Corpus) -> None:
    pagina.goto(adres.url("dossier/?r=wet:bestaat-niet,wet:awir,../../x"))
    _keuze_is(pagina, *_titels(corpus, "wet:awir"))
    status = pagina.locator("main").get_by_role("status").first
    expect(status).to_contain_text("Deze pagina’s bestaan niet (meer): wet:bestaat-niet, ../../x.")
    assert pagina.url == adres.url("dossier/#d=wet:awir")


def test_wat_niet_laadt_wordt_gezegd(browser: Browser, adres: Website, corpus: Corpus) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/wetten/awir/dossier.js", lambda route: route.abort())
    page.goto(adres.url(DRIE))
    expect(page.locator("main").get_by_role("status").first).to_contain_text(
        "Niet alles kon worden geladen"
    )
    tekst = page.locator(DOCUMENT)
    expect(tekst).to_contain_text("Deze pagina kon niet worden geladen.")
    _delen_zijn(page, *_titels(corpus, *IDS))
    context.close()


def test_op_een_smal_scherm(pagina: Page, adres: Website) -> None:
    pagina.set_viewport_size(SMAL)
    pagina.goto(adres.url(DRIE))
    expect(pagina.locator(f"{DOCUMENT} h3").first).to_be_visible()
    assert pagina.evaluate("document.documentElement.scrollWidth") <= SMAL["width"]


def test_zonder_script_is_er_uitleg_en_de_lijst(
    zonder_script: Page, adres: Website, corpus: Corpus
) -> None:
    zonder_script.goto(adres.url(DRIE))
    uitleg = zonder_script.get_by_text("Een dossier samenstellen werkt hier nu niet.")
    expect(uitleg).to_be_visible()
    assert zonder_script.locator("[data-alle] [data-id]").count() == len(corpus.alle(Record))
    assert zonder_script.locator("main :is(button, input)").count() == 0
    assert zonder_script.evaluate("document.documentElement.scrollWidth") <= SMAL["width"]
    zonder_script.goto(adres.url("leerpunten/alo-kop/"))
    zonder_script.get_by_role("link", name="Zet in dossier").click()
    assert zonder_script.url == adres.url("dossier/?r=leerpunt:alo-kop")


def test_van_schijf_werkt_het_ook(pagina: Page, gebouwde_site: Path, corpus: Corpus) -> None:
    basis = gebouwde_site.as_uri()
    pagina.goto(f"{basis}/dossier/index.html?r=wet:awir")
    pagina.get_by_label("Voeg een pagina toe").fill("ALO-kop")
    pagina.get_by_role("button", name="Zet erbij: ALO-kop in het kindgebonden budget").click()
    _delen_zijn(pagina, *_titels(corpus, "wet:awir", "leerpunt:alo-kop"))
    pagina.locator("[data-alle] [data-id='wet:awir']").click()
    assert pagina.url == f"{basis}/wetten/awir/index.html#d=wet:awir,leerpunt:alo-kop"
