"""Real servers with our examples: the least around them that each needs, and how to ask them."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from email.message import Message
from pathlib import Path
from typing import Protocol

from macros.blad import headers
from tests.programs import found

Errors = Sequence[tuple[str, str]]
"""What to replace in the settings of a server, and by what."""
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
"""Debian has it in a package of its own; ``.ci/server nginx`` installs that too."""

RECEIVED = "X-Ontvangen"
"""Added to each answer: how many bytes came; a server need not tell how many it sends."""


class Fetch(Protocol):
    """How to ask a server for a path."""

    def __call__(self, pad: str, **ask: str) -> tuple[int, Message]:
        """Return status and headers; ``ask`` are the headers of the question, with _ for -."""


def _nginx(poort: int, site: Path, folder: Path, alter: Callable[[str], str]) -> tuple[str, ...]:
    temporary = "".join(
        f"{soort}_temp_path {folder}/{soort};\n"
        for soort in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    module = f"load_module {BROTLI};\n" if BROTLI.is_file() else ""
    example = alter(headers.nginx(f"127.0.0.1:{poort}", str(site)))
    if module:
        example = example.replace("# brotli_static", "brotli_static")
    (folder / "instelling").write_text(
        f"{module}daemon off;\nmaster_process off;\npid {folder}/pid;\n"
        f"error_log {folder}/fout.log;\nevents {{}}\nhttp {{\ninclude /etc/nginx/mime.types;\n"
        f"access_log off;\n{temporary}{example}}}\n",
        encoding="utf-8",
    )
    return ("-e", f"{folder}/fout.log", "-p", str(folder), "-c", f"{folder}/instelling")


_APACHE_MODULES = (
    *("mpm_event", "authz_core", "mime", "dir", "alias"),
    *("headers", "filter", "deflate", "rewrite"),
)


def _apache(poort: int, site: Path, folder: Path, alter: Callable[[str], str]) -> tuple[str, ...]:
    modules = "".join(
        f"LoadModule {naam}_module /usr/lib/apache2/modules/mod_{naam}.so\n"
        for naam in _APACHE_MODULES
    )
    user = "User www-data\nGroup www-data\n" if os.geteuid() == 0 else ""
    (folder / "instelling").write_text(
        f"{modules}{user}ServerName localhost\nServerTokens Prod\nListen 127.0.0.1:{poort}\n"
        f"PidFile {folder}/pid\nErrorLog {folder}/fout.log\nDefaultRuntimeDir {folder}\n"
        "TypesConfig /etc/mime.types\nInclude /etc/apache2/mods-available/mime.conf\n"
        f"{alter(headers.apache(str(site)))}",
        encoding="utf-8",
    )
    return ("-X", "-d", str(folder), "-f", f"{folder}/instelling")


def _caddy(poort: int, site: Path, folder: Path, alter: Callable[[str], str]) -> tuple[str, ...]:
    example = alter(headers.caddy(f"http://127.0.0.1:{poort}", str(site)))
    (folder / "instelling").write_text(
        f"{{\n    admin off\n    auto_https off\n}}\n{example}", encoding="utf-8"
    )
    return ("run", "--adapter", "caddyfile", "--config", f"{folder}/instelling")


_START: Mapping[str, Callable[[int, Path, Path, Callable[[str], str]], tuple[str, ...]]] = {
    "nginx": _nginx,
    "apache": _apache,
    "caddy": _caddy,
}
SERVERS = tuple(_START)


def _with_errors(tekst: str, errors: Errors) -> str:
    for old, new in errors:
        assert old in tekst, f"„{old}” staat er niet, dus er is niets geplant"
        tekst = tekst.replace(old, new)
    return tekst


def _free_poort() -> int:
    with socket.socket() as contact:
        contact.bind(("127.0.0.1", 0))
        return int(contact.getsockname()[1])


@contextmanager
def running(naam: str, site: Path, folder: Path, errors: Errors = ()) -> Iterator[int]:
    """Run a server with our example; yield its port."""
    poort = _free_poort()
    # A server may run as another user than the tests, whose folder is theirs alone.
    temporary = Path(tempfile.gettempdir())
    for parent in (site, *site.parents):
        if temporary in parent.parents:
            parent.chmod(0o755)
    options = _START[naam](poort, site, folder, lambda tekst: _with_errors(tekst, errors))
    command = [found(naam.upper(), naam), *options]
    environment = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    with (folder / "uit.log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
    try:
        for _ in range(400):
            with socket.socket() as contact:
                if contact.connect_ex(("127.0.0.1", poort)) == 0:
                    break
            assert process.poll() is None, (folder / "uit.log").read_text()
            time.sleep(0.05)
        yield poort
    finally:
        process.terminate()
        process.wait(20)


@contextmanager
def server(naam: str, site: Path, folder: Path, errors: Errors = ()) -> Iterator[Fetch]:
    """Run a server with our example; yield how to ask it for a path."""
    with running(naam, site, folder, errors) as poort:

        def fetch(pad: str, **ask: str) -> tuple[int, Message]:
            contact = http.client.HTTPConnection("127.0.0.1", poort, timeout=20)
            asked = {"Accept_Encoding": "gzip"} | ask
            kop = {naam.replace("_", "-"): waarde for naam, waarde in asked.items()}
            contact.request("GET", pad, headers=kop)
            antwoord = contact.getresponse()
            antwoord.msg[RECEIVED] = str(len(antwoord.read()))
            contact.close()
            return antwoord.status, antwoord.msg

        yield fetch
