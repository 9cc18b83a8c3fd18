"""The pages of the leefgebieden: an everyday word leads to all learnings about its subject."""

from __future__ import annotations

from macros.blad.adres import facetpad
from macros.blad.facetten import facetten
from macros.corpus.corpus import Corpus

FACET = "leefgebied"


def leefgebieden(corpus: Corpus) -> list[dict[str, object]]:
    """Return one document per leefgebied that has learnings."""
    (facet,) = (facet for facet in facetten(corpus) if facet.naam == FACET)
    documenten: list[dict[str, object]] = []
    for waarde in facet.waarden:
        term = corpus.term(FACET, waarde.sleutel)
        documenten.append(
            {
                "id": f"{FACET}:{waarde.sleutel}",
                "url": facetpad(FACET, waarde.sleutel),
                "titel": f"Leerpunten over {term.label.lower()}",
                "soort": FACET,
                "samenvatting": term.uitleg,
                "gewoon": [*term.alledaags, *term.engels],
                "facetten": {FACET: [waarde.sleutel]},
            }
        )
    return documenten
