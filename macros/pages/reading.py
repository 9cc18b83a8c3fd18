"""Reads the text of a page to take along from its HTML, with the proof as notes.

The same rules are in ``macros/scripts/shared/reading.js``, for what a reader makes in the page; a
test compares what both make of one page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

from macros.blad.document import Block, Heading, Listed, Paragraph, Piece, Text

VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
"""Elements without an end."""
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    {
        *_HEADINGS,
        "p",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "div",
        "section",
        "article",
        "main",
        "details",
        "figure",
        "figcaption",
    }
)
_LEFT_OUT = frozenset({"button", "nav", "script", "svg", "footer"})
_LEFT_OUT_CLASSES = frozenset({"kb-acties", "kb-knoppen", "kb-bronnen"})
_LEFT_OUT_ATTRIBUTES = frozenset({"data-stap", "data-niet-meenemen"})
_WHITE = re.compile(r"[ \t\r\n\f]+")
_EXAMPLE = "Voorbeeldtekst:"
"""Begins each part of an example; a document that says so at its head need not repeat it."""

Address = Callable[[str], str]
"""What a link in the page becomes outside of it."""


class _Builder(HTMLParser):
    """Makes a tree of HTML as our templates and Markdown write it: every element is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.tree = ET.TreeBuilder()
        self.tree.start("main", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tree.start(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.tree.end(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.tree.end(tag)

    def handle_data(self, data: str) -> None:
        self.tree.data(data)


def tree_of(html: str) -> ET.Element:
    """Return the tree of a piece of HTML, below one ``main``."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    builder.tree.end("main")
    return builder.tree.close()


def blocks_of(main: ET.Element, address: Address) -> list[Block]:
    """Return the text of a page; its list of sources is not part of it, but stands in the notes."""
    return [*_Reading(main, address).blocks(main)]


def chosen(blocks: Iterable[Block], begins: str) -> Iterator[Block]:
    """Yield the parts under a heading of level 2 that begins so, without the mark of an example."""
    inside = False
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:  # noqa: PLR2004
            inside = words(block.text).startswith(begins)
        if inside and not (isinstance(block, Paragraph) and words(block.text) == _EXAMPLE):
            yield _unmarked(block)


def words(text: Text) -> str:
    """Return a text without its notes."""
    return "".join(piece.text for piece in text)


def _unmarked(block: Block) -> Block:
    if isinstance(block, Paragraph) and block.text and block.text[0].text.startswith(_EXAMPLE):
        first, *rest = block.text
        text = first.text.removeprefix(_EXAMPLE).lstrip()
        begins = (Piece(text[:1].upper() + text[1:]),) if text else ()
        return Paragraph((*begins, *rest))
    return block


class _Reading:
    def __init__(self, main: ET.Element, address: Address) -> None:
        self._address = address
        self._sources: Mapping[str, Text] = {
            f"#{item.get('id')}": self._source(item)
            for ol in main.iter("ol")
            if "kb-bronnen" in _classes(ol)
            for item in ol.iter("li")
        }

    def blocks(self, parent: ET.Element) -> Iterator[Block]:
        """Yield the blocks in an element; loose text between them is a paragraph."""
        loose: list[_Node] = []
        for node in _nodes(parent):
            if isinstance(node, str) or not _is_block(node):
                loose.append(node)
                continue
            yield from self._paragraph(loose)
            loose = []
            if not _left_out(node):
                yield from self._block(node)
        yield from self._paragraph(loose)

    def _block(self, element: ET.Element) -> Iterator[Block]:
        tag = element.tag
        if tag in _HEADINGS:
            yield Heading(_HEADINGS[tag], self._text(_nodes(element)))
        elif tag in ("p", "dt") or "kb-alinea" in _classes(element):
            yield from self._paragraph(_nodes(element))
        elif tag in ("ul", "ol"):
            items = tuple(self._text(_nodes(item)) for item in element if item.tag == "li")
            yield Listed(items, ordered=tag == "ol")
        else:
            yield from self.blocks(element)

    def _paragraph(self, nodes: Iterable[_Node]) -> Iterator[Block]:
        if text := self._text(nodes):
            yield Paragraph(text)

    def _text(self, nodes: Iterable[_Node]) -> Text:
        return _tidy(self._pieces(nodes, bold=False))

    def _pieces(self, nodes: Iterable[_Node], *, bold: bool) -> Iterator[Piece]:
        mark = ""
        for node, remark in _with_remarks(nodes):
            if isinstance(node, str):
                yield Piece(node, bold)
            elif "kb-oud" in _classes(node):
                mark = _plain(node)
            elif "kb-bewijs" in _classes(node):
                yield from self._proof(node, mark, remark)
                mark = ""
            else:
                yield from self._element(node, bold=bold)

    def _element(self, element: ET.Element, *, bold: bool) -> Iterator[Piece]:
        href = element.get("href", "")
        classes = _classes(element)
        if _left_out(element):
            return
        if "kb-noot" in classes:
            yield Piece(note=_tidy(self._sources[href]))
        elif "kb-term" in classes:
            yield Piece(_plain(element[0]), bold)
        elif element.tag == "a":
            yield Piece(_plain(element), bold, "" if href.startswith("#") else self._address(href))
        else:
            if element.tag in _BLOCKS:
                yield Piece(" ", bold)
            yield from self._pieces(_nodes(element), bold=bold or element.tag in ("strong", "b"))

    def _proof(self, element: ET.Element, mark: str, remark: str) -> Iterator[Piece]:
        """Yield the note of a proof, folded in or in running text: see onderdelen.html.j2.

        That sources contradict each other, and the remark on it, a reader must see at once.
        """
        if element.tag == "details":
            summary, inside = element
            label = next(summary.iter("b"))
            stand = _squeezed(inside.text or "").removesuffix(".")
            remarks = [_plain(p) for p in inside.iter("p")]
            said = ", ".join(filter(None, (_plain(label), stand, mark)))
        else:
            label, remarks = element[0], []
            said = "".join(
                node if isinstance(node, str) else _said(node) for node in _nodes(element)
            )
        if "kb-tegenstrijdig" in _classes(label):
            yield Piece(f" {_plain(label)}.", bold=True)
            yield Piece(f" {remark}")
        elif remark:
            remarks.append(remark)
        pieces = [Piece(f"{text} ") for text in (f"{_squeezed(said)}.", *remarks)]
        for link in element.iter("a"):
            pieces += [*self._sources.get(link.get("href", ""), ()), Piece(" ")]
        yield Piece(note=_tidy(pieces))
        yield Piece(" ")

    def _source(self, item: ET.Element) -> Text:
        """Return a source in words, with where it can be read: elsewhere, or with us."""
        own, *others = item.iter("a")
        out = next((a for a in others if a.get("rel") == "noreferrer"), own)
        href = self._address(out.get("href", ""))
        text = "".join(node for node in _nodes(item) if isinstance(node, str))
        return (Piece(f"{_squeezed(_plain(own) + text)} "), Piece(href, href=href))


_Node = ET.Element | str


def _classes(element: ET.Element) -> list[str]:
    return element.get("class", "").split()


def _said(element: ET.Element) -> str:
    """Return what one part of a proof in running text says; the sources come behind it."""
    if element.tag == "a":
        return ""
    return f", {_plain(element)}" if "kb-oud" in _classes(element) else _plain(element)


def _with_remarks(nodes: Iterable[_Node]) -> Iterator[tuple[_Node, str]]:
    """Yield each node, a proof together with the remark that may stand behind it."""
    nodes = [*nodes]
    while nodes:
        node, remark = nodes.pop(0), ""
        if not isinstance(node, str) and "kb-bewijs" in _classes(node):
            behind = next((n for n in nodes if not isinstance(n, str)), None)
            if behind is not None and "kb-opmerking" in _classes(behind):
                remark = _plain(behind)
                nodes.remove(behind)
        yield node, remark


def _left_out(element: ET.Element) -> bool:
    return (
        element.tag in _LEFT_OUT
        or element.get("role") == "status"
        or not _LEFT_OUT_ATTRIBUTES.isdisjoint(element.attrib)
        or not _LEFT_OUT_CLASSES.isdisjoint(_classes(element))
    )


def _is_block(element: ET.Element) -> bool:
    inline = {"kb-bewijs", "kb-term"} & {*_classes(element)}
    return element.tag in _BLOCKS and not inline


def _nodes(element: ET.Element) -> Iterator[_Node]:
    if element.text:
        yield element.text
    for child in element:
        yield child
        if child.tail:
            yield child.tail


def _squeezed(text: str) -> str:
    return " ".join(text.split()).replace(" ,", ",")


def _plain(element: ET.Element) -> str:
    return _squeezed("".join(element.itertext()))


def _tidy(pieces: Iterable[Piece]) -> Text:
    """Return pieces with white space as HTML shows it, and none before a note or at the ends."""
    tidy: list[Piece] = []
    for piece in pieces:
        text = _WHITE.sub(" ", piece.text)
        before = tidy[-1] if tidy else None
        if before is None or before.text.endswith(" "):
            text = text.removeprefix(" ")
        if piece.note:
            _trim(tidy)
            tidy.append(piece)
        elif before and not before.note and (before.bold, before.href) == (piece.bold, piece.href):
            tidy[-1] = replace(before, text=before.text + text)
        elif text:
            tidy.append(replace(piece, text=text))
    _trim(tidy)
    return tuple(tidy)


def _trim(pieces: list[Piece]) -> None:
    """Take the space off the end."""
    while pieces and not pieces[-1].note:
        text = pieces[-1].text.removesuffix(" ")
        if text:
            pieces[-1] = replace(pieces[-1], text=text)
            return
        pieces.pop()
