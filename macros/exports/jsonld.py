"""What a page tells programs of itself: schema.org as JSON-LD, as a block of data in its head.

The names of things and statements are those of the linked data (see ``graph.py``). What the words
of the block mean stands in the block itself, so that reading it asks nothing of another site. A
browser does not run it: the policy of ``script-src`` is about scripts, and this is none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from macros.blad.adres import pad_of
from macros.blad.blad import Blad
from macros.blad.claims import Claim, claims_about, claims_of, warning_of
from macros.blad.opendata import (
    DATA,
    KINDS,
    LICENCE,
    LINKED,
    TRIG,
    WORKBOOK,
    Kind,
    item_path,
    list_path,
)
from macros.blad.zinnen import DENKBEELDIG
from macros.corpus.corpus import Corpus
from macros.exports.graph import name_of
from macros.exports.scripttekst import scripttekst
from macros.exports.turtle import PREFIXES
from macros.model.kennis import Begrip
from macros.model.vocabulaire import Site

Node = dict[str, object]
_TYPES = {
    WORKBOOK: "application/vnd.oasis.opendocument.spreadsheet",
    TRIG: "application/trig",
}
_EDTF = f"{PREFIXES['edtf']}EDTF-level1"
_ADDRESSES = ("url", "license", "isPartOf", "citation", "item", "contentUrl")
_DUTCH = ("name", "text", "description")


MAX_TOGETHER = 50_000
"""Bytes of the content of a page and its block together. With the shell of the site that stays
below what the page of a record may weigh."""


def fitting(corpus: Corpus, blad: Blad, content: str) -> str:
    """Return the block of a record that its page can bear: whole, or without the statements."""
    whole = of_record(corpus, blad)
    fits = len(content.encode()) + len(whole.encode()) <= MAX_TOGETHER
    return whole if fits else pointer_of(corpus, blad)


def pointer_of(corpus: Corpus, blad: Blad) -> str:
    """Return the block of a page that is long by itself: what it is, and where the rest stands."""
    kind = KINDS[blad.soort]
    slug = blad.id.partition(":")[2]
    context: Node = {"@base": corpus.site.adres, "@vocab": PREFIXES["schema"]}
    page: Node = {"@id": blad.pad, "@type": "WebPage", "name": blad.titel}
    if warning := warning_of(blad):
        context["waarschuwing"] = f"{corpus.site.adres}{LINKED}termen#waarschuwing"
        page["waarschuwing"] = warning
    rest = item_path(kind, slug) if kind.items else list_path(kind.name)
    return _element({"@context": context, **page, "subjectOf": {"@id": rest}})


def of_record(corpus: Corpus, blad: Blad) -> str:
    """Return the block of a record: what it is, the way to it, its statements, their sources."""
    site = corpus.site
    warning = warning_of(blad)
    is_term = isinstance(corpus.records[blad.id], Begrip)
    page: Node = {
        "@id": site.adres + blad.pad,
        "@type": ["WebPage", "DefinedTerm"] if is_term else "WebPage",
        "url": site.adres + blad.pad,
        "identifier": blad.id,
        "name": blad.titel,
        "description": blad.samenvatting.tekst,
        "waarschuwing": warning,
        "isPartOf": site.adres,
        "license": LICENCE,
        "lastReviewed": str(blad.check.datum),
        "breadcrumb": _way(site, blad),
        "hasPart": [_claim(claim) for claim in claims_of(blad)],
    }
    if is_term:
        page["inDefinedTermSet"] = {"@id": site.adres + blad.above.pad}
    sources = [_source(corpus, bron.id) for bron in blad.bronnen]
    return _block(corpus, [_filled(page), *sources])


def of_home(corpus: Corpus) -> str:
    """Return the block of the home page: what this site is, and how one searches it."""
    site = corpus.site
    search = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{site.adres}zoeken/#q={{vraag}}"},
        "query-input": "required name=vraag",
    }
    page: Node = {
        "@id": site.adres,
        "@type": "WebSite",
        "url": site.adres,
        "name": site.naam,
        "description": f"{site.ondertitel} {site.afzender}",
        "inLanguage": "nl",
        "license": LICENCE,
        "potentialAction": search,
    }
    return _block(corpus, [page])


def of_data(corpus: Corpus) -> str:
    """Return the block of the page about the data: all of them together, as one data set."""
    site = corpus.site
    page: Node = {
        "@id": site.adres + DATA,
        "@type": "Dataset",
        "url": site.adres + DATA,
        "name": f"{site.naam}: alle gegevens",
        "description": f"{site.ondertitel} {site.afzender}",
        "inLanguage": "nl",
        "license": LICENCE,
        "isPartOf": site.adres,
        "isAccessibleForFree": True,
        "dateModified": site.peildatum,
        "version": site.versie,
        "creator": {"@type": "Organization", "name": site.naam, "url": site.adres},
        "distribution": [
            {"@type": "DataDownload", "contentUrl": site.adres + path, "encodingFormat": type_}
            for path, type_ in _TYPES.items()
        ],
    }
    return _block(corpus, [page])


def of_list(corpus: Corpus, kind: Kind, title: str) -> str:
    """Return the block of the page that lists a kind: what it lists, and where the data are."""
    path = f"{kind.name}/"
    terms = {"hasDefinedTerm": [{"@id": one.pad} for one in corpus.every(Begrip)]}
    page: Node = {
        "@id": path,
        "@type": ["CollectionPage", "DefinedTermSet"] if kind.model is Begrip else "CollectionPage",
        "name": title,
        "breadcrumb": _steps((corpus.site.naam, ""), (title, path), site=""),
        "waarschuwing": DENKBEELDIG if kind.imaginary else "",
        "subjectOf": {"@id": list_path(kind.name)},
        **(terms if kind.model is Begrip else {}),
    }
    return _lean(corpus, page)


def of_thing(corpus: Corpus, id_: str) -> str:
    """Return the block of a page that tells one thing which is no record."""
    kind = KINDS[id_.partition(":")[0]]
    return _ABOUT[kind.id_](corpus, kind, id_)


def _of_source(corpus: Corpus, kind: Kind, id_: str) -> str:
    """Return the block of a source: what it is."""
    bron = corpus.bron(id_)
    about = _source(corpus, id_) | {"@id": f"{bron.pad}#bron"}
    about.pop("uitgegeven", None)
    about["datePublished"] = bron.datum.notation() if bron.datum.dated else ""
    return _lean(corpus, _page_about(corpus, kind, bron.titel, bron.pad, about))


def _of_municipality(corpus: Corpus, kind: Kind, id_: str) -> str:
    """Return the block of a municipality: what it is, and what is said of it."""
    gemeente = corpus.per_cbs[id_.partition(":")[2]]
    about: Node = {"@type": "AdministrativeArea", "name": f"Gemeente {gemeente.naam}"}
    about |= {"identifier": gemeente.cbs, "sameAs": {"@id": gemeente.tooi}}
    page = _page_about(corpus, kind, gemeente.naam, pad_of(id_), about)
    said = claims_about(corpus, id_)
    if not said:
        return _lean(corpus, page)
    sources = dict.fromkeys(source for claim in said for source in claim.bewering.bronnen)
    whole = page | {"hasPart": [_claim(claim) for claim in said]}
    return _block(corpus, [whole, *(_source(corpus, source) for source in sources)])


_ABOUT: Mapping[str, Callable[[Corpus, Kind, str], str]] = {
    "bron": _of_source,
    "gemeente": _of_municipality,
}
"""By kind what makes the block of its pages."""


def _page_about(corpus: Corpus, kind: Kind, title: str, path: str, about: Node) -> Node:
    steps = ((corpus.site.naam, ""), (kind.title, f"{kind.name}/"), (title, path))
    return {
        "@id": path,
        "@type": "WebPage",
        "name": title,
        "breadcrumb": _steps(*steps, site=""),
        "mainEntity": _filled(about),
        "subjectOf": {"@id": list_path(kind.name)},
    }


def _lean(corpus: Corpus, page: Node) -> str:
    """Return a block of few words, with addresses below that of the site."""
    own = f"{corpus.site.adres}{LINKED}termen#"
    context: Node = {
        "@base": corpus.site.adres,
        "@vocab": PREFIXES["schema"],
        "item": {"@type": "@id"},
    }
    if "waarschuwing" in (page := _filled(page)):
        context["waarschuwing"] = f"{own}waarschuwing"
    return _element({"@context": context, **page})


def _way(site: Site, blad: Blad) -> Node:
    """Return the way to a record, as it stands at the top of its page."""
    steps = ((site.naam, ""), (blad.above.titel, blad.above.pad), (blad.titel, blad.pad))
    return _steps(*steps, site=site.adres)


def _steps(*steps: tuple[str, str], site: str) -> Node:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": site + path}
            for place, (name, path) in enumerate(steps, start=1)
        ],
    }


def _claim(claim: Claim) -> Node:
    one = claim.bewering
    return _filled(
        {
            "@id": name_of(claim),
            "@type": "Claim",
            "text": one.tekst,
            "zekerheid": one.zekerheid,
            "stand": one.stand.notation() if one.stand.dated else "",
            "citation": [pad_of(id_) for id_ in one.bronnen],
            "opmerking": one.opmerking,
            "waarschuwing": DENKBEELDIG if claim.imaginary else "",
        }
    )


def _source(corpus: Corpus, id_: str) -> Node:
    bron = corpus.bron(id_)
    return _filled(
        {
            "@id": bron.pad,
            "@type": "CreativeWork",
            "name": bron.titel,
            "publisher": {"@type": "Organization", "name": bron.uitgever},
            "uitgegeven": bron.datum.notation() if bron.datum.dated else "",
            "url": bron.url,
        }
    )


def _filled(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [])}


def _block(corpus: Corpus, nodes: list[Node]) -> str:
    return _element({"@context": dict(corpus.once(_context)), "@graph": nodes})


def _element(block: Node) -> str:
    text = scripttekst(block)
    return f'<script type="application/ld+json">{text}</script>'


def _context(corpus: Corpus) -> Node:
    """Return what the words of a block mean. Short names: a long page has hundreds of them."""
    site = corpus.site.adres
    own, list_ = f"{site}{LINKED}termen#", f"{site}{LINKED}skos#zekerheid-"
    return {
        "@base": site,
        "@vocab": PREFIXES["schema"],
        "zekerheid": {"@id": f"{own}zekerheid", "@type": "@vocab"},
        **{term.sleutel: list_ + term.sleutel for term in corpus.vocabulaires["zekerheid"].termen},
        "stand": {"@id": f"{own}stand", "@type": _EDTF},
        "uitgegeven": {"@id": f"{PREFIXES['dcterms']}issued", "@type": _EDTF},
        "waarschuwing": {"@id": f"{own}waarschuwing", "@language": "nl"},
        "opmerking": {"@id": f"{PREFIXES['rdfs']}comment", "@language": "nl"},
        **{name: {"@type": "@id"} for name in _ADDRESSES},
        **{name: {"@language": "nl"} for name in _DUTCH},
    }
