"""What is in the data is on the site: every record, statement and source."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

from macros.corpus.corpus import Corpus
from macros.model.basis import Record
from macros.model.kennis import Bron, Cijfer, Grafiek
from macros.model.leerpunt import Leerpunt
from macros.blad.adres import pad_van
from tests.site.gebouwd import NIET_GEVONDEN, Site


def test_every_record_source_and_municipality_has_a_page(site: Site, corpus: Corpus) -> None:
    paden = {r.pad for r in corpus.records.values() if not isinstance(r, Grafiek)}
    paden |= {pad_van(f"gemeente:{cbs}") for cbs in corpus.gemeenten()}
    assert paden <= set(site.paginas)


def _verwachte_bronnen(corpus: Corpus) -> dict[str, set[str]]:
    """Return per record the sources that its data names, directly or through a figure it shows."""
    bronnen: dict[str, set[str]] = defaultdict(set)
    for relatie in corpus.relaties:
        if relatie.naar.startswith("bron:"):
            bronnen[relatie.van].add(relatie.naar)
    for leerpunt in corpus.alle(Leerpunt):
        for id_ in leerpunt.cijfers:
            cijfer = corpus.records[id_]
            assert isinstance(cijfer, Cijfer)
            bronnen[leerpunt.id] |= set(cijfer.beweringen[0].bronnen)
    return bronnen


def test_the_notes_of_each_page_are_the_sources_in_its_data(site: Site, corpus: Corpus) -> None:
    verwacht = _verwachte_bronnen(corpus)
    for record in corpus.alle(Record):
        pagina = site.paginas[record.pad]
        getoond = set()
        for knoop in pagina.boom.css(".kb-bronnen > li > a:first-child"):
            doel = pagina.doel(knoop.attributes["href"] or "") or ""
            getoond.add(doel)
        assert getoond == {pad_van(id_) for id_ in verwacht[record.id]}, record.id


def test_every_statement_stands_on_its_page(site: Site, corpus: Corpus) -> None:
    for plek in corpus.beweringen:
        if plek.van.startswith(("tabel:", "vervallen:")):
            continue
        pagina = site.paginas[pad_van(plek.van)]
        assert " ".join(plek.bewering.tekst.split()) in pagina.tekst, (plek.van, plek.pad)


def test_every_statement_stands_with_each_of_its_sources(site: Site, corpus: Corpus) -> None:
    for bron in corpus.alle(Bron):
        tekst = site.paginas[bron.pad].tekst
        for plek in corpus.beweringen_per_bron.get(bron.id, ()):
            if not plek.van.startswith("tabel:"):
                assert " ".join(plek.bewering.tekst.split()) in tekst, (bron.id, plek.van)


def test_every_open_question_is_on_the_page_of_questions(site: Site, corpus: Corpus) -> None:
    tekst = site.paginas["vragen/"].tekst
    for id_, _, vraag in corpus.onbekend:
        assert " ".join(vraag.vraag.split()) in tekst, id_


def test_review_date_and_permanent_address_stand_on_every_record(
    site: Site, corpus: Corpus
) -> None:
    for record in corpus.alle(Record):
        pagina = site.paginas[record.pad]
        assert f"{corpus.site.adres}{record.pad}" in pagina.tekst
        tijden = {knoop.attributes.get("datetime") for knoop in pagina.boom.css("time")}
        assert {str(record.gecontroleerd.datum), str(record.controle_voor)} <= tijden, record.id


def test_canonical_addresses_are_those_of_the_pages(site: Site, corpus: Corpus) -> None:
    for pagina in site.gewone():
        (knoop,) = pagina.boom.css('link[rel="canonical"]')
        assert knoop.attributes["href"] == corpus.site.adres + pagina.url


def test_the_search_index_knows_every_page_and_only_pages(site: Site) -> None:
    (naam,) = (n for n in site.bestanden if re.fullmatch(r"assets/zoek/zoekindex-\w{12}\.json", n))
    assert naam.replace(".json", ".js") in site.bestanden
    index = json.loads((site.map / naam).read_text(encoding="utf-8"))
    for document in index["documenten"]:
        assert document["url"] in site.paginas, document["id"]
        ids = set(site.paginas[document["url"]].ids)
        ankers = {deel["anker"] for deel in document.get("delen", ())}
        assert ankers <= ids, document["id"]
    gevonden = {document["url"] for document in index["documenten"]}
    geschreven = {p.url for p in site.gewone() if p.url in gevonden}
    assert len(geschreven) == len(index["documenten"])


def _sitemap(site: Site) -> dict[str, str]:
    ruimte = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    wortel = ET.fromstring((site.map / "sitemap.xml").read_bytes())  # noqa: S314 - our own file
    return {
        adres.findtext(f"{ruimte}loc", ""): adres.findtext(f"{ruimte}lastmod", "")
        for adres in wortel.findall(f"{ruimte}url")
    }


def test_the_sitemap_lists_every_page(site: Site, corpus: Corpus) -> None:
    verwacht = {corpus.site.adres + pagina.url for pagina in site.gewone()}
    assert set(_sitemap(site)) == verwacht


def test_the_dates_in_the_sitemap_come_from_the_data(site: Site, corpus: Corpus) -> None:
    for adres, datum in _sitemap(site).items():
        assert not datum or date.fromisoformat(datum).isoformat() <= corpus.site.peildatum, adres


def test_files_for_download_hold_what_they_say(site: Site) -> None:
    for naam in site.bestanden:
        if naam.endswith((".json", ".geojson")):
            json.loads((site.map / naam).read_text(encoding="utf-8"))
        if naam.endswith(".xml"):
            ET.fromstring((site.map / naam).read_bytes())  # noqa: S314 - our own file
        if naam.endswith(".csv"):
            assert (site.map / naam).read_text(encoding="utf-8-sig").count("\n") > 1


def test_only_pages_and_known_files_are_published(site: Site) -> None:
    achtervoegsels = {Path(naam).suffix for naam in site.bestanden}
    assert not achtervoegsels & {".yml", ".yaml", ".py", ".j2", ".md"}
    assert NIET_GEVONDEN in site.bestanden
