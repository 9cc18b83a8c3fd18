"""Who listens to a page finds its way: links with one name lead to one place, and few landmarks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborNode

from tests.site.gebouwd import Pagina, Site

MEESTE = 12
"""Landmarks on a page: header, menu, search, content, footer and a few of its own. ALO-kop had 29."""
MERKEN = (
    "header, nav, main, footer, form[role=search], section[aria-label], section[aria-labelledby]"
)
OM = ("li", "p", "tr", "dl", "h2", "h3", "h4")
"""What gives a link its context (WCAG 2.4.4)."""


def _omheen(knoop: LexborNode) -> str:
    while knoop.parent is not None and knoop.tag not in OM:
        knoop = knoop.parent
    return " ".join(knoop.text().split())


def zelfde_naam(pagina: Pagina) -> Iterator[str]:
    """Yield the links of the content whose name and context say nothing of which place it is."""
    doelen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for link in pagina.boom.css("main a[href]"):
        naam = link.attributes.get("aria-label") or " ".join(link.text().split())
        doelen[naam, _omheen(link)].add((link.attributes["href"] or "").partition("#")[0])
    for (naam, _), plaatsen in doelen.items():
        if len(plaatsen) > 1:
            yield f"{pagina.url}: „{naam}” leidt naar {' en '.join(sorted(plaatsen))}"


def gebieden(pagina: Pagina) -> int:
    """Return how many landmarks a page has."""
    return len(pagina.boom.css(MERKEN))


def test_links_with_one_name_lead_to_one_place(site: Site) -> None:
    gevonden = [regel for pagina in site.gewone() for regel in zelfde_naam(pagina)]
    assert gevonden == []


def test_no_page_has_more_landmarks_than_one_can_oversee(site: Site) -> None:
    assert {p.url: gebieden(p) for p in site.gewone() if gebieden(p) > MEESTE} == {}


def _pagina(map_: Path, html: str) -> Pagina:
    bestand = map_ / "index.html"
    bestand.write_text(f"<main>{html}</main>", encoding="utf-8")
    return Pagina("", bestand)


def test_the_gate_sees_two_places_under_one_name(tmp_path: Path) -> None:
    een = "<li><a href='a/'>CAK</a></li>"
    assert list(zelfde_naam(_pagina(tmp_path, f"{een}<li><a href='b/'>CAK</a></li>")))
    assert list(zelfde_naam(_pagina(tmp_path, f"{een}<li><a href='b/'>CAK</a>, organisatie</li>"))) == []
    assert list(zelfde_naam(_pagina(tmp_path, f"{een}<li><a href='a/#deel'>CAK</a></li>"))) == []


def test_the_gate_counts_only_parts_with_a_name(tmp_path: Path) -> None:
    assert gebieden(_pagina(tmp_path, "<section><h2>a</h2></section>" * 9)) == 1
    deel = "<section aria-labelledby='a'><h2 id='a'>a</h2></section>"
    assert gebieden(_pagina(tmp_path, deel * 12)) > MEESTE
