"""The graphs are read by rdflib, fit their shapes, and say what the data say, both ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from urllib.parse import urldefrag

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyshacl import validate
from rdflib import DCTERMS, FOAF, OWL, RDF, SKOS, Dataset, Graph, Literal, Namespace, URIRef

from macros.blad.adres import pad_of
from macros.blad.opendata import CATALOGUE, KINDS, LINKED, TRIG, turtle_path
from macros.blad.opendata import SKOS as SKOS_PATH
from macros.blad.zinnen import DENKBEELDIG
from macros.exports.gather import Data
from macros.exports.graph import field_of, name_of
from macros.exports.turtle import dutch, head, iri, resource, text
from macros.model.kennis import Begrip
from macros.model.organisatie import Gemeente, Organisatie

PROV = Namespace("http://www.w3.org/ns/prov#")
OA = Namespace("http://www.w3.org/ns/oa#")
SCHEMA = Namespace("https://schema.org/")
DCAT = Namespace("http://www.w3.org/ns/dcat#")
SITE = "https://kennisbank.example/"
KB = Namespace(f"{SITE}{LINKED}termen#")
SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix kb: <https://kennisbank.example/data/linked/termen#> .

[] a sh:NodeShape ; sh:targetClass schema:Claim ;
  sh:property [ sh:path schema:text ; sh:minCount 1 ; sh:maxCount 1 ; sh:languageIn ("nl") ] ;
  sh:property [ sh:path prov:wasDerivedFrom ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path kb:zekerheid ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path kb:stand ; sh:maxCount 1 ] ;
  sh:property [ sh:path schema:isPartOf ; sh:minCount 1 ; sh:maxCount 1 ] ;
  sh:property [ sh:path [ sh:inversePath oa:hasBody ] ; sh:minCount 1 ; sh:maxCount 1 ] .

[] a sh:NodeShape ; sh:targetClass oa:Annotation ;
  sh:property [ sh:path oa:hasTarget ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] .

[] a sh:NodeShape ; sh:targetClass prov:Activity ;
  sh:property [ sh:path prov:endedAtTime ; sh:minCount 1 ; sh:datatype xsd:dateTime ] ;
  sh:property [ sh:path prov:wasAssociatedWith ; sh:minCount 1 ] .

# NL-SBB: a term has one label in Dutch, a definition and a scheme.
[] a sh:NodeShape ; sh:targetClass skos:Concept ;
  sh:property [ sh:path skos:prefLabel ; sh:minCount 1 ; sh:maxCount 1 ; sh:languageIn ("nl") ] ;
  sh:property [ sh:path skos:definition ; sh:minCount 1 ; sh:maxCount 1 ; sh:languageIn ("nl") ] ;
  sh:property [ sh:path skos:inScheme ; sh:minCount 1 ; sh:class skos:ConceptScheme ] ;
  sh:property [ sh:path skos:related ; sh:class skos:Concept ] .

# DCAT-AP-NL 3.0: what is mandatory of a catalogue, a data set and a distribution.
[] a sh:NodeShape ; sh:targetClass dcat:Catalog ;
  sh:property [ sh:path dcterms:title ; sh:minCount 1 ] ;
  sh:property [ sh:path dcterms:description ; sh:minCount 1 ] ;
  sh:property [ sh:path dcterms:publisher ; sh:minCount 1 ; sh:maxCount 1 ; sh:class foaf:Agent ] ;
  sh:property [ sh:path dcat:dataset ; sh:minCount 1 ; sh:class dcat:Dataset ] .
[] a sh:NodeShape ; sh:targetClass dcat:Dataset ;
  sh:property [ sh:path dcterms:title ; sh:minCount 1 ] ;
  sh:property [ sh:path dcterms:description ; sh:minCount 1 ] ;
  sh:property [ sh:path dcterms:identifier ; sh:minCount 1 ; sh:maxCount 1 ] ;
  sh:property [ sh:path dcterms:publisher ; sh:minCount 1 ; sh:maxCount 1 ; sh:class foaf:Agent ] ;
  sh:property [ sh:path dcterms:creator ; sh:minCount 1 ; sh:class foaf:Agent ] ;
  sh:property [ sh:path dcterms:accessRights ; sh:minCount 1 ; sh:maxCount 1 ] ;
  sh:property [ sh:path dcat:contactPoint ; sh:minCount 1 ] ;
  sh:property [ sh:path dcat:theme ; sh:minCount 1 ] ;
  sh:property [ sh:path dcat:distribution ; sh:minCount 1 ; sh:class dcat:Distribution ] .
[] a sh:NodeShape ; sh:targetClass dcat:Distribution ;
  sh:property [ sh:path dcat:accessURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path dcterms:license ; sh:minCount 1 ; sh:maxCount 1 ] ;
  sh:property [ sh:path dcterms:format ; sh:minCount 1 ; sh:maxCount 1 ] ;
  sh:property [ sh:path dcat:mediaType ; sh:minCount 1 ; sh:maxCount 1 ] .
[] a sh:NodeShape ; sh:targetClass dcat:DataService ;
  sh:property [ sh:path dcat:endpointURL ; sh:minCount 1 ; sh:maxCount 1 ] ;
  sh:property [ sh:path dcterms:identifier ; sh:minCount 1 ; sh:maxCount 1 ] ;
  sh:property [ sh:path dcat:theme ; sh:minCount 1 ] ;
  sh:property [ sh:path dcterms:title ; sh:minCount 1 ] .

# DCAT-AP 3.0.1: of what class the names of others are; the catalogue says so itself.
[] a sh:NodeShape ;
  sh:targetClass dcat:Catalog , dcat:Dataset , dcat:Distribution , dcat:DataService ;
  sh:property [ sh:path dcterms:license ; sh:class dcterms:LicenseDocument ] ;
  sh:property [ sh:path dcterms:language ; sh:class dcterms:LinguisticSystem ] ;
  sh:property [ sh:path dcterms:accessRights ; sh:class dcterms:RightsStatement ] ;
  sh:property [ sh:path dcterms:format ; sh:class dcterms:MediaTypeOrExtent ] ;
  sh:property [ sh:path dcat:mediaType ; sh:class dcterms:MediaType ] ;
  sh:property [ sh:path dcterms:conformsTo ; sh:class dcterms:Standard ] ;
  sh:property [ sh:path dcat:landingPage ; sh:class foaf:Document ] ;
  sh:property [ sh:path foaf:homepage ; sh:class foaf:Document ] ;
  sh:property [ sh:path dcat:accessService ; sh:class dcat:DataService ] .

# NL-SBB: a source of a term has a title.
[] a sh:NodeShape ; sh:targetSubjectsOf skos:definition ;
  sh:property [ sh:path dcterms:source ; sh:node [ sh:property
    [ sh:path dcterms:title ; sh:minCount 1 ; sh:languageIn ("nl") ] ] ] .
"""


