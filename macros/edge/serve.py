"""``python -m macros.edge.serve``: shows the site on this computer, and each change as it is saved.

The server holds the last good site in memory and never builds itself. A worker process builds, with
a memory of its own; it begins anew when the code in ``macros/`` changes. While something is wrong
every page carries a bar that says what, and the site below it is the last that was right. This
process imports nothing of the build, so no mistake in it can stop the server.
"""

from __future__ import annotations

import contextlib
import json
import mimetypes
import signal
import sys
import threading
import time
import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.parse import unquote, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from macros.edge.blame import place_of
from macros.edge.unchanged import left

HERE = "127.0.0.1"
"""This computer only: what is not published yet is nobody else's."""
OWN = "/_kennisbank/"
WATCHED = ("data", "docs", "macros")
CHANGES = frozenset({"created", "modified", "moved", "deleted"})
NO_CODE = ("macros/pages/templates/", "macros/theme/", "macros/scripts/", "macros/edge/live/")
QUIET, LONGEST = 0.03, 0.5
"""Seconds without a change after which a build starts; never later than the second."""
HUNG = 60
"""Seconds after which a build no longer counts as at work: the next change begins a new one."""
_WAIT = (
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Even geduld</title></head>'
    "<body><p>De website wordt gebouwd. Deze pagina ververst vanzelf.</p></body></html>"
)

Melding = tuple[str, str, str]
"""Place, what is wrong there, and what to do."""


@dataclass
class Showing:
    """What the server shows now; ``changed`` wakes who waits for something else."""

    files: dict[str, bytes] = field(default_factory=dict)
    errors: Sequence[Melding] = ()
    version: int = 0
    changed: threading.Condition = field(default_factory=threading.Condition)

    def show(self, files: Mapping[str, bytes], gone: Iterable[str]) -> None:
        """Show these files from now on, and no longer those that are gone."""
        with self.changed:
            # Exports come a moment later than the pages; nobody looks at those live.
            self.version += any(pad.endswith((".html", ".css", ".js")) for pad in files)
            self.files.update(files)
            for pad in gone:
                self.files.pop(pad, None)
            self.changed.notify_all()

    def say(self, errors: Sequence[Melding]) -> None:
        """Show above each page what is wrong; nothing if all is right."""
        with self.changed:
            self.errors = errors
            self.changed.notify_all()

    @property
    def state(self) -> tuple[str, str]:
        """Return version and bar."""
        return str(self.version), bar(self.errors)


def bar(errors: Sequence[Melding]) -> str:
    """Return the bar above each page, as HTML; empty if nothing is wrong."""
    if not errors:
        return ""
    rows = "".join(
        f"<li><code>{escape(place)}</code> {escape(what)}<br>{escape(remedy)}</li>"
        for place, what, remedy in errors
    )
    return (
        '<div class="kb-bouwfout" role="alert"><p>Deze website is die van voor de laatste '
        f"wijziging. Herstel eerst dit:</p><ul>{rows}</ul></div>"
    )


def with_live(html: bytes, showing: Showing) -> bytes:
    """Return a page with the bar and the script that keeps it up to date."""
    version, above = showing.state
    head = f'<link rel="stylesheet" href="{OWN}live.css">'
    script = f'<script src="{OWN}live.js" data-version="{version}"></script>'
    tekst = html.decode().replace("</head>", f"{head}</head>", 1)
    start = tekst.find(">", tekst.find("<body")) + 1
    tekst = f"{tekst[:start]}{above}{tekst[start:]}"
    return tekst.replace("</body>", f"{script}</body>", 1).encode()


