"""What ``/over/hosting/`` shows: the headers, and how to set them on a server."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from macros.blad import kopregels
from macros.blad.inzetfout import kies
from macros.pages.weergave import Schrijver, teken

MAP = "/var/www/kennisbank"
VOORBEELDEN: Mapping[str, Callable[[str], str]] = {
    "nginx": lambda _: kopregels.nginx("80", MAP),
    "apache": lambda _: kopregels.apache(),
    "caddy": lambda domein: kopregels.caddy(domein, MAP),
    "_headers": lambda _: kopregels.netlify(),
}


def kopregeltabel(kb: Schrijver) -> Markup:
    """Return the headers with why each is there."""
    return teken("kopregels.html.j2", kb, kopregels=kopregels.KOPREGELS)


def serverinstelling(kb: Schrijver, server: str) -> Markup:
    """Return the example for one kind of server, to copy."""
    domein = kb.corpus.site.adres.removeprefix("https://").rstrip("/")
    tekst = kies("server", VOORBEELDEN, server)(domein)
    return teken("serverinstelling.html.j2", kb, tekst=tekst)
