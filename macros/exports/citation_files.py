"""``citeer.bib`` and ``citeer.json`` per part of the site, for programs that keep references.

One file of each per kind of page: two beside every page would be more files than there are pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.blad.citing import Citation, bibtex, csl_json
from macros.exports.file import Output
from macros.model.vocabulaire import Site


def citation_files(site: Site, folder: str, citations: Iterable[Citation]) -> Iterator[Output]:
    """Yield both files of the pages in ``folder``, whatever order those come in."""
    citations = sorted(citations, key=lambda citation: citation.pad)
    bib = "\n".join(bibtex(site, citation) for citation in citations)
    yield Output(f"{folder}citeer.bib", bib.encode())
    yield Output(f"{folder}citeer.json", csl_json(site, citations).encode())
