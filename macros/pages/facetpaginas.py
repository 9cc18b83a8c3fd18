"""One page per choice of the catalogue of learnings: to link to, and for who has no JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from macros.blad.adres import facetpad
from macros.blad.facetten import Facet, Facetwaarde, facetten
from macros.corpus.corpus import Corpus
from macros.pages.pagina import Pagina
from macros.pages.weergave import Schrijver, teken

MAX_OMSCHRIJVING = 155
"""Longer descriptions are cut off by search engines."""


def facetpaginas(corpus: Corpus) -> Iterator[Pagina]:
    """Write the page of every choice of every facet."""
    for facet in corpus.eens(facetten):
        for waarde in facet.waarden:
            schrijver = Schrijver(corpus, facetpad(facet.naam, waarde.sleutel))
            schrijver.corpus.eens(facetten)
            yield _facetpagina(schrijver, facet, waarde)


def _facetpagina(schrijver: Schrijver, facet: Facet, waarde: Facetwaarde) -> Pagina:
    titel = f"Leerpunten per {facet.naam}: {waarde.label}"
    inhoud = teken("facetpagina.html.j2", schrijver, facet=facet, waarde=waarde, titel=titel)
    aantal = len(waarde.leerpunten)
    woord = "leerpunt of knelpunt" if aantal == 1 else "leerpunten en knelpunten"
    omschrijving = f"{aantal} {woord}, gekozen op {facet.label.lower()}: {waarde.label}."
    return Pagina(
        schrijver.hier,
        titel,
        shorten(omschrijving, MAX_OMSCHRIJVING, placeholder=" …"),
        inhoud,
        schrijver.gelezen,
        overzicht=f"leerpunten/per-{facet.naam}/",
    )
