"""All files the site gets besides its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.corpus.corpus import Corpus
from macros.exports.bestand import Uitvoer
from macros.exports.beveiliging import security_txt
from macros.exports.controlekalender import controles
from macros.exports.dossier import dossiers
from macros.exports.gemeenten import gemeenten
from macros.exports.kopregels import kopregels_bestand
from macros.exports.leerpuntenlijst import leerpunten
from macros.exports.sitemap import sitemap
from macros.exports.wijzigingen import feeds


def alle_uitvoer(corpus: Corpus, paden: Sequence[str]) -> Iterator[Uitvoer]:
    """Yield every export; ``paden`` are the addresses of all pages."""
    yield sitemap(corpus, paden)
    yield kopregels_bestand()
    yield security_txt(corpus)
    yield gemeenten(corpus)
    yield from leerpunten(corpus)
    yield from feeds(corpus)
    yield controles(corpus)
    yield from dossiers(corpus)
