from __future__ import annotations

from itertools import product
from urllib.parse import urljoin

import pytest

from macros.blad import adres
from macros.model.leerpunt import Artikel

BASIS = "https://site.example/"
PAGINAS = ("", "zoeken/", "wetten/awir/", "a/b/c/")
DOELEN = (*PAGINAS, "404.html", "assets/zoek/index.json")


@pytest.mark.parametrize(("van", "naar"), list(product(PAGINAS, DOELEN)))
@pytest.mark.parametrize("anker", ["", "#artikelen"])
def test_a_relative_link_leads_where_a_browser_goes(van: str, naar: str, anker: str) -> None:
    link = adres.relatief(van, naar + anker)
    verwacht = BASIS + naar + anker
    assert urljoin(BASIS + van, link) == verwacht
    assert not link.startswith("/")


@pytest.mark.parametrize("van", ["", "wetten/", "wetten/awir/"])
def test_a_relative_link_works_below_a_folder_and_from_disk(van: str) -> None:
    basis = "file:///home/iemand/site/"
    assert urljoin(basis + van, adres.relatief(van, "wetten/awir/")) == f"{basis}wetten/awir/"


def test_a_link_to_the_page_itself_is_not_empty() -> None:
    assert adres.relatief("wetten/awir/", "wetten/awir/") == "./"
    assert adres.relatief("wetten/awir/", "wetten/awir/#bronnen") == "#bronnen"


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
    assert adres.pad_van(id_) == pad


def test_an_unknown_kind_has_no_address() -> None:
    with pytest.raises(KeyError):
        adres.pad_van("persoon:jansen")


def test_law_links_carry_article_and_day_only_when_given() -> None:
    kaal = "https://wetten.overheid.nl/BWBR0018472"
    assert adres.wet_url("BWBR0018472") == kaal
    assert adres.wet_url("BWBR0018472", artikel="8a") == f"{kaal}#Artikel8a"
    assert (
        adres.wet_url("BWBR0018472", artikel="8:75", datum="2024-01-01")
        == f"{kaal}/2024-01-01#Artikel8:75"
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
