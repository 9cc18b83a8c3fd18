"""HTML of macros that waits until Markdown is done with a hand-written page."""

from __future__ import annotations

import re

from markupsafe import Markup

_PLACEHOLDER = "kbfragment{nummer}einde"
_PARAGRAPH = re.compile(r"<p>\s*kbfragment(\d+)einde\s*</p>|kbfragment(\d+)einde")
_P = re.compile(r"<p(?: class=\"([^\"]*)\")?>(.*?)</p>", re.DOTALL)
_EXPLANATION = re.compile(r"(?<=</summary>)<span>.*?</span>(?=</details>)", re.DOTALL)
_TERM = '<details class="kb-term">'
_KOP = re.compile(r"<h[23]\b.*?</h[23]>", re.DOTALL)
_BLOCK = re.compile(
    r'\s*<(?:ul|ol|dl|div|nav|figure|section|table|form|p|h[1-6]|details class="kb-laag)\b'
)


def placeholder(nummer: int) -> str:
    """Return what stands in Markdown for a fragment with this number."""
    return _PLACEHOLDER.format(nummer=nummer)


class Fragments:
    """Keeps HTML and gives a token for it, which becomes that HTML after Markdown has run.

    So nothing from ``data/`` passes through the Markdown parser, where ``*`` and ``_`` mean things.
    """

    def __init__(self) -> None:
        self._fragments: list[Markup] = []
        self._lists: set[str] = set()

    def keep(self, fragment: Markup, *, lijst: bool = False) -> str:
        """Keep a fragment; return the token that stands for it in Markdown.

        Of a ``lijst`` (what it says stands on other pages) the search only reads the headings.
        """
        nummer = str(len(self._fragments))
        self._fragments.append(fragment)
        if lijst:
            self._lists.add(nummer)
        return placeholder(int(nummer))

    def fill_in(self, html: str) -> str:
        """Replace every token in the HTML of a page by its fragment."""
        return _P.sub(_around_terms, _PARAGRAPH.sub(self._fragment, html))

    def fill_in_for_search(self, html: str) -> str:
        """Replace every token by its fragment, and a list by its headings only."""
        return _PARAGRAPH.sub(self._search_fragment, html)

    def _search_fragment(self, character: re.Match[str]) -> str:
        nummer = character[1] or character[2]
        if nummer in self._lists:
            return "".join(_KOP.findall(str(self._fragments[int(nummer)])))
        # What a term means stands on its own page, where a search should lead.
        return _EXPLANATION.sub("", self._fragment(character))

    def _fragment(self, character: re.Match[str]) -> str:
        """Return the fragment of one token; a paragraph stays around what is not a block itself."""
        alone, in_tekst = character.groups()
        fragment = str(self._fragments[int(alone or in_tekst)])
        return f"<p>{fragment}</p>" if alone and not _BLOCK.match(fragment) else fragment


def _around_terms(paragraph: re.Match[str]) -> str:
    """Return a paragraph as a ``div`` where a term unfolds in it: a ``p`` would end there."""
    if _TERM not in paragraph[2]:
        return paragraph[0]
    return (
        f'<div class="{" ".join(filter(None, (paragraph[1], "kb-alinea")))}">{paragraph[2]}</div>'
    )
