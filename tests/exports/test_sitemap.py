from __future__ import annotations

import xml.etree.ElementTree as ET

from macros.exports.sitemap import sitemap
from tests.fabriek import PEILDATUM, maak_begrip, maak_corpus, maak_wet

RUIMTE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
WET = {"gecontroleerd": {"datum": "2026-10-02", "rol": "redactie"}}
CORPUS = maak_corpus(maak_wet(**WET), maak_begrip())


def _regels(*paden: str) -> list[tuple[str, str]]:
    uitvoer = sitemap(CORPUS, paden)
    assert uitvoer.pad == "sitemap.xml"
    wortel = ET.fromstring(uitvoer.inhoud)  # noqa: S314 - idem
    assert wortel.tag == f"{RUIMTE}urlset"
    return [(url[0].text or "", url[1].text or "") for url in wortel]


def test_a_record_has_the_day_of_its_own_check() -> None:
    assert _regels("wetten/participatiewet/", "begrippen/maatwerk/") == [
        ("https://kennisbank.example/begrippen/maatwerk/", "2026-11-01"),
        ("https://kennisbank.example/wetten/participatiewet/", "2026-10-02"),
    ]


def test_any_other_page_has_the_day_of_the_site() -> None:
    assert _regels("", "privacy/") == [
        ("https://kennisbank.example/", PEILDATUM),
        ("https://kennisbank.example/privacy/", PEILDATUM),
    ]


def test_an_address_stays_an_address() -> None:
    assert _regels("a&b/") == [("https://kennisbank.example/a&b/", PEILDATUM)]
