"""``sitemap.xml`` of every page, with the day what it tells was last checked (sitemaps.org).

MkDocs' own sitemap knows only the pages it renders and dates all of them by the clock of the build.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from macros.blad.adres import pad_of
from macros.corpus.corpus import Corpus
from macros.exports.file import Output
from macros.model.base import Record
from macros.model.kennis import Bron


def sitemap(corpus: Corpus, paths: Iterable[str]) -> Output:
    """Return the sitemap of ``paths`` (addresses from the site root, with a final slash)."""
    gecontroleerd = {record.pad: record.gecontroleerd.datum for record in corpus.every(Record)}
    gecontroleerd |= {bron.pad: bron.geraadpleegd for bron in corpus.every(Bron)}
    table = corpus.gemeentetabel.gecontroleerd.datum
    gecontroleerd |= {pad_of(f"gemeente:{cbs}"): table for cbs in corpus.gemeenten()}
    regels = ['<?xml version="1.0" encoding="UTF-8"?>']
    regels.append('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">')
    for pad in sorted(paths):
        datum = gecontroleerd.get(pad, corpus.site.peildatum)
        adres = escape(corpus.site.adres + pad)
        regels.append(f"<url><loc>{adres}</loc><lastmod>{datum}</lastmod></url>")
    regels.append("</urlset>\n")
    return Output("sitemap.xml", "\n".join(regels).encode())
