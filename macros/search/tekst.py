"""The plain text of a hand-written page, cut at its headings.

``data-niet-zoeken`` marks what pages of their own say already: a search must lead to those.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_HEADINGS = frozenset({"h2", "h3"})
_SKIP = frozenset({"script", "style", "svg", "nav", "template", "h1"})


@dataclass(slots=True)
class Part:
    """A headed part of a page; ``anker`` is empty for what stands above the first heading."""

    anker: str = ""
    kop: list[str] = field(default_factory=list)
    woorden: list[str] = field(default_factory=list)

    @property
    def titel(self) -> str:
        """Return the text of the heading."""
        return " ".join("".join(self.kop).split())

    @property
    def tekst(self) -> str:
        """Return the running text of this part."""
        return " ".join(" ".join(self.woorden).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts = [Part()]
        self._in_kop = False
        self._skip: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIP or self._skip or "data-niet-zoeken" in dict(attrs):
            self._skip.append(tag)
        elif tag in _HEADINGS:
            self.parts.append(Part(anker=dict(attrs).get("id") or ""))
            self._in_kop = True

    def handle_endtag(self, tag: str) -> None:
        if self._skip:
            while self._skip and self._skip.pop() != tag:
                pass  # void elements inside the skipped part have no end tag
        elif tag in _HEADINGS:
            self._in_kop = False

    def handle_data(self, data: str) -> None:
        if self._skip:
            return
        if self._in_kop:
            self.parts[-1].kop.append(data)
        else:
            self.parts[-1].woorden.append(data)


def parts(html: str) -> list[Part]:
    """Return the parts of a page that hold text; a part without an anchor joins the one above."""
    reader = _Reader()
    reader.feed(html)
    together: list[Part] = []
    for part in reader.parts:
        if together and not part.anker:
            together[-1].woorden += [part.titel, *part.woorden]
        else:
            together.append(part)
    return together
