"""The documents and dossier parts of hand-written pages, made without MkDocs.

MkDocs turns the same Markdown into the page; ``macros/pages/reading.py`` reads both alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urljoin

from markdown import Markdown

from macros.blad.document import Block, Heading, Paragraph, Piece
from macros.blad.take_along import TAKE_ALONG, TakeAlong
from macros.blad.zinnen import BRONNEN
from macros.corpus.corpus import Corpus
from macros.exports.dossier import as_script
from macros.exports.dossier_content import Thing
from macros.exports.file import Output
from macros.exports.odf import document
from macros.load.kop import read_markdown
from macros.model.dates import dag_in_words
from macros.pages.macro_call import filled_in, run_macro
from macros.pages.page_macros import PAGE_MACROS
from macros.pages.parts import without_edges
from macros.pages.reading import Address, blocks_of, chosen, tree_of, words
from macros.pages.rendering import Writer
from macros.pages.told import adres_of, resolve
from macros.site.fragments import Fragments

EXTENSIONS = ("attr_list", "def_list", "md_in_html", "tables")
"""Those of mkdocs.yml that change what a page says."""
_OUTSIDE = re.compile(r"[a-z]+:")


class TakeAlongError(ValueError):
    """A page to take along is not there, or has nothing to take."""


def take_along(corpus: Corpus, docs: Path) -> Iterator[tuple[str, Output]]:
    """Yield for each page to take along what a dossier loads, and the document."""
    for page in TAKE_ALONG.values():
        lead, parts = parts_of(corpus, docs, page)
        told = [block.as_json() for block in (lead, *parts)]
        thing: Thing = {"id": page.id, "titel": page.titel, "pad": page.pad, "blokken": told}
        yield "het dossier", Output(f"{page.pad}dossier.js", as_script(thing).encode())
        if not page.begins:
            continue
        blocks = [Heading(1, (Piece(page.titel),)), lead, *_origin(corpus, page), *parts]
        made = document(blocks, page.titel, corpus.site.peildag)
        yield "het document", Output(page.odt, made)


def parts_of(corpus: Corpus, docs: Path, page: TakeAlong) -> tuple[Block, list[Block]]:
    """Return the first paragraph of a page (whose text it is) and the parts to take along."""
    file = docs / page.file
    if not file.exists():
        raise TakeAlongError(
            f"docs/{page.file} ontbreekt: zet de pagina terug, of haal haar weg uit TAKE_ALONG in "
            "macros/blad/take_along.py"
        )
    blocks = blocks_of(tree_of(_html(corpus, file, page)), _address(corpus, page))
    parts = [*chosen(blocks, page.begins)] if page.begins else [*_whole(blocks)]
    lead = next((block for block in blocks if isinstance(block, Paragraph)), None)
    if lead is None or not parts:
        raise TakeAlongError(
            f"docs/{page.file} heeft geen kop die begint met „## {page.begins}”: zet zo’n kop "
            "boven de tekst die een lezer meeneemt"
        )
    return lead, parts


def _whole(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield what follows on the title and the first paragraph, but for the list of sources."""
    lead_is_told = False
    for block in blocks:
        if isinstance(block, Heading) and words(block.text) == BRONNEN:
            return
        if lead_is_told:
            yield block
        lead_is_told |= isinstance(block, Paragraph)


def _html(corpus: Corpus, file: Path, page: TakeAlong) -> str:
    markdown, _ = read_markdown(file.read_text(encoding="utf-8"), f"docs/{page.file}")
    if markdown is None:
        raise TakeAlongError(f"docs/{page.file} is niet te lezen")
    writer, fragments = Writer(corpus, page.pad), Fragments()
    text = filled_in(
        markdown.tekst, lambda call: fragments.keep(run_macro(call, PAGE_MACROS, writer))
    )
    return without_edges(fragments.fill_in(Markdown(extensions=[*EXTENSIONS]).convert(text)))


def _address(corpus: Corpus, page: TakeAlong) -> Address:
    def address(href: str) -> str:
        if _OUTSIDE.match(href):
            return href
        pad, sign, anchor = href.partition("#")
        if pad.endswith(".md"):
            return f"{corpus.site.adres}{adres_of(resolve(page.file, pad))}{sign}{anchor}"
        return urljoin(corpus.site.adres + page.pad, href)

    return address


def _origin(corpus: Corpus, page: TakeAlong) -> Iterator[Block]:
    site = corpus.site
    url = site.adres + page.pad
    day = dag_in_words(site.peildag)
    text = f"Uit de {site.naam}, versie {site.versie}, bijgewerkt tot en met {day}. {site.afzender}"
    yield Paragraph((Piece(text),))
    yield Paragraph((Piece("Adres: "), Piece(url, href=url)))
