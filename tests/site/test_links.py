"""Every link leads somewhere, and every page can be reached."""

from __future__ import annotations

from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import pytest
import yaml

from macros.corpus.corpus import Corpus
from macros.model.soorten import PER_MAP
from tests.bewijs import Bewijs
from tests.site.gebouwd import NIET_GEVONDEN, Site

MAX_KLIKKEN = 2


Link = tuple[str, str]
"""The page it stands on, and its address as it stands there."""


def _links(site: Site) -> tuple[int, set[Link], set[Link]]:
    """Return how many internal links there are, those to nothing, and those to no anchor."""
    ids = {pagina.url: set(pagina.ids) for pagina in site}
    links = [(pagina.url, *link) for pagina in site for link in site.intern(pagina)]
    dood = {
        (url, link)
        for url, link, doel, _ in links
        if not site.bestaat(doel) and url != NIET_GEVONDEN
    }
    zonder_anker = {
        (url, link)
        for url, link, doel, anker in links
        if anker and doel in ids and anker not in ids[doel]
    }
    return len(links), dood, zonder_anker


def test_every_internal_link_leads_to_a_page_or_file_and_every_anchor_exists(
    site: Site, bewijs: Bewijs
) -> None:
    aantal, dood, zonder_anker = _links(site)
    bewijs(
        "links",
        paginas_met_404=len(list(site)),
        interne_links=aantal,
        dode_links=len(dood),
        dode_ankers=len(zonder_anker),
    )
    assert dood == set()
    assert zonder_anker == set()


def test_the_gate_sees_a_dead_link_and_a_dead_anchor(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text("<h1 id=kop>A</h1>", encoding="utf-8")
    links = ("a/", "a/#kop", "a/#weg", "b/", "https://elders.example/")
    html = "".join(f'<a href="{link}">x</a>' for link in links)
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    assert _links(Site(tmp_path)) == (4, {("", "b/")}, {("", "a/#weg")})


def _los(site: Site) -> set[Link]:
    """Return the sources at the foot of a page that nothing on that page rests on."""
    return {
        (pagina.url, id_)
        for pagina in site
        for id_ in (knoop.attributes["id"] or "" for knoop in pagina.boom.css("ol.kb-bronnen > li"))
        if f"#{id_}" not in pagina.links
    }


def test_every_source_of_a_page_is_referred_to_on_it(site: Site) -> None:
    assert _los(site) == set()


def test_the_gate_sees_a_source_that_nothing_rests_on(tmp_path: Path) -> None:
    html = "<a href='#bron-1'>[1]</a><ol class=kb-bronnen><li id=bron-1>A<li id=bron-2>B</ol>"
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    assert _los(Site(tmp_path)) == {("", "bron-2")}


def test_links_work_below_any_folder_and_from_disk(site: Site) -> None:
    for pagina in site.gewone():
        vast = [link for link in pagina.links if link.startswith("/") or link == ""]
        assert vast == [], pagina.url


def test_the_page_for_unknown_addresses_links_from_the_root(site: Site) -> None:
    # It is shown at any depth, so relative links would break.
    pagina = site.paginas[NIET_GEVONDEN]
    for link in pagina.links:
        assert link.startswith(("/", "#", "https://")), link
        doel = pagina.doel(link)
        assert doel is None or site.bestaat(urlsplit(doel).path), link


def test_links_that_leave_the_site_are_encrypted_or_mail(site: Site) -> None:
    for pagina in site:
        for link in pagina.links:
            schema = urlsplit(link).scheme
            assert schema in ("", "https", "mailto", "http"), (pagina.url, link)
            if schema == "http":
                # A source can only be cited at the address it has.
                assert pagina.url.startswith("bronnen/") or "Open de bron" in pagina.html, link


def test_links_have_a_name(site: Site) -> None:
    for pagina in site:
        naamloos = [
            knoop.html
            for knoop in pagina.boom.css("a[href]")
            if not knoop.text().strip()
            and not knoop.attributes.get("aria-label")
            and not any(beeld.attributes.get("alt") for beeld in knoop.css("img"))
        ]
        assert naamloos == [], pagina.url


def _afstanden(site: Site) -> dict[str, int]:
    """Return in how many clicks each page can be reached from the home page."""
    afstand = {"": 0}
    rij = [""]
    for url in rij:
        for _, doel, _ in site.intern(site.paginas[url]):
            if doel in site.paginas and doel not in afstand:
                afstand[doel] = afstand[url] + 1
                rij.append(doel)
    return afstand


@pytest.fixture(scope="module")
def afstanden(site: Site) -> dict[str, int]:
    return _afstanden(site)


def test_every_page_can_be_reached_by_links_from_the_home_page(
    site: Site, afstanden: dict[str, int]
) -> None:
    onbereikbaar = {pagina.url for pagina in site.gewone()} - set(afstanden)
    assert onbereikbaar == set()


def _navpaginas(deel: object) -> list[str]:
    match deel:
        case str():
            return [deel]
        case list() | dict():
            waarden = deel.values() if isinstance(deel, dict) else deel
            return [pagina for waarde in waarden for pagina in _navpaginas(waarde)]
    raise TypeError(deel)


def test_every_page_of_the_menu_is_two_clicks_away_at_most(
    wortel: Path, afstanden: dict[str, int]
) -> None:
    instelling = cast(
        "dict[str, object]", yaml.safe_load((wortel / "mkdocs.yml").read_text(encoding="utf-8"))
    )
    bestanden = _navpaginas(instelling["nav"])
    assert len(bestanden) > 20
    for bestand in bestanden:
        url = bestand.removesuffix(".md").removesuffix("index").rstrip("/")
        assert afstanden[f"{url}/" if url else ""] <= MAX_KLIKKEN, bestand


def test_every_overview_is_two_clicks_away_at_most(afstanden: dict[str, int]) -> None:
    for mapnaam in [*PER_MAP, "gemeenten"]:
        if mapnaam != "grafieken":
            assert afstanden[f"{mapnaam}/"] <= MAX_KLIKKEN


def test_every_record_is_three_clicks_away_at_most(
    corpus: Corpus, afstanden: dict[str, int]
) -> None:
    for record in corpus.records.values():
        if "#" not in record.pad:
            assert afstanden[record.pad] <= MAX_KLIKKEN + 1, record.id
