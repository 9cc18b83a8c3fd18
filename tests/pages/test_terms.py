"""A term of the glossary carries its explanation where a page first names it."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from macros.corpus.corpus import Corpus
from macros.model.base import Record
from macros.model.kennis import Begrip
from macros.pages.page_macros import PAGE_MACROS
from macros.pages.record_pages import record_page
from macros.pages.rendering import Writer
from macros.site.fragments import Fragments
from tests.pages.helpers import one, tree


@pytest.fixture
def maatwerk(corpus: Corpus) -> Begrip:
    record = corpus.records["begrip:maatwerk"]
    assert isinstance(record, Begrip)
    return record


def test_the_first_use_explains_and_the_next_is_a_link(corpus: Corpus, maatwerk: Begrip) -> None:
    kb = Writer(corpus, "proef/")
    first = str(PAGE_MACROS["begrip"](kb, "maatwerk", "op maat"))
    assert one(first, "details.kb-term > summary").text() == "op maat"
    assert maatwerk.samenvatting in one(first, "details > span").text()
    assert one(first, "details a").attributes["href"] == f"../{maatwerk.pad}"
    assert one(first, "details a").text() == "Meer over Maatwerk"
    again = str(PAGE_MACROS["begrip"](kb, "maatwerk", "op maat"))
    assert tree(again).css("details") == []
    assert one(again, "a").attributes["href"] == f"../{maatwerk.pad}"


def test_another_page_explains_it_anew_and_other_records_are_plain_links(corpus: Corpus) -> None:
    for pad in ("een/", "twee/"):
        assert "<details" in PAGE_MACROS["begrip"](Writer(corpus, pad), "maatwerk")
    assert "<details" not in PAGE_MACROS["wet"](Writer(corpus, "een/"), "awir")


def test_a_paragraph_goes_on_after_the_term(corpus: Corpus, maatwerk: Begrip) -> None:
    """HTML ends a ``p`` where a ``details`` begins, and what follows would lose its paragraph."""
    fragments = Fragments()
    token = fragments.keep(PAGE_MACROS["begrip"](Writer(corpus, "proef/"), "maatwerk"))
    html = fragments.fill_in(f'<p class="kb-antwoord">Dit is {token} voor u.</p><p>Los.</p>')
    (around,) = tree(html).css("div")
    assert around.attributes["class"] == "kb-antwoord kb-alinea"
    assert around.text().endswith(" voor u.")
    assert [p.text() for p in tree(html).css("p")] == ["Los."]
    assert maatwerk.samenvatting in around.text()


def test_the_lists_of_a_record_explain_each_term_once(corpus: Corpus) -> None:
    found = 0
    for record in corpus.every(Record):
        page = record_page(corpus, record)
        html = tree(str(page.inhoud))
        terms = [term.text() for term in html.css(".kb-term > summary")]
        assert len(terms) == len(set(terms)), page.pad
        assert html.css("p .kb-term") == []
        found += len(terms)
    assert found


def test_what_is_folded_in_stands_in_no_paragraph() -> None:
    fragments = Fragments()
    folded = Markup('<details class="kb-laag"><summary>x</summary></details>')
    assert fragments.fill_in(f"<p>{fragments.keep(folded)}</p>") == folded
