"""A text to take along: headings, paragraphs and lists, with the proof as notes.

``as_json`` is the shape in which scripts take the same: see ``macros/scripts/shared/odf.js``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text, or, if there is a ``note``, only the place of that note."""

    text: str = ""
    bold: bool = False
    href: str = ""
    note: tuple[Piece, ...] = ()

    def as_json(self) -> object:
        """Return a text, or what is more than that."""
        if self.note:
            return {"note": [piece.as_json() for piece in self.note]}
        more = {"bold": True} if self.bold else {}
        link = {"href": self.href} if self.href else {}
        return {"text": self.text, **more, **link} if more or link else self.text


Text = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6."""

    level: int
    text: Text

    def as_json(self) -> object:
        """Return it as scripts take it."""
        return {"type": "heading", "level": self.level, "text": _json(self.text)}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: Text

    def as_json(self) -> object:
        """Return it as scripts take it."""
        return {"type": "paragraph", "text": _json(self.text)}


@dataclass(frozen=True, slots=True)
class Listed:
    """A list, numbered if it is ``ordered``."""

    items: tuple[Text, ...]
    ordered: bool = False

    def as_json(self) -> object:
        """Return it as scripts take it."""
        ordered = {"ordered": True} if self.ordered else {}
        return {"type": "list", **ordered, "items": [_json(item) for item in self.items]}


Block = Heading | Paragraph | Listed


def _json(text: Sequence[Piece]) -> list[object]:
    return [piece.as_json() for piece in text]
