"""The dossier in a real browser: collecting while reading, ordering, and each of its outputs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from selectolax.lexbor import LexborHTMLParser

from macros.blad.take_along import TAKE_ALONG
from macros.blad.zinnen import DENKBEELDIG
from macros.corpus.corpus import Corpus
from macros.exports.dossier_content import inhoud
from macros.model.base import Record
from macros.model.mvt import MvtPunt
from tests.chromium import patient
from tests.kwaliteit.setup import Website, put_in_dossier, unfold
from tests.office import Office
from tests.opendocument import OpenDocument, told

pytestmark = pytest.mark.browser

NARROW: ViewportSize = {"width": 320, "height": 640}
IDS = ("leerpunt:alo-kop", "wet:awir", "instrument:landelijk-maatwerkloket")
THREE = f"dossier/#d={','.join(IDS)}"
DOCUMENT = ".kb-dossier__document"


@pytest.fixture
def without_script(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=NARROW, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def point(corpus: Corpus) -> MvtPunt:
    """Return a record about the imaginary law."""
    return corpus.every(MvtPunt)[0]


def _titels(corpus: Corpus, *ids: str) -> list[str]:
    return [corpus.records[id_].titel for id_ in ids]


def _choice_is(pagina: Page, *titels: str) -> None:
    """Wait until these are chosen, in this order: the script runs after the page is there."""
    expect(pagina.locator(".kb-dossier__keuze a")).to_have_text(list(titels))


def _parts_are(pagina: Page, *titels: str) -> None:
    """Wait until the document has these parts, in this order, and its notes last."""
    headings = [f"{nummer}. {titel}" for nummer, titel in enumerate(titels, start=1)]
    expect(pagina.locator(f"{DOCUMENT} h3")).to_have_text([*headings, "Noten"])


def _download(pagina: Page, soort: str, folder: Path) -> Path:
    with pagina.expect_download() as waiting:
        pagina.get_by_role("button", name=f"Download {soort}").click()
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


def _beweringen(corpus: Corpus, *ids: str) -> list[str]:
    """Return the words of every point of these records."""
    teksten = []
    for id_ in ids:
        record = corpus.records[id_]
        assert isinstance(record, Record)
        thing: Any = inhoud(corpus, record)
        teksten += [point["tekst"] for sectie in thing["secties"] for point in sectie["punten"]]
    return teksten


def _proofs(corpus: Corpus, *ids: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each proof of these records in the order of the page, with its sources in words."""
    for id_ in ids:
        record = corpus.records[id_]
        assert isinstance(record, Record)
        thing: Any = inhoud(corpus, record)
        points = [point for part in thing["secties"] for point in part["punten"]]
        for one in (thing["samenvatting"], *points):
            if "bewijs" in one or "bronnen" in one:
                sources = [thing["bronnen"][code]["tekst"] for code in one.get("bronnen", ())]
                yield one.get("bewijs", ""), sources


def test_collecting_while_reading(pagina: Page, adres: Website, corpus: Corpus) -> None:
    pagina.goto(adres.url("leerpunten/alo-kop/"))
    pagina.get_by_role("link", name="Zet in dossier").click()
    # Who reads on stays on the page; the same link then leads to the dossier.
    expect(pagina).to_have_url(adres.url("leerpunten/alo-kop/#d=leerpunt:alo-kop"))
    expect(pagina.locator(".kb-acties [role=status]")).to_have_text(
        "Deze pagina staat nu in uw dossier."
    )
    pagina.get_by_role("link", name="Bekijk dossier (1)").click()
    expect(pagina).to_have_url(adres.url("dossier/#d=leerpunt:alo-kop"))
    _choice_is(pagina, *_titels(corpus, IDS[0]))
    # From the dossier to a record by the list, from there on by a link in the text.
    unfold(pagina)
    pagina.locator("[data-alle] [data-id='wet:awir']").click()
    expect(pagina).to_have_url(adres.url("wetten/awir/#d=leerpunt:alo-kop"))
    put_link = pagina.get_by_role("link", name="Zet in dossier")
    expect(put_link).to_have_text("Zet in dossier (1)")
    pagina.locator(".kb-menu").get_by_role("link", name="Instrumenten").click()
    expect(pagina).to_have_url(adres.url("instrumenten/#d=leerpunt:alo-kop"))
    pagina.go_back()
    put_in_dossier(pagina)
    expect(pagina).to_have_url(adres.url("dossier/#d=leerpunt:alo-kop,wet:awir"))
    _choice_is(pagina, *_titels(corpus, *IDS[:2]))
    _parts_are(pagina, *_titels(corpus, *IDS[:2]))


