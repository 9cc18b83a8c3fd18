"""What the MkDocs hook and the macros share during a build: the corpus and the page fragments."""

from __future__ import annotations

import re
from pathlib import Path

from markupsafe import Markup
from mkdocs.exceptions import Abort

from macros.blad.citeren import Citaat
from macros.check.regels import controleer
from macros.corpus.corpus import Corpus
from macros.corpus.inlezen import lees_corpus
from macros.edge import stempel
from macros.load.fout import verslag
from macros.pages.weergave import Schrijver
from macros.search.index import Vertelpagina

_TEKEN = "kbfragment{nummer}einde"
_ALINEA = re.compile(r"<p>\s*kbfragment(\d+)einde\s*</p>|kbfragment(\d+)einde")
_KOP = re.compile(r"<h[23]\b.*?</h[23]>", re.DOTALL)
_BLOK = re.compile(r"\s*<(?:ul|ol|dl|div|nav|figure|section|table|form|p|h[1-6])\b")


class Werk:
    """The corpus of this build, and HTML that waits until Markdown is done with a page.

    A macro hands its HTML in and gets a token; the token becomes the HTML after Markdown has run.
    So nothing from ``data/`` passes through the Markdown parser, where ``*`` and ``_`` mean things.
    """

    def __init__(self, wortel: Path) -> None:
        corpus, fouten = lees_corpus(wortel)
        if corpus is not None:
            fouten = controleer(corpus)
        if corpus is None or fouten:
            raise Abort(f"\n{verslag(fouten)}")
        self.corpus: Corpus = corpus
        self.vertelpaginas: list[Vertelpagina] = []
        self.citaten: dict[str, Citaat] = {stempel.PAD: stempel.CITAAT}
        self.zoekindex = ""
        self.menudelen: dict[str, str] = {}
        self._fragmenten: list[Markup] = []
        self._lijsten: set[str] = set()
        self._schrijvers: dict[str, Schrijver] = {}

    def bewaar(self, fragment: Markup, *, lijst: bool = False) -> str:
        """Keep a fragment; return the token that stands for it in Markdown.

        Of a ``lijst`` (what it says stands on other pages) the search only reads the headings.
        """
        nummer = str(len(self._fragmenten))
        self._fragmenten.append(fragment)
        if lijst:
            self._lijsten.add(nummer)
        return _TEKEN.format(nummer=nummer)

    def vul_in(self, html: str) -> str:
        """Replace every token in the HTML of a page by its fragment."""
        return _ALINEA.sub(self._fragment, html)

    def vul_in_voor_zoeken(self, html: str) -> str:
        """Replace every token by its fragment, and a list by its headings only."""
        return _ALINEA.sub(self._zoekfragment, html)

    def _zoekfragment(self, teken: re.Match[str]) -> str:
        nummer = teken[1] or teken[2]
        if nummer in self._lijsten:
            return "".join(_KOP.findall(str(self._fragmenten[int(nummer)])))
        return self._fragment(teken)

    def _fragment(self, teken: re.Match[str]) -> str:
        """Return the fragment of one token; a paragraph stays around what is not a block itself."""
        alleen, in_tekst = teken.groups()
        fragment = str(self._fragmenten[int(alleen or in_tekst)])
        return f"<p>{fragment}</p>" if alleen and not _BLOK.match(fragment) else fragment

    def schrijver(self, url: str) -> Schrijver:
        """Return the writer of one page, so that the notes of all macros on it count on."""
        return self._schrijvers.setdefault(url, Schrijver(self.corpus, url))


_huidig: list[Werk] = []


def begin(wortel: Path) -> Werk:
    """Read and check the data anew; ``serve`` calls this on each change."""
    _huidig[:] = [Werk(wortel)]
    return _huidig[0]


def huidig() -> Werk:
    """Return what ``begin`` made for this build."""
    return _huidig[0]
