"""The hand-written pages: what they fetch from the data they do not type."""

from __future__ import annotations

import re
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def geschreven(wortel: Path) -> dict[str, str]:
    """Return the text of each hand-written page."""
    docs = wortel / "docs"
    return {
        pad.relative_to(docs).as_posix(): pad.read_text(encoding="utf-8")
        for pad in sorted(docs.rglob("*.md"))
    }


def test_no_link_is_typed_that_the_data_makes(geschreven: dict[str, str]) -> None:
    hosts = r"(?:wetten\.overheid|(?:deeplink|uitspraken)\.rechtspraak|officielebekendmakingen)\.nl"
    getypt = {naam: re.findall(rf"{hosts}\S*", tekst) for naam, tekst in geschreven.items()}
    assert {naam: links for naam, links in getypt.items() if links} == {}


def test_no_number_of_a_law_decision_or_paper_is_typed(geschreven: dict[str, str]) -> None:
    nummer = r"BWBR\d{7}|ECLI:[A-Z]{2}:|\b\d{2} ?\d{3}, nr\. ?\d"
    getypt = {naam: re.findall(nummer, tekst) for naam, tekst in geschreven.items()}
    assert {naam: nummers for naam, nummers in getypt.items() if nummers} == {}


def test_no_html_is_typed_that_the_shell_forbids(geschreven: dict[str, str]) -> None:
    verboden = r"<(?:script|style|iframe)\b|<[^>]*\s(?:style|on[a-z]+)=|\]\(javascript:"
    getypt = {naam: re.findall(verboden, tekst) for naam, tekst in geschreven.items()}
    assert {naam: stukken for naam, stukken in getypt.items() if stukken} == {}


def test_each_page_has_a_description(geschreven: dict[str, str]) -> None:
    for naam, tekst in geschreven.items():
        assert re.match(r"---\n(?:.*\n)*?description: \S", tekst), naam
