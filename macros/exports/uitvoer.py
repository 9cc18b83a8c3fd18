"""All files the site gets besides its pages and what belongs to one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from macros.blad.blad import Blad
from macros.corpus.corpus import Corpus
from macros.exports.bestand import Uitvoer
from macros.exports.beveiliging import security_txt
from macros.exports.bronnenlijst import bronnenlijst
from macros.exports.catalogus import catalogue
from macros.exports.controlekalender import controles
from macros.exports.gegevens import Gegevens, gegevens
from macros.exports.gemeenten import gemeenten
from macros.exports.graaf import graph_files
from macros.exports.jsonbestanden import json_files
from macros.exports.kopregels import kopregels_bestand
from macros.exports.leerpuntenlijst import leerpunten
from macros.exports.markdown import markdown_files
from macros.exports.schemas import schema_files
from macros.exports.sitemap import sitemap
from macros.exports.skos import skos
from macros.exports.tabelbestanden import table_files
from macros.exports.tabellen import tables
from macros.exports.vindbaar import signposts
from macros.exports.vragenlijst import vragenlijst
from macros.exports.wijzigingen import feeds, question_feeds


def alle_uitvoer(
    corpus: Corpus, paden: Sequence[str], bladen: Sequence[Blad] | None = None
) -> Iterator[tuple[str, Uitvoer]]:
    """Yield every export with its name in Dutch; ``paden`` are the addresses of all pages.

    ``bladen`` are the page models, if these were made already.
    """
    data = gegevens(corpus, bladen)
    makers: Mapping[str, Iterable[Uitvoer]] = {
        "de sitemap": (sitemap(corpus, paden),),
        "de kopregels voor een webserver": (kopregels_bestand(),),
        "security.txt": (security_txt(corpus),),
        "de lijst van bronnen": (bronnenlijst(corpus),),
        "de lijst van gemeenten": (gemeenten(corpus),),
        "de lijst van leerpunten": leerpunten(corpus),
        "de lijst van open vragen": (vragenlijst(corpus),),
        "de wijzigingen": feeds(corpus),
        "de controlekalender": (controles(corpus),),
        "de wegwijzers": signposts(corpus),
    }
    for naam, bestanden in makers.items():
        for bestand in bestanden:
            yield naam, bestand
    yield from open_data(data)


def open_data(data: Gegevens) -> Iterator[tuple[str, Uitvoer]]:
    """Yield every file of open data with its name in Dutch."""
    made = [*tables(data)]
    makers: Mapping[str, Iterable[Uitvoer]] = {
        "de feeds van open vragen": question_feeds(data.corpus, data.questions),
        "de Markdown": markdown_files(data),
        "de tabellen": table_files(data.corpus, made),
        "de graaf": graph_files(data),
        "de begrippen als SKOS": (skos(data),),
        "de catalogus": (catalogue(data.corpus, made),),
        "de JSON": json_files(data),
        "de schema’s": schema_files(data.corpus),
    }
    for naam, bestanden in makers.items():
        for bestand in bestanden:
            yield naam, bestand
