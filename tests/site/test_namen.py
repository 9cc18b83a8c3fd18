"""Who listens to a page finds its way: links with one name lead to one place, and few landmarks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborNode

from tests.site.built import Pagina, Site

AT_MOST = 12
"""Landmarks on a page: header, menu, search, content, footer, a few of its own. ALO-kop had 29."""
MARKS = (
    "header, nav, main, footer, form[role=search], section[aria-label], section[aria-labelledby]"
)
CONTAINERS = ("li", "p", "tr", "dl", "h2", "h3", "h4")
"""What gives a link its context (WCAG 2.4.4)."""


def _around(node: LexborNode) -> str:
    while node.parent is not None and node.tag not in CONTAINERS:
        node = node.parent
    return " ".join(node.text().split())


def same_naam(pagina: Pagina) -> Iterator[str]:
    """Yield the links of the content whose name and context say nothing of which place it is."""
    doelen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for link in pagina.tree.css("main a[href]"):
        naam = link.attributes.get("aria-label") or " ".join(link.text().split())
        doelen[naam, _around(link)].add((link.attributes["href"] or "").partition("#")[0])
    for (naam, _), plaatsen in doelen.items():
        if len(plaatsen) > 1:
            yield f"{pagina.url}: „{naam}” leidt naar {' en '.join(sorted(plaatsen))}"


def areas(pagina: Pagina) -> int:
    """Return how many landmarks a page has."""
    return len(pagina.tree.css(MARKS))


def test_links_with_one_name_lead_to_one_place(site: Site) -> None:
    found = [regel for pagina in site.gewone() for regel in same_naam(pagina)]
    assert found == []


def test_no_page_has_more_landmarks_than_one_can_oversee(site: Site) -> None:
    assert {p.url: areas(p) for p in site.gewone() if areas(p) > AT_MOST} == {}


def _pagina(folder: Path, html: str) -> Pagina:
    file = folder / "index.html"
    file.write_text(f"<main>{html}</main>", encoding="utf-8")
    return Pagina("", file)


def test_the_gate_sees_two_places_under_one_name(tmp_path: Path) -> None:
    one = "<li><a href='a/'>CAK</a></li>"
    assert list(same_naam(_pagina(tmp_path, f"{one}<li><a href='b/'>CAK</a></li>")))
    assert (
        list(same_naam(_pagina(tmp_path, f"{one}<li><a href='b/'>CAK</a>, organisatie</li>"))) == []
    )
    assert list(same_naam(_pagina(tmp_path, f"{one}<li><a href='a/#deel'>CAK</a></li>"))) == []


def test_the_gate_counts_only_parts_with_a_name(tmp_path: Path) -> None:
    assert areas(_pagina(tmp_path, "<section><h2>a</h2></section>" * 9)) == 1
    part = "<section aria-labelledby='a'><h2 id='a'>a</h2></section>"
    assert areas(_pagina(tmp_path, part * 12)) > AT_MOST
