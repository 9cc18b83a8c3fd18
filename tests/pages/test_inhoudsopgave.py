"""A long page begins with its headings; a short or wide one does not."""

from __future__ import annotations

import pytest

from macros.pages.inhoudsopgave import MIN_KOPPEN, met_inhoudsopgave
from tests.pages.hulp import boom

KOPPEN = "".join(
    f'<h2 id="k{n}">Kop <em>{n}</em> &amp; meer</h2><p>x</p>' for n in range(MIN_KOPPEN)
)


def test_a_long_page_gets_its_headings_before_the_first() -> None:
    html = met_inhoudsopgave(f"<h1>Titel</h1><p>Vooraf.</p>{KOPPEN}")
    links = boom(html).css("nav.kb-inhoud a")
    assert [knoop.attributes["href"] for knoop in links] == [f"#k{n}" for n in range(MIN_KOPPEN)]
    assert links[0].text() == "Kop 0 & meer"
    assert [knoop.attributes["id"] for knoop in boom(html).css("h2")][1] == "k0"
    assert html.index("Vooraf.") < html.index("<nav") < html.index('id="k0"')


def test_the_headings_stand_before_a_section_not_in_it() -> None:
    html = met_inhoudsopgave(f"<h1>Titel</h1><section>{KOPPEN}</section>")
    assert boom(html).css("h1 + nav.kb-inhoud")


@pytest.mark.parametrize(
    "html",
    [
        KOPPEN.replace("h2", "h3"),
        KOPPEN.replace('<h2 id="k0">', "<h2>"),
        f"<form></form>{KOPPEN}",
        f'<nav class="kb-sprongen"></nav>{KOPPEN}',
        f'<div class="kb-dekking"></div>{KOPPEN}',
    ],
)
def test_another_page_stays_as_it_is(html: str) -> None:
    assert met_inhoudsopgave(html) == html
