"""``sitemap.xml`` of every page, with the day its record was last checked (sitemaps.org, 0.9).

MkDocs' own sitemap knows only the pages it renders and dates all of them by the clock of the build.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from macros.corpus.corpus import Corpus
from macros.exports.bestand import Uitvoer
from macros.model.basis import Record


def sitemap(corpus: Corpus, paden: Iterable[str]) -> Uitvoer:
    """Return the sitemap of ``paden`` (addresses from the site root, with a final slash)."""
    gecontroleerd = {record.pad: record.gecontroleerd.datum for record in corpus.alle(Record)}
    regels = ['<?xml version="1.0" encoding="UTF-8"?>']
    regels.append('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">')
    for pad in sorted(paden):
        datum = gecontroleerd.get(pad, corpus.site.peildatum)
        adres = escape(corpus.site.adres + pad)
        regels.append(f"<url><loc>{adres}</loc><lastmod>{datum}</lastmod></url>")
    regels.append("</urlset>\n")
    return Uitvoer("sitemap.xml", "\n".join(regels).encode())
