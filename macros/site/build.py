"""All files of the site that MkDocs does not write, as pure functions of what goes in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from macros.blad.citing import Citation
from macros.blad.oudadres import omleidingen
from macros.corpus.corpus import Corpus
from macros.exports.all_exports import every_export
from macros.exports.citation_files import citation_files
from macros.exports.dossier import dossier
from macros.exports.file import Output
from macros.exports.jsonld import fitting
from macros.exports.oudeadressen import old_adressen
from macros.pages.oudeadressen import ingetrokken_pages, omleidingspaginas
from macros.pages.pagina import Pagina
from macros.pages.record_pages import all_pages
from macros.search.index import as_json, as_script, as_wijzer, build_index
from macros.site.register import Register
from macros.site.shell import Shell
from macros.site.take_along import take_along
from macros.site.told import Told, citations_in


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The search index; its name, which carries its hash, stands in one small script only."""

    pad: str
    tekst: str


WIJZER = "assets/zoekindex.js"
"""Says what the index is called. The pages name this file, which is called the same in each build:
a record that changes does not change them all."""


def search_index(corpus: Corpus, told: Iterable[Told]) -> SearchIndex:
    """Return the index of all pages, told and made."""
    tekst, hash_ = as_json(build_index(corpus, [one.pagina for one in told]))
    return SearchIndex(f"assets/zoek/zoekindex-{hash_}.json", tekst)


def build(  # noqa: PLR0913, PLR0917  each is one thing that a site is made of
    corpus: Corpus,
    told: Sequence[Told],
    shell: Shell,
    index: SearchIndex,
    occupied: Mapping[str, str],
    taken: Iterable[tuple[str, Output]] = (),
) -> Iterator[Output]:
    """Yield the record pages, the search index and the exports.

    ``occupied`` are the files that the told pages and what they load take already, by maker;
    ``taken`` is what readers take along of the told pages.
    """
    register = Register(occupied)
    for who, file in chain(
        _search_files(index), exports(corpus, [one.citation for one in told], shell), taken
    ):
        register.claim(file.pad, who)
        yield file


def all_exports(corpus: Corpus, docs: Path) -> Iterator[tuple[str, Output]]:
    """Yield the same exports as ``build`` does, without MkDocs; ``docs`` holds the told pages."""
    return chain(exports(corpus, citations_in(docs), None), take_along(corpus, docs))


def exports(
    corpus: Corpus, told: Sequence[Citation], shell: Shell | None
) -> Iterator[tuple[str, Output]]:
    """Yield every file with who made it; without a shell only those that are no page.

    Page by page, with all that is made of that page: nothing is made twice, and only the page
    models are kept, of which the open data are made.
    """
    # The told pages at the root, all others by the folder of their kind.
    per_folder: dict[str, list[Citation]] = {"": [*told]}
    sheets = []
    paths = [citation.pad for citation in told]
    for pagina in all_pages(corpus):
        yield from _pagina(corpus, pagina, shell)
        if pagina.blad is not None:
            yield "het dossier", dossier(pagina.blad)
            sheets.append(pagina.blad)
        paths.append(pagina.pad)
        per_folder.setdefault(_folder(pagina), []).append(pagina.citation)
    # A page that was withdrawn can be cited, but no list names it.
    for pagina in ingetrokken_pages(corpus):
        yield from _pagina(corpus, pagina, shell)
        per_folder.setdefault(_folder(pagina), []).append(pagina.citation)
    for folder, citations in per_folder.items():
        for file in citation_files(corpus.site, folder, citations):
            yield f"de verwijzingen van /{folder}", file
    yield from every_export(corpus, paths, sheets)
    yield from _old_adressen(corpus, set(paths), with_pages=shell is not None)


def _folder(pagina: Pagina) -> str:
    return f"{pagina.pad.partition('/')[0]}/"


def _search_files(index: SearchIndex) -> Iterator[tuple[str, Output]]:
    yield "de zoekindex", Output(index.pad, index.tekst.encode())
    pad = index.pad.removesuffix("json") + "js"
    yield "de zoekindex als script", Output(pad, as_script(index.tekst).encode())
    yield "de naam van de zoekindex", Output(WIJZER, as_wijzer(index.pad).encode())


def _pagina(corpus: Corpus, pagina: Pagina, shell: Shell | None) -> Iterator[tuple[str, Output]]:
    if shell is not None:
        blad = pagina.blad
        data = fitting(corpus, blad, pagina.inhoud) if blad is not None else ""
        html = shell.fill(pagina, data).encode()
        yield f"de pagina „{pagina.titel}”", Output(f"{pagina.pad}index.html", html)


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
