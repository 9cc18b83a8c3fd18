"""All files of the site that MkDocs does not write, as pure functions of what goes in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from macros.blad.blad import Blad
from macros.blad.citing import Citation
from macros.blad.oudadres import omleidingen
from macros.corpus.corpus import Corpus
from macros.corpus.memory import Memory
from macros.corpus.read_log import ReadLog
from macros.exports.all_exports import every_export
from macros.exports.citation_files import citation_files
from macros.exports.dossier import dossier
from macros.exports.dossier_content import as_dossier
from macros.exports.file import Output
from macros.exports.jsonld import fitting, of_thing
from macros.exports.markdown import record_as_markdown
from macros.exports.oudeadressen import old_adressen
from macros.pages.oudeadressen import ingetrokken_pages, omleidingspaginas
from macros.pages.pagina import Making, Pagina
from macros.pages.parts import without_edges
from macros.pages.record_pages import makings
from macros.search.index import as_script, build_index
from macros.search.parts import SearchIndex, as_wijzer, at_once, divide
from macros.site.parts import in_parts
from macros.site.register import Register
from macros.site.shell import Shell, read_shell
from macros.site.take_along import take_along
from macros.site.told import Surroundings, Told, citations_in, tell

NAMES = "assets/zoeknamen.json"
"""The index of names, or its first part. Its address is always the same: a phone that asks for
suggestions need not ask first what it is called."""

WIJZER = "assets/zoekindex.js"
"""Says what the parts of the index are called. The pages name this file, which is called the same
in each build: a record that changes does not change them all."""


def search_index(corpus: Corpus, told: Iterable[Told]) -> SearchIndex:
    """Return the index of all pages, told and made."""
    return divide(build_index(corpus, [one.pagina for one in told]))


def whole_site(
    corpus: Corpus, docs: Path, around: Surroundings, memory: Memory, *, keep: bool = False
) -> tuple[Iterator[Output], Iterator[Output]]:
    """Return what readers open, and after that all other files; ``docs`` holds the told pages.

    With ``keep`` each page stays in memory, for a next time.
    """
    shell = read_shell(around.shell, around.menu_parts)
    pages = [tell(corpus, page, memory) for page in around.pages]
    told = [one for one, _ in pages]
    written = [
        *(Output(pad, inhoud) for pad, inhoud in around.files.items()),
        *(file for _, files in pages for file in files),
    ]
    register, made = Register(around.occupied), _Made([one.citation for one in told])
    for one, (_, *more) in pages:
        for file in more:
            register.claim(file.pad, f"de pagina „{one.pagina.titel}”")
        made.go_on(one.pagina.pad, more)
    opened = chain(
        search_files(search_index(corpus, told)),
        _made_pages(corpus, shell, memory if keep else None, made),
    )
    rest = chain(_other_files(corpus, shell, made), take_along(corpus, docs))
    return chain(written, register.claimed(opened)), register.claimed(rest)


def all_exports(corpus: Corpus, docs: Path) -> Iterator[tuple[str, Output]]:
    """Yield the exports of the site, without MkDocs; ``docs`` holds the told pages."""
    return chain(exports(corpus, citations_in(docs), None), take_along(corpus, docs))


def exports(
    corpus: Corpus, told: Sequence[Citation], shell: Shell | None
) -> Iterator[tuple[str, Output]]:
    """Yield every file with who made it; without a shell only those that are no page."""
    made = _Made(told)
    yield from _made_pages(corpus, shell, None, made)
    yield from _other_files(corpus, shell, made)


class _Made:
    """What is known of the pages that were made, for who makes something of them all."""

    def __init__(self, told: Sequence[Citation]) -> None:
        # The told pages at the root, all others by the folder of their kind.
        self.per_folder: dict[str, list[Citation]] = {"": [*told]}
        self.sheets: list[Blad] = []
        self.markdown: dict[str, str] = {}
        self.paths = [citation.pad for citation in told]

    def go_on(self, pad: str, files: Iterable[Output]) -> None:
        """Take in the pages on which the one at ``pad`` goes on, if too long (``parts.py``)."""
        pages = (file.pad for file in files if file.pad.endswith("/index.html"))
        self.paths += [one for page in pages if (one := page.removesuffix("index.html")) != pad]

    def add(self, pagina: Pagina) -> None:
        """Take in a page that can be cited."""
        folder = f"{pagina.pad.partition('/')[0]}/"
        self.per_folder.setdefault(folder, []).append(pagina.citation)


def _made_pages(
    corpus: Corpus, shell: Shell | None, memory: Memory | None, made: _Made
) -> Iterator[tuple[str, Output]]:
    """Yield the files of each page; tell ``made`` of it.

    Page by page, with all that is made of that page: nothing is made twice, and only the page
    models are kept, of which the open data are made.
    """
    for making in makings(corpus):
        pagina, files, markdown = _recall(corpus, making, shell, memory)
        yield from files
        if pagina.blad is not None:
            made.sheets.append(pagina.blad)
            made.markdown[pagina.blad.id] = markdown
        made.paths.append(pagina.pad)
        made.go_on(pagina.pad, (file for _, file in files))
        made.add(pagina)
    # A page that was withdrawn can be cited, but no list names it.
    for pagina in ingetrokken_pages(corpus):
        yield from _pagina(corpus, pagina, shell)
        made.add(pagina)


def _other_files(corpus: Corpus, shell: Shell | None, made: _Made) -> Iterator[tuple[str, Output]]:
    for folder, citations in made.per_folder.items():
        for file in citation_files(corpus.site, folder, citations):
            yield f"de verwijzingen van /{folder}", file
    yield from every_export(corpus, made.paths, made.sheets, made.markdown)
    yield from _old_adressen(corpus, set(made.paths), with_pages=shell is not None)


_Whole = tuple[Pagina, Sequence[tuple[str, Output]], str]
"""A page, the files that hold it, and of a record what the open data tell as Markdown."""


def _recall(corpus: Corpus, making: Making, shell: Shell | None, memory: Memory | None) -> _Whole:
    """Return a page, and what is made of it."""

    def make() -> tuple[_Whole, ReadLog]:
        pagina, read, markdown = making.make(), ReadLog(), ""
        followed = corpus.followed(read)
        files = [*_pagina(followed, pagina, shell)]
        if pagina.blad is not None:
            # Of one telling: the script that a dossier loads, and the text of the open data.
            thing = as_dossier(pagina.blad)
            files.append(("het dossier", dossier(pagina.blad.pad, thing)))
            markdown = record_as_markdown(followed.site.adres, thing)
        read.asked |= pagina.read.asked
        return (pagina, files, markdown), read

    if memory is None:
        made, _ = make()
        return made
    return memory.recall((*making.naam, shell and shell.mark), corpus, make)


def search_files(index: SearchIndex) -> Iterator[tuple[str, Output]]:
    """Yield the files of the search with who made them: the indexes and what they are called.

    From disk a page reads the scripts.
    """
    yield "de zoekindex van namen", Output(NAMES, at_once(index.names).encode())
    for part in (*index.names, *index.texts):
        yield "de zoekindex", Output(part.pad, part.tekst.encode())
        pad = part.pad.removesuffix("json") + "js"
        yield "de zoekindex als script", Output(pad, as_script(part.tekst).encode())
    yield "de namen van de zoekindex", Output(WIJZER, as_wijzer(index).encode())


def _pagina(corpus: Corpus, pagina: Pagina, shell: Shell | None) -> Iterator[tuple[str, Output]]:
    if shell is not None:
        blad = pagina.blad
        data = fitting(corpus, blad, without_edges(pagina.inhoud)) if blad is not None else ""
        if pagina.over:
            data = of_thing(corpus, pagina.over)
        html = shell.fill(pagina, data)
        for file in in_parts(pagina.pad, f"{pagina.pad}index.html", html):
            yield f"de pagina „{pagina.titel}”", file


def _old_adressen(
    corpus: Corpus, existing: Collection[str], *, with_pages: bool
) -> Iterator[tuple[str, Output]]:
    """Yield what leads on from old addresses: pages, and lines for programs and servers."""
    leiden_around = [*omleidingen(corpus, existing)]
    if with_pages:
        for pad, html in omleidingspaginas(corpus, leiden_around):
            yield f"het oude adres {pad}", Output(f"{pad}index.html", html.encode())
    for file in old_adressen(corpus, leiden_around):
        yield "de oude adressen", file
