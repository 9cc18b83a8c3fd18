"""What is in the data is on the site: every record, statement and source."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

from macros.blad.adres import pad_of
from macros.corpus.corpus import Corpus
from macros.model.base import Record
from macros.model.kennis import Bron, Cijfer, Grafiek
from macros.model.leerpunt import Leerpunt
from macros.site.build import NAMES, WIJZER
from tests.site.built import NOT_FOUND, Site
from tests.zoekindex import part_names, read_index


def test_every_record_source_and_municipality_has_a_page(site: Site, corpus: Corpus) -> None:
    paths = {r.pad for r in corpus.records.values() if not isinstance(r, Grafiek)}
    paths |= {pad_of(f"gemeente:{cbs}") for cbs in corpus.gemeenten()}
    assert paths <= set(site.pages)


def _expected_bronnen(corpus: Corpus) -> dict[str, set[str]]:
    """Return per record the sources that its data names, directly or through a figure it shows."""
    bronnen: dict[str, set[str]] = defaultdict(set)
    for relatie in corpus.relaties:
        if relatie.naar.startswith("bron:"):
            bronnen[relatie.from_].add(relatie.naar)
    for leerpunt in corpus.every(Leerpunt):
        for id_ in leerpunt.cijfers:
            cijfer = corpus.records[id_]
            assert isinstance(cijfer, Cijfer)
            bronnen[leerpunt.id] |= set(cijfer.beweringen[0].bronnen)
    return bronnen


def test_the_notes_of_each_page_are_the_sources_in_its_data(site: Site, corpus: Corpus) -> None:
    expected = _expected_bronnen(corpus)
    for record in corpus.every(Record):
        pagina = site.pages[record.pad]
        shown = set()
        for node in pagina.tree.css(".kb-bronnen > li > a:first-child"):
            doel = pagina.doel(node.attributes["href"] or "") or ""
            shown.add(doel)
        assert shown == {pad_of(id_) for id_ in expected[record.id]}, record.id


def test_every_statement_stands_on_its_page(site: Site, corpus: Corpus) -> None:
    for place in corpus.beweringen:
        if place.from_.startswith(("tabel:", "vervallen:")):
            continue
        pagina = site.pages[pad_of(place.from_)]
        assert " ".join(place.bewering.tekst.split()) in pagina.tekst, (place.from_, place.pad)


def test_every_statement_stands_with_each_of_its_sources(site: Site, corpus: Corpus) -> None:
    for bron in corpus.every(Bron):
        tekst = site.pages[bron.pad].tekst
        for place in corpus.beweringen_per_bron.get(bron.id, ()):
            if not place.from_.startswith("tabel:"):
                assert " ".join(place.bewering.tekst.split()) in tekst, (bron.id, place.from_)


def test_every_open_question_is_on_the_page_of_questions(site: Site, corpus: Corpus) -> None:
    tekst = site.pages["vragen/"].tekst
    for id_, _, vraag in corpus.onbekend:
        assert " ".join(vraag.vraag.split()) in tekst, id_


def test_review_date_and_permanent_address_stand_on_every_record(
    site: Site, corpus: Corpus
) -> None:
    for record in corpus.every(Record):
        pagina = site.pages[record.pad]
        assert f"{corpus.site.adres}{record.pad}" in pagina.tekst
        times = {node.attributes.get("datetime") for node in pagina.tree.css("time")}
        assert {str(record.gecontroleerd.datum), str(record.controle_voor)} <= times, record.id


def test_canonical_addresses_are_those_of_the_pages(site: Site, corpus: Corpus) -> None:
    for pagina in site.gewone():
        (node,) = pagina.tree.css('link[rel="canonical"]')
        assert node.attributes["href"] == corpus.site.adres + pagina.url


def test_the_search_index_knows_every_page_and_only_pages(site: Site) -> None:
    told = [pad for paths in part_names(site.map).values() for pad in paths]
    written = {n for n in site.files if n.startswith("assets/zoek/")}
    assert written == {*told, *(pad.replace(".json", ".js") for pad in told)}
    index = read_index(site.map)
    for document in index["documenten"]:
        assert document["url"] in site.pages, document["id"]
        ids = set(site.pages[document["url"]].ids)
        ankers = {part["anker"] for part in document.get("delen", ())}
        assert ankers <= ids, document["id"]
    found = {document["url"] for document in index["documenten"]}
    pages = {p.url for p in site.gewone() if p.url in found}
    assert len(pages) == len(index["documenten"])


def test_no_page_changes_with_the_contents_of_the_index(site: Site) -> None:
    hashes = [m[1] for n in site.files if (m := re.search(r"zoek/\w+-(\w{12})\.json$", n))]
    assert len(hashes) >= 2
    met_naam = {
        n
        for n in site.files
        if any(hash_.encode() in (site.map / n).read_bytes() for hash_ in hashes)
    }
    assert met_naam == {WIJZER, NAMES}


def _sitemap(site: Site) -> dict[str, str]:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    root = ET.fromstring((site.map / "sitemap.xml").read_bytes())  # noqa: S314 - our own file
    return {
        adres.findtext(f"{space}loc", ""): adres.findtext(f"{space}lastmod", "")
        for adres in root.findall(f"{space}url")
    }


def test_the_sitemap_lists_every_page(site: Site, corpus: Corpus) -> None:
    expected = {corpus.site.adres + pagina.url for pagina in site.gewone()}
    assert set(_sitemap(site)) == expected


def test_the_dates_in_the_sitemap_come_from_the_data(site: Site, corpus: Corpus) -> None:
    for adres, datum in _sitemap(site).items():
        assert not datum or date.fromisoformat(datum).isoformat() <= corpus.site.peildatum, adres


def test_files_for_download_hold_what_they_say(site: Site) -> None:
    for naam in site.files:
        if naam.endswith((".json", ".geojson")):
            json.loads((site.map / naam).read_text(encoding="utf-8"))
        if naam.endswith(".xml"):
            ET.fromstring((site.map / naam).read_bytes())  # noqa: S314 - our own file
        if naam.endswith(".csv"):
            assert (site.map / naam).read_text(encoding="utf-8-sig").count("\n") > 1


def test_only_pages_and_known_files_are_published(site: Site) -> None:
    suffixes = {Path(naam).suffix for naam in site.files}
    assert not suffixes & {".yml", ".yaml", ".py", ".j2"}
    # Markdown is an export of the data; what pages are written in stays at home.
    markdown = {Path(naam).parent.as_posix() for naam in site.files if naam.endswith(".md")}
    assert markdown == {"data/markdown"}
    assert NOT_FOUND in site.files
