"""The site in one zip that works from a disk, for networks without internet.

From ``file://`` a browser does not open ``index.html`` in a folder by itself, so every link to a
folder gets it behind. The scripts of the site know this form too (they ask for ``file:``).
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path

MAP = "kennisbank"
"""The one folder in the zip, so that unpacking leaves no thousand files on a desktop."""
_VERWIJZING = re.compile(r'(?<=[\s"])(href|action)="([^"]*)"')
_SCHEMA = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_ALLEEN_ONLINE = re.compile(
    # 404.html links from the root; the rest is for servers, search engines and other bundles.
    r"404\.html|_headers|sitemap\.xml(\.gz)?|\.well-known/.*|assets/javascripts/.*|.*\.map"
)


def offline_zip(site: Path, dag: date) -> bytes:
    """Return the zip of a built site; ``dag`` is the date of every file in it."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archief:
        for pad in sorted(pad for pad in site.rglob("*") if pad.is_file()):
            naam = pad.relative_to(site).as_posix()
            if _ALLEEN_ONLINE.fullmatch(naam):
                continue
            inhoud = pad.read_bytes()
            if pad.suffix == ".html":
                inhoud = met_index(inhoud.decode()).encode()
            info = zipfile.ZipInfo(f"{MAP}/{naam}", (dag.year, dag.month, dag.day, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archief.writestr(info, inhoud)
    return uit.getvalue()


def met_index(html: str) -> str:
    """Return a page in which every link to a folder of the site names the page in it."""
    return _VERWIJZING.sub(_verwijzing, html)


def _verwijzing(gevonden: re.Match[str]) -> str:
    naam, adres = gevonden.groups()
    if _SCHEMA.match(adres):
        return gevonden[0]
    pad = re.split(r"[?#]", adres, maxsplit=1)[0]
    rest = adres[len(pad) :]
    if pad in (".", "..") or pad.endswith(("/.", "/..")):
        pad += "/"
    if pad.endswith("/"):
        pad += "index.html"
    return f'{naam}="{pad}{rest}"'
