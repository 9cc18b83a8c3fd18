"""From A to Z one finds every page, by its title and by every search term."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import alfabetisch
from macros.model.kennis import Begrip, Bron, Grafiek
from macros.pages.alfabet import letterpad, letterpaginas
from macros.pages.inzetten import INZETTEN
from macros.pages.weergave import Schrijver
from tests.pages.hulp import adressen, boom

BASIS = "https://site.example/"
Letters = dict[str, LexborHTMLParser]


@pytest.fixture(scope="module")
def letters(corpus: Corpus) -> Letters:
    """Return the page of every letter by its address."""
    return {pagina.pad: boom(pagina.inhoud) for pagina in letterpaginas(corpus)}


def test_the_list_leads_everywhere(corpus: Corpus, letters: Letters) -> None:
    getoond = {
        urljoin(BASIS + pad, knoop.attributes["href"] or "").removeprefix(BASIS)
        for pad, pagina in letters.items()
        for knoop in pagina.css(".kb-az a")
    }
    verwacht = {
        record.pad for record in corpus.records.values() if not isinstance(record, Bron | Grafiek)
    } | {f"gemeenten/{gemeente.cbs.lower()}/" for gemeente in corpus.gemeentetabel.gemeenten}
    assert getoond == verwacht


def test_every_letter_is_in_order(letters: Letters) -> None:
    for pagina in letters.values():
        woorden = [
            alfabetisch(
                knoop.css("a")[0].text()
                if knoop.css("span")
                else knoop.text(deep=False).partition(", zie")[0]
            )
            for knoop in pagina.css(".kb-az li")
        ]
        assert woorden
        assert woorden == sorted(woorden)


def test_the_letters_lead_to_each_other_and_the_search_page_to_all(
    corpus: Corpus, letters: Letters
) -> None:
    for pad, pagina in letters.items():
        links = pagina.css(".kb-sprongen a")
        assert [urljoin(f"/{pad}", knoop.attributes["href"] or "") for knoop in links] == [
            f"/{ander}" for ander in letters
        ]
        (hier,) = pagina.css(".kb-sprongen [aria-current=page]")
        assert letterpad(hier.text()) == pad
    html = INZETTEN["az"](Schrijver(corpus, "zoeken/"))
    assert [urljoin("/zoeken/", link) for link in adressen(html)] == [f"/{pad}" for pad in letters]
    aantallen = [len(pagina.css(".kb-az li")) for pagina in letters.values()]
    assert [int(knoop.text(deep=False)) for knoop in boom(html).css("li")] == aantallen


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
    regels = [knoop for pagina in letters.values() for knoop in pagina.css(".kb-az li")]
    (regel,) = [knoop for knoop in regels if knoop.text().startswith(f"{woord}, zie ")]
    assert any(pad in (link.attributes["href"] or "") for link in regel.css("a"))


def test_a_name_that_something_had_or_has_besides_its_title_leads_to_it(
    corpus: Corpus, letters: Letters
) -> None:
    regels = {
        knoop.text(deep=False).partition(", zie")[0]: knoop
        for pagina in letters.values()
        for knoop in pagina.css(".kb-az li")
        if not knoop.css("span")
    }
    oud = corpus.vervallen()[0]
    opvolger = oud.opvolgers[0].removeprefix("gemeente:")
    assert f"gemeenten/{opvolger.lower()}/" in (regels[oud.naam].html or "")
    voluit = next(een for een in corpus.alle(Begrip) if een.voluit)
    assert voluit.pad.split("/")[1] in (regels[str(voluit.voluit)].html or "")


def test_no_name_leads_to_a_page_with_that_very_title(letters: Letters) -> None:
    for pagina in letters.values():
        for knoop in pagina.css(".kb-az li"):
            if not knoop.css("span"):
                woord = alfabetisch(knoop.text(deep=False).partition(", zie")[0])
                assert woord not in [alfabetisch(link.text()) for link in knoop.css("a")]
