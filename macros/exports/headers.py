"""``_headers``: the response headers, for hosts that read them from a file in the site."""

from __future__ import annotations

from macros.blad.headers import netlify
from macros.exports.file import Output


def headers_file() -> Output:
    """Return ``_headers``, which Netlify, Cloudflare Pages and others read from the site."""
    return Output("_headers", netlify().encode())
