"""Style sheets lose what is for writers only."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.site.stijlen import light


@pytest.mark.parametrize(
    ("css", "over"),
    [
        ("/* Why. */\na { color: red; }\n", "a { color: red; }\n"),
        ("a {\n  color: red;\n\n}\n", "a {\ncolor: red;\n}\n"),
        ("a { margin: 0 /* none\n * at all */ 1px; }", "a { margin: 0  1px; }\n"),
        ('a::after { content: "/* stays */"; }', 'a::after { content: "/* stays */"; }\n'),
        ("a::after { content: '/*'; } /* goes */", "a::after { content: '/*'; }\n"),
    ],
)
def test_only_comments_and_white_space_go(css: str, over: str) -> None:
    assert light(css) == over


def test_readers_download_style_sheets_without_comments(built_site: Path) -> None:
    sheets = list((built_site / "assets/css").glob("*.css"))
    assert sheets
    for blad in sheets:
        assert "/*" not in blad.read_text(encoding="utf-8"), blad.name
