"""One page per choice of the catalogue of learnings: to link to, and for who has no JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from textwrap import shorten

from macros.blad.adres import facet_path
from macros.blad.facets import Facet, FacetValue, facets
from macros.corpus.corpus import Corpus
from macros.pages.pagina import Making, Pagina
from macros.pages.rendering import Writer, render

MAX_DESCRIPTION = 155
"""Longer descriptions are cut off by search engines."""


def facetpaden(corpus: Corpus) -> Iterator[str]:
    """Yield the address of the page of every choice, and of their parent."""
    for facet in corpus.once(facets):
        yield facet_path(facet.naam, "")
        yield from (facet_path(facet.naam, waarde.sleutel) for waarde in facet.waarden)


def facet_pages(corpus: Corpus) -> Iterator[Making]:
    """Yield the making of the page of every choice of every facet."""
    for facet in corpus.once(facets):
        yield Making(facet_path(facet.naam, ""), partial(_keuzes, corpus, facet))
        for waarde in facet.waarden:
            pad = facet_path(facet.naam, waarde.sleutel)
            yield Making(pad, partial(_facet_page, corpus, facet, waarde))


def _keuzes(corpus: Corpus, facet: Facet) -> Pagina:
    """Write the parent of these pages: who shortens the address finds all choices."""
    writer = Writer(corpus, facet_path(facet.naam, ""))
    writer.corpus.once(facets)
    titel = f"Leerpunten per {facet.naam}: alle keuzes"
    return Pagina(
        writer.here,
        titel,
        f"Alle keuzes op {facet.label.lower()}, met het aantal leerpunten en knelpunten.",
        render("facetkeuzes.html.j2", writer, facet=facet, titel=titel, facet_path=facet_path),
        writer.read,
        overzicht=f"leerpunten/per-{facet.naam}/",
    )


def _facet_page(corpus: Corpus, facet: Facet, waarde: FacetValue) -> Pagina:
    writer = Writer(corpus, facet_path(facet.naam, waarde.sleutel))
    writer.corpus.once(facets)
    titel = f"Leerpunten per {facet.naam}: {waarde.label}"
    inhoud = render("facetpagina.html.j2", writer, facet=facet, waarde=waarde, titel=titel)
    aantal = len(waarde.leerpunten)
    woord = "leerpunt of knelpunt" if aantal == 1 else "leerpunten en knelpunten"
    description = f"{aantal} {woord}, gekozen op {facet.label.lower()}: {waarde.label}."
    return Pagina(
        writer.here,
        titel,
        shorten(description, MAX_DESCRIPTION, placeholder=" …"),
        inhoud,
        writer.read,
        overzicht=f"leerpunten/per-{facet.naam}/",
    )
