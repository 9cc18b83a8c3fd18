"""The front matter of a page: where it begins and ends, and what is said if it does not."""

from __future__ import annotations

import pytest

from macros.load.kop import read_markdown


@pytest.mark.parametrize("closing", [" ---", "--- x", "--", "*---"])
def test_a_closing_line_that_is_not_quite_right_is_pointed_at(closing: str) -> None:
    markdown, (error,) = read_markdown(f'---\ntitle: "x"\n{closing}\n\nTekst.\n', "x.md")
    assert markdown is None
    assert (error.regel, error.remedy) == (3, "laat op deze regel alleen --- staan")


def test_a_rule_in_the_text_is_not_taken_for_the_end_of_the_front_matter() -> None:
    _, (error,) = read_markdown('---\ntitle: "x"\n\nTekst.\n\n* ---\n', "x.md")
    assert (error.regel, error.wat) == (1, "de kop is niet gesloten")
