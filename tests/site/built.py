"""The built site: each page read the way a browser does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

BASE = "https://site.invalid/"
"""Stands for wherever the site is put; links are resolved against it."""
NOT_FOUND = "404.html"


@dataclass(frozen=True)
class Pagina:
    """One HTML file. ``url`` is its address from the root: ``""``, ``wetten/awir/``."""

    url: str
    file: Path

    @cached_property
    def html(self) -> str:
        """Return the file."""
        return self.file.read_text(encoding="utf-8")

    @property
    def tree(self) -> LexborHTMLParser:
        """Parse the file anew: keeping a thousand trees costs more than parsing them again."""
        return LexborHTMLParser(self.html)

    @cached_property
    def titel(self) -> str:
        """Return the text of ``<title>``."""
        return self._one("title").text()

    @cached_property
    def description(self) -> str:
        """Return the description in the head."""
        return self._one('meta[name="description"]').attributes["content"] or ""

    @cached_property
    def tekst(self) -> str:
        """Return the text of the content, with single spaces."""
        return " ".join(self._one("main").text().split())

    @cached_property
    def ids(self) -> list[str]:
        """Return every id, doubles included."""
        return [node.attributes["id"] or "" for node in self.tree.css("[id]")]

    @cached_property
    def headings(self) -> list[tuple[int, str]]:
        """Return level and text of every heading, in order."""
        return [
            (int(str(node.tag)[1]), node.text().strip())
            for node in self.tree.css("h1, h2, h3, h4, h5, h6")
        ]

    @cached_property
    def links(self) -> list[str]:
        """Return the targets of all links."""
        return [node.attributes["href"] or "" for node in self.tree.css("a[href]")]

    def doel(self, link: str) -> str | None:
        """Return where an internal link leads, from the root; None for one that leaves the site."""
        adres = urljoin(BASE + self.url, link)
        return unquote(adres.removeprefix(BASE)) if adres.startswith(BASE) else None

    def _one(self, selector: str) -> LexborNode:
        node = self.tree.css_first(selector)
        assert node is not None, f"{self.url or 'home'}: geen {selector}"
        return node


class Site:
    """All pages and files of a built site."""

    def __init__(self, folder: Path) -> None:
        self.map = folder
        self.files = {
            pad.relative_to(folder).as_posix() for pad in folder.rglob("*") if pad.is_file()
        }
        self.pages = {
            naam.removesuffix("index.html"): Pagina(naam.removesuffix("index.html"), folder / naam)
            for naam in sorted(self.files)
            if naam.endswith(".html")
        }

    def __iter__(self) -> Iterator[Pagina]:
        """Return the pages, in order of address."""
        return iter(self.pages.values())

    def gewone(self) -> Iterator[Pagina]:
        """Return the pages that a reader can go to (not the one for unknown addresses)."""
        return (pagina for pagina in self if pagina.url != NOT_FOUND)

    def exists(self, doel: str) -> bool:
        """Tell whether an address from the root (without anchor) is a page or a file."""
        return doel in self.pages or doel in self.files

    def intern(self, pagina: Pagina) -> Iterator[tuple[str, str, str]]:
        """Yield link, address and anchor of the links on a page that stay on the site."""
        for link in pagina.links:
            doel = pagina.doel(link)
            if doel is not None:
                parts = urlsplit(doel)
                yield link, parts.path, parts.fragment
