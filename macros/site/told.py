"""The hand-written pages: what the rest of the site has to know of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.blad.citing import Citation, citeertitel
from macros.load.error import report
from macros.load.tree import read_yaml
from macros.search.index import ToldPage
from macros.search.tekst import parts
from macros.site.fragments import Fragments

DENKBEELDIGE_WET = "denkbeeldige_wet"
"""Stands in the head of a page that is about the imaginary law from start to end."""


@dataclass(frozen=True, slots=True)
class Told:
    """One page of ``docs/``: what the search reads, and how to refer to it."""

    pagina: ToldPage
    citation: Citation


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


def _adres(file: Path) -> str:
    """Return the address that MkDocs gives a page (``use_directory_urls``)."""
    folder = file.parent if file.stem == "index" else file.with_suffix("")
    return "" if folder == Path() else f"{folder.as_posix()}/"


def _citation(docs: Path, file: Path) -> Citation:
    _, kop, _ = file.read_text(encoding="utf-8").split("---\n", 2)
    read, errors = read_yaml(kop, file.name)
    if read is None or not isinstance(read.waarde, dict):
        raise ValueError(report(errors))
    titel = str(read.waarde["title"])
    denkbeeldig = read.waarde.get(DENKBEELDIGE_WET) is True
    return Citation(citeertitel(titel, denkbeeldig=denkbeeldig), _adres(file.relative_to(docs)))
