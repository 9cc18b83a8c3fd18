"""``citeer.bib`` and ``citeer.json`` per part of the site, for programs that keep references.

One file of each per kind of page: two beside every page would be more files than there are pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.blad.citeren import Citaat, bibtex, csl_json
from macros.exports.bestand import Uitvoer
from macros.model.vocabulaire import Site


def citeerbestanden(site: Site, map_: str, citaten: Iterable[Citaat]) -> Iterator[Uitvoer]:
    """Yield both files of the pages in ``map_``, whatever order those come in."""
    citaten = sorted(citaten, key=lambda citaat: citaat.pad)
    bib = "\n".join(bibtex(site, citaat) for citaat in citaten)
    yield Uitvoer(f"{map_}citeer.bib", bib.encode())
    yield Uitvoer(f"{map_}citeer.json", csl_json(site, citaten).encode())
