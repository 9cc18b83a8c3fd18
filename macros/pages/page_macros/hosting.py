"""What ``/over/hosting/`` shows: the headers, and how to set them on a server."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from macros.blad import headers
from macros.blad.page_macro_error import choose
from macros.pages.rendering import Writer, render

FOLDER = "/var/www/kennisbank"
EXAMPLES: Mapping[str, Callable[[str], str]] = {
    "nginx": lambda _: headers.nginx("80", FOLDER),
    "apache": lambda _: headers.apache(FOLDER),
    "caddy": lambda domain: headers.caddy(domain, FOLDER),
    "_headers": lambda _: headers.netlify(),
}


def kopregeltabel(kb: Writer) -> Markup:
    """Return the headers with why each is there."""
    return render("kopregels.html.j2", kb, headers=headers.HEADERS)


def serverinstelling(kb: Writer, server: str) -> Markup:
    """Return the example for one kind of server, to copy."""
    domain = kb.corpus.site.adres.removeprefix("https://").rstrip("/")
    tekst = choose("server", EXAMPLES, server)(domain)
    return render("serverinstelling.html.j2", kb, tekst=tekst)
