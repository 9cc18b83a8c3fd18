"""``/.well-known/security.txt`` (RFC 9116, mandatory for government): where to report a leak."""

from __future__ import annotations

from macros.corpus.corpus import Corpus
from macros.exports.file import Output
from macros.model.dates import months_after


def security_txt(corpus: Corpus) -> Output:
    """Return the file; it holds for a year from the site's peildatum, as a build has no clock."""
    site = corpus.site
    regels = (
        f"Contact: {site.contact}",
        f"Expires: {months_after(site.peildag, 12)}T00:00:00Z",
        "Preferred-Languages: nl, en",
        f"Canonical: {site.adres}.well-known/security.txt",
    )
    return Output(".well-known/security.txt", ("\n".join(regels) + "\n").encode())
