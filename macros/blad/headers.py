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
class Header:
    """One response header: what it is called, what it says and why."""

    naam: str
    waarde: str
    waarom: str


HEADERS = (
    Header(
        "Strict-Transport-Security",
        f"max-age={JAAR}",
        "De browser gebruikt een jaar lang alleen de beveiligde verbinding.",
    ),
    Header(
        "Content-Security-Policy",
        CSP,
        "De browser voert alleen scripts en stijlen van deze site uit en haalt niets elders op.",
    ),
    Header(
        "X-Content-Type-Options",
        "nosniff",
        "De browser raadt niet zelf wat voor bestand het is.",
    ),
    Header(
        "X-Frame-Options",
        "DENY",
        "Niemand kan de site in een andere pagina inbouwen; dit is voor oude browsers.",
    ),
    Header(
        "Referrer-Policy",
        "no-referrer",
        "Een andere website krijgt niet te zien vanaf welke pagina u komt.",
    ),
    Header(
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "De site mag niets van uw apparaat gebruiken, zoals camera of plaats.",
    ),
    Header(
        "Cross-Origin-Opener-Policy",
        "same-origin",
        "Een pagina die deze site opent, krijgt geen greep op dit venster.",
    ),
)
"""On every answer, also on errors."""

CACHE_FIXED = f"public, max-age={JAAR}, immutable"
"""For files that carry a hash of their content in their name."""
CACHE_OTHERWISE = "no-cache"
"""For everything else: keep it, but ask first whether it is still the same."""

FIXED_PATTERN = r"^/assets/(?:stylesheets|zoek)/[^/]*[.-][0-9a-f]{8,}\.(?:min\.css|json|js)$"
"""Which paths carry a hash: Material's stylesheets and the search index."""
_FIXED_FOLDERS = ("/assets/stylesheets/*", "/assets/zoek/*")
"""The same for ``_headers``, which knows no patterns; these folders hold nothing else."""


OPEN_PATTERN = r"^/(?:api|data)/"
"""Which paths hold open data: a page of anyone may read them (CORS)."""
_OPEN_FOLDERS = ("/api/*", "/data/*")


def netlify() -> str:
    """Return the headers in the form of a ``_headers`` file."""
    regels = ["/*"]
    regels += [f"  {kop.naam}: {kop.waarde}" for kop in HEADERS]
    regels.append(f"  Cache-Control: {CACHE_OTHERWISE}")
    for pad in _FIXED_FOLDERS:
        # Values for one name add up, so the general one has to be taken back first.
        regels += [pad, "  ! Cache-Control", f"  Cache-Control: {CACHE_FIXED}"]
    for pad in _OPEN_FOLDERS:
        regels += [pad, "  Access-Control-Allow-Origin: *"]
    return "\n".join(regels) + "\n"


def nginx(adres: str, folder: str) -> str:
    """Return a server block for nginx that serves the site in ``folder`` on port 80 of ``adres``.

    The cache rule is a ``map``, because an ``add_header`` inside a ``location`` would make nginx
    forget all headers that stand outside it.
    """
    headings = "\n".join(f'    add_header {kop.naam} "{kop.waarde}" always;' for kop in HEADERS)
    return f"""\
map $uri $kennisbank_cache {{
    default "{CACHE_OTHERWISE}";
    "~{FIXED_PATTERN}" "{CACHE_FIXED}";
}}
map $uri $kennisbank_open {{
    default "";
    "~{OPEN_PATTERN}" "*";
}}

server {{
    listen {adres};
    root {folder};
    index index.html;
    charset utf-8;
    charset_types text/css text/csv text/javascript text/markdown text/plain text/turtle
        application/javascript application/json;
    server_tokens off;
    gzip on;
    gzip_static on;
    gzip_vary on;
    # Met libnginx-mod-http-brotli-static: haal het hekje weg.
    # brotli_static on;
    gzip_types text/css text/csv text/javascript
        application/javascript application/json application/xml image/svg+xml;
    error_page 404 /404.html;
    location ~ \\.csv$ {{ types {{ }} default_type text/csv; }}
    location ~ \\.md$ {{ types {{ }} default_type text/markdown; }}
    location ~ \\.ttl$ {{ types {{ }} default_type text/turtle; }}
    location ~ \\.trig$ {{ types {{ }} default_type application/trig; }}

{headings}
    add_header Cache-Control $kennisbank_cache always;
    add_header Access-Control-Allow-Origin $kennisbank_open;
}}
"""


