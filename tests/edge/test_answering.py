"""What ``make serve`` answers, in this process: pages, the bar, its own files and events."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from http.client import HTTPConnection, HTTPResponse
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from watchdog.events import (
    DirModifiedEvent,
    FileCreatedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileOpenedEvent,
    FileSystemEvent,
)

from macros.edge import serve
from macros.edge.serve import Changes, Handler, Showing, Worker, bar, is_code, main, with_live
from tests.kept import Said

PAGE = b"<html><head></head><body class='x'><p>Hallo</p></body></html>"
WRONG = ("data/a.yml:1:1", "<is fout>", "doe & dit")


@pytest.fixture
def showing() -> Showing:
    made = Showing()
    files = {
        "index.html": PAGE,
        "a/index.html": PAGE,
        "b.css": b"p {}",
        "c.svg": b"<svg/>",
        "d.json": b"{}",
        "e.zzz": b"?",
        "404.html": b"<html><head></head><body>weg</body></html>",
    }
    made.show(files, ())
    return made


Ask = Callable[..., HTTPResponse]


@pytest.fixture
def ask(showing: Showing) -> Iterator[Ask]:
    """Return how to ask a server of what is shown."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    here = f"127.0.0.1:{server.server_port}"
    server.RequestHandlerClass = type(
        "Here", (Handler,), {"showing": showing, "hosts": frozenset({here})}
    )
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    asked: list[HTTPConnection] = []

    def get(pad: str, host: str = here, method: str = "GET") -> HTTPResponse:
        asked.append(HTTPConnection("127.0.0.1", server.server_port, timeout=20))
        asked[-1].request(method, f"/{pad}", headers={"Host": host})
        return asked[-1].getresponse()

    yield get
    for connection in asked:
        connection.close()
    server.shutdown()
    server.server_close()


def _told(answer: HTTPResponse) -> str:
    names = ("Location", "Content-Type", "Content-Length", "Cache-Control", "Connection")
    heads = [f"{name}: {answer.headers[name]}" for name in names if answer.headers[name]]
    return "\n".join([str(answer.status), *heads])


@pytest.mark.parametrize(
    "pad",
    [
        *("", "index.html", "a/", "a", "a?x=1", "b.css", "c.svg", "d.json", "e.zzz"),
        *("%62.css", "weg/", "_kennisbank/live.js", "_kennisbank/live.css", "_kennisbank/weg"),
    ],
)
def test_what_is_answered(pad: str, ask: Ask, showing: Showing) -> None:
    answer = ask(pad)
    tekst = answer.read()
    kind = answer.headers["Content-Type"] or ""
    own = pad.startswith("_kennisbank/live")
    if not own:  # of a script each machine has a name of its own
        Said.note(_told(answer).splitlines())
    if kind.startswith("text/html"):
        assert tekst.count(b'data-version="1"') == 1
    if own:
        file = Path(serve.__file__).with_name("live") / pad.removeprefix("_kennisbank/")
        assert tekst == file.read_bytes()
    alone = ask(pad, method="HEAD")
    assert (_told(alone), alone.read()) == (_told(answer), b"")
    stranger = ask(pad, host="kwaad.example")
    assert (stranger.status, stranger.read()) == (403, b"alleen op deze computer")
    assert showing.version == 1


def test_before_the_first_build_a_page_says_to_wait(ask: Ask, showing: Showing) -> None:
    showing.files.clear()
    for pad in ("", "a/", "b.css"):
        answer = ask(pad)
        assert answer.status == 503
        tekst = answer.read().decode()
        assert "wordt gebouwd" in tekst
        assert "live.js" in tekst


def test_an_open_page_hears_what_changes(ask: Ask, showing: Showing) -> None:
    events = ask("_kennisbank/gebeurtenissen")
    Said.note(_told(events).splitlines())
    lines = [events.readline() for _ in range(3)]
    showing.say([WRONG])
    lines += [events.readline() for _ in range(3)]
    showing.show({"a/index.html": b"x"}, ())
    lines += [events.readline() for _ in range(3)]
    Said.note(line.decode().rstrip() for line in lines)


def test_only_what_one_looks_at_is_another_version() -> None:
    showing = Showing()
    seen = []
    for files in ({"a.html": b""}, {"b.css": b""}, {"c.js": b""}, {"d.json": b""}, {}):
        showing.show(files, ["a.html", "nooit.html"] if not files else ())
        seen.append((showing.version, sorted(showing.files)))
    assert [version for version, _ in seen] == [1, 2, 3, 3, 3]
    assert [len(files) for _, files in seen] == [1, 2, 3, 4, 3]
    assert showing.state == ("3", "")