@pytest.fixture(scope="module")
def graph(files: Mapping[str, bytes]) -> Graph:
    """Return every file of Turtle as one graph."""
    read = Graph()
    for pad, inhoud in files.items():
        if pad.endswith(".ttl"):
            read.parse(data=inhoud, format="turtle")
    return read


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(data=SHAPES, format="turtle")


@pytest.fixture(scope="module")
def catalogue(files: Mapping[str, bytes], shapes: Graph) -> Graph:
    """Return the catalogue, which fits by itself."""
    read = Graph().parse(data=files[CATALOGUE], format="turtle")
    assert validate(read, shacl_graph=shapes)[0]
    return read


@pytest.fixture(scope="module")
def few(files: Mapping[str, bytes], catalogue: Graph) -> Graph:
    """Return something of each kind of thing: enough to take something out of."""
    read = Graph() + catalogue
    for pad in (turtle_path(KINDS["verkenning"]), SKOS_PATH):
        read.parse(data=files[pad], format="turtle")
    return read


def test_the_graph_fits_its_shapes(graph: Graph, shapes: Graph) -> None:
    fits, _, report = validate(graph, shacl_graph=shapes)
    assert fits, report[:3000]
    for kind in (OA.Annotation, PROV.Activity, SCHEMA.Claim, SKOS.Concept, DCAT.Distribution):
        assert (None, RDF.type, kind) in graph


@pytest.mark.parametrize(
    ("subject", "predicate"),
    [
        (SCHEMA.Claim, PROV.wasDerivedFrom),
        (SCHEMA.Claim, KB.zekerheid),
        (SKOS.Concept, SKOS.definition),
        (DCAT.Dataset, DCTERMS.publisher),
        (DCAT.Dataset, DCTERMS.creator),
        (DCAT.DataService, DCTERMS.identifier),
        (DCAT.DataService, DCAT.theme),
        (DCAT.Distribution, DCTERMS.license),
    ],
)
def test_the_shapes_see_what_is_missing(
    subject: URIRef, predicate: URIRef, few: Graph, shapes: Graph
) -> None:
    small = Graph() + few
    first = next(iter(small.subjects(RDF.type, subject)))
    assert (first, predicate, None) in small
    small.remove((first, predicate, None))
    assert not validate(small, shacl_graph=shapes)[0]


CLASSES = {DCAT.landingPage: FOAF.Document}
"""The page on the data is a data set as well."""
OTHERS = (
    (DCAT.Dataset, DCTERMS.license),
    (DCAT.Dataset, DCTERMS.language),
    (DCAT.Dataset, DCTERMS.accessRights),
    (DCAT.Dataset, DCAT.landingPage),
    (DCAT.Distribution, DCTERMS.format),
    (DCAT.Distribution, DCAT.mediaType),
    (DCAT.Distribution, DCTERMS.conformsTo),
    (DCAT.Distribution, DCAT.accessService),
)


@pytest.mark.parametrize(("subject", "predicate"), OTHERS)
def test_the_shapes_see_a_name_of_others_without_its_class(
    subject: URIRef, predicate: URIRef, catalogue: Graph, shapes: Graph
) -> None:
    small = Graph() + catalogue
    named = {
        name for one in small.subjects(RDF.type, subject) for name in small.objects(one, predicate)
    }
    assert named
    for name in named:
        small.remove((name, RDF.type, CLASSES.get(predicate)))
    assert not validate(small, shacl_graph=shapes)[0]


