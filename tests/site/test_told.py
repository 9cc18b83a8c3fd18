"""The hand-written pages: what they fetch from the data they do not type."""

from __future__ import annotations

import re
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def written(root: Path) -> dict[str, str]:
    """Return the text of each hand-written page."""
    docs = root / "docs"
    return {
        pad.relative_to(docs).as_posix(): pad.read_text(encoding="utf-8")
        for pad in sorted(docs.rglob("*.md"))
    }


def test_no_link_is_typed_that_the_data_makes(written: dict[str, str]) -> None:
    hosts = r"(?:wetten\.overheid|(?:deeplink|uitspraken)\.rechtspraak|officielebekendmakingen)\.nl"
    typed = {naam: re.findall(rf"{hosts}\S*", tekst) for naam, tekst in written.items()}
    assert {naam: links for naam, links in typed.items() if links} == {}


def test_no_number_of_a_law_decision_or_paper_is_typed(written: dict[str, str]) -> None:
    nummer = r"BWBR\d{7}|ECLI:[A-Z]{2}:|\b\d{2} ?\d{3}, nr\. ?\d"
    typed = {naam: re.findall(nummer, tekst) for naam, tekst in written.items()}
    assert {naam: nummers for naam, nummers in typed.items() if nummers} == {}


def test_no_html_is_typed_that_the_shell_forbids(written: dict[str, str]) -> None:
    forbidden = r"<(?:script|style|iframe)\b|<[^>]*\s(?:style|on[a-z]+)=|\]\(javascript:"
    typed = {naam: re.findall(forbidden, tekst) for naam, tekst in written.items()}
    assert {naam: stukken for naam, stukken in typed.items() if stukken} == {}


def test_each_page_has_a_description(written: dict[str, str]) -> None:
    for naam, tekst in written.items():
        assert re.match(r"---\n(?:.*\n)*?description: \S", tekst), naam
