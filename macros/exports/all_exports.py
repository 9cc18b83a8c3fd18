"""All files the site gets besides its pages and what belongs to one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from macros.blad.blad import Blad
from macros.corpus.corpus import Corpus
from macros.exports.bronnenlijst import bronnenlijst
from macros.exports.catalogus import catalogue
from macros.exports.file import Output
from macros.exports.findable import signposts
from macros.exports.gather import Data, gather
from macros.exports.gemeenten import gemeenten
from macros.exports.graph import graph_files
from macros.exports.headers import headers_file
from macros.exports.jsonbestanden import json_files
from macros.exports.leerpunten_list import leerpunten
from macros.exports.markdown import markdown_files
from macros.exports.review_calendar import checks
from macros.exports.schemas import schema_files
from macros.exports.security import security_txt
from macros.exports.sitemap import sitemap
from macros.exports.skos import skos
from macros.exports.tabelbestanden import table_files
from macros.exports.tables import tables
from macros.exports.vragenlijst import vragenlijst
from macros.exports.wijzigingen import feeds, question_feeds


def every_export(
    corpus: Corpus,
    paths: Sequence[str],
    sheets: Sequence[Blad] | None = None,
    markdown: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[tuple[str, Output]]:
    """Yield every export with its name in Dutch; ``paths`` are the addresses of all pages.

    ``sheets`` are the page models, and ``markdown`` their text by id, if these were made already.
    """
    data = gather(corpus, sheets, markdown)
    makers: Mapping[str, Iterable[Output]] = {
        "de sitemap": (sitemap(corpus, paths),),
        "de kopregels voor een webserver": (headers_file(),),
        "security.txt": (security_txt(corpus),),
        "de lijst van bronnen": (bronnenlijst(corpus),),
        "de lijst van gemeenten": (gemeenten(corpus),),
        "de lijst van leerpunten": leerpunten(corpus),
        "de lijst van open vragen": (vragenlijst(corpus),),
        "de wijzigingen": feeds(corpus),
        "de controlekalender": (checks(corpus),),
        "de wegwijzers": signposts(corpus),
    }
    for naam, files in makers.items():
        for file in files:
            yield naam, file
    yield from open_data(data)


def open_data(data: Data) -> Iterator[tuple[str, Output]]:
    """Yield every file of open data with its name in Dutch."""
    made = [*tables(data)]
    makers: Mapping[str, Iterable[Output]] = {
        "de feeds van open vragen": question_feeds(data.corpus, data.questions),
        "de Markdown": markdown_files(data),
        "de tabellen": table_files(data.corpus, made),
        "de graaf": graph_files(data),
        "de begrippen als SKOS": (skos(data),),
        "de catalogus": (catalogue(data.corpus, made),),
        "de JSON": json_files(data),
        "de schema’s": schema_files(data.corpus),
    }
    for naam, files in makers.items():
        for file in files:
            yield naam, file
