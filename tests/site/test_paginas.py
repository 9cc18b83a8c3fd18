"""Each page by itself: its head, headings and words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise

import pytest

from macros.corpus.corpus import Corpus
from macros.model.basis import Record
from tests.site.gebouwd import NIET_GEVONDEN, Pagina, Site

MAX_RECORD = 60_000
"""Bytes of HTML of the page of one record."""
GROOT = {"leerpunten/alo-kop/": 100_000, "mvt/document/": 100_000}
"""Two that go deep on purpose: the learning that is worked out in full, and the memorandum."""
MAX_OMSCHRIJVING = 330

ENGELSE_WOORDEN = {
    "search",
    "previous",
    "next",
    "footer",
    "header",
    "tabs",
    "home page",
    "close",
    "menu button",
    "note",
    "warning",
    "tip",
}
ENGELSE_ZINNEN = (
    "Permanent link",
    "Skip to content",
    "Back to top",
    "404 - Not found",
    "Made with",
    "Table of contents",
    "Jump back to footnote",
    "Copy to clipboard",
)


def _dubbel(waarden: dict[str, str]) -> dict[str, list[str]]:
    per_waarde = defaultdict(list)
    for url, waarde in waarden.items():
        per_waarde[waarde].append(url)
    return {waarde: urls for waarde, urls in per_waarde.items() if len(urls) > 1}


def test_each_page_has_a_title_of_its_own(site: Site) -> None:
    titels = {pagina.url: pagina.titel for pagina in site}
    assert all(titel.strip() for titel in titels.values())
    assert _dubbel(titels) == {}


def test_the_menu_shows_where_one_is(site: Site) -> None:
    """On a page of the menu itself its own entry, on any other the part that it belongs to."""
    for pagina in site:
        hoofd = pagina.boom.css_first(".kb-menu__hoofd")
        assert hoofd is not None
        gemerkt = hoofd.css("[aria-current]")
        buiten_het_menu = pagina.url in ("", NIET_GEVONDEN) or pagina.url.startswith("over/bes")
        assert len(gemerkt) == (0 if buiten_het_menu and not gemerkt else 1), pagina.url


@pytest.mark.parametrize(
    ("url", "deel"),
    [
        ("wetten/awir/", "Wetten"),
        ("mvt/document/", "Fictieve MvT"),
        ("gemeenten/gm0363/", "Aansluiten"),
        ("leerpunten-per-wet/awir/", "Leerpunten"),
        ("bronnen/n24/", "Feiten"),
    ],
)
def test_a_record_stands_under_the_part_that_lists_it(site: Site, url: str, deel: str) -> None:
    (pagina,) = (pagina for pagina in site if pagina.url == url)
    (gemerkt,) = pagina.boom.css(".kb-menu__hoofd [aria-current]")
    assert (gemerkt.text(), gemerkt.attributes["aria-current"]) == (deel, "true")


def test_each_title_ends_with_the_name_of_the_site(site: Site, corpus: Corpus) -> None:
    for pagina in site:
        assert pagina.titel.endswith(corpus.site.naam), pagina.url


def test_each_page_has_a_description_of_its_own(site: Site) -> None:
    omschrijvingen = {pagina.url: pagina.omschrijving for pagina in site.gewone()}
    for url, omschrijving in omschrijvingen.items():
        assert 20 <= len(omschrijving) <= MAX_OMSCHRIJVING, (url, omschrijving)
    assert _dubbel(omschrijvingen) == {}


def test_each_page_has_exactly_one_main_heading(site: Site) -> None:
    fout = {
        pagina.url: aantal
        for pagina in site
        if (aantal := sum(niveau == 1 for niveau, _ in pagina.koppen)) != 1
    }
    assert fout == {}


def test_headings_do_not_skip_a_level(site: Site) -> None:
    for pagina in site:
        niveaus = [niveau for niveau, _ in pagina.koppen]
        assert niveaus[0] == 1, pagina.url
        sprongen = [(hoger, lager) for hoger, lager in pairwise(niveaus) if lager - hoger > 1]
        assert sprongen == [], pagina.url


def test_headings_have_text(site: Site) -> None:
    for pagina in site:
        assert all(tekst for _, tekst in pagina.koppen), pagina.url


def test_ids_are_unique_and_usable_in_an_address(site: Site) -> None:
    for pagina in site:
        dubbel = [id_ for id_, aantal in Counter(pagina.ids).items() if aantal > 1]
        assert dubbel == [], pagina.url
        raar = [id_ for id_ in pagina.ids if not re.fullmatch(r"[A-Za-z0-9_.:-]+", id_)]
        assert raar == [], pagina.url


def test_every_name_by_reference_exists(site: Site) -> None:
    for pagina in site:
        ids = set(pagina.ids)
        for knoop in pagina.boom.css("[aria-labelledby], [aria-describedby], label[for]"):
            for kenmerk in ("aria-labelledby", "aria-describedby", "for"):
                namen = (knoop.attributes.get(kenmerk) or "").split()
                assert set(namen) <= ids, (pagina.url, knoop.tag, namen)


def test_every_page_is_in_dutch_and_says_so(site: Site) -> None:
    for pagina in site:
        html = pagina.boom.css_first("html")
        assert html is not None
        assert html.attributes.get("lang") == "nl", pagina.url


def test_nothing_of_a_template_is_left(site: Site) -> None:
    for pagina in site:
        rest = re.findall(r"\{\{|\{%|\{#|kbfragment\w*|kbstempel\w*", pagina.html)
        assert rest == [], pagina.url
        assert ">None<" not in pagina.html, pagina.url
        assert "Undefined" not in pagina.html, pagina.url


def _namen(pagina: Pagina) -> set[str]:
    """Return every short text that is interface: names, buttons, labels."""
    boom = pagina.boom
    namen = {
        knoop.attributes.get(kenmerk) or ""
        for kenmerk in ("aria-label", "title", "placeholder", "alt", "value")
        for knoop in boom.css(f"[{kenmerk}]")
    }
    namen |= {knoop.text() for knoop in boom.css("button, label, summary, legend, caption, th")}
    return {naam.strip().casefold() for naam in namen}


def test_no_english_in_the_interface(site: Site) -> None:
    for pagina in site:
        assert not _namen(pagina) & ENGELSE_WOORDEN, pagina.url
        gevonden = [zin for zin in ENGELSE_ZINNEN if zin in pagina.html]
        assert gevonden == [], pagina.url


def test_every_page_about_the_imaginary_law_says_so(site: Site, corpus: Corpus) -> None:
    urls = {pagina.url for pagina in site if pagina.url.startswith("mvt")}
    urls |= {record.pad for record in corpus.alle(Record) if record.denkbeeldig}
    assert len(urls) >= 16
    for url in urls:
        pagina = site.paginas[url]
        banier = "".join(knoop.text() for knoop in pagina.boom.css(".kb-denkbeeldig"))
        assert "denkbeeldig" in f"{pagina.titel} {banier}".casefold(), url


def test_the_imaginary_law_is_never_named_without_that_word(site: Site) -> None:
    for pagina in site:
        if re.search(r"Wet op het sociaal domein", pagina.tekst):
            assert "denkbeeldig" in pagina.tekst.casefold(), pagina.url


def test_no_municipality_is_called_not_affiliated(site: Site) -> None:
    for pagina in site:
        if pagina.url.startswith("gemeenten/"):
            assert "niet aangesloten" not in pagina.tekst.casefold(), pagina.url


def test_pages_of_records_stay_light(site: Site, corpus: Corpus) -> None:
    zwaar = {
        record.pad: grootte
        for record in corpus.alle(Record)
        if (grootte := site.paginas[record.pad].bestand.stat().st_size)
        > GROOT.get(record.pad, MAX_RECORD)
    }
    assert zwaar == {}


def test_a_typical_page_is_small(site: Site) -> None:
    groottes = sorted(pagina.bestand.stat().st_size for pagina in site)
    assert groottes[len(groottes) // 2] < 20_000


@pytest.mark.parametrize(
    "kiezer", ["main#inhoud", 'a[href="#inhoud"]', "#menu", "header form[role=search]"]
)
def test_every_page_has_the_way_around_the_page(site: Site, kiezer: str) -> None:
    for pagina in site:
        assert len(pagina.boom.css(kiezer)) == 1, pagina.url


def test_pictures_have_an_alternative(site: Site) -> None:
    for pagina in site:
        for knoop in pagina.boom.css("img"):
            assert "alt" in knoop.attributes, pagina.url
        for knoop in pagina.boom.css("svg"):
            kenmerken = knoop.attributes
            assert kenmerken.get("aria-labelledby") or kenmerken.get("aria-hidden"), pagina.url


def test_tables_have_a_name_and_headings(site: Site) -> None:
    for pagina in site:
        for tabel in pagina.boom.css("table"):
            assert tabel.css("thead th"), pagina.url
