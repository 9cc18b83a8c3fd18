"""The hand-written pages: what the rest of the site has to know of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.blad.citing import Citation, citeertitel
from macros.blad.opendata import DATA, KINDS
from macros.blad.page_macro_error import PageMacroError
from macros.corpus.corpus import Corpus
from macros.corpus.memory import Memory
from macros.corpus.read_log import ReadLog
from macros.exports.file import Output
from macros.exports.jsonld import of_data, of_home, of_list
from macros.load.error import report
from macros.load.tree import read_yaml
from macros.pages.acties import with_acties
from macros.pages.folding import folded
from macros.pages.macro_call import MacroCall
from macros.pages.page_macros import LISTS
from macros.pages.rendering import Writer
from macros.pages.table_of_contents import with_table_of_contents
from macros.pages.told import adres_of, run_calls
from macros.search.index import ToldPage
from macros.search.tekst import parts
from macros.site.fragments import Fragments
from macros.site.parts import in_parts
from macros.site.shell import fill_frame

DENKBEELDIGE_WET = "denkbeeldige_wet"
"""Stands in the head of a page that is about the imaginary law from start to end."""


@dataclass(frozen=True, slots=True)
class Told:
    """One page of ``docs/``: what the search reads, and how to refer to it."""

    pagina: ToldPage
    citation: Citation


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """One page of ``docs/`` as Markdown and the theme leave it; nothing of the data is in it.

    ``html`` is its text with a token for each call of a macro, ``frame`` what the theme puts around
    it, ``file`` where the page goes.
    """

    pad: str
    file: str
    menu_title: str
    titel: str
    description: str
    zoektermen: Sequence[str]
    denkbeeldig: bool
    html: str
    calls: Sequence[MacroCall]
    frame: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All that MkDocs makes: the told pages, the shell for the others, and the files beside them.

    ``menu_parts`` gives for each page in the menu the first page of its part; ``occupied`` says who
    made each file.
    """

    pages: Sequence[WrittenPage]
    shell: str
    menu_parts: Mapping[str, str]
    files: Mapping[str, bytes]
    occupied: Mapping[str, str]


def tell(corpus: Corpus, page: WrittenPage, memory: Memory) -> tuple[Told, Sequence[Output]]:
    """Return what the site has to know of a page, and its files: one, if it is not too long."""

    def make() -> tuple[tuple[Told, Sequence[Output]], ReadLog]:
        outcomes, read = run_calls(corpus, page.pad, page.calls, memory)
        fragments = Fragments()
        for call, outcome in zip(page.calls, outcomes, strict=True):
            if isinstance(outcome, PageMacroError):
                raise outcome
            fragments.keep(outcome, lijst=call.naam in LISTS)
        told = read_told_page(
            page.html,
            fragments,
            pad=page.pad,
            menu_title=page.menu_title,
            titel=page.titel,
            description=page.description,
            zoektermen=page.zoektermen,
            denkbeeldig=page.denkbeeldig,
        )
        everything = ReadLog()
        everything.asked |= read.asked
        data = _data(corpus.followed(everything), page)
        whole = with_table_of_contents(folded(fragments.fill_in(page.html)))
        writer = Writer(corpus, page.pad)
        inhoud = with_acties(whole, writer)
        everything.asked |= writer.read.asked
        html = fill_frame(page.frame, inhoud, data)
        return (told, in_parts(page.pad, page.file, html)), everything

    return memory.recall(("told", hashlib.sha256(repr(page).encode()).digest()), corpus, make)


_DATA: Mapping[str, Callable[[Corpus], str]] = {"": of_home, DATA: of_data}
"""What a told page tells programs of itself, in its head."""


def _data(corpus: Corpus, page: WrittenPage) -> str:
    if page.pad in _DATA:
        return _DATA[page.pad](corpus)
    kind = next((kind for kind in KINDS.values() if page.pad == f"{kind.name}/"), None)
    return of_list(corpus, kind, page.titel) if kind else ""


def read_told_page(  # noqa: PLR0913  each is one thing that the page says of itself
    html: str,
    fragments: Fragments,
    *,
    pad: str,
    menu_title: str,
    titel: str,
    description: str,
    zoektermen: Sequence[str],
    denkbeeldig: bool,
) -> Told:
    """Return what is known of a page from its HTML, in which tokens stand, and from its head."""
    stukken = parts(fragments.fill_in_for_search(html))
    pagina = ToldPage(
        pad, menu_title, description, stukken, tuple(zoektermen), denkbeeldig=denkbeeldig
    )
    return Told(pagina, Citation(citeertitel(titel, denkbeeldig=denkbeeldig), pad))


def citations_in(docs: Path) -> list[Citation]:
    """Return how to refer to every page in ``docs``, without making those pages."""
    return [_citation(docs, file) for file in sorted(docs.rglob("*.md"))]


def _citation(docs: Path, file: Path) -> Citation:
    _, kop, _ = file.read_text(encoding="utf-8").split("---\n", 2)
    read, errors = read_yaml(kop, file.name)
    if read is None or not isinstance(read.waarde, dict):
        raise ValueError(report(errors))
    titel = str(read.waarde["title"])
    denkbeeldig = read.waarde.get(DENKBEELDIGE_WET) is True
    return Citation(
        citeertitel(titel, denkbeeldig=denkbeeldig), adres_of(file.relative_to(docs).as_posix())
    )
