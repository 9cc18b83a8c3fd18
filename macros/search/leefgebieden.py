"""The pages of the leefgebieden: an everyday word leads to all learnings about its subject."""

from __future__ import annotations

from macros.blad.adres import facet_path
from macros.blad.facets import facets
from macros.corpus.corpus import Corpus

FACET = "leefgebied"


def leefgebieden(corpus: Corpus) -> list[dict[str, object]]:
    """Return one document per leefgebied that has learnings."""
    (facet,) = (facet for facet in facets(corpus) if facet.naam == FACET)
    documents: list[dict[str, object]] = []
    for waarde in facet.waarden:
        term = corpus.term(FACET, waarde.sleutel)
        documents.append(
            {
                "id": f"{FACET}:{waarde.sleutel}",
                "url": facet_path(FACET, waarde.sleutel),
                "titel": f"Leerpunten over {term.label.lower()}",
                "soort": FACET,
                "samenvatting": term.uitleg,
                "gewoon": [*term.alledaags, *term.engels],
                "facetten": {FACET: [waarde.sleutel]},
            }
        )
    return documents
