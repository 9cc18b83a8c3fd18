"""A long page begins with its headings; a short or wide one does not."""

from __future__ import annotations

import pytest

from macros.pages.table_of_contents import MIN_HEADINGS, with_table_of_contents
from tests.pages.helpers import tree

HEADINGS = "".join(
    f'<h2 id="k{n}">Kop <em>{n}</em> &amp; meer</h2><p>x</p>' for n in range(MIN_HEADINGS)
)


def test_a_long_page_gets_its_headings_before_the_first() -> None:
    html = with_table_of_contents(f"<h1>Titel</h1><p>Vooraf.</p>{HEADINGS}")
    links = tree(html).css("nav.kb-inhoud a")
    assert [node.attributes["href"] for node in links] == [f"#k{n}" for n in range(MIN_HEADINGS)]
    assert links[0].text() == "Kop 0 & meer"
    assert [node.attributes["id"] for node in tree(html).css("h2")][1] == "k0"
    assert html.index("Vooraf.") < html.index("<nav") < html.index('id="k0"')


def test_the_headings_stand_before_a_section_not_in_it() -> None:
    html = with_table_of_contents(f"<h1>Titel</h1><section>{HEADINGS}</section>")
    assert tree(html).css("h1 + nav.kb-inhoud")


@pytest.mark.parametrize(
    "html",
    [
        HEADINGS.replace("h2", "h3"),
        HEADINGS.replace('<h2 id="k0">', "<h2>"),
        f"<form></form>{HEADINGS}",
        f'<nav class="kb-sprongen"></nav>{HEADINGS}',
        f'<div class="kb-dekking"></div>{HEADINGS}',
    ],
)
def test_another_page_stays_as_it_is(html: str) -> None:
    assert with_table_of_contents(html) == html
