"""What a reader takes along of a hand-written page, made at build without MkDocs."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from macros.blad.document import Heading, Listed, Paragraph
from macros.blad.take_along import TAKE_ALONG, TakeAlong
from macros.blad.zinnen import BRONNEN
from macros.corpus.corpus import Corpus
from macros.exports.file import Output
from macros.pages.reading import words
from macros.site.take_along import TakeAlongError, parts_of, take_along
from tests.opendocument import OpenDocument, told

PAGE = TAKE_ALONG["aansluiten/collegevoorstel/"]


@pytest.fixture(scope="module")
def made(root: Path, corpus: Corpus) -> dict[str, Output]:
    return {file.pad: file for _, file in take_along(corpus, root / "docs")}


def test_the_document_is_what_the_standard_wants(
    made: dict[str, Output], opendocument: OpenDocument, tmp_path: Path
) -> None:
    assert set(made) == {
        name
        for page in TAKE_ALONG.values()
        for name in ([page.odt] if page.begins else []) + [f"{page.pad}dossier.js"]
    }
    for page in [page for page in TAKE_ALONG.values() if page.begins]:
        made[page.odt].write(tmp_path)
        opendocument.check(tmp_path / page.odt)


def test_the_same_data_give_the_same_bytes(
    root: Path, corpus: Corpus, made: dict[str, Output]
) -> None:
    assert {file.pad: file for _, file in take_along(corpus, root / "docs")} == made


def test_the_proposal_says_whose_it_is_and_from_when(
    corpus: Corpus, made: dict[str, Output], tmp_path: Path
) -> None:
    made[PAGE.odt].write(tmp_path)
    lines = told(tmp_path / PAGE.odt).lines
    assert lines[0] == PAGE.titel
    assert lines[1].startswith("Dit is ons eigen voorbeeld.")
    assert corpus.site.versie in lines[2]
    assert str(date.fromisoformat(corpus.site.peildatum).year) in lines[2]
    assert lines[3] == f"Adres: {corpus.site.adres}{PAGE.pad}"


def test_every_statement_of_the_page_is_in_it_with_one_note(root: Path, corpus: Corpus) -> None:
    _, parts = parts_of(corpus, root / "docs", PAGE)
    page = (root / "docs" / PAGE.file).read_text(encoding="utf-8")
    asked = page.partition("## Voorbeeld: ")[2].count("{{ bewering(")
    texts = [
        text
        for block in parts
        for text in (block.items if isinstance(block, Listed) else (block.text,))
    ]
    notes = [piece for text in texts for piece in text if piece.note]
    assert asked == len(notes) > 20
    for note in notes:
        assert [piece for piece in note.note if piece.href.startswith("https://")]
    titles = [words(block.text) for block in parts if isinstance(block, Heading)]
    assert titles[0] == "Voorbeeld: collegevoorstel"
    assert "Voorbeeld: raadsbrief" in titles
    links = {piece.href for text in texts for piece in text if piece.href}
    assert links == {f"{corpus.site.adres}termijnen-lopen-door/"}


@pytest.mark.parametrize("page", [page for page in TAKE_ALONG.values() if not page.begins])
def test_a_page_that_goes_along_whole_says_all_but_its_sources(
    root: Path, corpus: Corpus, page: TakeAlong
) -> None:
    lead, parts = parts_of(corpus, root / "docs", page)
    text = (root / "docs" / page.file).read_text(encoding="utf-8")
    assert f"# {page.titel}\n" in text
    told = [words(block.text) for block in parts if isinstance(block, Heading)]
    headings = re.findall(r"(?m)^## (.*)$", text)
    assert [heading for heading in headings if heading not in told] == []
    assert BRONNEN not in told
    assert isinstance(lead, Paragraph)


def test_a_text_to_take_over_speaks_for_who_takes_it(root: Path, corpus: Corpus) -> None:
    """It says "wij" of a municipality: whose reading is this, asks an alderman of "de redactie"."""
    _, parts = parts_of(corpus, root / "docs", PAGE)
    texts = [
        words(text)
        for block in parts
        for text in (block.items if isinstance(block, Listed) else (block.text,))
    ]
    assert [text for text in texts if re.search(r"\bredactie\b|\b[Uu] toe\b", text)] == []


def test_a_page_that_is_gone_or_has_nothing_to_take_stops_the_build(
    root: Path, corpus: Corpus, tmp_path: Path
) -> None:
    with pytest.raises(TakeAlongError, match=r"collegevoorstel\.md ontbreekt"):
        [*take_along(corpus, tmp_path)]
    file = tmp_path / PAGE.file
    file.parent.mkdir(parents=True)
    shutil.copy(root / "docs" / PAGE.file, file)
    text = file.read_text(encoding="utf-8").replace("## Voorbeeld: ", "## Model: ")
    file.write_text(text, encoding="utf-8")
    with pytest.raises(TakeAlongError, match="geen kop die begint met „## Voorbeeld: ”"):
        [*take_along(corpus, tmp_path)]
