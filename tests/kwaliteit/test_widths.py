"""Between a phone and a tablet no colour changes: the rounds look at other palettes at the ends."""

from __future__ import annotations

import re
from pathlib import Path

import tinycss2

from tests.kwaliteit.measuring import BETWEEN, NARROW

COLOUR = re.compile(
    r"(?:^|[;{\s])(?:[\w-]*color|background|border|outline|fill|stroke)[\w-]*\s*:(?!\s*0\s*;)"
)
BOUND = re.compile(r"(?:min|max)-width:\s*([\d.]+)em")
EM = 16
"""Pixels, as a browser starts."""


def colours_that_change(css: str) -> list[str]:
    """Return the queries with a bound between those widths under which a colour is set."""
    return [
        tinycss2.serialize(one.prelude).strip()
        for one in tinycss2.parse_stylesheet(css, skip_comments=True)
        if one.type == "at-rule"
        and one.at_keyword == "media"
        and any(
            NARROW < float(em) * EM <= BETWEEN
            for em in BOUND.findall(tinycss2.serialize(one.prelude))
        )
        and COLOUR.search(tinycss2.serialize(one.content or []))
    ]


def test_no_colour_changes_between_a_phone_and_a_tablet(root: Path) -> None:
    sheets = [*(root / "docs/assets/css").glob("*.css")]
    assert sheets
    assert {
        pad.name: found for pad in sheets if (found := colours_that_change(pad.read_text()))
    } == {}


def test_one_that_does_is_seen() -> None:
    css = "@media (min-width: {}em) {{ a {{ {}: red; }} }}"
    assert colours_that_change(css.format(40, "background-color")) == ["(min-width: 40em)"]
    assert colours_that_change(css.format(60, "color")) == []
    assert colours_that_change(css.format(40, "width")) == []
    assert colours_that_change("@media (max-width: 40em) { a { border: 0; } }") == []
