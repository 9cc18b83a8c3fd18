"""How programs find their way: ``robots.txt``, ``opensearch.xml`` and ``llms.txt``."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from macros.blad.opendata import API, DATA, KINDS, QUESTIONS, WORKBOOK, csv_path, markdown_path
from macros.blad.wijzigingen import PAD
from macros.blad.zinnen import DENKBEELDIG, LICENCE_SENTENCE
from macros.corpus.corpus import Corpus
from macros.exports.file import Output
from macros.model.dates import dag_in_words

MAX_SHORT_NAME = 16
"""Characters in the name of a search engine (OpenSearch 1.1)."""


def signposts(corpus: Corpus) -> Iterator[Output]:
    """Yield each of them."""
    yield Output("robots.txt", _robots(corpus).encode())
    yield Output("opensearch.xml", _opensearch(corpus).encode())
    yield Output("llms.txt", _llms(corpus).encode())


def _robots(corpus: Corpus) -> str:
    """Return who may read what: everyone everything (RFC 9309)."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {corpus.site.adres}sitemap.xml\n"


def _opensearch(corpus: Corpus) -> str:
    site = corpus.site
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(site.naam[:MAX_SHORT_NAME])}</ShortName>\n"
        f"<Description>{escape(site.ondertitel)}</Description>\n"
        "<Language>nl-NL</Language>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        f'<Url type="text/html" template="{escape(site.adres)}zoeken/#q={{searchTerms}}"/>\n'
        "</OpenSearchDescription>\n"
    )


def _llms(corpus: Corpus) -> str:
    """Return what an assistant has to know first, and where all is (llmstxt.org)."""
    site = corpus.site
    lines = [
        f"# {site.naam}",
        "",
        f"> {site.ondertitel} {site.afzender}",
        "",
        (
            f"Bijgewerkt tot en met {dag_in_words(site.peildag)}. Versie {site.versie}. "
            f"{LICENCE_SENTENCE}."
        ),
        "",
        "Neem bij elke bewering de bron, de datum en de zekerheid mee.",
        "Staat iets er niet? Zeg dan dat het niet bekend is, en noem bij wie men het kan vragen.",
        "",
        f"Over de fictieve memorie van toelichting: {DENKBEELDIG}",
        "",
        "## Alle onderwerpen met hun bewijs, als Markdown",
        "",
    ]
    for kind in KINDS.values():
        if kind.told:
            mark = " (over een denkbeeldige wet)" if kind.imaginary else ""
            lines.append(f"- [{kind.title}]({site.adres}{markdown_path(kind)}){mark}")
    lines += [
        "",
        "## Als gegevens",
        "",
        f"- [Uitleg van de open data]({site.adres}{DATA})",
        f"- [API]({site.adres}{API}index.json): JSON, met JSON Schema en OpenAPI",
        f"- [Open vragen]({site.adres}{csv_path(QUESTIONS)}): CSV",
        f"- [Alles in één werkmap]({site.adres}{WORKBOOK}): ODS",
        f"- [Wijzigingen]({site.adres}{PAD}atom.xml): Atom",
        "",
    ]
    return "\n".join(lines)
