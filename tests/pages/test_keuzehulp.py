"""The decision aid and the form as they leave the templates."""

from __future__ import annotations

import posixpath
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.corpus.corpus import Corpus
from macros.pages import recordpaginas
from macros.pages.inzetten import INZETTEN
from macros.pages.keuzehulp import keuzehulppaginas, wegen
from macros.pages.pagina import Pagina
from macros.pages.weergave import Schrijver
from tests.pages.hulp import adressen, boom, een, overal, tekst


@pytest.fixture(scope="module")
def paginas(corpus: Corpus) -> dict[str, Pagina]:
    return {pagina.pad: pagina for pagina in keuzehulppaginas(corpus)}


def _vaste_tekst(pagina: LexborHTMLParser, kiezer: str) -> str:
    return " ".join(" ".join(knoop.text().split()) for knoop in pagina.css(kiezer))


def naar(pagina: Pagina) -> set[str]:
    """Return where the links of a page lead, from the site root."""
    return {
        posixpath.normpath(posixpath.join(pagina.pad, adres)) + "/"
        for adres in adressen(pagina.inhoud)
        if not adres.startswith(("#", "http", "mailto"))
    }


def test_every_way_starts_at_the_first_question_and_hangs_together(corpus: Corpus) -> None:
    start = corpus.keuzehulp.start
    for doel, gevonden in wegen(corpus.keuzehulp).items():
        for weg in gevonden:
            waar = start
            for stap in weg:
                assert stap.vraag.sleutel == waar
                waar = stap.antwoord.naar
            assert waar == doel


def test_each_question_but_the_first_and_each_outcome_has_a_page(
    corpus: Corpus, paginas: dict[str, Pagina]
) -> None:
    keuze = corpus.keuzehulp
    sleutels = {vraag.sleutel for vraag in keuze.vragen} | {u.sleutel for u in keuze.uitkomsten}
    assert set(paginas) == {f"keuzehulp/{sleutel}/" for sleutel in sleutels - {keuze.start}}
    assert len({pagina.titel for pagina in paginas.values()}) == len(paginas)
    assert all(len(pagina.omschrijving) <= 155 for pagina in paginas.values())
    assert all(len(boom(pagina.inhoud).css("h1")) == 1 for pagina in paginas.values())


def test_a_question_shows_its_answers_and_why_and_the_way_to_it(
    corpus: Corpus, paginas: dict[str, Pagina]
) -> None:
    gevonden = wegen(corpus.keuzehulp)
    for vraag in corpus.keuzehulp.vragen:
        if vraag.sleutel == corpus.keuzehulp.start:
            continue
        pagina = paginas[f"keuzehulp/{vraag.sleutel}/"]
        html = boom(pagina.inhoud)
        (weg,) = gevonden[vraag.sleutel]
        for antwoord in vraag.antwoorden:
            assert antwoord.tekst in tekst(pagina.inhoud)
            assert f"keuzehulp/{antwoord.naar}/" in naar(pagina)
        assert len(html.css("dd .kb-bewijs")) >= len(vraag.antwoorden)
        stappen = _vaste_tekst(html, "section ol > li")
        for stap in weg:
            assert f"{stap.vraag.vraag} {stap.antwoord.tekst}." in stappen


def test_an_outcome_shows_every_way_to_it(corpus: Corpus, paginas: dict[str, Pagina]) -> None:
    for uitkomst in corpus.keuzehulp.uitkomsten:
        pagina = paginas[f"keuzehulp/{uitkomst.sleutel}/"]
        gevonden = wegen(corpus.keuzehulp)[uitkomst.sleutel]
        assert len(boom(pagina.inhoud).css("[aria-labelledby=weg] > ol")) == len(gevonden)
        for weg in gevonden:
            assert weg[-1].antwoord.tekst in tekst(pagina.inhoud)


def test_an_outcome_tells_what_to_do_now_and_links_to_the_instrument(
    corpus: Corpus, paginas: dict[str, Pagina]
) -> None:
    pagina = paginas["keuzehulp/landelijk-maatwerkloket/"]
    loket = corpus.records["instrument:landelijk-maatwerkloket"]
    for bewering in (*loket.nu_doen, *loket.status):  # type: ignore[union-attr]  # an Instrument
        assert bewering.tekst in tekst(pagina.inhoud)
    assert "instrumenten/landelijk-maatwerkloket/" in naar(pagina)
    assert "Hierover is geen openbare bron gevonden" in tekst(pagina.inhoud)