def test_the_bar_says_what_is_wrong_and_what_to_do() -> None:
    assert bar([]) == ""
    Said.note([bar([WRONG]), bar([WRONG, ("x", "y", "z")])])


def test_a_page_gets_the_bar_at_its_begin_and_the_script_at_its_end() -> None:
    showing = Showing(errors=[WRONG], version=7)
    Said.note(with_live(PAGE, showing).decode().splitlines())


@pytest.mark.parametrize(
    ("event", "taken"),
    [
        (FileModifiedEvent("data/a.yml"), {"data/a.yml"}),
        (FileCreatedEvent("docs/b.md"), {"docs/b.md"}),
        (FileMovedEvent("data/a.yml", "macros/b.py"), {"data/a.yml", "macros/b.py"}),
        (FileModifiedEvent("mkdocs.yml"), {"mkdocs.yml"}),
        (FileModifiedEvent("site/index.html"), set()),
        (FileModifiedEvent("macros/__pycache__/b.pyc"), set()),
        (FileOpenedEvent("data/a.yml"), set()),
        (DirModifiedEvent("data/begrippen"), set()),
    ],
)
def test_a_change_counts_once_it_is_quiet(
    event: FileSystemEvent, taken: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    changes = Changes(Path())
    assert changes.take() == set()
    changes.on_any_event(event)
    now[0] += serve.QUIET * 0.9
    assert changes.take() == set()
    now[0] += serve.QUIET * 0.2
    assert changes.take() == taken
    assert changes.take() == set()


def test_who_goes_on_saving_does_not_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    changes, taken = Changes(Path()), []
    for _ in range(60):
        changes.on_any_event(FileModifiedEvent("data/a.yml"))
        taken.append(bool(changes.take()))
        now[0] += 0.0201
    assert [number for number, one in enumerate(taken) if one] == [25, 51]


@pytest.mark.parametrize(
    ("pad", "code"),
    [
        ("macros/blad/x.py", True),
        ("macros/pages/templates/x.j2", False),
        ("macros/theme/main.html", False),
        ("macros/scripts/x.js", False),
        ("macros/edge/live/live.js", False),
        ("data/macros/x.yml", False),
    ],
)
def test_only_code_asks_for_a_new_process(pad: str, *, code: bool) -> None:
    assert is_code(pad) is code


class Pipe:
    """Stands for the pipe to the process that builds."""

    def __init__(self) -> None:
        self.sent: list[object] = []
        self.messages: list[object] = []

    def send(self, message: object) -> None:
        self.sent.append(message)

    def poll(self, _: float) -> bool:
        return bool(self.messages)

    def recv(self) -> object:
        message = self.messages.pop(0)
        if message is None:
            raise EOFError
        return message

    def close(self) -> None:
        self.sent.append("dicht")


class Process:
    """Stands for that process."""

    def __init__(self) -> None:
        self.exitcode: int | None = None
        self.said: list[str] = []

    def is_alive(self) -> bool:
        return self.exitcode is None

    def kill(self) -> None:
        self.said.append("kill")

    def join(self) -> None:
        self.said.append("join")


class Trial(Worker):
    """A worker without a process of its own."""

    begun = 0

    def _begin(self) -> None:
        self.begun += 1
        self.pipe = Pipe()  # type: ignore[assignment]  # as far as it is used
        self.process = Process()  # type: ignore[assignment]  # idem
        self.busy_since: float | None = None
        self.again = False


@pytest.fixture
def worker() -> Trial:
    return Trial(Path(), Showing())


def _hear(worker: Trial, *messages: object) -> None:
    worker.pipe.messages += messages  # type: ignore[attr-defined]  # a Pipe of above
    for _ in messages:
        worker.hear(0)


def _sent(worker: Trial) -> list[object]:
    return worker.pipe.sent  # type: ignore[attr-defined,no-any-return]  # idem


def test_who_is_at_work_is_asked_again_when_ready(
    worker: Trial, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "monotonic", lambda: 100.0)
    worker.ask(code=False)
    worker.ask(code=False)
    assert _sent(worker) == ["bouw"]
    _hear(worker, ("files", {"a.html": b"x"}, ["b.html"]))
    assert worker.showing.files == {"a.html": b"x"}
    assert worker.busy_since is not None
    _hear(worker, ("wrong", []))
    assert _sent(worker) == ["bouw", "bouw"]
    assert capsys.readouterr().out.startswith("Bijgewerkt in 0.0 s.")
    _hear(worker, ("wrong", [WRONG]))
    assert worker.showing.errors == [WRONG]
    assert [worker.busy_since, worker.again] == [None, False]
    assert _sent(worker) == ["bouw", "bouw"]
    assert worker.begun == 1


def test_other_code_or_a_process_that_hangs_or_died_begins_anew(
    worker: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    worker.ask(code=False)
    before = worker.process
    worker.ask(code=True)
    assert before.said == ["kill", "join"]  # type: ignore[attr-defined]  # a Process of above
    assert (worker.begun, _sent(worker)) == (2, ["bouw"])
    now[0] += serve.HUNG
    worker.ask(code=False)
    assert worker.begun == 2
    now[0] += 1
    worker.ask(code=False)
    assert worker.begun == 3
    worker.process.exitcode = 1  # type: ignore[misc]  # idem
    worker.ask(code=False)
    assert worker.begun == 4


def test_a_process_that_dies_is_told_unless_it_said_why(
    worker: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker.ask(code=False)
    worker.process.exitcode = 3  # type: ignore[misc]  # a Process of above
    _hear(worker, None)
    assert worker.showing.errors[0][0] == "macros"
    Said.note(worker.showing.errors[0])
    assert worker.busy_since is None
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    worker.hear(0.5)
    assert slept == [0.5]
    worker.ask(code=False)
    worker.showing.say([WRONG])
    _hear(worker, None)
    assert worker.showing.errors == [WRONG]


@pytest.mark.parametrize("given", [["8000"], ["--poort"], ["--poort", "x"], ["--port", "80"]])
def test_what_cannot_be_asked_is_told(given: list[str]) -> None:
    assert main(given) == 2


def test_a_port_that_is_taken_is_told() -> None:
    screen = io.StringIO()
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as other, redirect_stdout(screen):
        port = str(other.server_port)
        assert main(["--poort", port]) == 1
    said = screen.getvalue().replace(port, "POORT")
    assert said.startswith("Poort POORT is niet vrij (")
    assert said.endswith("). Kies een andere met --poort.\n")


def test_each_save_asks_for_a_build_until_ctrl_c(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as free:
        port = free.server_port
    saved = [set[str](), {"data/a.yml"}, {"data/a.yml", "macros/x.py"}, {"macros/theme/x.html"}]
    asked: list[bool] = []
    heard: list[float] = []
    watched: list[tuple[str, bool]] = []
    status: list[int] = []
    process = Process()

    class PlayedWorker:
        def __init__(self, root: Path, showing: Showing) -> None:
            assert root == tmp_path
            assert showing.files == {}
            self.process = process

        def ask(self, *, code: bool) -> None:
            asked.append(code)

        def hear(self, seconds: float) -> None:
            heard.append(seconds)
            if not saved:
                for host in (f"127.0.0.1:{port}", f"localhost:{port}", "kwaad.example"):
                    there = HTTPConnection("127.0.0.1", port, timeout=20)
                    there.request("GET", "/", headers={"Host": host})
                    status.append(there.getresponse().status)
                    there.close()
                raise KeyboardInterrupt

    class PlayedChanges(Changes):
        def take(self) -> set[str]:
            return saved.pop(0)

    class PlayedObserver:
        def schedule(self, changes: Changes, pad: str, *, recursive: bool) -> None:
            assert changes.root == tmp_path
            watched.append((Path(pad).relative_to(tmp_path).as_posix(), recursive))

        def start(self) -> None:
            watched.append(("begint", True))

    monkeypatch.setattr(serve, "Worker", PlayedWorker)
    monkeypatch.setattr(serve, "Changes", PlayedChanges)
    monkeypatch.setattr(serve, "Observer", PlayedObserver)
    screen = io.StringIO()
    with redirect_stdout(screen):
        assert main(["--poort", str(port)]) == 0
    assert asked == [False, False, True, False]
    assert len(heard) == 5
    assert all(0 < seconds < 1 for seconds in heard)
    assert [*watched] == [
        *(("data", True), ("docs", True), ("macros", True), (".", False), ("begint", True))
    ]
    assert status == [503, 503, 403]
    assert process.said == ["kill"]
    assert screen.getvalue() == (
        f"De website staat op http://127.0.0.1:{port}/. Stoppen: Ctrl+C.\n"
    )
