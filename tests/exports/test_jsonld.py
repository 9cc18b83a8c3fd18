"""The data in the head of a page are read by rdflib, and say what the linked data say."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from rdflib import DCTERMS, RDF, RDFS, Graph, Literal, Namespace, URIRef

from macros.blad.opendata import DATA, KINDS, LICENCE, turtle_path
from macros.blad.zinnen import DENKBEELDIG
from macros.exports.gather import Data
from macros.exports.graph import name_of
from macros.exports.jsonld import (
    MAX_TOGETHER,
    fitting,
    of_data,
    of_home,
    of_list,
    of_record,
    of_thing,
)
from macros.model.kennis import Begrip, Bron
from macros.model.organisatie import Gemeente
from tests.example import example
from tests.kept import Said

# The reader of JSON-LD in rdflib itself uses what rdflib calls old.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

SCHEMA = Namespace("https://schema.org/")
PROV = Namespace("http://www.w3.org/ns/prov#")
ELEMENT = re.compile(r'<script type="application/ld\+json">(\{[^<]*\})</script>')


def _read(element: str) -> Any:  # noqa: ANN401  what JSON has
    """Return what stands in the one element, as a browser cuts it out of a page."""
    found = ELEMENT.fullmatch(element)
    assert found is not None, element[:200]
    return json.loads(found[1])


def _graph(element: str) -> Graph:
    return Graph().parse(data=json.dumps(_read(element)), format="json-ld")


@pytest.fixture(scope="module")
def pages(data: Data) -> Mapping[str, Graph]:
    """Return the block of every record as a graph, by the address of its page."""
    return {blad.pad: _graph(of_record(data.corpus, blad)) for blad in data.sheets}


def test_no_block_asks_anything_of_another_site(data: Data) -> None:
    for element in (
        of_home(data.corpus),
        of_data(data.corpus),
        *(of_record(data.corpus, blad) for blad in data.sheets),
    ):
        assert isinstance(_read(element)["@context"], dict)


def test_every_statement_of_a_page_is_that_of_the_linked_data(
    data: Data, files: Mapping[str, bytes], pages: Mapping[str, Graph]
) -> None:
    site = data.corpus.site.adres
    kb = Namespace(f"{site}data/linked/termen#")
    same = (SCHEMA.text, kb.zekerheid, kb.stand, kb.waarschuwing, RDFS.comment)
    seen = 0
    for kind in (kind for kind in KINDS.values() if kind.told):
        linked = Graph().parse(data=files[turtle_path(kind)], format="turtle")
        for thing in data.things[kind.id_]:
            page = pages[thing.path]
            names = {URIRef(site + name_of(claim)) for claim in thing.claims if _own(claim, thing)}
            assert {*page.subjects(RDF.type, SCHEMA.Claim)} == names, thing.id
            for name in names:
                for predicate in same:
                    said = [*page.objects(name, predicate)]
                    assert said == [*linked.objects(name, predicate)], (name, predicate)
                sources = {*page.objects(name, SCHEMA.citation)}
                assert sources == {*linked.objects(name, PROV.wasDerivedFrom)}, name
                for source in sources:
                    assert page.value(source, SCHEMA.name), (name, source)
                assert (URIRef(site + thing.path), SCHEMA.hasPart, name) in page
                seen += 1
    assert seen > 1000


def _own(claim: Any, thing: Any) -> bool:  # noqa: ANN401
    return bool(claim.from_.id == thing.id)


def test_every_page_says_what_it_is_and_how_one_gets_there(
    data: Data, pages: Mapping[str, Graph]
) -> None:
    site = data.corpus.site.adres
    kb = Namespace(f"{site}data/linked/termen#")
    for blad in data.sheets:
        graph, name = pages[blad.pad], URIRef(site + blad.pad)
        assert (name, SCHEMA.name, Literal(blad.titel, "nl")) in graph
        assert (name, SCHEMA.license, URIRef(LICENCE)) in graph
        assert (name, SCHEMA.isPartOf, URIRef(site)) in graph
        assert str(graph.value(name, SCHEMA.lastReviewed)) == str(blad.check.datum)
        warning = str(graph.value(name, kb.waarschuwing) or "")
        assert (DENKBEELDIG in warning) == blad.denkbeeldig
        is_term = blad.soort == "begrip"
        assert ((name, RDF.type, SCHEMA.DefinedTerm) in graph) == is_term
        steps = {
            int(str(graph.value(step, SCHEMA.position))): str(graph.value(step, SCHEMA.item))
            for step in graph.subjects(RDF.type, SCHEMA.ListItem)
        }
        assert steps == {1: site, 2: site + blad.above.pad, 3: site + blad.pad}


def test_a_source_says_who_published_it_and_when(data: Data, pages: Mapping[str, Graph]) -> None:
    blad = next(one for one in data.sheets if one.bronnen)
    site, graph = data.corpus.site.adres, pages[blad.pad]
    for regel in blad.bronnen:
        bron, name = data.corpus.bron(regel.id), URIRef(site + regel.pad)
        publisher = graph.value(name, SCHEMA.publisher)
        assert str(graph.value(publisher, SCHEMA.name)) == bron.uitgever
        assert str(graph.value(name, DCTERMS.issued)) == bron.datum.notation()


def test_a_long_page_says_where_its_statements_stand(
    data: Data, files: Mapping[str, bytes]
) -> None:
    for kind in (kind for kind in KINDS.values() if kind.told):
        blad = next(one for one in data.sheets if one.soort == kind.id_)
        whole = of_record(data.corpus, blad)
        room = MAX_TOGETHER - len(whole.encode())
        assert room < 0 or fitting(data.corpus, blad, "x" * room) == whole
        lean = fitting(data.corpus, blad, "x" * (max(room, 0) + 1))
        page = _read(lean)
        assert (page["@id"], page["name"]) == (blad.pad, blad.titel)
        assert blad.id in files[page["subjectOf"]["@id"]].decode()
        assert (DENKBEELDIG in lean) == blad.denkbeeldig
        assert len(lean) < 1200


def test_the_page_of_a_municipality_tells_its_statements_with_their_sources(data: Data) -> None:
    site = data.corpus.site.adres
    told = 0
    for thing in data.things["gemeente"]:
        assert isinstance(thing.model, Gemeente)
        graph, name = _graph(of_thing(data.corpus, thing.id)), URIRef(site + thing.path)
        _steps_are(graph, [site, f"{site}gemeenten/", str(name)])
        about = graph.value(name, SCHEMA.mainEntity)
        assert graph.value(about, SCHEMA.sameAs) == URIRef(thing.model.tooi)
        claims = {
            (URIRef(site + name_of(one)), one.bewering.tekst, len({*one.bewering.bronnen}))
            for one in thing.claims
        }
        found = {
            (one, str(graph.value(one, SCHEMA.text)), len([*graph.objects(one, SCHEMA.citation)]))
            for one in graph.objects(name, SCHEMA.hasPart)
        }
        assert found == claims
        told += len(found)
    assert told > 20


def test_the_page_of_a_source_tells_what_it_is(data: Data) -> None:
    site = data.corpus.site.adres
    for bron in data.corpus.every(Bron):
        graph, name = _graph(of_thing(data.corpus, bron.id)), URIRef(site + bron.pad)
        _steps_are(graph, [site, f"{site}bronnen/", str(name)])
        about = graph.value(name, SCHEMA.mainEntity)
        assert (about, RDF.type, SCHEMA.CreativeWork) in graph
        assert str(graph.value(about, SCHEMA.name)) == bron.titel
        publisher = graph.value(about, SCHEMA.publisher)
        assert str(graph.value(publisher, SCHEMA.name)) == bron.uitgever


def test_the_page_of_a_list_says_what_it_lists_and_where_the_data_are(
    data: Data, files: Mapping[str, bytes]
) -> None:
    site = data.corpus.site.adres
    for kind in KINDS.values():
        element = of_list(data.corpus, kind, kind.title)
        graph, name = _graph(element), URIRef(f"{site}{kind.name}/")
        _steps_are(graph, [site, str(name)])
        assert (name, RDF.type, SCHEMA.CollectionPage) in graph
        assert str(graph.value(name, SCHEMA.subjectOf)).removeprefix(site) in files
        assert (DENKBEELDIG in element) == kind.imaginary
    terms = _graph(of_list(data.corpus, KINDS["begrip"], "Begrippen"))
    name = URIRef(f"{site}begrippen/")
    assert (name, RDF.type, SCHEMA.DefinedTermSet) in terms
    assert {*terms.objects(name, SCHEMA.hasDefinedTerm)} == {
        URIRef(site + one.pad) for one in data.corpus.every(Begrip)
    }


def _steps_are(graph: Graph, expected: list[str]) -> None:
    steps = {
        int(str(graph.value(step, SCHEMA.position))): str(graph.value(step, SCHEMA.item))
        for step in graph.subjects(RDF.type, SCHEMA.ListItem)
    }
    assert steps == dict(enumerate(expected, start=1))


def test_the_home_page_says_how_to_search(data: Data) -> None:
    site = data.corpus.site
    (page,) = _read(of_home(data.corpus))["@graph"]
    assert (page["@type"], page["@id"]) == ("WebSite", site.adres)
    action = page["potentialAction"]
    assert action["target"]["urlTemplate"] == f"{site.adres}zoeken/#q={{vraag}}"
    assert action["query-input"] == "required name=vraag"


def test_the_blocks_of_the_site_itself_are_as_they_were() -> None:
    for element in (of_home(example()), of_data(example())):
        Said.note(json.dumps(_read(element), indent=1, ensure_ascii=False).splitlines())


def test_the_page_about_the_data_is_a_data_set(data: Data, files: Mapping[str, bytes]) -> None:
    site = data.corpus.site
    (page,) = _read(of_data(data.corpus))["@graph"]
    assert (page["@type"], page["@id"]) == ("Dataset", f"{site.adres}{DATA}")
    assert page["dateModified"] == site.peildatum
    for one in page["distribution"]:
        assert one["contentUrl"].removeprefix(site.adres) in files