def test_the_search_takes_the_dossier_along(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("wetten/awir/?d=leerpunt:alo-kop"))
    pagina.locator("#kb-zoek-q").fill("maatwerkloket")
    pagina.get_by_role("button", name="Zoek", exact=True).click()
    pagina.locator("[data-resultaten] a").first.click()
    expect(pagina).to_have_url(re.compile(re.escape("/#d=leerpunt:alo-kop") + "$"))


def test_without_a_dossier_addresses_stay_clean(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("wetten/awir/"))
    pagina.locator(".kb-kruimels a").last.click()
    expect(pagina).to_have_url(adres.url("wetten/"))


def test_adding_by_keyboard(pagina: Page, adres: Website) -> None:
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


def test_ordering_and_removing_by_keyboard(pagina: Page, adres: Website, corpus: Corpus) -> None:
    a, b, c = _titels(corpus, *IDS)
    pagina.goto(adres.url(THREE))
    _choice_is(pagina, a, b, c)
    pagina.get_by_role("button", name=f"Omhoog: {c}").focus()
    pagina.keyboard.press("Enter")
    _choice_is(pagina, a, c, b)
    expect(pagina.get_by_role("button", name=f"Omhoog: {c}")).to_be_focused()
    pagina.keyboard.press("Enter")
    _choice_is(pagina, c, a, b)
    # It is first now and cannot go higher; the focus may not fall off the page.
    expect(pagina.get_by_role("button", name=f"Omlaag: {c}")).to_be_focused()
    expect(pagina.locator("main").get_by_role("status").first).to_have_text(
        f"{c} staat nu op plaats 1 van 3."
    )
    _parts_are(pagina, c, a, b)
    pagina.get_by_role("button", name=f"Verwijder: {a}").focus()
    pagina.keyboard.press("Enter")
    _choice_is(pagina, c, b)
    expect(pagina.get_by_role("button", name=f"Verwijder: {b}")).to_be_focused()
    expect(pagina).to_have_url(adres.url(f"dossier/#d={IDS[2]},{IDS[1]}"))
    pagina.reload()
    _choice_is(pagina, c, b)


def test_emptying_by_mouse(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url(THREE))
    pagina.get_by_role("button", name="Maak leeg").click()
    _choice_is(pagina)
    expect(pagina).to_have_url(adres.url("dossier/"))
    expect(pagina.locator(DOCUMENT)).to_be_hidden()
    expect(pagina.get_by_label("Voeg een pagina toe")).to_be_focused()


def test_what_was_emptied_can_be_put_back(pagina: Page, adres: Website, corpus: Corpus) -> None:
    pagina.goto(adres.url(THREE))
    pagina.get_by_role("button", name="Maak leeg").click()
    pagina.get_by_role("button", name="Zet terug").click()
    _choice_is(pagina, *_titels(corpus, *IDS))
    expect(pagina).to_have_url(adres.url(THREE))
    expect(pagina.get_by_role("button", name="Maak leeg")).to_be_enabled()


def test_the_document_holds_exactly_the_choice(
    pagina: Page, adres: Website, corpus: Corpus
) -> None:
    pagina.goto(adres.url(THREE))
    expect(pagina.locator(f"{DOCUMENT} h2")).to_have_text("Dossier")
    _parts_are(pagina, *_titels(corpus, *IDS))
    tekst = pagina.locator(DOCUMENT).inner_text()
    for bewering in _beweringen(corpus, *IDS):
        assert bewering in tekst
    assert corpus.site.versie in tekst
    assert "21 november 2026" in tekst
    for id_ in IDS:
        assert f"{corpus.site.adres}{corpus.records[id_].pad}" in tekst
    assert f"{corpus.site.adres}{THREE}" in tekst
    # Each place of a note leads to that note, and every note stands there once.
    noten = pagina.locator(f"{DOCUMENT} a.kb-noot")
    doelen = set(noten.evaluate_all("noten => noten.map(noot => noot.hash.slice(1))"))
    foot = pagina.locator(f"{DOCUMENT} [id^='dossier-noot-']")
    ids = foot.evaluate_all("noten => noten.map(noot => noot.id)")
    assert set(ids) == doelen
    assert len(ids) == len(doelen)
    assert ids == [f"dossier-noot-{nummer + 1}" for nummer in range(len(ids))]
    words = foot.all_inner_texts()
    assert len(set(words)) == len(words)
    for proof, sources in _proofs(corpus, *IDS):
        assert any(proof in note and all(s in note for s in sources) for note in words), proof
    # No proof in the sentences: that is only in the notes.
    sentences = pagina.locator(f"{DOCUMENT} li").all_inner_texts()
    assert not [zin for zin in sentences if "stand " in zin and "hand," in zin]


