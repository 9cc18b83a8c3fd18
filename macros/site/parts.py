"""A page whose lists have grown too long goes on over more pages: ``bronnen/2/``, ``bronnen/3/``.

One way for every list, whatever it lists: a finished page is cut between its entries. An entry is
never cut, a heading goes along with what it is about, and the notes go to the pages that refer to
them. All works without JavaScript. A page that fits is not touched.

A tool that chooses from a list (``data-…`` in a template, a script of ours) has to find the whole
list. Beside each next page stands the same part as a script, and ``delen.js`` puts those in the
first page when a reader asks for it; only then the tool begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from html import unescape
from typing import Final

from macros.exports.file import Output
from macros.exports.scripttekst import scripttekst
from macros.pages.parts import EDGE, without_edges
from macros.pages.reading import VOID
from macros.site.shell import CONTENTS

MOST: Final = 150_000
"""Bytes of the content of a page. Our lists are 5 to 11 times as small when a server packs them:
with what every page loads (21 kB) they stay below the 60 kB of a first visit."""

MOST_AT: Final[Mapping[str, int]] = {
    "dossier/": 120_000,  # its script is 13 kB, and its lines are short, so there is little to pack
    "vragen/": 170_000,
    "wijzigingen/": 232_000,  # each line says again how sure it is and of which source
}
"""The same for pages that load more by themselves, or whose lines repeat more."""

SMALL = 4_000
"""An element up to this size goes to one page as a whole."""
MANY_CHOICES = 10_000
"""Bytes of one list of choices of a tool, from which the tool gets it apart."""
SHOWN_CHOICES = 50
"""What then still stands in the page; of a menu only its first line, which says „all”."""

_TOKEN = re.compile(
    r"""<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>""", re.DOTALL
)
_ATTRIBUTE = re.compile(r"""([^\s=/"'<>]+)(?:="([^"]*)")?""")
_DIVISIBLE = frozenset(
    {"article", "div", "section", "details", "ul", "ol", "dl", "table", "tbody", "main"}
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FIXED = frozenset({"summary", "caption", "thead"})
"""What a list says of itself, on every page that it stands on."""
_ARTICLE, _CITE = "<article ", '<details class="kb-citeer">'
_ID = re.compile(r'(?<=[\s"])id="([^"]+)"')
_NOTES = re.compile(r'<ol class="kb-bronnen"')
_NOTE = re.compile(r'<li id="bron-(\d+)"')
_REFERENCE = re.compile(r'href="#bron-(\d+)"')
_LINK = re.compile(r'(?<=[\s"])(href|src|action)="([^"]*)"')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)
_TITEL = re.compile(r'(<meta property="og:title" content=")([^"]*)"')
_DESCRIPTION = re.compile(r'(<meta name="description"[^>]* content="[^"]*)"')
_CANONICAL = re.compile(r'(<link rel="canonical" href=")([^"]*)"')
_DATA = re.compile(r'<script type="application/ld\+json">.*?</script>\n?', re.DOTALL)
_TOOL = re.compile(
    r'<script src="([^"]*assets/js/)(?!pagina\.|zoek-ui\.|kleurstand\.)([^"]+)"[^>]*></script>'
)
_FOOT = re.compile(r'<footer class="kb-paginavoet">.*?</footer>', re.DOTALL)
_CRUMBS = re.compile(r'<nav class="kb-kruimels".*?</nav>', re.DOTALL)
_UNDER = "Bladzijden, onder de lijst"
_COUNTED = re.compile(r"[\d.]+ bron(?:nen)?\b")


@dataclass(slots=True, eq=False)
class _Element:
    """An element of the page: where it begins, where its inside is, and where it ends."""

    tag: str
    begin: int
    inner: int
    inner_end: int = 0
    end: int = 0
    children: list[_Element] = field(default_factory=list)
    units: list[_Unit] | None = None
    """Of what is divided: its children one by one, each with the headings before it."""


@dataclass(slots=True, eq=False)
class _Unit:
    """A child of an element that is divided, and on which pages it stands.

    ``own`` are the headings right before it, ``heads`` all that it stands under there. ``gap`` is
    where the white space before it begins. What does not flow stands on the first page.
    """

    element: _Element
    gap: int
    own: Sequence[_Element]
    heads: Sequence[_Element]
    flows: bool
    pages: set[int] = field(default_factory=set)


def in_parts(pad: str, file: str, marked: str, most: int | None = None) -> list[Output]:
    """Return the file of a page, and if its lists are too long those of the pages it goes on at.

    ``marked`` is the finished page with the edges of its lists still in it, ``most`` how many bytes
    its content may have, if not those of ``MOST``.
    """
    html = without_edges(marked)
    whole = Output(file, html.encode())
    most = most or MOST_AT.get(pad, MOST)
    if EDGE not in marked or len(whole.inhoud) <= most:
        return [whole]
    content = html[html.index(_ARTICLE) : html.index(_CITE)]
    if len(content.encode()) <= most:
        return [whole]
    return [*_Cut(file, html, _regions(marked), most).files()]


def _regions(marked: str) -> list[tuple[int, int]]:
    """Return from where to where each list stands, in the page without these edges."""
    places = [match.start() - nth for nth, match in enumerate(re.finditer(EDGE, marked))]
    return list(zip(places[::2], places[1::2], strict=True))


def _tree(html: str, start: int, end: int) -> _Element:
    """Return the one element that begins at ``start`` and of which ``end`` cuts off the rest."""
    top = _Element("", start, start, end, end)
    stack = [top]
    for token in _TOKEN.finditer(html, start, end):
        closing, tag, rest = token[1], (token[2] or "").lower(), token[3] or ""
        if not tag:  # a comment
            continue
        if closing:
            one = stack.pop()
            if one.tag != tag:
                raise ValueError(f"</{tag}> sluit <{one.tag}>: {html[one.begin : one.inner]}")
            one.inner_end, one.end = token.start(), token.end()
            continue
        one = _Element(tag, token.start(), token.end(), token.end(), token.end())
        stack[-1].children.append(one)
        if tag not in VOID and not rest.endswith("/"):
            stack.append(one)
    (root,) = top.children
    root.inner_end = root.end = end
    return root


def _replaces(new: _Element, old: _Element) -> bool:
    """Return whether what stood under one heading does not stand under it after another."""
    return new.tag in _HEADINGS and old.tag in _HEADINGS and new.tag <= old.tag


def _led_on(content: str, where: Mapping[str, int]) -> str:
    """Return the first page with each place that others link to: there the way on begins.

    Only of headings: an entry has a page of its own, to which the others link.
    """
    for place, page in where.items():
        if page == 1 or not place:
            continue
        link = f'href="{page}/#{place}"'
        content = content.replace(f"<a {link}", f'<a id="{place}" {link}', 1)
    return content


class _Cut:
    """One page that is too long, cut into pages."""

    def __init__(self, file: str, html: str, regions: Sequence[tuple[int, int]], most: int) -> None:
        self.file, self.html, self.regions, self.most = file, html, regions, most
        self.end = html.index(_CITE)
        self.root = _tree(html, html.index(_ARTICLE), self.end)
        self.choices: list[tuple[_Element, int]] = []
        self.notes: dict[str, _Unit] = {}
        self.pieces: list[_Unit] = []
        self.around: set[int] = set()
        self.last: set[int] = set()
        self._look_for_lists_apart(self.root)
        self._divide(self.root)
        self.aantal = self._give_pages()
        self.last = self._way_to_the_last_piece()

    # --- what may move ---------------------------------------------------------------------------

    def _opening(self, one: _Element) -> str:
        return self.html[one.begin : one.inner]

    def _look_for_lists_apart(self, element: _Element) -> bool:
        """Remember what is around the notes, and around long choices of a tool."""
        found = False
        for child in element.children:
            facet = child.tag == "details" and " data-facet=" in self._opening(child)
            if child.end - child.begin > MANY_CHOICES and (facet or child.tag == "select"):
                holder = child.children[-1] if facet else child
                self.choices.append((holder, SHOWN_CHOICES if facet else 1))
                self.around |= {id(child), id(holder)}
                found = True
            elif self._is_notes(child):
                self.around.add(id(child))
                found = True
            else:
                found |= self._look_for_lists_apart(child)
        if found:
            self.around.add(id(element))
        return found

    def _is_notes(self, one: _Element) -> bool:
        return bool(
            one.children
            and _NOTES.match(self.html, one.begin)
            and _NOTE.match(self.html, one.children[0].begin)
        )

    def _overlaps(self, one: _Element) -> bool:
        return any(begin < one.end and one.begin < end for begin, end in self.regions)

    def _within(self, one: _Element) -> bool:
        return any(begin <= one.begin and one.end <= end for begin, end in self.regions)

    def _divide(self, element: _Element) -> None:
        """Write down the children of an element one by one; take in those that may move."""
        stay = next((stay for one, stay in self.choices if one is element), None)
        notes = self._is_notes(element)
        element.units = units = []
        own: Sequence[_Element] = ()
        heads: Sequence[_Element] = ()
        gap = element.inner
        for child in element.children:
            if child.tag in _FIXED or child.tag in _HEADINGS:
                own = [*own, child]
                heads = [*(one for one in heads if not _replaces(child, one)), child]
                continue
            flows = self._overlaps(child)
            unit = _Unit(child, gap, own, heads, flows)
            units.append(unit)
            own, gap = (), child.end
            if stay is not None:
                unit.pages = {1} if len(units) <= stay else set()
            elif notes:
                number = _NOTE.match(self.html, child.begin)
                self.notes[number[1] if number else ""] = unit
            elif flows and self._goes_as_a_whole(child):
                self.pieces.append(unit)
            elif flows or id(child) in self.around:
                self._divide(child)
            else:
                unit.pages = {1}

    def _goes_as_a_whole(self, one: _Element) -> bool:
        if not self._within(one):
            return False
        small = one.end - one.begin <= SMALL
        return small or one.tag not in _DIVISIBLE or not one.children or self._has_text(one)

    def _has_text(self, one: _Element) -> bool:
        places = [one.inner, *(child.end for child in one.children)]
        ends = [*(child.begin for child in one.children), one.inner_end]
        return any(self.html[a:b].strip() for a, b in zip(places, ends, strict=True))

    def _weight(self, unit: _Unit) -> int:
        return len(self.html[unit.gap : unit.element.end].encode())

    def _give_pages(self) -> int:
        """Fill the pages one by one, with the notes that each needs; return how many there are."""
        movable = [*self.pieces, *self.notes.values()]
        movable += [unit for one, _ in self.choices for unit in one.units or () if not unit.pages]
        size = self._weight(_Unit(self.root, self.root.begin, (), (), flows=True))
        size -= sum(map(self._weight, movable))
        page, noted, empty = 1, set[str](), True
        for unit in self.pieces:
            refer = {*_REFERENCE.findall(self.html, unit.gap, unit.element.end)}
            refer &= self.notes.keys()
            more = self._with_notes(unit, refer - noted)
            if size + more > self.most and not empty:
                page, noted, size = page + 1, set(), 0
                more = self._with_notes(unit, refer)
            unit.pages = {page}
            noted |= refer
            size, empty = size + more, False
            for one in refer:
                self.notes[one].pages.add(page)
        self._spread(self.root)
        # What does not move refers to notes as well, and stands on the first page.
        for one in {*_REFERENCE.findall(self._inside(self.root, 1, []))} & self.notes.keys():
            self.notes[one].pages.add(1)
        self._spread(self.root)
        return page

    def _with_notes(self, unit: _Unit, notes: AbstractSet[str]) -> int:
        return self._weight(unit) + sum(self._weight(self.notes[one]) for one in notes)

    def _spread(self, element: _Element) -> set[int]:
        """Let each element that is divided stand where its parts do; return where that is."""
        pages: set[int] = set()
        for unit in element.units or ():
            if unit.element.units is not None:
                unit.pages = self._spread(unit.element)
                if not self._within(unit.element) and (unit.flows or 1 in unit.pages):
                    unit.pages.add(1)
            pages |= unit.pages
        return pages

    def _way_to_the_last_piece(self) -> set[int]:
        """Return the elements of the first page behind which its lists go on."""
        way, units = set[int](), self.root.units
        while units is not None:
            here = [unit for unit in units if unit.flows and 1 in unit.pages]
            if not here:
                break
            way.add(id(here[-1].element))
            units = here[-1].element.units
        return way

    # --- a page ----------------------------------------------------------------------------------

    def _inside(self, element: _Element, page: int, navigation: Sequence[str]) -> str:
        """Return what of an element stands on a page, without its own tags.

        ``navigation`` stands behind the last list.
        """
        if not element.units:
            return self.html[element.inner : element.inner_end]
        stukken: list[tuple[bool, str]] = []
        for unit in element.units:
            if page not in unit.pages:
                continue
            if page > 1 and not stukken:
                # The white space and headings before it stood on a page before this.
                above = [one for one in unit.heads if one.tag != "h1" and one not in unit.own]
                stukken.append((False, "".join(map(self._again, above))))
            stukken.append((unit.flows, self._unit(unit, page)))
        if navigation:
            last = max(nth for nth, (flows, _) in enumerate(stukken) if flows)
            stukken[last + 1 : last + 1] = [(False, one) for one in navigation]
        if page == 1:
            stukken.append((False, self.html[element.units[-1].element.end : element.inner_end]))
        return "".join(stuk for _, stuk in stukken)

    def _again(self, head: _Element) -> str:
        return self._without_id(self._opening(head)) + self.html[head.inner : head.end]

    def _without_id(self, opening: str) -> str:
        return _ID.sub("", opening)

    def _unit(self, unit: _Unit, page: int) -> str:
        one, begun = unit.element, page > min(unit.pages)
        before = self.html[unit.gap : one.begin]
        opening = self._opening(one)
        if begun and one.units is not None:
            before = "".join(map(self._again, unit.own))
            opening = self._without_id(opening)
        if page == 1 and id(one) in self.last:
            opening = f"{opening[:-1]} data-vervolg>"
        nth = next((nth for nth, (holder, _) in enumerate(self.choices) if holder is one), None)
        if nth is not None:
            opening = f'{opening[:-1]} data-keuzes="{nth}">'
        if page > 1 and one.tag == "details":
            opening = f"{opening.replace(' open', '')[:-1]} open>"
        if number := _NOTE.match(opening):
            opening = opening.replace("<li", f'<li value="{number[1]}"', 1)
        inside = self._inside(one, page, [])
        if not unit.flows and 'class="kb-bronnen"' in inside:
            here = inside.count('<li value="')
            inside = _COUNTED.sub(f"{here} bron{'' if here == 1 else 'nen'}", inside, count=1)
        return f"{before}{opening}{inside}{self.html[one.inner_end : one.end]}"

    def _navigation(self, page: int, label: str) -> str:
        """Return the way to the other pages."""
        up = "../" if page > 1 else ""

        def to(nth: int) -> str:
            return (up or "./") if nth == 1 else f"{up}{nth}/"

        links = [
            f'<a href="{to(nth)}" aria-label="Bladzijde {nth}"'
            + (' aria-current="page"' if nth == page else "")
            + f">{nth}</a>"
            for nth in range(1, self.aantal + 1)
        ]
        if page > 1:
            links.insert(0, f'<a href="{to(page - 1)}" rel="prev">Vorige bladzijde</a>')
        if page < self.aantal:
            links.append(f'<a href="{to(page + 1)}" rel="next">Volgende bladzijde</a>')
        items = "".join(f"<li>{one}</li>" for one in links)
        here = f"<p>Bladzijde {page} van {self.aantal}</p>" if label == _UNDER else ""
        return f'<nav class="kb-sprongen" aria-label="{label}">{here}<ul>{items}</ul></nav>'

    def files(self) -> Iterator[Output]:
        """Yield the file of each page, and of those after the first the part as a script, too."""
        if self.aantal == 1:
            yield Output(self.file, self.html.encode())
            return
        folder, tool = self.file.removesuffix("index.html"), _TOOL.search(self.html)
        pages = range(1, self.aantal + 1)
        contents = {
            page: self._inside(self.root, page, [self._navigation(page, _UNDER)]) for page in pages
        }
        where: dict[str, int] = {}
        for page, content in contents.items():
            for id_ in _ID.findall(content):
                where.setdefault(id_, page)
        for page, content in contents.items():
            step = "" if page == 1 else f"{page}/"
            html = self._whole(page, content, where)
            yield Output(f"{folder}{step}index.html", html.encode())
            if page > 1 and tool:
                choices = (
                    [self._cut_off(one) for one, _ in self.choices] if page == pages[1] else []
                )
                data = {"deel": page, "knopen": self._nodes(self.root, page), "keuzes": choices}
                script = f"KennisbankDelen.ontvang({scripttekst(data)});\n"
                yield Output(f"{folder}{step}deel.js", script.encode())

    def _whole(self, page: int, content: str, where: Mapping[str, int]) -> str:
        head, rest = self.html[: self.root.inner], self.html[self.end :]
        if page == 1:
            content = _led_on(self._links(content, where, 1), where)
            return self._with_tool_later(head) + content + rest
        of = f", bladzijde {page} van {self.aantal}"
        canonical = _CANONICAL.search(head)
        titel = _TITEL.search(head)
        if canonical is None or titel is None:
            raise ValueError(f"{self.file} heeft geen titel of adres in de kop")
        permanent = f"{canonical[2]}{page}/"
        head = _DATA.sub("", _TOOL.sub("", head)).replace(CONTENTS, "")
        head = head.replace(f"<title>{titel[2]}", f"<title>{titel[2]}{of}", 1)
        head = _TITEL.sub(rf'\g<1>\g<2>{of}"', head)
        head = _DESCRIPTION.sub(rf'\g<1> ({of[2:].capitalize()}.)"', head)
        head = _CANONICAL.sub(rf'\g<1>{permanent}"', head)
        article = self.html[self.root.inner : self.end]
        crumbs, foot = _CRUMBS.search(article), _FOOT.search(article)
        kop = next(one for one in self.root.children if one.tag == "h1")
        top = (
            (crumbs[0] if crumbs else "")
            + f"<h1>{self.html[kop.inner : kop.inner_end]}{of}</h1>"
            + self._navigation(page, "Bladzijden")
        )
        below = foot[0].replace(f">{canonical[2]}<", f">{permanent}<") if foot else ""
        whole = f"{head}{top}{content}{below}{rest}"
        return self._links(whole, where, page)

    def _with_tool_later(self, head: str) -> str:
        """Return the head of the first page, whose tool begins when the whole list is there."""

        def later(found: re.Match[str]) -> str:
            folder, tool = found.groups()
            return (
                f'<script src="{folder}delen.js" data-delen="{self.aantal}"'
                f' data-hulpmiddel="{folder}{tool}" defer></script>'
            )

        return _TOOL.sub(later, head, count=1)

    def _links(self, html: str, where: Mapping[str, int], page: int) -> str:
        """Return HTML of which each link leads from this page to where it led."""
        up, here = "" if page == 1 else "../", {*_ID.findall(html)}

        def link(found: re.Match[str]) -> str:
            naam, adres = found.groups()
            if adres.startswith("#"):
                place = unescape(adres[1:])
                there = page if place in here else where.get(place, page)
                step = "" if there == 1 else f"{there}/"
                return found[0] if there == page else f'{naam}="{up}{step}{adres}"'
            return found[0] if _ELSEWHERE.match(adres) else f'{naam}="{up}{adres}"'

        # The ways to the other pages are right already.
        stukken = re.split(r'(<nav class="kb-sprongen" aria-label="Bladzijden.*?</nav>)', html)
        return "".join(
            stuk if nth % 2 else _LINK.sub(link, stuk) for nth, stuk in enumerate(stukken)
        )

    # --- the same as data, for a tool ------------------------------------------------------------

    def _nodes(self, element: _Element, page: int) -> list[object]:
        """Return what flows of an element on a page; what began before only with what is new."""
        nodes: list[object] = []
        for unit in element.units or ():
            if not unit.flows or page not in unit.pages:
                continue
            begun = page > min(unit.pages)
            nodes += [] if begun else map(self._node, unit.own)
            if unit.element.units is None:
                nodes.append(self._node(unit.element))
                continue
            tag, attributes = self._tag(unit.element)
            nodes.append(
                [f"+{tag}" if begun else tag, attributes, *self._nodes(unit.element, page)]
            )
        return nodes

    def _cut_off(self, holder: _Element) -> list[object]:
        return [self._node(unit.element) for unit in holder.units or () if not unit.pages]

    def _tag(self, one: _Element) -> tuple[str, dict[str, str]]:
        inside = self._opening(one)[1 + len(one.tag) : -1]
        pairs = _ATTRIBUTE.findall(inside)
        return one.tag, {naam: unescape(waarde) for naam, waarde in pairs}

    def _node(self, one: _Element) -> list[object]:
        node: list[object] = [*self._tag(one)]
        place = one.inner
        for child in one.children:
            node += [unescape(self.html[place : child.begin]), self._node(child)]
            place = child.end
        node.append(unescape(self.html[place : one.inner_end]))
        return [part for part in node if part != ""]
