"""A long hand-written page is folded under its headings, as the record pages are.

What stands above the first heading, and the first part if that is short, stay in sight. A part that
holds a form, or to which a script adds one, is a tool and stays open as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

from markupsafe import Markup

from macros.blad.blad import SHORT, short_line
from macros.pages.reading import VOID
from macros.pages.rendering import environment

LONG = 2 * SHORT
"""Characters in sight from which a page is folded: about nine screens of a phone."""
_BEGINS = frozenset({"h2", "section"})
_APART = frozenset({"nav", "footer", "aside"})
"""What belongs to the page and not to the part it happens to stand behind."""
_TOOLS = frozenset({"form", "input", "select", "textarea"})
_TOOL_ATTRIBUTES = frozenset(
    {"data-zonder-script", "data-catalogus", "data-dossier", "data-probeer", "data-vergelijking"}
)
_WIDE = frozenset({"table", "figure", "svg", "pre"})
_NAMES = frozenset({"kb-kaarten", "kb-begrippen", "kb-cijfers", "kb-tijdlijn"})
"""Lists whose entries are best told apart by the link that they begin with."""
_NOT_READ = frozenset({"kb-bewijs", "kb-noot", "kb-verborgen", "kb-soort", "kb-opmerking"})
_SENTENCES = frozenset({"p", "li", "dt", "dd", "caption", "div", "summary"})


@dataclass(slots=True)
class _Block:
    """One element straight below the page, and what is known of what is in it."""

    tag: str
    begin: int
    end: int = 0
    size: int = 0
    tool: bool = False
    wide: bool = False
    folded: bool = False
    heading_end: int = 0
    sentence: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Cuts a page into the elements straight below it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.blocks: list[_Block] = []
        self._open: list[tuple[str, frozenset[str]]] = []
        self._lines = [0]
        for line in html.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))
        self._said = self._naming = False
        self.feed(html)
        self.close()

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = frozenset((dict(attrs).get("class") or "").split())
        if not self._open:
            self.blocks.append(_Block(tag, self._place()))
            self._said = False
        block = self.blocks[-1]
        block.tool |= tag in _TOOLS or not _TOOL_ATTRIBUTES.isdisjoint(dict(attrs))
        block.wide |= tag in _WIDE or not _NAMES.isdisjoint(classes)
        block.folded |= "kb-laag" in classes
        if tag == "a":
            self._naming = self._in_entry()
            block.names += [""] * self._naming
        if tag not in VOID:
            self._open.append((tag, classes))
        elif not self._open:
            block.end = self._place() + len(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or not self._open:
            return
        block = self.blocks[-1]
        self._open.pop()
        end = self._place() + len(tag) + len("</>")
        if tag == "h2":
            block.heading_end = block.heading_end or end
        elif not self._said and tag in _SENTENCES and "".join(block.sentence).strip():
            self._said = not _announces(block)
            block.sentence.append(" ")
        if not self._open:
            block.end = end

    def handle_data(self, data: str) -> None:
        if not self._open:
            return
        block = self.blocks[-1]
        tags = [tag for tag, _ in self._open]
        if not ("details" in tags and "summary" not in tags) and "nav" not in tags:
            block.size += len(" ".join(data.split()))
        classes = frozenset[str]().union(*(names for _, names in self._open))
        if {"h2", "h3", "svg", "nav"} & {*tags} or not _NOT_READ.isdisjoint(classes):
            return
        if self._naming and tags[-1] == "a":
            block.names[-1] += data
        if (
            not self._said
            and ("table" not in tags or "caption" in tags)
            and not ("details" in tags and "span" in tags)
        ):
            block.sentence.append(data)

    def _in_entry(self) -> bool:
        """Return whether the next link is the first thing of an entry of a list of names."""
        tags = [tag for tag, _ in self._open]
        if not self._open or tags[-1] not in ("li", "dt", "strong"):
            return False
        return any(not _NAMES.isdisjoint(classes) for _, classes in self._open)


def _announces(block: _Block) -> bool:
    """Return whether what was said says only that something follows."""
    return "".join(block.sentence).rstrip().endswith(":")


def _line(blocks: Sequence[_Block]) -> str:
    """Return what a reader who sees only the heading has to know of what is folded in."""
    names = [" ".join(name.split()) for block in blocks for name in block.names if name.strip()]
    if names:
        return short_line(", ".join(names))
    said: list[str] = []
    for block in blocks:
        said += "".join(block.sentence).split()
        if said and not said[-1].endswith(":"):
            break
    return short_line(" ".join(said))


def _parts(blocks: Sequence[_Block]) -> list[list[_Block]]:
    """Return the headed parts: a heading with what follows it, or a section with its own."""
    parts: list[list[_Block]] = []
    inside = False
    for block in blocks:
        if block.tag in _BEGINS and block.heading_end:
            parts.append([block])
            inside = block.tag == "h2"
        elif block.tag in _APART or block.tag == "section":
            inside = False
        elif inside:
            parts[-1].append(block)
    return parts


@lru_cache(maxsize=200)
def _blocks(html: str) -> Sequence[_Block]:
    """Return the blocks of a page; of one that comes out the same, they are known."""
    return tuple(_Reader(html).blocks)


def folded(html: str) -> str:
    """Return a page with its parts folded in, if it is long."""
    blocks = _blocks(html)
    parts = _parts(blocks)
    if sum(block.size for block in blocks) <= LONG:
        return html
    components = environment().get_template("onderdelen.html.j2").module
    for number, part in reversed([*enumerate(parts)]):
        size, last = sum(block.size for block in part), part[-1]
        if any(block.tool or block.folded for block in part) or (not number and size <= SHORT):
            continue
        regel = _line(part)
        begin, cut, end = part[0].begin, part[0].heading_end, last.end
        own = part[0].tag == "section"
        if own:
            end -= len("</section>")
        inside = html[cut:end]
        if not inside.strip() or not regel:
            continue
        laag: str = components.laag(  # type: ignore[attr-defined]  # a macro of the template
            regel,
            breed=any(block.wide for block in part),
            caller=lambda inside=inside: Markup(inside),  # noqa: S704  the page itself
        )
        head = html[begin:cut] if own else f"<section>{html[begin:cut]}"
        html = f"{html[:begin]}{head}{laag}{html[end:] if own else '</section>' + html[end:]}"
    return html
