"""``/data/linked/skos.ttl``: the glossary and the fixed lists as SKOS, after NL-SBB.

NL-SBB (Forum Standaardisatie) asks of each term a label, a definition in plain words, its scheme
and where it comes from.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.blad.adres import pad_van
from macros.blad.opendata import DATA, KINDS, LICENCE, SKOS
from macros.exports.bestand import Uitvoer
from macros.exports.gegevens import Gegevens
from macros.exports.graaf import concept
from macros.exports.turtle import dutch, head, iri, resource, text, typed
from macros.model.kennis import Begrip

_GLOSSARY = KINDS["begrip"]


def skos(data: Gegevens) -> Uitvoer:
    """Return the file."""
    parts = [head(data.corpus.site.adres), *_glossary(data), *_lists(data)]
    return Uitvoer(SKOS, "".join(parts).encode())


def _glossary(data: Gegevens) -> Iterator[str]:
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
    for een in data.corpus.alle(Begrip):
        other = [*een.ook, *((een.voluit,) if een.voluit else ())]
        hidden = [*een.alledaags, *((een.meervoud_vorm,) if een.meervoud_vorm else ())]
        sources = dict.fromkeys(bron for uitleg in een.uitleg for bron in uitleg.bronnen)
        yield resource(
            iri(een.pad),
            [
                ("a", ["skos:Concept"]),
                ("dcterms:identifier", [text(een.id)]),
                ("skos:prefLabel", [dutch(een.titel)]),
                ("skos:altLabel", [*map(dutch, other)]),
                ("skos:hiddenLabel", [*map(dutch, hidden)]),
                ("skos:definition", [dutch(een.samenvatting)]),
                ("skos:scopeNote", [dutch(let_op.tekst) for let_op in een.let_op]),
                ("skos:inScheme", [scheme]),
                ("skos:topConceptOf", [scheme]),
                (
                    "skos:related",
                    [iri(pad_van(id_)) for id_ in een.zie if id_.startswith("begrip:")],
                ),
                (
                    "rdfs:seeAlso",
                    [iri(pad_van(id_)) for id_ in een.zie if not id_.startswith("begrip:")],
                ),
                ("dcterms:source", [iri(pad_van(id_)) for id_ in sources]),
                ("dcterms:modified", [typed(een.gecontroleerd.datum.isoformat(), "xsd:date")]),
            ],
        )


def _lists(data: Gegevens) -> Iterator[str]:
    for een in data.corpus.vocabulaires.values():
        scheme = f"lijst:{een.as_}"
        yield resource(
            scheme,
            [
                ("a", ["skos:ConceptScheme"]),
                ("dcterms:title", [dutch(een.titel)]),
                ("skos:prefLabel", [dutch(een.titel)]),
                ("dcterms:description", [dutch(een.uitleg)]),
                ("dcterms:license", [iri(LICENCE)]),
            ],
        )
        for term in een.termen:
            yield resource(
                concept(een.as_, term.sleutel),
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
