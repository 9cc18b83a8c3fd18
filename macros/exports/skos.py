"""``/data/linked/skos.ttl``: the glossary and the fixed lists as SKOS, after NL-SBB.

NL-SBB (Forum Standaardisatie) asks of each term a label, a definition in plain words, its scheme
and where it comes from.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.blad.adres import pad_of
from macros.blad.opendata import DATA, KINDS, LICENCE, SKOS
from macros.exports.file import Output
from macros.exports.gather import Data
from macros.exports.graph import concept
from macros.exports.turtle import dutch, head, iri, resource, text, typed
from macros.model.kennis import Begrip

_GLOSSARY = KINDS["begrip"]


def skos(data: Data) -> Output:
    """Return the file."""
    parts = [head(data.corpus.site.adres), *_glossary(data), *_lists(data)]
    return Output(SKOS, "".join(parts).encode())


def _glossary(data: Data) -> Iterator[str]:
    site = data.corpus.site
    scheme = iri(f"{_GLOSSARY.name}/")
    yield resource(
        scheme,
        [
            ("a", ["skos:ConceptScheme"]),
            ("dcterms:title", [dutch(f"{site.naam}: begrippen")]),
            ("skos:prefLabel", [dutch("Begrippen")]),
            ("dcterms:license", [iri(LICENCE)]),
            ("dcterms:modified", [typed(site.peildatum, "xsd:date")]),
            ("dcterms:isPartOf", [iri(DATA)]),
        ],
    )
    for one in data.corpus.every(Begrip):
        other = [*one.ook, *((one.voluit,) if one.voluit else ())]
        hidden = [*one.alledaags, *((one.meervoud_vorm,) if one.meervoud_vorm else ())]
        sources = dict.fromkeys(bron for uitleg in one.uitleg for bron in uitleg.bronnen)
        yield resource(
            iri(one.pad),
            [
                ("a", ["skos:Concept"]),
                ("dcterms:identifier", [text(one.id)]),
                ("skos:prefLabel", [dutch(one.titel)]),
                ("skos:altLabel", [*map(dutch, other)]),
                ("skos:hiddenLabel", [*map(dutch, hidden)]),
                ("skos:definition", [dutch(one.samenvatting)]),
                ("skos:scopeNote", [dutch(let_op.tekst) for let_op in one.let_op]),
                ("skos:inScheme", [scheme]),
                ("skos:topConceptOf", [scheme]),
                (
                    "skos:related",
                    [iri(pad_of(id_)) for id_ in one.zie if id_.startswith("begrip:")],
                ),
                (
                    "rdfs:seeAlso",
                    [iri(pad_of(id_)) for id_ in one.zie if not id_.startswith("begrip:")],
                ),
                ("dcterms:source", [iri(pad_of(id_)) for id_ in sources]),
                ("dcterms:modified", [typed(one.gecontroleerd.datum.isoformat(), "xsd:date")]),
            ],
        )


def _lists(data: Data) -> Iterator[str]:
    for one in data.corpus.vocabulaires.values():
        scheme = f"lijst:{one.as_}"
        yield resource(
            scheme,
            [
                ("a", ["skos:ConceptScheme"]),
                ("dcterms:title", [dutch(one.titel)]),
                ("skos:prefLabel", [dutch(one.titel)]),
                ("dcterms:description", [dutch(one.uitleg)]),
                ("dcterms:license", [iri(LICENCE)]),
            ],
        )
        for term in one.termen:
            yield resource(
                concept(one.as_, term.sleutel),
                [
                    ("a", ["skos:Concept"]),
                    ("skos:notation", [text(term.sleutel)]),
                    ("skos:prefLabel", [dutch(term.label)]),
                    ("skos:definition", [dutch(term.uitleg)]),
                    ("skos:hiddenLabel", [*map(dutch, term.alledaags)]),
                    ("skos:inScheme", [scheme]),
                    ("skos:topConceptOf", [scheme]),
                ],
            )
