"""All files of the site that MkDocs does not write, as pure functions of what goes in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from macros.blad.citeren import Citaat
from macros.blad.oudadres import omleidingen
from macros.corpus.corpus import Corpus
from macros.exports.bestand import Uitvoer
from macros.exports.citeerbestanden import citeerbestanden
from macros.exports.dossier import dossier
from macros.exports.oudeadressen import oude_adressen
from macros.exports.uitvoer import alle_uitvoer
from macros.pages.oudeadressen import ingetrokken_paginas, omleidingspaginas
from macros.pages.pagina import Pagina
from macros.pages.recordpaginas import alle_paginas
from macros.search.index import als_json, als_script, als_wijzer, bouw_index
from macros.site.omhulsel import Omhulsel
from macros.site.register import Register
from macros.site.verteld import Verteld, citaten_van


@dataclass(frozen=True, slots=True)
class Zoekindex:
    """The search index; its name, which carries its hash, stands in one small script only."""

    pad: str
    tekst: str


WIJZER = "assets/zoekindex.js"
"""Says what the index is called. The pages name this file, which is called the same in each build:
a record that changes does not change them all."""


def zoekindex(corpus: Corpus, verteld: Iterable[Verteld]) -> Zoekindex:
    """Return the index of all pages, told and made."""
    tekst, hash_ = als_json(bouw_index(corpus, [een.pagina for een in verteld]))
    return Zoekindex(f"assets/zoek/zoekindex-{hash_}.json", tekst)


def bouw(
    corpus: Corpus,
    verteld: Sequence[Verteld],
    omhulsel: Omhulsel,
    index: Zoekindex,
    bezet: Mapping[str, str],
) -> Iterator[Uitvoer]:
    """Yield the record pages, the search index and the exports.

    ``bezet`` are the files that the told pages and what they load take already, with who made them.
    """
    register = Register(bezet)
    for wie, bestand in chain(
        _zoekbestanden(index), exports(corpus, [een.citaat for een in verteld], omhulsel)
    ):
        register.meld(bestand.pad, wie)
        yield bestand


def uitvoer(corpus: Corpus, docs: Path) -> Iterator[tuple[str, Uitvoer]]:
    """Yield the same exports as ``bouw`` does, without MkDocs; ``docs`` holds the told pages."""
    return exports(corpus, citaten_van(docs), None)


def exports(
    corpus: Corpus, verteld: Sequence[Citaat], omhulsel: Omhulsel | None
) -> Iterator[tuple[str, Uitvoer]]:
    """Yield every file with who made it; without a shell only those that are no page.

    Page by page, with all that is made of that page: nothing is made twice, and only the page
    models are kept, of which the open data are made.
    """
    # The told pages at the root, all others by the folder of their kind.
    per_map: dict[str, list[Citaat]] = {"": [*verteld]}
    bladen = []
    paden = [citaat.pad for citaat in verteld]
    for pagina in alle_paginas(corpus):
        yield from _pagina(pagina, omhulsel)
        if pagina.blad is not None:
            yield "het dossier", dossier(pagina.blad)
            bladen.append(pagina.blad)
        paden.append(pagina.pad)
        per_map.setdefault(_map(pagina), []).append(pagina.citaat)
    # A page that was withdrawn can be cited, but no list names it.
    for pagina in ingetrokken_paginas(corpus):
        yield from _pagina(pagina, omhulsel)
        per_map.setdefault(_map(pagina), []).append(pagina.citaat)
    for map_, citaten in per_map.items():
        for bestand in citeerbestanden(corpus.site, map_, citaten):
            yield f"de verwijzingen van /{map_}", bestand
    yield from alle_uitvoer(corpus, paden, bladen)
    yield from _oude_adressen(corpus, set(paden), met_paginas=omhulsel is not None)


def _map(pagina: Pagina) -> str:
    return f"{pagina.pad.partition('/')[0]}/"


def _zoekbestanden(index: Zoekindex) -> Iterator[tuple[str, Uitvoer]]:
    yield "de zoekindex", Uitvoer(index.pad, index.tekst.encode())
    pad = index.pad.removesuffix("json") + "js"
    yield "de zoekindex als script", Uitvoer(pad, als_script(index.tekst).encode())
    yield "de naam van de zoekindex", Uitvoer(WIJZER, als_wijzer(index.pad).encode())


def _pagina(pagina: Pagina, omhulsel: Omhulsel | None) -> Iterator[tuple[str, Uitvoer]]:
    if omhulsel is not None:
        html = omhulsel.vul(pagina).encode()
        yield f"de pagina „{pagina.titel}”", Uitvoer(f"{pagina.pad}index.html", html)


def _oude_adressen(
    corpus: Corpus, bestaand: Collection[str], *, met_paginas: bool
) -> Iterator[tuple[str, Uitvoer]]:
    """Yield what leads on from old addresses: pages, and lines for programs and servers."""
    leiden_om = [*omleidingen(corpus, bestaand)]
    if met_paginas:
        for pad, html in omleidingspaginas(corpus, leiden_om):
            yield f"het oude adres {pad}", Uitvoer(f"{pad}index.html", html.encode())
    for bestand in oude_adressen(corpus, leiden_om):
        yield "de oude adressen", bestand
