"""All files the site gets besides its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

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


def alle_uitvoer(corpus: Corpus, paden: Sequence[str]) -> Iterator[tuple[str, Uitvoer]]:
    """Yield every export with its name in Dutch; ``paden`` are the addresses of all pages."""
    makers: Mapping[str, Iterable[Uitvoer]] = {
        "de sitemap": (sitemap(corpus, paden),),
        "de kopregels voor een webserver": (kopregels_bestand(),),
        "security.txt": (security_txt(corpus),),
        "de lijst van gemeenten": (gemeenten(corpus),),
        "de lijst van leerpunten": leerpunten(corpus),
        "de wijzigingen": feeds(corpus),
        "de controlekalender": (controles(corpus),),
        "het dossier": dossiers(corpus),
    }
    for naam, bestanden in makers.items():
        for bestand in bestanden:
            yield naam, bestand
