"""No text in ``data/`` becomes markup, whatever stands in it and wherever it is shown."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.corpus.corpus import Corpus
from macros.model.basis import Record
from macros.model.kennis import Bron
from macros.model.leerpunt import Leerpunt
from macros.pages.inzetten import INZETTEN
from macros.pages.pagina import Pagina
from macros.pages.recordpaginas import alle_paginas
from macros.pages.weergave import Schrijver
from tests.pages.hulp import boom, eerste_bewering, maak_omhulsel, overal, paginas, vervang
from tests.pages.test_inzetten import voorbeeld

LADINGEN = {
    "element": "<script>alert(niet)</script>",
    "attribuut": "\"><img src=x onerror=alert(niet)>' onmouseover='alert(niet)",
    "sjabloon": "{{ 7 * 191 }}{% raw %} niet",
    "adres": "Javascript:alert(niet)",
    "commentaar": "<!-- --><![CDATA[<svg onload=alert(niet)>]]>",
}
"""Each holds the word ``niet``: the statement that every page of a municipality needs has it."""
VERBODEN = "script, style, img, iframe, object, embed, base, link, meta"


@pytest.fixture(scope="module", params=LADINGEN)
def lading(request: pytest.FixtureRequest) -> str:
    return LADINGEN[request.param]


@pytest.fixture(scope="module")
def ziek(corpus: Corpus, lading: str) -> Corpus:
    """Return the corpus with the payload in every field that takes it."""
    return overal(corpus, lading)


@pytest.fixture(scope="module")
def bladen(corpus: Corpus, ziek: Corpus) -> list[Pagina]:
    """Return pages of every kind made of that corpus."""
    return list(paginas(ziek, corpus))


@pytest.fixture(scope="module")
def stukken(corpus: Corpus, ziek: Corpus, bladen: list[Pagina]) -> dict[str, LexborHTMLParser]:
    """Return those pages and the macros, by name."""
    html = {pagina.pad: str(pagina.inhoud) for pagina in bladen}
    inzetten = {**INZETTEN, "bewering": eerste_bewering}
    for naam in set(inzetten) - {"aantal"}:  # `aantal` looks up names made of labels
        kb = Schrijver(ziek, "proef/")
        html[naam] = str(inzetten[naam](kb, *voorbeeld(corpus, naam)))
    return {naam: boom(stuk) for naam, stuk in html.items()}


def test_no_kind_of_page_is_forgotten(corpus: Corpus) -> None:
    assert {blad.boven for blad in paginas(corpus, corpus)} == {
        blad.boven for blad in alle_paginas(corpus)
    }


def test_a_payload_makes_no_element_attribute_or_address(
    stukken: dict[str, LexborHTMLParser],
) -> None:
    assert len(stukken) > 40
    for naam, pagina in stukken.items():
        assert pagina.body is not None
        assert pagina.css_first(VERBODEN) is None, naam
        for knoop in pagina.body.css("*"):
            for attribuut, waarde in knoop.attributes.items():
                assert not attribuut.startswith("on"), naam
                if attribuut in ("href", "src", "action"):
                    assert not (waarde or "").strip().casefold().startswith("javascript:"), naam


def test_the_payload_itself_is_read_as_text(
    stukken: dict[str, LexborHTMLParser], lading: str
) -> None:
    zonder = {naam for naam, pagina in stukken.items() if lading not in _tekst(pagina)}
    # These show no text of an editor: only our own words and the number of a note. Nobody filled
    # in „eigenaar” yet; test_inzetten has it escaped where somebody did.
    assert zonder <= {
        "az",
        "noten",
        "eigenaar",
        "denkbeeldig",
        "bron",
        "gemeentezoeker",
        "website",
        "volledigheid",
        "serverinstelling",
        "kopregeltabel",
        "regels",
    }
    assert not [naam for naam, pagina in stukken.items() if "1337" in _tekst(pagina)]


def _tekst(pagina: LexborHTMLParser) -> str:
    assert pagina.body is not None
    return pagina.body.text()


def test_the_payload_was_really_put_in(ziek: Corpus, lading: str) -> None:
    for record in ziek.alle(Record):
        assert record.titel == lading
        assert record.samenvatting == f"{lading}."
    assert {bron.titel for bron in ziek.alle(Bron)} == {lading}


def test_a_payload_in_the_head_stays_text(bladen: list[Pagina], lading: str) -> None:
    for pagina in bladen:
        omhulsel = maak_omhulsel({pagina.boven: pagina.boven})
        html = boom(omhulsel.vul(pagina))
        assert html.head is not None
        assert {knoop.tag for knoop in html.head.css("*")} == {"head", "title", "meta"}
        titel, omschrijving = html.css_first("title"), html.css_first("meta")
        assert titel is not None
        assert omschrijving is not None
        assert titel.text() == pagina.titel
        assert set(omschrijving.attributes) == {"name", "content"}
        assert omschrijving.attributes["content"] == pagina.omschrijving
    assert lading


def test_the_model_lets_no_script_into_an_address_or_a_number(corpus: Corpus, lading: str) -> None:
    bron = next(bron for bron in corpus.alle(Bron) if bron.url)
    _, gezet = vervang(bron, lambda _: lading)
    assert ("url",) not in gezet
    leerpunt = next(leerpunt for leerpunt in corpus.alle(Leerpunt) if leerpunt.sporen)
    _, gezet = vervang(leerpunt, lambda _: lading)
    assert ("nummer",) not in gezet
    assert ("sporen", 0, "sleutel") not in gezet


def test_the_address_for_improvements_cannot_be_a_script(corpus: Corpus) -> None:
    _, gezet = vervang(corpus.site, lambda _: LADINGEN["adres"])
    assert ("verbeteradres",) not in gezet
