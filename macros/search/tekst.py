"""The plain text of a hand-written page, cut at its headings.

``data-niet-zoeken`` marks what pages of their own say already: a search must lead to those.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_KOPPEN = frozenset({"h2", "h3"})
_OVERSLAAN = frozenset({"script", "style", "svg", "nav", "template", "h1"})


@dataclass(slots=True)
class Deel:
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


class _Lezer(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.delen = [Deel()]
        self._in_kop = False
        self._overslaan: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _OVERSLAAN or self._overslaan or "data-niet-zoeken" in dict(attrs):
            self._overslaan.append(tag)
        elif tag in _KOPPEN:
            self.delen.append(Deel(anker=dict(attrs).get("id") or ""))
            self._in_kop = True

    def handle_endtag(self, tag: str) -> None:
        if self._overslaan:
            while self._overslaan and self._overslaan.pop() != tag:
                pass  # void elements inside the skipped part have no end tag
        elif tag in _KOPPEN:
            self._in_kop = False

    def handle_data(self, data: str) -> None:
        if self._overslaan:
            return
        if self._in_kop:
            self.delen[-1].kop.append(data)
        else:
            self.delen[-1].woorden.append(data)


def delen(html: str) -> list[Deel]:
    """Return the parts of a page that hold text; a part without an anchor joins the one above."""
    lezer = _Lezer()
    lezer.feed(html)
    samen: list[Deel] = []
    for deel in lezer.delen:
        if samen and not deel.anker:
            samen[-1].woorden += [deel.titel, *deel.woorden]
        else:
            samen.append(deel)
    return samen
