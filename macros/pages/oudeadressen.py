"""What stands at an old address: a page that leads on, or one that says why it ended."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from macros.blad.oudadres import Omleiding, doelpad, soortnaam
from macros.corpus.corpus import Corpus
from macros.pages.pagina import Pagina
from macros.pages.rendering import Writer, render


def ingetrokken_pages(corpus: Corpus) -> Iterator[Pagina]:
    """Write the page of everything that was withdrawn; no list and no search names it."""
    for row in corpus.old_adressen.ingetrokken:
        writer = Writer(corpus, row.van)
        above, naam = soortnaam(row)
        inhoud = render(
            "ingetrokken.html.j2",
            writer,
            row=row,
            above=above,
            above_naam=naam,
            opvolger=doelpad(row.opvolger) if row.opvolger else "",
        )
        titel = f"{row.titel} (ingetrokken)"
        description = f"Deze pagina is ingetrokken. {row.reden}"
        yield Pagina(row.van, titel, description, inhoud, writer.read)


def omleidingspaginas(corpus: Corpus, lijst: Collection[Omleiding]) -> Iterator[tuple[str, str]]:
    """Yield address and HTML of each page that leads on, without the shell and without a script."""
    for one in lijst:
        writer = Writer(corpus, one.van)
        yield one.van, f"{render('omleiding.html.j2', writer, naar=one.naar)}"