class Handler(BaseHTTPRequestHandler):
    """Answers one request from what is shown."""

    protocol_version = "HTTP/1.1"
    showing: Showing
    hosts: frozenset[str]

    def do_GET(self) -> None:
        """Answer with a file, a page, or the events of this server."""
        # A page of a stranger that lets its own name lead here gets nothing.
        if self.headers.get("Host") not in self.hosts:
            self._answer(HTTPStatus.FORBIDDEN, b"alleen op deze computer", "text/plain")
            return
        pad = unquote(urlsplit(self.path).path)
        if pad == f"{OWN}gebeurtenissen":
            self._events()
        elif pad in (f"{OWN}live.js", f"{OWN}live.css"):
            own = Path(__file__).with_name("live") / pad.removeprefix(OWN)
            self._answer(HTTPStatus.OK, own.read_bytes(), _kind(pad))
        else:
            self._file(pad.removeprefix("/"))

    do_HEAD = do_GET  # noqa: N815  idem

    def _file(self, pad: str) -> None:
        files = self.showing.files
        if f"{pad}/index.html" in files and pad:
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", f"/{pad}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        naam = f"{pad}index.html" if not pad or pad.endswith("/") else pad
        inhoud, status = files.get(naam), HTTPStatus.OK
        if inhoud is None:
            naam, status = "404.html", HTTPStatus.NOT_FOUND
            inhoud = files.get(naam, b"")
        if not files:
            inhoud, naam, status = _WAIT.encode(), "wacht.html", HTTPStatus.SERVICE_UNAVAILABLE
        if naam.endswith(".html"):
            inhoud = with_live(inhoud, self.showing)
        self._answer(status, inhoud, _kind(naam))

    def _answer(self, status: HTTPStatus, inhoud: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(inhoud)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(inhoud)

    def _events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        told = None
        with contextlib.suppress(OSError):  # the browser went away
            while True:
                with self.showing.changed:
                    if self.showing.state == told:
                        self.showing.changed.wait(timeout=15)
                    told = self.showing.state
                data = json.dumps({"version": told[0], "bar": told[1]})
                self.wfile.write(f"event: stand\ndata: {data}\n\n".encode())
                self.wfile.flush()

    def log_message(self, *arguments: object) -> None:
        """Say nothing of each request."""


def _kind(naam: str) -> str:
    kind = mimetypes.guess_type(naam)[0] or "application/octet-stream"
    tekst = kind.startswith("text/") or kind.endswith(("javascript", "json", "xml"))
    return f"{kind}; charset=utf-8" if tekst else kind


def work(pipe: Connection, root: str) -> None:
    """Build whenever that is asked through ``pipe``, and send back what changed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the server, which ends this
    cache = left(Path(root))
    # Imported here, so that a mistake in the code is one more message.
    try:
        from macros.edge.workshop import Workshop  # noqa: PLC0415
        from macros.load.garbage import collect_seldom  # noqa: PLC0415
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is shown
        pipe.send(("wrong", [_of_import(error, Path(root))]))
        return
    collect_seldom()
    workshop, sent = Workshop(Path(root), cache), dict[str, bytes]()

    def show(made: Mapping[str, bytes], everything: bool) -> None:  # noqa: FBT001 - see workshop.Show
        nonlocal sent
        new = {pad: inhoud for pad, inhoud in made.items() if sent.get(pad) != inhoud}
        gone = [pad for pad in sent if pad not in made] if everything else []
        sent = {**({} if everything else sent), **made}
        pipe.send(("files", new, gone))

    with contextlib.suppress(EOFError, BrokenPipeError):  # the server is gone
        while True:
            pipe.recv()
            errors = workshop.build(show)
            pipe.send(("wrong", [_melding(one) for one in errors]))


def _melding(error: object) -> Melding:
    place, _, remedy = str(error).partition("\n")
    where, _, what = place.partition("  ")
    return where, what, remedy.strip()


def _of_import(error: BaseException, root: Path) -> Melding:
    traceback.print_exception(error)
    file, regel = place_of(error, root)
    return f"{file}:{regel}", f"{type(error).__name__}: {error}", "herstel deze regel"


class Worker:
    """The process that builds, and what it was asked last."""

    def __init__(self, root: Path, showing: Showing) -> None:
        self.root, self.showing = root, showing
        self._begin()

    def _begin(self) -> None:
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=work, args=(theirs, str(self.root)), daemon=True)
        self.process.start()
        theirs.close()
        self.busy_since: float | None = None
        self.again = False

    def anew(self) -> None:
        """Let a new process, with the code as it is now, take over."""
        self.process.kill()
        self.process.join()
        self.pipe.close()
        self._begin()

    def ask(self, *, code: bool) -> None:
        """Ask for a build; one that is at work is followed by another."""
        busy = self.busy_since
        hung = busy is not None and time.monotonic() - busy > HUNG
        if code or hung or not self.process.is_alive():
            self.anew()
        if self.busy_since is not None:
            self.again = True
            return
        self.busy_since = time.monotonic()
        with contextlib.suppress(OSError):  # it has just died; that is heard in hear()
            self.pipe.send("bouw")

    def hear(self, seconds: float) -> None:
        """Take in what the process sends, for at most so long."""
        if self.process.exitcode is not None and self.busy_since is None:
            time.sleep(seconds)
            return
        try:
            if not self.pipe.poll(seconds):
                return
            message = self.pipe.recv()
        except (EOFError, OSError):
            if self.busy_since is not None:
                self.busy_since = None
                if not self.showing.errors:
                    wat = f"het bouwproces stopte (status {self.process.exitcode})"
                    self.showing.say([("macros", wat, "zie het venster van make serve")])
            self.process.join()
            return
        if message[0] == "files":
            self.showing.show(message[1], message[2])
            return
        self.showing.say(message[1])
        for place, what, remedy in message[1]:
            print(f"{place}  {what}\n    {remedy}", flush=True)  # noqa: T201 - for who started it
        if not message[1]:
            seconds = time.monotonic() - (self.busy_since or 0)
            print(f"Bijgewerkt in {seconds:.1f} s.", flush=True)  # noqa: T201 - idem
        self.busy_since = None
        if self.again:
            self.again = False
            self.ask(code=False)


class Changes(FileSystemEventHandler):
    """Collects the paths that changed, until they are taken."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._paths: set[str] = set()
        self._lock = threading.Lock()
        self._last = self._first = 0.0

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Remember what changed; that somebody only read it is no change."""
        if event.event_type not in CHANGES or (
            event.is_directory and event.event_type == "modified"
        ):
            return
        for one in filter(None, (event.src_path, event.dest_path)):
            pad = Path(str(one)).relative_to(self.root).as_posix()
            if "__pycache__" in pad or not pad.startswith((*WATCHED, "mkdocs.yml")):
                continue
            with self._lock:
                self._last = time.monotonic()
                self._first = self._first if self._paths else self._last
                self._paths.add(pad)

    def take(self) -> set[str]:
        """Return the paths, once it has been quiet for a moment."""
        with self._lock:
            now = time.monotonic()
            if not self._paths or (now - self._last < QUIET and now - self._first < LONGEST):
                return set()
            taken, self._paths = self._paths, set()
            return taken


def is_code(pad: str) -> bool:
    """Tell whether a change there only counts in a process that begins anew."""
    return pad.startswith("macros/") and not pad.startswith(NO_CODE)


def main(arguments: Sequence[str]) -> int:
    """Serve the project in this folder until Ctrl+C."""
    given = arguments or ["--poort", "8000"]
    if len(given) != 2 or given[0] != "--poort" or not given[1].isdecimal():  # noqa: PLR2004
        print("gebruik: python -m macros.edge.serve [--poort GETAL]")  # noqa: T201
        return 2
    port = int(given[1])
    root, showing = Path.cwd(), Showing()
    hosts = frozenset(f"{naam}:{port}" for naam in (HERE, "localhost"))
    handler = type("Here", (Handler,), {"showing": showing, "hosts": hosts})
    try:
        server = ThreadingHTTPServer((HERE, port), handler)
    except OSError as error:
        print(f"Poort {port} is niet vrij ({error.strerror}). Kies een andere met --poort.")  # noqa: T201
        return 1
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    changes, observer = Changes(root), Observer()
    for folder in WATCHED:
        observer.schedule(changes, str(root / folder), recursive=True)
    observer.schedule(changes, str(root), recursive=False)  # mkdocs.yml
    observer.start()
    print(f"De website staat op http://{HERE}:{port}/. Stoppen: Ctrl+C.", flush=True)  # noqa: T201
    worker = Worker(root, showing)
    worker.ask(code=False)
    with contextlib.suppress(KeyboardInterrupt):
        while True:
            worker.hear(0.01)
            if paths := changes.take():
                worker.ask(code=any(map(is_code, paths)))
    worker.process.kill()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
