"""Every link leads somewhere, and every page can be reached."""

from __future__ import annotations

from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import pytest
import yaml

from macros.corpus.corpus import Corpus
from macros.model.soorten import PER_FOLDER
from tests.proof import Proof
from tests.site.built import NOT_FOUND, Site

MAX_CLICKS = 2


Link = tuple[str, str]
"""The page it stands on, and its address as it stands there."""


def every_link(site: Site) -> tuple[int, set[Link], set[Link]]:
    """Return how many internal links there are, those to nothing, and those to no anchor."""
    ids = {pagina.url: set(pagina.ids) for pagina in site}
    links = [(pagina.url, *link) for pagina in site for link in site.intern(pagina)]
    dead = {
        (url, link) for url, link, doel, _ in links if not site.exists(doel) and url != NOT_FOUND
    }
    without_anker = {
        (url, link)
        for url, link, doel, anker in links
        if anker and doel in ids and anker not in ids[doel]
    }
    return len(links), dead, without_anker


def test_every_internal_link_leads_to_a_page_or_file_and_every_anchor_exists(
    site: Site, proof: Proof
) -> None:
    aantal, dead, without_anker = every_link(site)
    proof(
        "links",
        paginas_met_404=len(list(site)),
        interne_links=aantal,
        dode_links=len(dead),
        dode_ankers=len(without_anker),
    )
    assert dead == set()
    assert without_anker == set()


def test_the_gate_sees_a_dead_link_and_a_dead_anchor(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text("<h1 id=kop>A</h1>", encoding="utf-8")
    links = ("a/", "a/#kop", "a/#weg", "b/", "https://elders.example/")
    html = "".join(f'<a href="{link}">x</a>' for link in links)
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    assert every_link(Site(tmp_path)) == (4, {("", "b/")}, {("", "a/#weg")})


def _loose(site: Site) -> set[Link]:
    """Return the sources at the foot of a page that nothing on that page rests on."""
    return {
        (pagina.url, id_)
        for pagina in site
        for id_ in (node.attributes["id"] or "" for node in pagina.tree.css("ol.kb-bronnen > li"))
        if f"#{id_}" not in pagina.links
    }


def test_every_source_of_a_page_is_referred_to_on_it(site: Site) -> None:
    assert _loose(site) == set()


def test_the_gate_sees_a_source_that_nothing_rests_on(tmp_path: Path) -> None:
    html = "<a href='#bron-1'>[1]</a><ol class=kb-bronnen><li id=bron-1>A<li id=bron-2>B</ol>"
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    assert _loose(Site(tmp_path)) == {("", "bron-2")}


def test_links_work_below_any_folder_and_from_disk(site: Site) -> None:
    for pagina in site.gewone():
        fixed = [link for link in pagina.links if link.startswith("/") or link == ""]
        assert fixed == [], pagina.url


def test_the_page_for_unknown_addresses_links_from_the_root(site: Site) -> None:
    # It is shown at any depth, so relative links would break.
    pagina = site.pages[NOT_FOUND]
    for link in pagina.links:
        assert link.startswith(("/", "#", "https://")), link
        doel = pagina.doel(link)
        assert doel is None or site.exists(urlsplit(doel).path), link


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
        nameless = [
            node.html
            for node in pagina.tree.css("a[href]")
            if not node.text().strip()
            and not node.attributes.get("aria-label")
            and not any(image.attributes.get("alt") for image in node.css("img"))
        ]
        assert nameless == [], pagina.url


def _distances(site: Site) -> dict[str, int]:
    """Return in how many clicks each page can be reached from the home page."""
    distance = {"": 0}
    row = [""]
    for url in row:
        for _, doel, _ in site.intern(site.pages[url]):
            if doel in site.pages and doel not in distance:
                distance[doel] = distance[url] + 1
                row.append(doel)
    return distance


@pytest.fixture(scope="module")
def distances(site: Site) -> dict[str, int]:
    return _distances(site)


def test_every_page_can_be_reached_by_links_from_the_home_page(
    site: Site, distances: dict[str, int]
) -> None:
    unreachable = {pagina.url for pagina in site.gewone()} - set(distances)
    assert unreachable == set()


def _nav_pages(part: object) -> list[str]:
    match part:
        case str():
            return [part]
        case list() | dict():
            waarden = part.values() if isinstance(part, dict) else part
            return [pagina for waarde in waarden for pagina in _nav_pages(waarde)]
    raise TypeError(part)


def test_every_page_of_the_menu_is_two_clicks_away_at_most(
    root: Path, distances: dict[str, int]
) -> None:
    setting = cast(
        "dict[str, object]", yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    )
    files = _nav_pages(setting["nav"])
    assert len(files) > 20
    for file in files:
        url = file.removesuffix(".md").removesuffix("index").rstrip("/")
        assert distances[f"{url}/" if url else ""] <= MAX_CLICKS, file


def test_every_overview_is_two_clicks_away_at_most(distances: dict[str, int]) -> None:
    for mapnaam in [*PER_FOLDER, "gemeenten"]:
        if mapnaam != "grafieken":
            assert distances[f"{mapnaam}/"] <= MAX_CLICKS


def test_every_record_is_three_clicks_away_at_most(
    corpus: Corpus, distances: dict[str, int]
) -> None:
    for record in corpus.records.values():
        if "#" not in record.pad:
            assert distances[record.pad] <= MAX_CLICKS + 1, record.id