def apache(folder: str) -> str:
    """Return the inside of a virtual host for Apache that serves the site in ``folder``.

    A file of which a packed one is there is not packed again. What Apache packs itself gets
    ``-gzip`` in its ETag, which it does not know again when a browser asks with it: the line about
    ``If-None-Match`` helps it.
    """
    headings = "\n".join(f'Header always set {kop.naam} "{kop.waarde}"' for kop in HEADERS)
    return f"""\
DocumentRoot {folder}
DirectoryIndex index.html
ErrorDocument 404 /404.html
AddDefaultCharset utf-8
AddCharset utf-8 .css .csv .js .json .md .ttl
AddType text/javascript .js
AddType text/csv .csv
AddType text/markdown .md
AddType text/turtle .ttl
AddType application/trig .trig
ServerSignature Off

<Directory {folder}>
    Require all granted
    Options FollowSymLinks
    AllowOverride None
    RemoveType .gz
    RemoveLanguage .br
    AddEncoding gzip .gz
    AddEncoding br .br
    RewriteEngine On
    RewriteCond %{{HTTP:Accept-Encoding}} \\bbr\\b
    RewriteCond %{{REQUEST_FILENAME}}.br -f
    RewriteRule (.+) $1.br [E=no-gzip:1,L]
    RewriteCond %{{HTTP:Accept-Encoding}} \\bgzip\\b
    RewriteCond %{{REQUEST_FILENAME}}.gz -f
    RewriteRule (.+) $1.gz [E=no-gzip:1,L]
</Directory>
AddOutputFilterByType DEFLATE text/css text/csv text/html text/javascript
AddOutputFilterByType DEFLATE application/json application/xml image/svg+xml
RequestHeader edit If-None-Match "-gzip\\"$" "\\""

{headings}
Header merge Vary Accept-Encoding
Header always set Cache-Control "{CACHE_OTHERWISE}"
<LocationMatch "{FIXED_PATTERN}">
    Header always set Cache-Control "{CACHE_FIXED}"
</LocationMatch>
<LocationMatch "{OPEN_PATTERN}">
    Header set Access-Control-Allow-Origin "*"
</LocationMatch>
"""


def caddy(adres: str, folder: str) -> str:
    """Return a site block for Caddy, which arranges the certificate itself.

    The headers are a snippet, because what stands in a site block does not hold for its errors. The
    two cache rules exclude each other, because Caddy sorts directives by its own rules.
    """
    headings = "\n".join(f"        {kop.naam} `{kop.waarde}`" for kop in HEADERS)
    return f"""\
(kennisbank) {{
    header {{
{headings}
        -Server
    }}
}}

{adres} {{
    root * {folder}
    encode gzip
    import kennisbank
    @vast path_regexp `{FIXED_PATTERN}`
    header @vast Cache-Control `{CACHE_FIXED}`
    @anders not path_regexp `{FIXED_PATTERN}`
    header @anders Cache-Control `{CACHE_OTHERWISE}`
    @open path_regexp `{OPEN_PATTERN}`
    header @open Access-Control-Allow-Origin *
    header {{
        Vary Accept-Encoding
        defer
    }}
    file_server {{
        precompressed br gzip
    }}

    handle_errors {{
        import kennisbank
        header Cache-Control `{CACHE_OTHERWISE}`
        rewrite * /404.html
        file_server
    }}
}}
"""
