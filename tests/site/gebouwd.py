"""The built site: each page read the way a browser does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

BASIS = "https://site.invalid/"
"""Stands for wherever the site is put; links are resolved against it."""
NIET_GEVONDEN = "404.html"


@dataclass(frozen=True)
class Pagina:
    """One HTML file. ``url`` is its address from the root: ``""``, ``wetten/awir/``."""

    url: str
    bestand: Path

    @cached_property
    def html(self) -> str:
        """Return the file."""
        return self.bestand.read_text(encoding="utf-8")

    @property
    def boom(self) -> LexborHTMLParser:
        """Parse the file anew: keeping a thousand trees costs more than parsing them again."""
        return LexborHTMLParser(self.html)

    @cached_property
    def titel(self) -> str:
        """Return the text of ``<title>``."""
        return self._een("title").text()

    @cached_property
    def omschrijving(self) -> str:
        """Return the description in the head."""
        return self._een('meta[name="description"]').attributes["content"] or ""

    @cached_property
    def tekst(self) -> str:
        """Return the text of the content, with single spaces."""
        return " ".join(self._een("main").text().split())

    @cached_property
    def ids(self) -> list[str]:
        """Return every id, doubles included."""
        return [knoop.attributes["id"] or "" for knoop in self.boom.css("[id]")]

    @cached_property
    def koppen(self) -> list[tuple[int, str]]:
        """Return level and text of every heading, in order."""
        return [
            (int(str(knoop.tag)[1]), knoop.text().strip())
            for knoop in self.boom.css("h1, h2, h3, h4, h5, h6")
        ]

    @cached_property
    def links(self) -> list[str]:
        """Return the targets of all links."""
        return [knoop.attributes["href"] or "" for knoop in self.boom.css("a[href]")]

    def doel(self, link: str) -> str | None:
        """Return where an internal link leads, from the root; None for one that leaves the site."""
        adres = urljoin(BASIS + self.url, link)
        return unquote(adres.removeprefix(BASIS)) if adres.startswith(BASIS) else None

    def _een(self, kiezer: str) -> LexborNode:
        knoop = self.boom.css_first(kiezer)
        assert knoop is not None, f"{self.url or 'home'}: geen {kiezer}"
        return knoop


class Site:
    """All pages and files of a built site."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.bestanden = {
            pad.relative_to(map_).as_posix() for pad in map_.rglob("*") if pad.is_file()
        }
        self.paginas = {
            naam.removesuffix("index.html"): Pagina(naam.removesuffix("index.html"), map_ / naam)
            for naam in sorted(self.bestanden)
            if naam.endswith(".html")
        }

    def __iter__(self) -> Iterator[Pagina]:
        """Return the pages, in order of address."""
        return iter(self.paginas.values())

    def gewone(self) -> Iterator[Pagina]:
        """Return the pages that a reader can go to (not the one for unknown addresses)."""
        return (pagina for pagina in self if pagina.url != NIET_GEVONDEN)

    def bestaat(self, doel: str) -> bool:
        """Tell whether an address from the root (without anchor) is a page or a file."""
        return doel in self.paginas or doel in self.bestanden

    def intern(self, pagina: Pagina) -> Iterator[tuple[str, str, str]]:
        """Yield link, address and anchor of the links on a page that stay on the site."""
        for link in pagina.links:
            doel = pagina.doel(link)
            if doel is not None:
                delen = urlsplit(doel)
                yield link, delen.path, delen.fragment
