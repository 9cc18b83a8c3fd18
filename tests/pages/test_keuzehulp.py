"""The decision aid and the form as they leave the templates."""

from __future__ import annotations

import posixpath
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.blad.claims import other_claims
from macros.corpus.corpus import Corpus
from macros.exports.graph import name_of
from macros.pages import record_pages
from macros.pages.keuzehulp import keuzehulp_pages, ways
from macros.pages.page_macros import PAGE_MACROS
from macros.pages.pagina import Pagina
from macros.pages.rendering import Writer
from tests.pages.helpers import adressen, one, tekst, tree


@pytest.fixture(scope="module")
def pages(corpus: Corpus) -> dict[str, Pagina]:
    return {one.pad: one.make() for one in keuzehulp_pages(corpus)}


def _fixed_tekst(pagina: LexborHTMLParser, selector: str) -> str:
    return " ".join(" ".join(node.text().split()) for node in pagina.css(selector))


def naar(pagina: Pagina) -> set[str]:
    """Return where the links of a page lead, from the site root."""
    return {
        posixpath.normpath(posixpath.join(pagina.pad, adres)) + "/"
        for adres in adressen(pagina.inhoud)
        if not adres.startswith(("#", "http", "mailto"))
    }


def test_every_way_starts_at_the_first_question_and_hangs_together(corpus: Corpus) -> None:
    start = corpus.keuzehulp.start
    for doel, found in ways(corpus.keuzehulp).items():
        for way in found:
            where = start
            for stap in way:
                assert stap.vraag.sleutel == where
                where = stap.antwoord.naar
            assert where == doel


def test_each_question_but_the_first_and_each_outcome_has_a_page(
    corpus: Corpus, pages: dict[str, Pagina]
) -> None:
    choice = corpus.keuzehulp
    sleutels = {vraag.sleutel for vraag in choice.vragen} | {u.sleutel for u in choice.uitkomsten}
    assert set(pages) == {f"keuzehulp/{sleutel}/" for sleutel in sleutels - {choice.start}}
    assert len({pagina.titel for pagina in pages.values()}) == len(pages)
    assert all(len(pagina.description) <= 155 for pagina in pages.values())
    assert all(len(tree(pagina.inhoud).css("h1")) == 1 for pagina in pages.values())


def test_a_question_shows_its_answers_and_why_and_the_way_to_it(
    corpus: Corpus, pages: dict[str, Pagina]
) -> None:
    found = ways(corpus.keuzehulp)
    for vraag in corpus.keuzehulp.vragen:
        if vraag.sleutel == corpus.keuzehulp.start:
            continue
        pagina = pages[f"keuzehulp/{vraag.sleutel}/"]
        html = tree(pagina.inhoud)
        (way,) = found[vraag.sleutel]
        for antwoord in vraag.antwoorden:
            assert antwoord.tekst in tekst(pagina.inhoud)
            assert f"keuzehulp/{antwoord.naar}/" in naar(pagina)
        assert len(html.css("dd .kb-bewijs")) >= len(vraag.antwoorden)
        stappen = _fixed_tekst(html, "section ol > li")
        for stap in way:
            assert f"{stap.vraag.vraag} {stap.antwoord.tekst}." in stappen


def test_an_outcome_shows_every_way_to_it(corpus: Corpus, pages: dict[str, Pagina]) -> None:
    for uitkomst in corpus.keuzehulp.uitkomsten:
        pagina = pages[f"keuzehulp/{uitkomst.sleutel}/"]
        found = ways(corpus.keuzehulp)[uitkomst.sleutel]
        assert len(tree(pagina.inhoud).css("[aria-labelledby=weg] > ol")) == len(found)
        for way in found:
            assert way[-1].antwoord.tekst in tekst(pagina.inhoud)


def test_an_outcome_tells_what_to_do_now_and_links_to_the_instrument(
    corpus: Corpus, pages: dict[str, Pagina]
) -> None:
    pagina = pages["keuzehulp/landelijk-maatwerkloket/"]
    loket = corpus.records["instrument:landelijk-maatwerkloket"]
    for bewering in (*loket.nu_doen, *loket.status):  # type: ignore[union-attr]  # an Instrument
        assert bewering.tekst in tekst(pagina.inhoud)
    assert "instrumenten/landelijk-maatwerkloket/" in naar(pagina)
    assert "Hierover is geen openbare bron gevonden" in tekst(pagina.inhoud)


