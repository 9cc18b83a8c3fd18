"""A server that sends the headers the site asks for, and what the gates share."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import brotli
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.blad.headers import HEADERS

WITHOUT_TLS = {"Strict-Transport-Security"}
"""What a browser ignores over http, so the server of the tests leaves it out."""

Error = tuple[str, str, str]
"""What to plant with ``Website.change``: in which page or file, what goes, what comes."""


class _SiteHandler(SimpleHTTPRequestHandler):
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
        self,
        *rest: object,
        planted: Mapping[str, bytes],
        kop: bool,
        keep: bool,
        pack: bool,
        **options: str,
    ) -> None:
        self.planted = planted
        self.kop = kop
        self.keep = keep
        self.pack = pack
        super().__init__(*rest, **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        pad = self.path.partition("?")[0]
        if pad in self.planted:
            self._antwoord(200, self.planted[pad], self._soort(pad))
        elif self.pack and (file := Path(self.translate_path(self._file(pad)))).is_file():
            self._antwoord(200, _packed(file), self.guess_type(file), packed=True)
        elif Path(self.translate_path(pad)).exists():
            super().do_GET()
        else:
            error = Path(self.directory) / "404.html"
            inhoud = error.read_bytes() if error.exists() else b"404"
            self._antwoord(404, inhoud, "text/html; charset=utf-8")

    @staticmethod
    def _file(pad: str) -> str:
        return f"{pad}index.html" if pad.endswith("/") else pad

    def _soort(self, pad: str) -> str:
        return self.guess_type(self._file(pad))

    def _antwoord(self, status: int, inhoud: bytes, soort: str, *, packed: bool = False) -> None:
        self.send_response(status)
        self.send_header("Content-Type", soort)
        if packed:
            self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(inhoud)))
        self.end_headers()
        self.wfile.write(inhoud)

    def end_headers(self) -> None:
        if self.kop:
            for kop in HEADERS:
                if kop.naam not in WITHOUT_TLS:
                    self.send_header(kop.naam, kop.waarde)
        if self.keep and self.path.startswith("/assets/"):
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@cache
def _packed(file: Path) -> bytes:
    packed: bytes = brotli.compress(file.read_bytes())
    return packed


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that leaves a page hangs up halfway."""


@dataclass
class Website:
    """A running copy of the site: its address, and pages planted over those on disk."""

    folder: Path
    adres: str = ""
    planted: dict[str, bytes] = field(default_factory=dict)

    def url(self, pad: str) -> str:
        """Return the address of a page, given from the site root."""
        return f"{self.adres}/{pad}"

    def bron(self, pad: str) -> str:
        """Return the HTML of a page as it was built."""
        return (self.folder / pad / "index.html").read_text(encoding="utf-8")

    def plant(self, pad: str, inhoud: str, *, after: str = "privacy/") -> str:
        """Plant a copy of a real page with something put in at its end; return its address."""
        html = self.bron(after).replace("</article>", f"{inhoud}</article>")
        self.planted[f"/{pad}"] = html.encode()
        return pad

    def change(self, pad: str, old: str | re.Pattern[str], new: str = "") -> None:
        """Plant a copy of a page or file with one text replaced, over what stands there now.

        A pattern serves the scripts: their short names change whenever one is bundled again.
        """
        op = f"{pad}index.html" if pad.endswith("/") or not pad else pad
        now = self.planted.get(f"/{pad}") or (self.folder / op).read_bytes()
        if isinstance(old, str):
            old, new = re.compile(re.escape(old)), new.replace("\\", r"\\")
        planted, aantal = old.subn(new, now.decode())
        assert aantal, f"{pad}: „{old.pattern}” staat er niet, dus er is niets geplant"
        self.planted[f"/{pad}"] = planted.encode()

    def paths(self) -> list[str]:
        """Return the addresses of all pages, from the site root, in a fixed order."""
        files = self.folder.rglob("index.html")
        return sorted(
            "" if pad == "." else f"{pad}/"
            for pad in (b.parent.relative_to(self.folder).as_posix() for b in files)
        )


