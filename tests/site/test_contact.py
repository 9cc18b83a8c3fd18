"""Whoever sees a mistake can say so from the page itself, and knows who reads it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from macros.corpus.corpus import Corpus
from macros.model.base import Record
from macros.site.told import citations_in
from tests.site.built import Pagina, Site


def _reports(pagina: Pagina) -> list[str]:
    """Return where the links to report a mistake in this page lead."""
    return [
        unquote(link.attributes["href"] or "")
        for link in pagina.tree.css("main a")
        if link.text() == "Verbeter deze pagina"
    ]


def test_every_record_and_told_page_can_be_reported(site: Site, corpus: Corpus, root: Path) -> None:
    pads = {record.pad for record in corpus.every(Record)}
    pads |= {citation.pad for citation in citations_in(root / "docs")}
    assert len(pads) > len(corpus.records) // 2
    assert [pad for pad in pads if len(_reports(site.pages[pad])) != 1] == []


def test_the_subject_of_a_report_is_the_title_of_the_page(site: Site, corpus: Corpus) -> None:
    """An outcome of the decision aid once wrote that of the aid."""
    for pagina in site:
        titel = pagina.titel.removesuffix(f" - {corpus.site.naam}")
        kop = next((text for level, text in pagina.headings if level == 1), titel)
        for adres in _reports(pagina):
            assert titel in adres or kop in adres, pagina.url


def test_who_asks_how_to_reach_somebody_is_sent_out_and_not_round(site: Site) -> None:
    """Where the answer is missing and who to ask has a website, that is one step away."""
    first = site.pages["casus-voorbereiden/"].tree.css(".kb-antwoord a[rel=noreferrer]")
    assert len(first) == 1
    asked = [
        part
        for part in site.pages["casus-voorbereiden/"].tree.css(".kb-onbekend")
        if "telefoonnummer" in part.text()
    ]
    assert asked
    assert [part for part in asked if part.css_first("a[rel=noreferrer]") is None] == []


def test_foot_and_menu_lead_to_the_contact_page(site: Site) -> None:
    for pagina in site.gewone():
        if pagina.tree.css_first(".kb-voet__afzender") is not None:
            foot = [link.attributes["href"] for link in pagina.tree.css(".kb-voet__afzender a")]
            assert "contact/" in {pagina.doel(link or "") for link in foot}, pagina.url
    menu = site.pages["over/"].tree.css(".kb-menu a")
    assert "Contact" in [link.text() for link in menu]
