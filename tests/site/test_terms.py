"""Every kind of page explains a term of the glossary where its running text first uses it."""

from __future__ import annotations

import re
from collections import defaultdict

from selectolax.lexbor import LexborNode

from macros.corpus.corpus import Corpus
from macros.model.kennis import Begrip
from tests.site.built import Pagina, Site

_BEGRIP = re.compile(r"(?:^|/)begrippen/([a-z0-9-]+)/$")
LISTS = (
    "nav, table, footer, dl, .kb-links, .kb-az, .kb-kaarten, .kb-begrippen, .kb-kenmerken, "
    "[data-vragen], [data-wijzigingen]"
)
"""Where a title stands as an entry of a list, which is no use of the word."""


def _begrip(pagina: Pagina, link: LexborNode) -> str:
    target = pagina.doel(link.attributes.get("href") or "") or ""
    found = _BEGRIP.search(target.partition("#")[0])
    return found[1] if found else ""


def _bare(pagina: Pagina, corpus: Corpus) -> set[str]:
    """Return the terms that the running text of a page uses and nowhere explains."""
    main = pagina.tree.css_first("main")
    if main is None:
        return set()
    listed = {link.mem_id for part in main.css(LISTS) for link in part.css("a")}
    explained = {_begrip(pagina, link) for link in main.css(".kb-term a")}
    text = " ".join(main.text().split())
    used = {
        slug
        for link in main.css("p a, li a")
        if link.mem_id not in listed and (slug := _begrip(pagina, link))
    } - explained
    begrippen = {begrip.slug: begrip for begrip in corpus.every(Begrip)}
    return {slug for slug in used if begrippen[slug].samenvatting not in text}


def test_a_term_is_explained_where_running_text_uses_it(site: Site, corpus: Corpus) -> None:
    bare: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, int] = defaultdict(int)
    for pagina in site.gewone():
        kind = pagina.url.partition("/")[0]
        kinds[kind] += bool(pagina.tree.css(".kb-term"))
        if missing := _bare(pagina, corpus):
            bare[pagina.url] = missing
    assert bare == {}
    assert len([kind for kind, pages in kinds.items() if pages]) > len(kinds) // 3