def test_every_statement_is_there_with_its_proof_and_no_other(graph: Graph, data: Data) -> None:
    site = data.corpus.site.adres
    expected = {
        (
            site + name_of(claim),
            claim.bewering.tekst,
            frozenset(site + pad_of(id_) for id_ in claim.bewering.bronnen),
            f"{site}{LINKED}skos#zekerheid-{claim.bewering.zekerheid}",
            claim.bewering.stand.notation() if claim.bewering.stand.dated else "None",
            claim.imaginary,
        )
        for claim in data.claims
    }
    found = {
        (
            str(subject),
            str(graph.value(subject, SCHEMA.text)),
            frozenset(map(str, graph.objects(subject, PROV.wasDerivedFrom))),
            str(graph.value(subject, KB.zekerheid)),
            str(graph.value(subject, KB.stand)),
            (subject, KB.waarschuwing, Literal(DENKBEELDIG, "nl")) in graph,
        )
        for subject in graph.subjects(RDF.type, SCHEMA.Claim)
    }
    assert found == expected


# rdflib asks for its own deprecated names while it parses.
@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph)[. ].*:DeprecationWarning")
def test_the_whole_as_nanopublications_says_the_same(
    data: Data, files: Mapping[str, bytes]
) -> None:
    read = Dataset()
    read.parse(data=files[TRIG], format="trig")
    said: Counter[tuple[str, str, str]] = Counter()
    proven: Counter[tuple[str, str]] = Counter()
    for subject, predicate, object_, graph in read.quads((None, None, None, None)):
        if str(predicate).startswith(str(KB)) and isinstance(object_, Literal) and object_.language:
            if predicate != KB.waarschuwing:
                said[str(graph), str(predicate).removeprefix(str(KB)), str(object_)] += 1
        elif predicate == PROV.wasDerivedFrom:
            assert str(graph).endswith("#bewijs")
            assert urldefrag(str(graph))[0] == urldefrag(str(subject))[0]
            proven[str(subject), str(object_)] += 1
    site = data.corpus.site.adres
    assert said == Counter(
        (site + name_of(claim), field_of(claim), claim.bewering.tekst) for claim in data.claims
    )
    assert proven == Counter(
        (site + name_of(claim), site + pad_of(id_))
        for claim in data.claims
        for id_ in dict.fromkeys(claim.bewering.bronnen)
    )


def test_things_carry_the_names_that_others_gave_them(graph: Graph, data: Data) -> None:
    site = data.corpus.site.adres
    for one in data.corpus.every(Organisatie):
        same = {str(name) for name in graph.objects(URIRef(site + one.pad), OWL.sameAs)}
        assert same == {name for name in (one.tooi, one.owms) if name}
    for thing in data.things["gemeente"]:
        assert isinstance(thing.model, Gemeente)
        subject = URIRef(site + thing.path)
        assert (subject, OWL.sameAs, URIRef(thing.model.tooi)) in graph


def test_the_glossary_is_whole(graph: Graph, data: Data) -> None:
    site = data.corpus.site.adres
    scheme = URIRef(f"{site}begrippen/")
    found = {
        (subject, graph.value(subject, SKOS.prefLabel), graph.value(subject, SKOS.definition))
        for subject in graph.subjects(SKOS.inScheme, scheme)
    }
    assert found == {
        (URIRef(site + one.pad), Literal(one.titel, "nl"), Literal(one.samenvatting, "nl"))
        for one in data.corpus.every(Begrip)
    }


def test_every_file_in_the_catalogue_is_there(graph: Graph, files: Mapping[str, bytes]) -> None:
    offered = {str(one).removeprefix(SITE) for one in graph.objects(None, DCAT.downloadURL)}
    assert offered - files.keys() == set()
    kinds = {pad for pad in files if pad.endswith((".csv", ".trig", ".ods", ".md"))}
    assert kinds - offered == set()
    forms = {
        str(one) for one in graph.objects(None, DCTERMS.conformsTo) if str(one).startswith(SITE)
    }
    assert {one.removeprefix(SITE) for one in forms} <= files.keys()


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_out_of_turtle_whole(words: str) -> None:
    subject = resource(iri("a/"), [("schema:text", [dutch(words)]), ("schema:name", [text(words)])])
    read = Graph().parse(data=head(SITE) + subject, format="turtle")
    assert str(read.value(URIRef(f"{SITE}a/"), SCHEMA.text)) == words
    assert str(read.value(URIRef(f"{SITE}a/"), SCHEMA.name)) == words


def test_an_address_stays_one_address() -> None:
    line = resource(iri("a/"), [("schema:url", [iri('https://x.nl/?q=a b"<c>{d}|e')])])
    read = Graph().parse(data=head(SITE) + line, format="turtle")
    assert str(read.value(URIRef(f"{SITE}a/"), SCHEMA.url)) == (
        "https://x.nl/?q=a%20b%22%3Cc%3E%7Bd%7D%7Ce"
    )