@contextmanager
def website(
    folder: Path, *, kop: bool = True, keep: bool = False, pack: bool = False
) -> Iterator[Website]:
    """Serve a folder on loopback; with ``kop`` under the headers of ``exports.headers``.

    With ``keep`` a browser may keep the assets: for who visits many pages and plants nothing. With
    ``pack`` the files come packed, as from a real server: for who measures what comes over a line.
    """
    site = Website(folder)
    make = partial(
        _SiteHandler, planted=site.planted, kop=kop, keep=keep, pack=pack, directory=str(folder)
    )
    with _Server(("127.0.0.1", 0), make) as server:
        site.adres = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield site
        server.shutdown()
        thread.join()


def faults(where: Mapping[str, object]) -> list[str]:
    """Return what should be so and is not."""
    return [wat for wat, is_so in where.items() if not is_so]


def js(naam: str) -> str:
    """Return a function to run in a page; a comment may not stand before it there."""
    tekst = (Path(__file__).parent / "js" / f"{naam}.js").read_text(encoding="utf-8")
    return "\n".join(regel for regel in tekst.splitlines() if not regel.startswith("//"))


SHELL_SCRIPTS = ("kleurstand.js", "pagina.js", "zoek-ui.js")
"""Scripts of every page. A page with more is a tool."""


def is_tool(tree: LexborHTMLParser) -> bool:
    """Tell whether a page has a script of its own, or is the search (every page has its script)."""
    if tree.css_first("#kb-zoekform") is not None:
        return True
    scripts = [str(node.attributes["src"]) for node in tree.css("script[src]")]
    return any(not adres.endswith(SHELL_SCRIPTS) for adres in scripts)


def per_soort(site: Website, docs: Path) -> dict[str, str]:
    """Return one page per type: a name for the type and the address of its page.

    The pages of a folder that nobody wrote by hand are of one type: one template makes them. A
    hand-written page is a type of its own if it is a tool, or if it holds a building block, an
    element with its classes in its parent, that no other type has.
    """
    told = {
        pad.with_suffix("").relative_to(docs).as_posix().removesuffix("index").rstrip("/")
        for pad in docs.rglob("*.md")
    }
    soorten: dict[str, str] = {}
    for pad in site.paths():
        folder = pad.rstrip("/").rpartition("/")[0]
        if folder == "over/besluiten" or pad.rstrip("/") not in told:
            soort = re.sub(r"^(leerpunten[/-]per-)\w+", r"\1*", f"{folder}/*")
        else:
            soort = pad or "voorpagina"
        soorten.setdefault(soort, pad)
    trees = {soort: LexborHTMLParser(site.bron(pad)) for soort, pad in soorten.items()}
    blocks = {soort: _building_blocks(tree) for soort, tree in trees.items()}
    chosen = {s for s, tree in trees.items() if s.endswith("/*") or is_tool(tree)}
    gezien = {block for soort in chosen for block in blocks[soort]}
    for soort in sorted(soorten.keys() - chosen, key=lambda soort: (-len(blocks[soort]), soort)):
        if blocks[soort] - gezien:
            chosen.add(soort)
            gezien |= blocks[soort]
    return {soort: pad for soort, pad in soorten.items() if soort in chosen}


def _building_blocks(tree: LexborHTMLParser) -> set[tuple[str, str]]:
    def naam(node: LexborNode | None) -> str:
        assert node is not None
        class_names = sorted((node.attributes.get("class") or "").split())
        return ".".join([str(node.tag), *class_names])

    return {(naam(node.parent), naam(node)) for node in tree.css("main *")}


def put_in_dossier(page: Page) -> None:
    """Put the page in the dossier and go there: one press adds it, the next one leads to it."""
    link = page.locator("[data-zet-in-dossier]")
    if not link.inner_text().startswith("Bekijk"):
        link.click()
        link.filter(has_text="Bekijk dossier").wait_for()
    link.click()
    page.locator(".kb-dossier__keuze").wait_for()


def unfold(page: Page) -> None:
    """Open every part of the page that is folded in, as a reader does who wants it all."""
    for layer in page.locator("details.kb-laag:not([open]) > summary:visible").all()[::-1]:
        layer.press("Enter")
