from __future__ import annotations

from itertools import product
from urllib.parse import urljoin

import pytest

from macros.blad import adres
from macros.model.leerpunt import Artikel

BASE = "https://site.example/"
PAGES = ("", "zoeken/", "wetten/awir/", "a/b/c/")
DOELEN = (*PAGES, "404.html", "assets/zoek/index.json")


@pytest.mark.parametrize(("from_", "naar"), list(product(PAGES, DOELEN)))
@pytest.mark.parametrize("anker", ["", "#artikelen"])
def test_a_relative_link_leads_where_a_browser_goes(from_: str, naar: str, anker: str) -> None:
    link = adres.relative(from_, naar + anker)
    expected = BASE + naar + anker
    assert urljoin(BASE + from_, link) == expected
    assert not link.startswith("/")


@pytest.mark.parametrize("from_", ["", "wetten/", "wetten/awir/"])
def test_a_relative_link_works_below_a_folder_and_from_disk(from_: str) -> None:
    base = "file:///home/iemand/site/"
    assert urljoin(base + from_, adres.relative(from_, "wetten/awir/")) == f"{base}wetten/awir/"


def test_a_link_to_the_page_itself_is_not_empty() -> None:
    assert adres.relative("wetten/awir/", "wetten/awir/") == "./"
    assert adres.relative("wetten/awir/", "wetten/awir/#bronnen") == "#bronnen"


@pytest.mark.parametrize(
    ("id_", "pad"),
    [
        ("wet:awir", "wetten/awir/"),
        ("mvtpunt:a-doel", "mvt-punten/a-doel/"),
        ("bron:N24", "bronnen/n24/"),
        ("gemeente:GM0363", "gemeenten/gm0363/"),
    ],
)
def test_the_address_follows_from_the_id(id_: str, pad: str) -> None:
    assert adres.pad_of(id_) == pad


def test_an_unknown_kind_has_no_address() -> None:
    with pytest.raises(KeyError):
        adres.pad_of("persoon:jansen")


def test_law_links_carry_article_and_day_only_when_given() -> None:
    bare = "https://wetten.overheid.nl/BWBR0018472"
    assert adres.wet_url("BWBR0018472") == bare
    assert adres.wet_url("BWBR0018472", artikel="8a") == f"{bare}#Artikel8a"
    assert (
        adres.wet_url("BWBR0018472", artikel="8:75", datum="2024-01-01")
        == f"{bare}/2024-01-01#Artikel8:75"
    )


def test_jci_names_article_and_paragraph() -> None:
    artikel = Artikel(artikel="8", lid="2a")
    assert adres.jci("BWBR0018472", artikel) == "jci1.3:c:BWBR0018472&artikel=8&lid=2a"
    assert adres.jci("BWBR0018472", Artikel(artikel="8")) == "jci1.3:c:BWBR0018472&artikel=8"


def test_court_decisions_and_european_law_have_a_deep_link() -> None:
    ecli = "ECLI:NL:CRVB:2018:1000"
    assert adres.ecli_url(ecli) == f"https://deeplink.rechtspraak.nl/uitspraak?id={ecli}"
    assert adres.celex_url("32016R0679").endswith("/NL/TXT/?uri=CELEX:32016R0679")


@pytest.mark.parametrize(
    ("nummer", "stuk"),
    [
        ("34477-84", "kst-34477-84.html"),
        ("36410-XV-21", "kst-36410-XV-21.html"),
        ("35010-C", "kst-35010-C.html"),
    ],
)
def test_a_kamerstuk_has_a_link(nummer: str, stuk: str) -> None:
    assert adres.kamerstuk_url(nummer) == f"https://zoek.officielebekendmakingen.nl/{stuk}"


def test_a_dossier_without_number_has_no_link() -> None:
    assert adres.kamerstuk_url("34477") is None


def test_staatsblad_has_a_link() -> None:
    assert adres.staatsblad_url("2020-240").endswith("/stb-2020-240.html")
