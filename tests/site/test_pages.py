"""Each page by itself: its head, headings and words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from macros.corpus.corpus import Corpus
from macros.model.base import Record
from tests.site.built import NOT_FOUND, Pagina, Site

MAX_RECORD = 60_000
"""Bytes of HTML of the page of one record."""
LARGE = {"leerpunten/alo-kop/": 100_000, "mvt/document/": 100_000}
"""Two that go deep on purpose: the learning that is worked out in full, and the memorandum."""
MAX_DESCRIPTION = 330

ENGLISH_WOORDEN = {
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
ENGLISH_ZINNEN = (
    "Permanent link",
    "Skip to content",
    "Back to top",
    "404 - Not found",
    "Made with",
    "Table of contents",
    "Jump back to footnote",
    "Copy to clipboard",
)


def _duplicates(waarden: dict[str, str]) -> dict[str, list[str]]:
    per_waarde = defaultdict(list)
    for url, waarde in waarden.items():
        per_waarde[waarde].append(url)
    return {waarde: urls for waarde, urls in per_waarde.items() if len(urls) > 1}


def test_each_page_has_a_title_of_its_own(site: Site) -> None:
    titels = {pagina.url: pagina.titel for pagina in site}
    assert all(titel.strip() for titel in titels.values())
    assert _duplicates(titels) == {}


def test_the_menu_shows_where_one_is(site: Site) -> None:
    """On a page of the menu itself its own entry, on any other the part that it belongs to."""
    for pagina in site:
        main = pagina.tree.css_first(".kb-menu__hoofd")
        assert main is not None
        marked = main.css("[aria-current]")
        outside_the_menu = pagina.url in ("", NOT_FOUND) or pagina.url.startswith("over/bes")
        assert len(marked) == (0 if outside_the_menu and not marked else 1), pagina.url


@pytest.mark.parametrize(
    ("url", "part"),
    [
        ("wetten/awir/", "Wetten"),
        ("mvt/document/", "Fictieve MvT"),
        ("gemeenten/gm0363/", "Aansluiten"),
        ("leerpunten-per-wet/awir/", "Leerpunten"),
        ("bronnen/n24/", "Organisaties en cijfers"),
    ],
)
def test_a_record_stands_under_the_part_that_lists_it(site: Site, url: str, part: str) -> None:
    (pagina,) = (pagina for pagina in site if pagina.url == url)
    (marked,) = pagina.tree.css(".kb-menu__hoofd [aria-current]")
    assert (marked.text(), marked.attributes["aria-current"]) == (part, "true")


def test_who_shortens_an_address_finds_a_page(site: Site) -> None:
    adressen = {pagina.url for pagina in site if pagina.url.endswith("/")}
    parts = [url.rstrip("/").split("/") for url in adressen]
    above = {"/".join(part[:n]) + "/" for part in parts for n in range(1, len(part))}
    assert above - adressen == set()


def test_each_title_ends_with_the_name_of_the_site(site: Site, corpus: Corpus) -> None:
    for pagina in site:
        assert pagina.titel.endswith(corpus.site.naam), pagina.url


def test_each_page_says_what_to_show_where_it_is_shared(site: Site, built_site: Path) -> None:
    for pagina in site:
        if pagina.url == NOT_FOUND:  # nobody shares that
            continue
        kop = {
            node.attributes["property"]: node.attributes["content"] or ""
            for node in pagina.tree.css("head > meta[property]")
        }
        assert kop["og:title"], pagina.url
        assert pagina.titel.startswith(kop["og:title"]), pagina.url
        assert kop["og:description"] == pagina.description, pagina.url
        image = kop["og:image"].removeprefix("https://kennisbank.example/")
        assert (built_site / image).is_file(), pagina.url


def test_each_page_has_a_description_of_its_own(site: Site) -> None:
    descriptions = {pagina.url: pagina.description for pagina in site.gewone()}
    for url, description in descriptions.items():
        assert 20 <= len(description) <= MAX_DESCRIPTION, (url, description)
    assert _duplicates(descriptions) == {}


def test_each_page_has_exactly_one_main_heading(site: Site) -> None:
    error = {
        pagina.url: aantal
        for pagina in site
        if (aantal := sum(niveau == 1 for niveau, _ in pagina.headings)) != 1
    }
    assert error == {}


def test_headings_do_not_skip_a_level(site: Site) -> None:
    for pagina in site:
        levels = [niveau for niveau, _ in pagina.headings]
        assert levels[0] == 1, pagina.url
        jumps = [(higher, lower) for higher, lower in pairwise(levels) if lower - higher > 1]
        assert jumps == [], pagina.url


def test_headings_have_text(site: Site) -> None:
    for pagina in site:
        assert all(tekst for _, tekst in pagina.headings), pagina.url


def test_ids_are_unique_and_usable_in_an_address(site: Site) -> None:
    for pagina in site:
        duplicates = [id_ for id_, aantal in Counter(pagina.ids).items() if aantal > 1]
        assert duplicates == [], pagina.url
        odd = [id_ for id_ in pagina.ids if not re.fullmatch(r"[A-Za-z0-9_.:-]+", id_)]
        assert odd == [], pagina.url


def test_every_name_by_reference_exists(site: Site) -> None:
    for pagina in site:
        ids = set(pagina.ids)
        for node in pagina.tree.css("[aria-labelledby], [aria-describedby], label[for]"):
            for kenmerk in ("aria-labelledby", "aria-describedby", "for"):
                namen = (node.attributes.get(kenmerk) or "").split()
                assert set(namen) <= ids, (pagina.url, node.tag, namen)


def test_every_page_is_in_dutch_and_says_so(site: Site) -> None:
    for pagina in site:
        html = pagina.tree.css_first("html")
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
    tree = pagina.tree
    namen = {
        node.attributes.get(kenmerk) or ""
        for kenmerk in ("aria-label", "title", "placeholder", "alt", "value")
        for node in tree.css(f"[{kenmerk}]")
    }
    namen |= {node.text() for node in tree.css("button, label, summary, legend, caption, th")}
    return {naam.strip().casefold() for naam in namen}


def test_no_english_in_the_interface(site: Site) -> None:
    for pagina in site:
        assert not _namen(pagina) & ENGLISH_WOORDEN, pagina.url
        found = [zin for zin in ENGLISH_ZINNEN if zin in pagina.html]
        assert found == [], pagina.url


def test_every_page_about_the_imaginary_law_says_so(site: Site, corpus: Corpus) -> None:
    urls = {pagina.url for pagina in site if pagina.url.startswith("mvt")}
    urls |= {record.pad for record in corpus.every(Record) if record.denkbeeldig}
    assert len(urls) >= 16
    for url in urls:
        pagina = site.pages[url]
        banner = "".join(node.text() for node in pagina.tree.css(".kb-denkbeeldig"))
        assert "denkbeeldig" in f"{pagina.titel} {banner}".casefold(), url


def test_the_imaginary_law_is_never_named_without_that_word(site: Site) -> None:
    for pagina in site:
        if re.search(r"Wet op het sociaal domein", pagina.tekst):
            assert "denkbeeldig" in pagina.tekst.casefold(), pagina.url


def test_no_municipality_is_called_not_affiliated(site: Site) -> None:
    for pagina in site:
        if pagina.url.startswith("gemeenten/"):
            assert "niet aangesloten" not in pagina.tekst.casefold(), pagina.url


def test_pages_of_records_stay_light(site: Site, corpus: Corpus) -> None:
    heavy = {
        record.pad: size
        for record in corpus.every(Record)
        if (size := site.pages[record.pad].file.stat().st_size) > LARGE.get(record.pad, MAX_RECORD)
    }
    assert heavy == {}


def test_a_typical_page_is_small(site: Site) -> None:
    sizes = sorted(pagina.file.stat().st_size for pagina in site)
    assert sizes[len(sizes) // 2] < 20_000


@pytest.mark.parametrize(
    "selector",
    [
        "main#inhoud",
        'a[href="#inhoud"]',
        "#menu",
        "header form[role=search], .kb-held form[role=search]",  # on the front page: the hero
    ],
)
def test_every_page_has_the_way_around_the_page(site: Site, selector: str) -> None:
    for pagina in site:
        assert len(pagina.tree.css(selector)) == 1, pagina.url


def test_a_part_of_the_menu_takes_one_row_and_puts_the_rest_behind_more(site: Site) -> None:
    """All of them once stood there, three rows high, with nothing behind „Meer”."""
    for pagina in site:
        for part in pagina.tree.css(".kb-kop .kb-menu__deel"):
            assert len(part.css(".kb-menu__deel > ul > li")) <= 7, pagina.url
            for more in part.css("details"):
                assert more.css("li"), pagina.url


def test_pictures_have_an_alternative(site: Site) -> None:
    for pagina in site:
        for node in pagina.tree.css("img"):
            assert "alt" in node.attributes, pagina.url
        for node in pagina.tree.css("svg"):
            kenmerken = node.attributes
            assert kenmerken.get("aria-labelledby") or kenmerken.get("aria-hidden"), pagina.url


def _streepjes(pagina: Pagina) -> list[str]:
    """Return the cells that hold only a dash: a screen reader says "streepje" for each."""
    return [cell.text() for cell in pagina.tree.css("td, th") if cell.text().strip() in {*"-–—"}]


def test_no_cell_holds_only_a_dash(site: Site) -> None:
    assert [pagina.url for pagina in site if _streepjes(pagina)] == []


def test_the_gate_sees_a_cell_with_only_a_dash(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text("<table><tr><td>2–3</td><td></td><td> – </td></table>", encoding="utf-8")
    assert _streepjes(Pagina("", file)) == [" – "]


def test_tables_have_a_name_and_headings(site: Site) -> None:
    for pagina in site:
        for table in pagina.tree.css("table"):
            assert table.css("thead th"), pagina.url


@pytest.mark.parametrize(
    ("url", "steps"),
    [
        ("wetten/", ["Home", "Wetten"]),
        ("wetsvoorstellen/", ["Home", "Wetten", "Wetsvoorstellen"]),
        ("wetten/awir/", ["Home", "Wetten", "Algemene wet inkomensafhankelijke regelingen"]),
        ("aansluiten/collegevoorstel/", ["Home", "Aansluiten", "Voorbeeldteksten collegevoorstel"]),
    ],
)
def test_the_crumbs_tell_the_way_to_a_page(site: Site, url: str, steps: list[str]) -> None:
    (page,) = (pagina for pagina in site if pagina.url == url)
    assert [step.text().strip() for step in page.tree.css(".kb-kruimels li")] == steps


def test_every_page_but_the_first_has_one_row_of_crumbs_above_its_title(site: Site) -> None:
    for pagina in site:
        crumbs = pagina.tree.css("main .kb-kruimels")
        assert len(crumbs) == (0 if pagina.url in ("", NOT_FOUND) else 1), pagina.url
        assert len(pagina.tree.css("main .kb-kruimels [aria-current=page]")) == len(crumbs)
        assert len(pagina.tree.css("main .kb-kruimels ~ h1, main .kb-kruimels ~ * h1")) == len(
            crumbs
        ), pagina.url
