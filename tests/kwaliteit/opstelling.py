"""A server that sends the headers the site asks for, and what the gates share."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.blad.kopregels import KOPREGELS

ZONDER_TLS = {"Strict-Transport-Security"}
"""What a browser ignores over http, so the server of the tests leaves it out."""

Fout = tuple[str, str, str]
"""What to plant with ``Website.verander``: in which page or file, what goes, what comes."""


class _Bediende(SimpleHTTPRequestHandler):
    """Serves a folder with our headers; planted pages go before files."""

    protocol_version = "HTTP/1.1"  # keeps connections open: a thousand pages need no thousand
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        "": "application/octet-stream",
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".css": "text/css; charset=utf-8",
        ".svg": "image/svg+xml",
    }

    def __init__(
        self, *rest: object, geplant: Mapping[str, bytes], kop: bool, bewaar: bool, **opties: str
    ) -> None:
        self.geplant = geplant
        self.kop = kop
        self.bewaar = bewaar
        super().__init__(*rest, **opties)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        pad = self.path.partition("?")[0]
        if pad in self.geplant:
            self._antwoord(200, self.geplant[pad], self._soort(pad))
        elif Path(self.translate_path(pad)).exists():
            super().do_GET()
        else:
            fout = Path(self.directory) / "404.html"
            inhoud = fout.read_bytes() if fout.exists() else b"404"
            self._antwoord(404, inhoud, "text/html; charset=utf-8")

    def _soort(self, pad: str) -> str:
        return self.guess_type(f"{pad}index.html" if pad.endswith("/") else pad)

    def _antwoord(self, status: int, inhoud: bytes, soort: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", soort)
        self.send_header("Content-Length", str(len(inhoud)))
        self.end_headers()
        self.wfile.write(inhoud)

    def end_headers(self) -> None:
        if self.kop:
            for kop in KOPREGELS:
                if kop.naam not in ZONDER_TLS:
                    self.send_header(kop.naam, kop.waarde)
        if self.bewaar and self.path.startswith("/assets/"):
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that leaves a page hangs up halfway."""


@dataclass
class Website:
    """A running copy of the site: its address, and pages planted over those on disk."""

    map_: Path
    adres: str = ""
    geplant: dict[str, bytes] = field(default_factory=dict)

    def url(self, pad: str) -> str:
        """Return the address of a page, given from the site root."""
        return f"{self.adres}/{pad}"

    def bron(self, pad: str) -> str:
        """Return the HTML of a page as it was built."""
        return (self.map_ / pad / "index.html").read_text(encoding="utf-8")

    def plant(self, pad: str, inhoud: str, *, na: str = "privacy/") -> str:
        """Plant a copy of a real page with something put in at its end; return its address."""
        html = self.bron(na).replace("</article>", f"{inhoud}</article>")
        self.geplant[f"/{pad}"] = html.encode()
        return pad

    def verander(self, pad: str, oud: str | re.Pattern[str], nieuw: str = "") -> None:
        """Plant a copy of a page or file with one text replaced, over what stands there now.

        A pattern serves the scripts: their short names change whenever one is bundled again.
        """
        op = f"{pad}index.html" if pad.endswith("/") or not pad else pad
        nu = self.geplant.get(f"/{pad}") or (self.map_ / op).read_bytes()
        if isinstance(oud, str):
            oud, nieuw = re.compile(re.escape(oud)), nieuw.replace("\\", r"\\")
        geplant, aantal = oud.subn(nieuw, nu.decode())
        assert aantal, f"{pad}: „{oud.pattern}” staat er niet, dus er is niets geplant"
        self.geplant[f"/{pad}"] = geplant.encode()

    def paden(self) -> list[str]:
        """Return the addresses of all pages, from the site root, in a fixed order."""
        bestanden = self.map_.rglob("index.html")
        return sorted(
            "" if pad == "." else f"{pad}/"
            for pad in (b.parent.relative_to(self.map_).as_posix() for b in bestanden)
        )


@contextmanager
def website(map_: Path, *, kop: bool = True, bewaar: bool = False) -> Iterator[Website]:
    """Serve a folder on loopback; with ``kop`` under the headers of ``exports.kopregels``.

    With ``bewaar`` a browser may keep the assets: for who visits many pages and plants nothing.
    """
    site = Website(map_)
    maak = partial(_Bediende, geplant=site.geplant, kop=kop, bewaar=bewaar, directory=str(map_))
    with _Server(("127.0.0.1", 0), maak) as server:
        site.adres = f"http://127.0.0.1:{server.server_address[1]}"
        draad = threading.Thread(target=server.serve_forever, daemon=True)
        draad.start()
        yield site
        server.shutdown()
        draad.join()


def mis(waar: Mapping[str, object]) -> list[str]:
    """Return what should be so and is not."""
    return [wat for wat, is_zo in waar.items() if not is_zo]


def js(naam: str) -> str:
    """Return a function to run in a page; a comment may not stand before it there."""
    tekst = (Path(__file__).parent / "js" / f"{naam}.js").read_text(encoding="utf-8")
    return "\n".join(regel for regel in tekst.splitlines() if not regel.startswith("//"))


SCHIL = ("kleurstand.js", "pagina.js", "zoek-ui.js")
"""Scripts of every page. A page with more is a tool."""


def is_hulpmiddel(boom: LexborHTMLParser) -> bool:
    """Tell whether a page has a script of its own, or is the search (every page has its script)."""
    if boom.css_first("#kb-zoekform") is not None:
        return True
    scripts = [str(knoop.attributes["src"]) for knoop in boom.css("script[src]")]
    return any(not adres.endswith(SCHIL) for adres in scripts)


def per_soort(site: Website, docs: Path) -> dict[str, str]:
    """Return one page per type: a name for the type and the address of its page.

    The pages of a folder that nobody wrote by hand are of one type: one template makes them. A
    hand-written page is a type of its own if it is a tool, or if it holds a building block, an
    element with its classes in its parent, that no other type has.
    """
    verteld = {
        pad.with_suffix("").relative_to(docs).as_posix().removesuffix("index").rstrip("/")
        for pad in docs.rglob("*.md")
    }
    soorten: dict[str, str] = {}
    for pad in site.paden():
        map_ = pad.rstrip("/").rpartition("/")[0]
        if map_ == "over/besluiten" or pad.rstrip("/") not in verteld:
            soort = re.sub(r"^(leerpunten[/-]per-)\w+", r"\1*", f"{map_}/*")
        else:
            soort = pad or "voorpagina"
        soorten.setdefault(soort, pad)
    bomen = {soort: LexborHTMLParser(site.bron(pad)) for soort, pad in soorten.items()}
    blokken = {soort: _bouwblokken(boom) for soort, boom in bomen.items()}
    gekozen = {s for s, boom in bomen.items() if s.endswith("/*") or is_hulpmiddel(boom)}
    gezien = {blok for soort in gekozen for blok in blokken[soort]}
    for soort in sorted(soorten.keys() - gekozen, key=lambda soort: (-len(blokken[soort]), soort)):
        if blokken[soort] - gezien:
            gekozen.add(soort)
            gezien |= blokken[soort]
    return {soort: pad for soort, pad in soorten.items() if soort in gekozen}


def _bouwblokken(boom: LexborHTMLParser) -> set[tuple[str, str]]:
    def naam(knoop: LexborNode | None) -> str:
        assert knoop is not None
        klassen = sorted((knoop.attributes.get("class") or "").split())
        return ".".join([str(knoop.tag), *klassen])

    return {(naam(knoop.parent), naam(knoop)) for knoop in boom.css("main *")}
