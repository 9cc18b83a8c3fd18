"""``_headers``: the response headers, for hosts that read them from a file in the site."""

from __future__ import annotations

from macros.blad.kopregels import netlify
from macros.exports.bestand import Uitvoer


def kopregels_bestand() -> Uitvoer:
    """Return ``_headers``, which Netlify, Cloudflare Pages and others read from the site."""
    return Uitvoer("_headers", netlify().encode())
