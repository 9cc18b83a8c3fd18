"""HTML of macros that waits until Markdown is done with a hand-written page."""

from __future__ import annotations

import re

from markupsafe import Markup

_TEKEN = "kbfragment{nummer}einde"
_ALINEA = re.compile(r"<p>\s*kbfragment(\d+)einde\s*</p>|kbfragment(\d+)einde")
_KOP = re.compile(r"<h[23]\b.*?</h[23]>", re.DOTALL)
_BLOK = re.compile(r"\s*<(?:ul|ol|dl|div|nav|figure|section|table|form|p|h[1-6])\b")


class Fragmenten:
    """Keeps HTML and gives a token for it, which becomes that HTML after Markdown has run.

    So nothing from ``data/`` passes through the Markdown parser, where ``*`` and ``_`` mean things.
    """

    def __init__(self) -> None:
        self._fragmenten: list[Markup] = []
        self._lijsten: set[str] = set()

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
