"""``citeer.bib`` and ``citeer.json`` beside each page: the reference for programs that keep those.

As files of their own, because inside the page they would weigh more than its answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.blad.citeren import Citaat, bibtex, csl_json
from macros.exports.bestand import Uitvoer
from macros.model.vocabulaire import Site


def citeerbestanden(site: Site, citaat: Citaat) -> Iterator[Uitvoer]:
    """Yield both files of one page; the page links to them by their bare names."""
    yield Uitvoer(f"{citaat.pad}citeer.bib", bibtex(site, citaat).encode())
    yield Uitvoer(f"{citaat.pad}citeer.json", csl_json(site, citaat).encode())
