from __future__ import annotations

import xml.etree.ElementTree as ET

from macros.exports.sitemap import sitemap
from tests.factory import (
    PEILDATUM,
    make_begrip,
    make_bron,
    make_corpus,
    make_gemeente,
    make_wet,
)

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
WET = {"gecontroleerd": {"datum": "2026-10-02", "rol": "redactie"}}
CORPUS = make_corpus(make_wet(**WET), make_begrip())


def _regels(*paths: str) -> list[tuple[str, str]]:
    all_exports = sitemap(CORPUS, paths)
    assert all_exports.pad == "sitemap.xml"
    root = ET.fromstring(all_exports.inhoud)  # noqa: S314 - idem
    assert root.tag == f"{NAMESPACE}urlset"
    return [(url[0].text or "", url[1].text or "") for url in root]


def test_a_record_has_the_day_of_its_own_check() -> None:
    assert _regels("wetten/participatiewet/", "begrippen/maatwerk/") == [
        ("https://kennisbank.example/begrippen/maatwerk/", "2026-11-01"),
        ("https://kennisbank.example/wetten/participatiewet/", "2026-10-02"),
    ]


def test_a_source_and_a_municipality_have_the_day_they_were_looked_at() -> None:
    bron = make_bron("N24", geraadpleegd="2026-09-01")
    corpus = make_corpus(bron, gemeenten=[make_gemeente()])
    table = corpus.gemeentetabel.gecontroleerd.datum.isoformat()
    (cbs,) = corpus.gemeenten()
    paths = ("bronnen/n24/", f"gemeenten/{cbs.lower()}/", "over/")
    root = ET.fromstring(sitemap(corpus, paths).inhoud)  # noqa: S314 - our own file
    assert [url[1].text for url in root] == ["2026-09-01", table, PEILDATUM]


def test_any_other_page_has_the_day_of_the_site() -> None:
    assert _regels("", "privacy/") == [
        ("https://kennisbank.example/", PEILDATUM),
        ("https://kennisbank.example/privacy/", PEILDATUM),
    ]


def test_an_address_stays_an_address() -> None:
    assert _regels("a&b/") == [("https://kennisbank.example/a&b/", PEILDATUM)]