def test_the_title_is_in_the_document_and_behind_the_hash_sign(
    pagina: Page, adres: Website
) -> None:
    pagina.goto(adres.url(THREE))
    titel = pagina.get_by_label("Titel van het document")
    titel.fill("<b>Raadsbrief</b>")
    expect(pagina.locator(f"{DOCUMENT} h2")).to_have_text("<b>Raadsbrief</b>")
    expect(pagina).to_have_url(adres.url(THREE))
    titel.blur()
    expect(pagina).to_have_url(adres.url(f"{THREE}&titel=%3Cb%3ERaadsbrief%3C%2Fb%3E"))


def test_the_odt_holds_exactly_the_choice(  # noqa: PLR0913, PLR0917  fixtures
    pagina: Page,
    adres: Website,
    corpus: Corpus,
    point: MvtPunt,
    office: Office,
    opendocument: OpenDocument,
    tmp_path: Path,
) -> None:
    ids = (*IDS, point.id)
    pagina.goto(adres.url(f"{THREE},{point.id}"))
    pagina.get_by_label("Titel van het document").fill("Nota & bijlage")
    file = _download(pagina, "ODT", tmp_path)
    assert file.name == f"dossier_{corpus.site.peildatum}.odt"
    opendocument.check(file)
    proofs = list(_proofs(corpus, *ids))
    notes = told(file).notes
    assert [note for note, (proof, _) in zip(notes, proofs, strict=True) if proof not in note] == []
    for note, (_, sources) in zip(notes, proofs, strict=True):
        assert [source for source in sources if source not in note] == []
    out = tmp_path / "uit"
    out.mkdir()
    office.convert(file, "html", out)
    html = LexborHTMLParser(next(out.glob("*.html")).read_text(encoding="utf-8"))

    def woorden(selector: str) -> list[str]:
        return [" ".join(node.text().split()) for node in html.css(selector)]

    assert woorden("h1") == ["Nota & bijlage"]
    titels = [f"{nr}. {titel}" for nr, titel in enumerate(_titels(corpus, *ids), start=1)]
    titels[-1] += " (denkbeeldig)"
    assert woorden("h2") == titels
    assert woorden("[id^=sdfootnote] p") == [
        f"{nr}{' '.join(note.split())}" for nr, note in enumerate(notes, start=1)
    ]
    tekst = " ".join(woorden("body"))
    for bewering in _beweringen(corpus, *ids):
        assert bewering in tekst
    # Above the document and again at the part itself.
    assert tekst.count(f"Denkbeeldig. {DENKBEELDIG}") == 1
    assert tekst.count(DENKBEELDIG) == 2
    assert "stand" in tekst
    links = {node.attributes["href"] for node in html.css("a[href]")}
    assert f"{corpus.site.adres}leerpunten/alo-kop/" in links


def test_markdown_keeps_the_choice_and_the_mark(
    pagina: Page, adres: Website, corpus: Corpus, point: MvtPunt, tmp_path: Path
) -> None:
    pagina.goto(adres.url(f"dossier/?r={point.id},wet:awir"))
    tekst = _download(pagina, "Markdown", tmp_path).read_text(encoding="utf-8")
    regels = tekst.splitlines()
    headings = [regel for regel in regels if regel.startswith("## ")]
    titels = _titels(corpus, point.id, "wet:awir")
    assert headings == [f"## 1. {titels[0]} (denkbeeldig)", f"## 2. {titels[1]}", "## Noten"]
    assert len([regel for regel in regels if regel.startswith("> **Denkbeeldig.**")]) == 2


def test_without_an_imaginary_record_there_is_no_mark(
    pagina: Page, adres: Website, tmp_path: Path
) -> None:
    pagina.goto(adres.url("dossier/?r=wet:awir"))
    tekst = _download(pagina, "Markdown", tmp_path).read_text(encoding="utf-8")
    assert "Denkbeeldig" not in tekst
    assert pagina.locator(f"{DOCUMENT} .kb-denkbeeldig").count() == 0


