"""A long hand-written page is folded under its headings; a short one and a tool are not."""

from __future__ import annotations

import pytest

from macros.pages.folding import LONG, folded
from tests.pages.helpers import one, tree

SENTENCE = "Dit is een gewone zin die iets zegt. "


def _part(name: str, inside: str = "", *, times: int = 60) -> str:
    return f'<h2 id="{name}">Kop {name}</h2>\n<p>Eerst {name}. {SENTENCE * times}</p>{inside}\n'


def test_a_short_page_stays_as_it_is() -> None:
    html = f"<h1>Titel</h1><p>Antwoord.</p>{_part('a', times=3)}{_part('b', times=3)}"
    assert folded(html) == html


def test_each_part_of_a_long_page_is_folded_behind_its_first_words() -> None:
    parts = _part("a", times=20) + _part("b") + _part("c")
    html = folded(f"<h1>Titel</h1><p>Antwoord.</p>{parts}<footer>Voet</footer>")
    page = tree(html)
    assert [kop.attributes["id"] for kop in page.css("section:has(> details.kb-laag) > h2")] == [
        "b",
        "c",
    ]
    assert one(html, "#b + details > summary > span").text().startswith("Eerst b. Dit is")
    assert one(html, "#b + details > summary > span").text().endswith(" …")
    assert page.css("#a + details") == []  # the first is short
    assert page.css("details footer") == []
    assert page.css("details h1") == []
    unfolded = page.text().replace("\n", "")
    assert all(f"Eerst {name}." in unfolded for name in "abc")


def test_a_first_part_that_is_long_is_folded_too() -> None:
    html = folded(_part("a", times=200))
    assert one(html, "#a + details > p").text().startswith("Eerst a.")


def test_a_section_folds_behind_its_own_heading() -> None:
    html = folded(f"<section>{_part('a')}</section><section>{_part('b', times=120)}</section>")
    assert len(tree(html).css("section")) == 2
    assert one(html, "section > #b + details").text().count("Eerst b.") == 2


@pytest.mark.parametrize(
    "tool",
    [
        "<form><input></form>",
        '<div data-catalogus="x"></div>',
        "<p data-zonder-script>Zonder.</p>",
        "<div data-probeer><p>Klik.</p></div>",
        '<details class="kb-laag"><summary>Al dicht</summary></details>',
    ],
)
def test_a_tool_and_what_is_folded_already_stay(tool: str) -> None:
    html = folded(_part("a") + _part("b", tool) + _part("c", times=100))
    assert tree(html).css("#b + details") == []
    assert tree(html).css("#c + details")


def test_what_stands_before_and_after_a_tool_is_folded() -> None:
    form = "<form><input></form>"
    html = folded(_part("a") + _part("b") + _part("c", form) + _part("d") + _part("e", form))
    folds = [kop.attributes["id"] for kop in tree(html).css("section:has(> details) > h2")]
    assert folds == ["b", "d"]


def test_a_part_without_words_hides_no_other() -> None:
    html = folded(_part("a") + _part("b", times=100) + '<h2 id="c">C</h2><p> </p>')
    assert tree(html).css("#b + details")
    assert tree(html).css("#c + details") == []


@pytest.mark.parametrize("soort", ["kb-kaarten", "kb-begrippen", "kb-cijfers", "kb-tijdlijn"])
def test_of_a_list_the_names_stand_in_sight_and_it_takes_the_width(soort: str) -> None:
    lijst = f'<ul class="{soort}"><li><a href="x">Een</a><p>Uit <a href="y">nee</a></p></li>'
    lijst += '<li><strong><a href="z">Twee</a></strong></li></ul>'
    html = folded(_part("a") + f'<h2 id="b">B</h2>{lijst}' + _part("c", times=100))
    assert one(html, "#b + details.kb-laag--breed > summary > span").text() == "Een, Twee"


def test_proof_is_no_part_of_the_line() -> None:
    zin = '<ul><li>Zo is het <span class="kb-bewijs">zeker</span></li></ul>'
    html = folded(_part("a") + f'<h2 id="b">B</h2>{zin}' + _part("c", times=100))
    assert one(html, "#b + details > summary > span").text() == "Zo is het"


@pytest.mark.parametrize(
    "announced",
    [
        "<p>Voorbeeld:</p><blockquote><p>Het college besluit.</p><p>Daarna.</p></blockquote>",
        "<div><p>Voorbeeld:</p><p>Het college besluit.</p></div>",
        "<p>Voorbeeld:</p><ol><li>Het college besluit.</li><li>En nu.</li></ol>",
    ],
)
def test_a_line_does_not_stop_where_it_announces(announced: str) -> None:
    html = folded(_part("a") + f'<h2 id="b">B</h2>{announced}' + _part("c", times=100))
    assert one(html, "#b + details > summary > span").text() == "Voorbeeld: Het college besluit."


def test_a_list_of_links_within_the_page_stays_between_its_parts() -> None:
    nav = '<nav><a href="#c">C</a></nav>'
    html = folded(_part("a", times=150) + nav + _part("b"))
    assert nav in html
    assert tree(html).css("details nav") == []


def test_what_is_folded_already_counts_by_its_summary() -> None:
    closed = f"<details><summary>Meer</summary><p>{'x' * LONG}</p></details>"
    html = f"{_part('a', times=3)}{closed}"
    assert folded(html) == html