def test_every_page_says_whose_aid_it_is_and_carries_its_address(
    corpus: Corpus, paginas: dict[str, Pagina]
) -> None:
    for pagina in paginas.values():
        assert "PMM heeft hem niet gemaakt" in tekst(pagina.inhoud)
        assert f"{corpus.site.adres}{pagina.pad}" in tekst(pagina.inhoud)
        assert "keuzehulp/" in naar(pagina)


def test_the_page_itself_holds_the_whole_graph_for_the_script(corpus: Corpus) -> None:
    html = boom(INZETTEN["keuzehulp_alles"](Schrijver(corpus, "keuzehulp/")))
    for vraag in corpus.keuzehulp.vragen:
        deel = een(str(html.html), f"[data-vraag={vraag.sleutel}]")
        gelezen = {
            knoop.attributes["data-antwoord"]: knoop.attributes["data-naar"]
            for knoop in deel.css("[data-antwoord]")
        }
        assert gelezen == {antwoord.sleutel: antwoord.naar for antwoord in vraag.antwoorden}
        assert all(knoop.css(".kb-bewijs") for knoop in deel.css("[data-waarom]"))
    doelen = {knoop.attributes["id"] for knoop in html.css("[id]")}
    hier = {adres[1:] for adres in adressen(str(html.html)) if adres.startswith("#")}
    assert {anker for anker in hier if not anker.startswith("bron-")} <= doelen
    # Copies go elsewhere on the same page, so what is copied may hold no id.
    assert not html.css("[data-inhoud] [id], [data-waarom] [id], [data-uitleg] [id]")


def test_the_links_to_told_pages_lead_to_pages(corpus: Corpus, wortel: Path) -> None:
    for uitkomst in corpus.keuzehulp.uitkomsten:
        for verder in uitkomst.lees_verder:
            docs = wortel / "docs" / verder.pad.rstrip("/")
            assert docs.with_suffix(".md").is_file() or (docs / "index.md").is_file(), verder.pad


def test_a_source_says_which_tools_rest_on_it(corpus: Corpus) -> None:
    html = recordpaginas.bronpagina(corpus, corpus.bron("bron:K81")).inhoud
    assert "../../keuzehulp/" in adressen(html)


@pytest.mark.parametrize("lading", ["<b title='1337'>{{ 7 * 191 }}</b>", '" onclick="alert(1337)'])
def test_a_payload_stays_text_on_the_pages_of_the_aid(corpus: Corpus, lading: str) -> None:
    for pagina in keuzehulppaginas(overal(corpus, lading)):
        assert lading in tekst(pagina.inhoud)
        for knoop in boom(pagina.inhoud).css("*"):
            assert not any(naam.startswith("on") for naam in knoop.attributes)
            assert knoop.attributes.get("title") != "1337"


def test_the_form_is_complete_without_its_script(corpus: Corpus) -> None:
    html = boom(INZETTEN["casusformulier"](Schrijver(corpus, "casus-formulier/")))
    assert not html.css("form, input, textarea, [action]")
    for veld in corpus.casusformulier.velden:
        deel = een(str(html.html), f"[data-veld={veld.sleutel}]")
        assert veld.label in deel.text()
        assert veld.uitleg in deel.text()
        if veld.soort == "tekst":
            assert len(deel.css("[data-schrijfruimte] > span")) == veld.regels
    keuzen = {knoop.attributes["data-keuze"] for knoop in html.css("[data-keuze]")}
    termen = {term.sleutel for term in corpus.vocabulaires["leefgebied"].termen}
    assert termen - keuzen == {"alle"}
    for deel_ in corpus.casusformulier.waarschuwingen:
        assert een(str(html.html), f"[data-waarschuwing='{deel_.soort}']").text() == deel_.tekst
    assert "hidden" in een(str(html.html), "[data-uitvoer]").attributes