def test_paper_shows_the_document_with_its_mark_only(
    pagina: Page, adres: Website, point: MvtPunt
) -> None:
    pagina.goto(adres.url(f"dossier/?r={point.id}"))
    expect(pagina.locator(f"{DOCUMENT} .kb-denkbeeldig")).to_have_count(2)
    pagina.emulate_media(media="print")
    visible = pagina.locator("main").inner_text()
    assert visible.startswith("Dossier\n")
    assert visible.count(DENKBEELDIG) == 2
    assert "Uw keuze" not in visible
    assert "Alle pagina’s van A tot Z" not in visible


def test_the_link_can_be_copied(pagina: Page, adres: Website) -> None:
    pagina.context.grant_permissions(["clipboard-read", "clipboard-write"])
    pagina.goto(adres.url(THREE))
    pagina.get_by_role("button", name="Kopieer link").click()
    expect(pagina.locator("main").get_by_role("status").first).to_have_text(
        "De link is gekopieerd."
    )
    assert pagina.evaluate("navigator.clipboard.readText()") == adres.url(THREE)


def test_a_page_that_does_not_exist_is_reported(
    pagina: Page, adres: Website, corpus: Corpus
) -> None:
    pagina.goto(adres.url("dossier/?r=wet:bestaat-niet,wet:awir,../../x"))
    _choice_is(pagina, *_titels(corpus, "wet:awir"))
    status = pagina.locator("main").get_by_role("status").first
    expect(status).to_contain_text("Deze pagina’s bestaan niet (meer): wet:bestaat-niet, ../../x.")
    expect(pagina).to_have_url(adres.url("dossier/#d=wet:awir"))


def test_a_page_that_does_not_load_is_reported(
    browser: Browser, adres: Website, corpus: Corpus
) -> None:
    context = browser.new_context()
    page = patient(context.new_page())
    page.route("**/wetten/awir/dossier.js", lambda route: route.abort())
    page.goto(adres.url(THREE))
    expect(page.locator("main").get_by_role("status").first).to_contain_text(
        "Niet alles kon worden geladen"
    )
    tekst = page.locator(DOCUMENT)
    expect(tekst).to_contain_text("Deze pagina kon niet worden geladen.")
    _parts_are(page, *_titels(corpus, *IDS))
    context.close()


def test_on_a_narrow_screen(pagina: Page, adres: Website) -> None:
    pagina.set_viewport_size(NARROW)
    pagina.goto(adres.url(THREE))
    expect(pagina.locator(f"{DOCUMENT} h3").first).to_be_visible()
    assert pagina.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_without_a_script_there_is_an_explanation_and_the_list(
    without_script: Page, adres: Website, corpus: Corpus
) -> None:
    without_script.goto(adres.url(THREE))
    uitleg = without_script.get_by_text("Een dossier samenstellen werkt hier nu niet.")
    expect(uitleg).to_be_visible()
    total = len(corpus.every(Record)) + len(TAKE_ALONG)
    assert without_script.locator("[data-alle] [data-id]").count() == total
    assert without_script.locator("main :is(button, input)").count() == 0
    assert without_script.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    without_script.goto(adres.url("leerpunten/alo-kop/"))
    without_script.get_by_role("link", name="Zet in dossier").click()
    expect(without_script).to_have_url(adres.url("dossier/?r=leerpunt:alo-kop"))


def test_it_works_from_disk_too(pagina: Page, built_site: Path, corpus: Corpus) -> None:
    base = built_site.as_uri()
    pagina.goto(f"{base}/dossier/index.html?r=wet:awir")
    pagina.get_by_label("Voeg een pagina toe").fill("ALO-kop")
    pagina.get_by_role("button", name="Zet erbij: ALO-kop in het kindgebonden budget").click()
    done = pagina.get_by_role("button", name="Staat erin: ALO-kop in het kindgebonden budget")
    expect(done).to_have_text("Staat erin")
    expect(done).to_be_focused()
    _parts_are(pagina, *_titels(corpus, "wet:awir", "leerpunt:alo-kop"))
    unfold(pagina)
    pagina.locator("[data-alle] [data-id='wet:awir']").click()
    expect(pagina).to_have_url(f"{base}/wetten/awir/index.html#d=wet:awir,leerpunt:alo-kop")