def test_every_page_says_whose_aid_it_is_and_carries_its_address(
    corpus: Corpus, pages: dict[str, Pagina]
) -> None:
    for pagina in pages.values():
        assert "PMM heeft hem niet gemaakt" in tekst(pagina.inhoud)
        assert f"{corpus.site.adres}{pagina.pad}" in tekst(pagina.inhoud)
        assert "keuzehulp/" in naar(pagina)


def test_the_page_itself_holds_the_whole_graph_for_the_script(corpus: Corpus) -> None:
    html = tree(PAGE_MACROS["keuzehulp_alles"](Writer(corpus, "keuzehulp/")))
    for vraag in corpus.keuzehulp.vragen:
        part = one(str(html.html), f"[data-vraag={vraag.sleutel}]")
        read = {
            node.attributes["data-antwoord"]: node.attributes["data-naar"]
            for node in part.css("[data-antwoord]")
        }
        assert read == {antwoord.sleutel: antwoord.naar for antwoord in vraag.antwoorden}
        assert all(node.css(".kb-bewijs") for node in part.css("[data-waarom]"))
    doelen = {node.attributes["id"] for node in html.css("[id]")}
    here = {adres[1:] for adres in adressen(str(html.html)) if adres.startswith("#")}
    assert {anker for anker in here if not anker.startswith("bron-")} <= doelen
    # Copies go elsewhere on the same page, so what is copied may hold no id but the name of a
    # statement, which the script leaves out of the copy.
    copied = html.css("[data-inhoud] [id], [data-waarom] [id], [data-uitleg] [id]")
    own = [name_of(one) for one in other_claims(corpus) if one.from_.id == "tabel:keuzehulp"]
    assert [f"keuzehulp/#{node.attributes['id']}" for node in copied] == own


def test_one_problem_with_debts_leads_to_what_there_is_for_debts(corpus: Corpus) -> None:
    (plain,) = (one for one in corpus.keuzehulp.uitkomsten if one.sleutel == "gewone-voorzieningen")
    paden = {verder.pad for verder in plain.lees_verder}
    for id_ in ("wet:wgs", "begrip:saneringskrediet", "begrip:moratorium", "begrip:wsnp"):
        assert corpus.records[id_].pad in paden


def test_the_links_to_other_pages_lead_to_pages(corpus: Corpus, root: Path) -> None:
    records = {record.pad for record in corpus.records.values()}
    for uitkomst in corpus.keuzehulp.uitkomsten:
        for verder in uitkomst.lees_verder:
            if verder.pad in records:
                continue
            docs = root / "docs" / verder.pad.rstrip("/")
            assert docs.with_suffix(".md").is_file() or (docs / "index.md").is_file(), verder.pad


def test_a_source_says_which_tools_rest_on_it(corpus: Corpus) -> None:
    html = record_pages.bron_page(corpus, corpus.bron("bron:K81")).inhoud
    assert "../../keuzehulp/" in adressen(html)


def test_the_form_is_complete_without_its_script(corpus: Corpus) -> None:
    html = tree(PAGE_MACROS["casusformulier"](Writer(corpus, "casus-formulier/")))
    assert not html.css("form, input, textarea, [action]")
    for veld in corpus.casusformulier.velden:
        part = one(str(html.html), f"[data-veld={veld.sleutel}]")
        assert veld.label in part.text()
        assert veld.uitleg in part.text()
        if veld.soort == "tekst":
            assert len(part.css("[data-schrijfruimte] > span")) == veld.regels
    choices = {node.attributes["data-keuze"] for node in html.css("[data-keuze]")}
    termen = {term.sleutel for term in corpus.vocabulaires["leefgebied"].termen}
    assert termen - choices == {"alle"}
    for part_ in corpus.casusformulier.waarschuwingen:
        assert one(str(html.html), f"[data-waarschuwing='{part_.soort}']").text() == part_.tekst
    assert "hidden" in one(str(html.html), "[data-uitvoer]").attributes
