"""A page that tells a reader to call PMM also leads to where the number can be asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

_CALLS = re.compile(r"\bBel als u\b|\bPMM bellen\b|\bkunt (?:u )?bellen\b|\bBel, en vraag\b")
_LEADS_ON = ("maatwerkmultiproblematiek.nl", "algemeen-contactkanaal/")
_NOT_TOLD = ".kb-ook-gezocht, .kb-kenmerken, .kb-bronnen, [data-niet-zoeken], .kb-az, .kb-treffer"
"""What readers type and lists of titles: they tell nobody to call."""
_LISTS = {"bronnen", "zoeken"}
"""Repeats what stands elsewhere, each under the link to where it stands."""


def dead_ends(html: str, own: str = "") -> bool:
    """Tell whether a page says to call PMM without a link to the website or the open question."""
    main = LexborHTMLParser(html).css_first("main")
    assert main
    links = [link.attributes.get("href") or "" for link in main.css("a")]
    for node in main.css(_NOT_TOLD):
        node.decompose()
    calls = _CALLS.search(re.sub(r"\s+", " ", main.text()))
    return bool(calls) and not any(one in link for one in _LEADS_ON for link in [own, *links])


def test_who_is_told_to_call_learns_where_to_ask_for_the_number(built_site: Path) -> None:
    found = []
    for file in built_site.rglob("index.html"):
        if _LISTS & set(file.relative_to(built_site).parts):
            continue
        pad = f"{file.parent.relative_to(built_site).as_posix()}/"
        if dead_ends(file.read_text("utf-8"), pad):
            found.append(pad)
    assert found == []


@pytest.mark.parametrize(
    ("main", "dead"),
    [
        ("<p>Bel als u denkt dat het moet.</p>", True),
        ("<p>U kunt PMM bellen.</p><a href='../x/'>Meer</a>", True),
        ("<p>PMM bellen</p><a href='../vragen/algemeen-contactkanaal/'>Hoe</a>", False),
        ("<p class='kb-ook-gezocht'>PMM bellen</p>", False),
    ],
)
def test_the_gate_sees_a_dead_end(main: str, dead: bool) -> None:  # noqa: FBT001 - a case
    assert dead_ends(f"<main>{main}</main>") is dead
