"""``/.well-known/security.txt`` (RFC 9116, mandatory for government): where to report a leak."""

from __future__ import annotations

from datetime import date

from macros.corpus.corpus import Corpus
from macros.exports.file import Output


def security_txt(corpus: Corpus) -> Output:
    """Return the file; it holds for a year from the site's peildatum, as a build has no clock."""
    site = corpus.site
    regels = (
        f"Contact: {site.contact}",
        f"Expires: {_one_jaar_later(site.peildag)}T00:00:00Z",
        "Preferred-Languages: nl, en",
        f"Canonical: {site.adres}.well-known/security.txt",
    )
    return Output(".well-known/security.txt", ("\n".join(regels) + "\n").encode())


def _one_jaar_later(dag: date) -> str:
    try:
        return dag.replace(year=dag.year + 1).isoformat()
    except ValueError:  # 29 February
        return dag.replace(year=dag.year + 1, day=28).isoformat()
