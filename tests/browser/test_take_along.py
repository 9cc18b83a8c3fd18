"""Texts to take along: the proposal, the outcome of the decision aid, the case on paper."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from macros.blad.document import Block, Heading, Listed, Piece
from macros.blad.take_along import TAKE_ALONG
from macros.corpus.corpus import Corpus
from macros.model.dates import dag_in_words
from macros.pages.reading import words
from macros.site.take_along import parts_of
from tests.kwaliteit.setup import Website
from tests.office import Office
from tests.opendocument import OpenDocument, Told, told

pytestmark = pytest.mark.browser

PROPOSAL = TAKE_ALONG["aansluiten/collegevoorstel/"]
OUTCOME = "keuzehulp/#pad=casus.ja.ja.ja.ja.ja"
CLEAN = "Kopieer als schone tekst"
OnPaper = Callable[[Path], Told]
PROOF = ("Uit eerste hand", "Uit tweede hand", "Eigen afleiding", "stand ", "https://")
"""What belongs in a note, and not in a sentence."""


@pytest.fixture
def copying(pagina: Page) -> Page:
    """Return a page that may read what was copied."""
    pagina.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return pagina


def _download(page: Page, tmp_path: Path, by: str = "button") -> Path:
    with page.expect_download() as waiting:
        knop = page.get_by_role("link" if by == "link" else "button", name="Download ODT")
        knop.focus()
        page.keyboard.press("Enter")
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


def _copied(page: Page) -> str:
    page.get_by_role("button", name=CLEAN).focus()
    page.keyboard.press("Enter")
    status = page.locator("main").get_by_role("status").filter(has_text="is gekopieerd")
    expect(status).to_have_count(1)
    return str(page.evaluate("navigator.clipboard.readText()"))


def _clean(root: Path, blocks: list[Block]) -> str:
    """Return what the script makes of blocks that the build read."""
    module = json.dumps(str(root / "macros/scripts/shared/notes.js"))
    code = (
        f"const {{ cleanText }} = require({module});"
        f"process.stdout.write(cleanText({json.dumps([b.as_json() for b in blocks])}));"
    )
    done = subprocess.run(
        [root / ".venv/bin/node", "-e", code], check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout


def _as_told(blocks: list[Block]) -> Told:
    """Return lines and notes of blocks, as ``told`` reads them from a document."""
    lines, notes = [], []
    for block in blocks:
        for text in block.items if isinstance(block, Listed) else (block.text,):
            lines.append(words(text))
            notes += [words(piece.note) for piece in text if piece.note]
    return Told(lines, notes)


def _opened(office: Office, file: Path, tmp_path: Path) -> Told:
    """Return lines and notes as LibreOffice shows them."""
    out = tmp_path / f"uit-{file.stem}"
    out.mkdir()
    office.convert(file, "html", out)
    html = LexborHTMLParser((out / f"{file.stem}.html").read_text(encoding="utf-8"))
    notes = []
    for node in html.css("[id^=sdfootnote] p"):
        for sign in node.css("a.sdfootnotesym"):
            sign.decompose()
        notes.append(" ".join(node.text().split()))
    for node in html.css("[id^=sdfootnote], a.sdfootnoteanc"):
        node.decompose()
    lines = [" ".join(node.text().split()) for node in html.css("h1, h2, h3, h4, p")]
    return Told(lines, notes)


@pytest.fixture
def on_paper(office: Office, opendocument: OpenDocument, tmp_path: Path) -> OnPaper:
    """Return how to read a document, once the standard and LibreOffice agree with it."""

    def reading(file: Path) -> Told:
        opendocument.check(file)
        read = told(file)
        assert _opened(office, file, tmp_path) == _one_space(read)
        return read

    return reading


def _one_space(one: Told) -> Told:
    """Return the same with white space as HTML has it."""
    return Told(
        [" ".join(line.split()) for line in one.lines],
        [" ".join(note.split()) for note in one.notes],
    )


def _no_proof_in_sentences(one: Told) -> None:
    """Check that proof stands in the notes; the address of the text itself is no proof."""
    lines = [line for line in one.lines if not line.startswith("Adres: ")]
    assert [line for line in lines if any(sign in line for sign in PROOF)] == []
    assert one.notes
    for note in one.notes:
        assert any(sign in note for sign in PROOF[:3]) or "tegen" in note, note
        assert "https://" in note


@pytest.fixture
def proposal(root: Path, corpus: Corpus) -> list[Block]:
    """Return the proposal as the build reads it."""
    lead, parts = parts_of(corpus, root / "docs", PROPOSAL)
    url = corpus.site.adres + PROPOSAL.pad
    site = corpus.site
    origin = (
        f"Uit de {site.naam}, versie {site.versie}, bijgewerkt tot en met "
        f"{dag_in_words(site.peildag)}. {site.afzender}"
    )
    told = _paragraphs([origin], ["Adres: ", url])
    return [Heading(1, (Piece(PROPOSAL.titel),)), lead, *told, *parts]


def _paragraphs(*texts: list[str]) -> Iterator[Block]:
    for text in texts:
        yield from [Heading(2, tuple(Piece(part) for part in text))]


def test_without_a_script_the_proposal_is_a_plain_download(
    browser: Browser,
    adres: Website,
    proposal: list[Block],
    on_paper: OnPaper,
    tmp_path: Path,
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(adres.url(PROPOSAL.pad))
        assert page.get_by_role("button", name=CLEAN).count() == 0
        file = _download(page, tmp_path, by="link")
    assert file.name == "collegevoorstel.odt"
    read = on_paper(file)
    assert read == _as_told(proposal)
    _no_proof_in_sentences(read)
    assert not [line for line in read.lines if "Voorbeeldtekst:" in line]
    assert "Dit is ons eigen voorbeeld." in read.lines[1]


def test_the_proposal_is_copied_as_the_build_reads_it(
    copying: Page, adres: Website, root: Path, proposal: list[Block]
) -> None:
    copying.goto(adres.url(PROPOSAL.pad))
    text = _copied(copying)
    assert text == _clean(root, proposal)
    body, _, notes = text.partition("\n\nNoten\n\n")
    assert notes.startswith("Bij ‘")
    _no_proof_in_sentences(Told(body.split("\n"), ["Uit eerste hand https://"]))


def test_without_a_clipboard_the_clean_text_is_shown_and_selected(
    pagina: Page, adres: Website
) -> None:
    pagina.goto(adres.url(PROPOSAL.pad))
    pagina.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    pagina.get_by_role("button", name=CLEAN).click()
    expect(pagina.get_by_role("status").filter(has_text="geselecteerd")).to_have_count(1)
    box = pagina.get_by_role("textbox", name="De schone tekst")
    expect(box).to_be_visible()
    chosen = "node => node.value.slice(node.selectionStart, node.selectionEnd) === node.value"
    assert box.evaluate(chosen)
    assert "Noten" in box.input_value()


def test_an_outcome_of_the_decision_aid(
    copying: Page, adres: Website, on_paper: OnPaper, tmp_path: Path
) -> None:
    copying.goto(adres.url(OUTCOME))
    text = _copied(copying)
    file = _download(copying, tmp_path)
    expect(
        copying.get_by_role("status").filter(has_text="Het document is gedownload")
    ).to_have_count(1)
    read = on_paper(file)
    _no_proof_in_sentences(read)
    body, _, notes = text.partition("\n\nNoten\n\n")
    assert [line for line in read.lines if line not in body] == []
    assert [note for note in read.notes if note not in notes] == []
    assert read.lines[0] == "Uitkomst van de keuzehulp"
    assert read.lines[1].startswith("Deze keuzehulp is van ons. PMM heeft hem niet gemaakt.")
    assert any(line.endswith(OUTCOME.replace("keuzehulp/", "/keuzehulp/")) for line in read.lines)
    # What is on the page stands in it: the outcome, each answer, and what is contradicted at once.
    heading = copying.locator("#vraag-nu").inner_text()
    assert heading in read.lines
    assert "Uw antwoorden" in read.lines
    assert any("Bronnen spreken elkaar tegen. Let op: " in line for line in read.lines)
    assert not any("Wijzig" in line or "Bewaren of delen" in line for line in read.lines)


def test_a_case_on_paper_stays_in_the_browser(
    pagina: Page,
    adres: Website,
    corpus: Corpus,
    on_paper: OnPaper,
    tmp_path: Path,
) -> None:
    pagina.goto(adres.url("casus-formulier/"))
    pagina.wait_for_load_state("networkidle")
    asked: list[str] = []
    pagina.on("request", lambda one: asked.append(one.url) if one.url[:5] != "blob:" else None)
    assert pagina.get_by_role("button", name="Download ODT").is_disabled()
    pagina.get_by_label("Wat is er aan de hand?").fill("De hulp staat <stil>.\nAl lang.")
    file = _download(pagina, tmp_path)
    expect(pagina.locator("[data-status]")).to_have_text("Het document is gedownload.")
    assert asked == []
    read = on_paper(file)
    _no_proof_in_sentences(read)
    form = corpus.casusformulier
    assert file.name == "casus.odt"
    assert read.lines[:4] == [
        form.kop,
        "Wat is er aan de hand?",
        "De hulp staat <stil>.\nAl lang.",
        "Nog niet ingevuld",
    ]
    assert form.herkomst in read.lines
    assert len(read.notes) == 1
    assert read.notes[0].startswith("Waarom deze vraag? PMM steunt professionals")
    shown = pagina.locator("[data-tekst]").text_content() or ""
    assert read.notes[0] in shown
    # Nothing of it is left for who comes back.
    pagina.on("dialog", lambda dialog: dialog.accept())
    pagina.goto(adres.url("over/"))
    pagina.go_back()
    assert pagina.get_by_label("Wat is er aan de hand?").input_value() == ""
    assert pagina.get_by_role("button", name="Download ODT").is_disabled()


def test_a_case_warns_of_personal_data_again_when_it_is_downloaded(
    pagina: Page, adres: Website, tmp_path: Path
) -> None:
    pagina.goto(adres.url("casus-formulier/"))
    pagina.get_by_label("Wat is er aan de hand?").fill("Het nummer is 111222333.")
    _download(pagina, tmp_path)
    expect(pagina.locator("[data-status]")).to_contain_text("lijkt op een persoonsgegeven")


def test_the_proposal_joins_a_dossier(
    pagina: Page,
    adres: Website,
    proposal: list[Block],
    on_paper: OnPaper,
    tmp_path: Path,
) -> None:
    pagina.goto(adres.url(PROPOSAL.pad))
    pagina.get_by_role("link", name="Zet in dossier").focus()
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("link", name="Bekijk dossier (1)")).to_be_focused()
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(adres.url(f"dossier/#d={PROPOSAL.id}"))
    lead, *rest = _as_told(proposal).lines[1:2] + _as_told(proposal).lines[4:]
    notes = _as_told(proposal).notes
    # On the page, with each note once and a way to it.
    paper = pagina.locator(".kb-dossier__document")
    expect(paper.locator("h3").first).to_have_text(f"1. {PROPOSAL.titel}")
    shown = [
        re.sub(r"(\[\d+\])", "", line)
        for line in paper.locator("h2, h3, h4, h5, p, li").all_text_contents()
    ]
    assert [line for line in (lead, *rest) if line not in shown] == []
    foot = paper.locator("[id^=dossier-noot-]").all_inner_texts()
    assert [re.sub(r"^\[\d+\] ", "", note) for note in foot] == [*dict.fromkeys(notes)]
    called = paper.locator("a.kb-noot").all_inner_texts()
    assert len(called) == len(notes)
    # As a document, with real footnotes.
    file = _download(pagina, tmp_path)
    read = on_paper(file)
    assert read.notes == notes
    assert read.lines[-len(rest) :] == rest
    assert lead in read.lines
    # As Markdown, with the notes at the end.
    with pagina.expect_download() as waiting:
        pagina.get_by_role("button", name="Download Markdown").click()
    text = waiting.value.path().read_text(encoding="utf-8")
    plain = re.sub(r"\*\*|(?<!\\)\[(.*?)\]\(<.*?>\)", r"\1", text)
    plain = re.sub(r"\\(.)", r"\1", plain)
    body, _, foot_ = plain.partition("\n## Noten\n")
    assert [line for line in (lead, *rest) if line not in re.sub(r" \[\d+\]", "", body)] == []
    assert [note for note in notes if note not in re.sub("[<>]", "", foot_)] == []


def test_from_a_disk_too(
    copying: Page, built_site: Path, opendocument: OpenDocument, on_paper: OnPaper, tmp_path: Path
) -> None:
    copying.goto(f"{built_site.as_uri()}/{PROPOSAL.pad}index.html")
    assert "Adres: https://" in _copied(copying)
    link = copying.get_by_role("link", name="Download ODT")
    target = built_site / PROPOSAL.pad / str(link.get_attribute("href"))
    opendocument.check(target)
    copying.goto(f"{built_site.as_uri()}/{OUTCOME.replace('/', '/index.html', 1)}")
    file = _download(copying, tmp_path)
    read = on_paper(file)
    assert not [line for line in (*read.lines, *read.notes) if "file:" in line]
    assert not [line for line in (*read.lines, *read.notes) if "index.html" in line]


def test_firefox_makes_the_same_documents(pagina: Page, firefox_page: Page, adres: Website) -> None:
    for pad in (OUTCOME, "casus-formulier/", f"dossier/#d={PROPOSAL.id},wet:awir"):
        made = []
        for page in (pagina, firefox_page):
            page.goto(adres.url(pad))
            page.evaluate(KEEPS)
            if pad == "casus-formulier/":
                page.get_by_label("Wat is er aan de hand?").fill("De hulp staat stil.")
            page.get_by_role("button", name="Download ODT").click()
            made.append(page.evaluate("made.arrayBuffer().then((all) => [...new Uint8Array(all)])"))
        assert bytes(made[0]).startswith(b"PK")
        assert made[0] == made[1], pad


KEEPS = """() => {
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => { window.made = blob; return make.call(URL, blob); };
}"""
"""Keeps what the page makes: this Firefox tells nothing of a download."""
