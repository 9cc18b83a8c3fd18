"""From A to Z one finds every page, by its title and by every search term."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import alphabetical
from macros.model.kennis import Begrip, Bron, Grafiek
from macros.pages.alphabet import letter_pages, letter_path
from macros.pages.page_macros import PAGE_MACROS
from macros.pages.rendering import Writer
from tests.pages.helpers import adressen, tree

BASE = "https://site.example/"
Letters = dict[str, LexborHTMLParser]


@pytest.fixture(scope="module")
def letters(corpus: Corpus) -> Letters:
    """Return the page of every letter by its address."""
    return {one.pad: tree(one.make().inhoud) for one in letter_pages(corpus)}


def test_the_list_leads_everywhere(corpus: Corpus, letters: Letters) -> None:
    shown = {
        urljoin(BASE + pad, node.attributes["href"] or "").removeprefix(BASE)
        for pad, pagina in letters.items()
        for node in pagina.css(".kb-az a")
    }
    expected = {
        record.pad for record in corpus.records.values() if not isinstance(record, Bron | Grafiek)
    } | {f"gemeenten/{gemeente.cbs.lower()}/" for gemeente in corpus.gemeentetabel.gemeenten}
    assert shown == expected


def test_every_letter_is_in_order(letters: Letters) -> None:
    for pagina in letters.values():
        woorden = [
            alphabetical(
                node.css("a")[0].text()
                if node.css("span")
                else node.text(deep=False).partition(", zie")[0]
            )
            for node in pagina.css(".kb-az li")
        ]
        assert woorden
        assert woorden == sorted(woorden)


def test_the_letters_lead_to_each_other_and_the_search_page_to_all(
    corpus: Corpus, letters: Letters
) -> None:
    for pad, pagina in letters.items():
        links = pagina.css(".kb-sprongen a")
        assert [urljoin(f"/{pad}", node.attributes["href"] or "") for node in links] == [
            f"/{other}" for other in letters
        ]
        (here,) = pagina.css(".kb-sprongen [aria-current=page]")
        assert letter_path(here.text()) == pad
    html = PAGE_MACROS["az"](Writer(corpus, "zoeken/"))
    assert [urljoin("/zoeken/", link) for link in adressen(html)] == [f"/{pad}" for pad in letters]
    counts = [len(pagina.css(".kb-az li")) for pagina in letters.values()]
    assert [int(node.text(deep=False)) for node in tree(html).css("li")] == counts


@pytest.mark.parametrize(
    ("woord", "pad"),
    [
        ("Awir", "wetten/awir/"),
        ("man zit vast", "leerpunten/alo-kop/"),
        ("man zit vast", "begrippen/detentie/"),
        ("Den Bosch", "gemeenten/gm0796/"),
        ("18 jaar en geen ouders", "leerpunten/"),
    ],
)
def test_an_abbreviation_or_search_term_leads_to_its_pages(
    letters: Letters, woord: str, pad: str
) -> None:
    regels = [node for pagina in letters.values() for node in pagina.css(".kb-az li")]
    (regel,) = [node for node in regels if node.text().startswith(f"{woord}, zie ")]
    assert any(pad in (link.attributes["href"] or "") for link in regel.css("a"))


def test_a_name_that_something_had_or_has_besides_its_title_leads_to_it(
    corpus: Corpus, letters: Letters
) -> None:
    regels = {
        node.text(deep=False).partition(", zie")[0]: node
        for pagina in letters.values()
        for node in pagina.css(".kb-az li")
        if not node.css("span")
    }
    old = corpus.vervallen()[0]
    opvolger = old.opvolgers[0].removeprefix("gemeente:")
    assert f"gemeenten/{opvolger.lower()}/" in (regels[old.naam].html or "")
    voluit = next(one for one in corpus.every(Begrip) if one.voluit)
    assert voluit.pad.split("/")[1] in (regels[str(voluit.voluit)].html or "")


def test_no_name_leads_to_a_page_with_that_very_title(letters: Letters) -> None:
    for pagina in letters.values():
        for node in pagina.css(".kb-az li"):
            if not node.css("span"):
                woord = alphabetical(node.text(deep=False).partition(", zie")[0])
                assert woord not in [alphabetical(link.text()) for link in node.css("a")]
