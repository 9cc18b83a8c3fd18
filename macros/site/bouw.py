"""All files of the site that MkDocs does not write, as pure functions of what goes in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from macros.corpus.corpus import Corpus
from macros.exports.bestand import Uitvoer
from macros.exports.citeerbestanden import citeerbestanden
from macros.exports.uitvoer import alle_uitvoer
from macros.blad.citeren import Citaat
from macros.pages.pagina import Pagina
from macros.pages.recordpaginas import alle_paginas
from macros.search.index import als_json, als_script, bouw_index
from macros.site.omhulsel import Omhulsel
from macros.site.register import Register
from macros.site.verteld import Verteld, citaten_van


@dataclass(frozen=True, slots=True)
class Zoekindex:
    """The search index; its name, which carries its hash, stands in the shell."""

    pad: str
    tekst: str


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
    paginas = [*alle_paginas(corpus)]
    for wie, bestand in chain(
        _zoekbestanden(index),
        _recordpaginas(paginas, omhulsel),
        exports(corpus, [een.citaat for een in verteld], paginas),
    ):
        register.meld(bestand.pad, wie)
        yield bestand


def uitvoer(corpus: Corpus, docs: Path) -> Iterator[tuple[str, Uitvoer]]:
    """Yield the same exports as ``bouw`` does, without MkDocs; ``docs`` holds the told pages."""
    return exports(corpus, citaten_van(docs), [*alle_paginas(corpus)])


def exports(
    corpus: Corpus, verteld: Sequence[Citaat], paginas: Sequence[Pagina]
) -> Iterator[tuple[str, Uitvoer]]:
    """Yield every file that is no page, with who made it; no shell is needed for these."""
    citaten = [*verteld, *(pagina.citaat for pagina in paginas)]
    for citaat in citaten:
        for bestand in citeerbestanden(corpus.site, citaat):
            yield f"de verwijzing naar „{citaat.titel}”", bestand
    yield from alle_uitvoer(corpus, [citaat.pad for citaat in citaten])


def _zoekbestanden(index: Zoekindex) -> Iterator[tuple[str, Uitvoer]]:
    yield "de zoekindex", Uitvoer(index.pad, index.tekst.encode())
    pad = index.pad.removesuffix("json") + "js"
    yield "de zoekindex als script", Uitvoer(pad, als_script(index.tekst).encode())


def _recordpaginas(
    paginas: Iterable[Pagina], omhulsel: Omhulsel
) -> Iterator[tuple[str, Uitvoer]]:
    for pagina in paginas:
        wie = f"de pagina „{pagina.titel}”"
        yield wie, Uitvoer(f"{pagina.pad}index.html", omhulsel.vul(pagina).encode())
