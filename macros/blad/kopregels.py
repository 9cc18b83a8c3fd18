"""The response headers this site is made for: one list, written out for every kind of server.

The site itself needs nothing from a server but these headers. They stand here once, so that the
file ``_headers``, the examples on ``/over/hosting/`` and the server of the tests cannot differ.
"""

from __future__ import annotations

from dataclasses import dataclass

_CSP = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",  # Material's stylesheet draws its icons from data: addresses
    "font-src 'self'",
    "connect-src 'self'",  # the search index
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",  # the search form, without JavaScript
    "frame-src 'none'",
    "frame-ancestors 'none'",
)
CSP = "; ".join(_CSP)
JAAR = 31_536_000
"""In seconds; internet.nl wants HSTS of at least a year."""


@dataclass(frozen=True, slots=True)
class Kopregel:
    """One response header: what it is called, what it says and why."""

    naam: str
    waarde: str
    waarom: str


KOPREGELS = (
    Kopregel(
        "Strict-Transport-Security",
        f"max-age={JAAR}",
        "De browser gebruikt een jaar lang alleen de beveiligde verbinding.",
    ),
    Kopregel(
        "Content-Security-Policy",
        CSP,
        "De browser voert alleen scripts en stijlen van deze site uit en haalt niets elders op.",
    ),
    Kopregel(
        "X-Content-Type-Options",
        "nosniff",
        "De browser raadt niet zelf wat voor bestand het is.",
    ),
    Kopregel(
        "X-Frame-Options",
        "DENY",
        "Niemand kan de site in een andere pagina inbouwen; dit is voor oude browsers.",
    ),
    Kopregel(
        "Referrer-Policy",
        "no-referrer",
        "Een andere website krijgt niet te zien vanaf welke pagina u komt.",
    ),
    Kopregel(
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "De site mag niets van uw apparaat gebruiken, zoals camera of plaats.",
    ),
    Kopregel(
        "Cross-Origin-Opener-Policy",
        "same-origin",
        "Een pagina die deze site opent, krijgt geen greep op dit venster.",
    ),
)
"""On every answer, also on errors."""

CACHE_VAST = f"public, max-age={JAAR}, immutable"
"""For files that carry a hash of their content in their name."""
CACHE_ANDERS = "no-cache"
"""For everything else: keep it, but ask first whether it is still the same."""

VAST_PATROON = r"^/assets/(?:stylesheets|zoek)/[^/]*[.-][0-9a-f]{8,}\.(?:min\.css|json|js)$"
"""Which paths carry a hash: Material's stylesheets and the search index."""
_VAST_MAPPEN = ("/assets/stylesheets/*", "/assets/zoek/*")
"""The same for ``_headers``, which knows no patterns; these folders hold nothing else."""


def netlify() -> str:
    """Return the headers in the form of a ``_headers`` file."""
    regels = ["/*"]
    regels += [f"  {kop.naam}: {kop.waarde}" for kop in KOPREGELS]
    regels.append(f"  Cache-Control: {CACHE_ANDERS}")
    for pad in _VAST_MAPPEN:
        # Values for one name add up, so the general one has to be taken back first.
        regels += [pad, "  ! Cache-Control", f"  Cache-Control: {CACHE_VAST}"]
    return "\n".join(regels) + "\n"


def nginx(adres: str, map_: str) -> str:
    """Return a server block for nginx that serves the site in ``map_`` on port 80 of ``adres``.

    The cache rule is a ``map``, because an ``add_header`` inside a ``location`` would make nginx
    forget all headers that stand outside it.
    """
    koppen = "\n".join(f'    add_header {kop.naam} "{kop.waarde}" always;' for kop in KOPREGELS)
    return f"""\
map $uri $kennisbank_cache {{
    default "{CACHE_ANDERS}";
    "~{VAST_PATROON}" "{CACHE_VAST}";
}}

server {{
    listen {adres};
    root {map_};
    index index.html;
    charset utf-8;
    charset_types text/css text/csv text/javascript text/plain
        application/javascript application/json;
    server_tokens off;
    gzip on;
    gzip_types text/css text/csv text/javascript
        application/javascript application/json application/xml image/svg+xml;
    error_page 404 /404.html;
    location ~ \\.csv$ {{ types {{ }} default_type text/csv; }}

{koppen}
    add_header Cache-Control $kennisbank_cache always;
}}
"""


def apache() -> str:
    """Return the inside of a virtual host for Apache with mod_headers."""
    koppen = "\n".join(f'Header always set {kop.naam} "{kop.waarde}"' for kop in KOPREGELS)
    return f"""\
DirectoryIndex index.html
ErrorDocument 404 /404.html
AddDefaultCharset utf-8
AddType text/javascript .js
AddType text/csv .csv
ServerSignature Off

{koppen}
Header always set Cache-Control "{CACHE_ANDERS}"
<LocationMatch "{VAST_PATROON}">
    Header always set Cache-Control "{CACHE_VAST}"
</LocationMatch>
"""


def caddy(adres: str, map_: str) -> str:
    """Return a site block for Caddy, which arranges the certificate itself.

    The headers are a snippet, because what stands in a site block does not hold for its errors. The
    two cache rules exclude each other, because Caddy sorts directives by its own rules.
    """
    koppen = "\n".join(f"        {kop.naam} `{kop.waarde}`" for kop in KOPREGELS)
    return f"""\
(kennisbank) {{
    header {{
{koppen}
        -Server
    }}
}}

{adres} {{
    root * {map_}
    encode gzip
    import kennisbank
    @vast path_regexp `{VAST_PATROON}`
    header @vast Cache-Control `{CACHE_VAST}`
    @anders not path_regexp `{VAST_PATROON}`
    header @anders Cache-Control `{CACHE_ANDERS}`
    file_server

    handle_errors {{
        import kennisbank
        header Cache-Control `{CACHE_ANDERS}`
        rewrite * /404.html
        file_server
    }}
}}
"""
