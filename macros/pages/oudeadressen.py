"""What stands at an old address: a page that leads on, or one that says why it ended."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from macros.blad.oudadres import Omleiding, doelpad, soortnaam
from macros.corpus.corpus import Corpus
from macros.pages.pagina import Pagina
from macros.pages.weergave import Schrijver, teken


def ingetrokken_paginas(corpus: Corpus) -> Iterator[Pagina]:
    """Write the page of everything that was withdrawn; no list and no search names it."""
    for rij in corpus.oude_adressen.ingetrokken:
        schrijver = Schrijver(corpus, rij.van)
        boven, naam = soortnaam(rij)
        inhoud = teken(
            "ingetrokken.html.j2",
            schrijver,
            rij=rij,
            boven=boven,
            boven_naam=naam,
            opvolger=doelpad(rij.opvolger) if rij.opvolger else "",
        )
        titel = f"{rij.titel} (ingetrokken)"
        omschrijving = f"Deze pagina is ingetrokken. {rij.reden}"
        yield Pagina(rij.van, titel, omschrijving, inhoud, schrijver.gelezen)


def omleidingspaginas(corpus: Corpus, lijst: Collection[Omleiding]) -> Iterator[tuple[str, str]]:
    """Yield address and HTML of each page that leads on, without the shell and without a script."""
    for een in lijst:
        schrijver = Schrijver(corpus, een.van)
        yield een.van, f"{teken('omleiding.html.j2', schrijver, naar=een.naar)}"
