"""``make serve`` in a real process: a save is seen, a mistake is told and goes, nothing stops."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.building import HERE, make_copy

pytestmark = pytest.mark.bouwt
LONG = 120
"""Seconds; only how long a busy machine may take before the answer is no."""
RECORD, PAGE = "data/wetten/awir.yml", "wetten/awir/"


@dataclass(frozen=True)
class Serving:
    """A project that is served, and where."""

    root: Path
    port: int

    @property
    def url(self) -> str:
        """Return the address of the front page."""
        return f"http://127.0.0.1:{self.port}/"

    def get(self, pad: str, host: str = "") -> tuple[int, str]:
        """Return status and text of an answer."""
        there = HTTPConnection("127.0.0.1", self.port, timeout=20)
        there.request("GET", f"/{pad}", headers={"Host": host} if host else {})
        answer = there.getresponse()
        tekst = answer.read().decode()
        there.close()
        return answer.status, tekst

    def until(self, pad: str, holds: Callable[[str], object]) -> str:
        """Return the page once that holds of it."""
        started = time.monotonic()
        while not holds(html := self.get(pad)[1]):
            assert time.monotonic() - started < LONG, html[:3000]
            time.sleep(0.05)
        return html

    def write(self, file: str, tekst: str) -> None:
        """Save a file as an editor does."""
        (self.root / file).write_text(tekst, encoding="utf-8")

    def read(self, file: str) -> str:
        """Return what stands in a file."""
        return (self.root / file).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def serving(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    project = make_copy(root, tmp_path_factory.mktemp("serve") / "project")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "macros.edge.serve", "--poort", str(port)]
    environment = os.environ | HERE | {"PYTHONPATH": str(project), "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(command, cwd=project, env=environment) as process:
        served = Serving(project, port)
        try:
            for _ in range(200):
                try:
                    assert "wordt gebouwd" in served.get("")[1]
                    break
                except ConnectionRefusedError:
                    time.sleep(0.1)
            served.until("", lambda html: "kb-kop" in html)
            yield served
            assert process.poll() is None, "the server never stops"
        finally:
            process.terminate()


def _told(html: str) -> bool:
    return "kb-bouwfout" in html


def test_what_is_saved_is_seen(serving: Serving) -> None:
    tekst = serving.read(RECORD)
    other = re.sub(r"(?m)^titel: .*$", "titel: Een heel andere wet", tekst)
    serving.write(RECORD, other)
    serving.until(PAGE, lambda html: "Een heel andere wet" in html)
    serving.write(RECORD, tekst)
    serving.until(PAGE, lambda html: "Een heel andere wet" not in html)


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        (RECORD, "\nwaarover:", "\nwaarvoor:", rf"{RECORD}:\d+:1</code> waarvoor"),
        ("docs/privacy.md", "\n# ", '\n{{ wet("weg") }}\n\n# ', r"docs/privacy.md:\d+:1</code>"),
        (
            "macros/pages/templates/record.html.j2",
            "{%",
            "{% kapot %}{%",
            r"macros/pages/templates/record.html.j2:\d+:1</code>.*kapot",
        ),
        (
            "macros/theme/main.html",
            "<main",
            "{{ bestaat_niet.x }}<main",
            r"macros/theme/main.html:\d+:1</code>.*bestaat_niet",
        ),
        ("macros/blad/zinnen.py", "\nfrom", "\nkapot(\nfrom", r"macros/blad/zinnen.py:\d+</code>"),
    ],
    ids=["data", "docs", "template", "theme", "code"],
)
def test_a_mistake_is_told_above_the_last_good_site_and_goes_when_mended(
    serving: Serving, file: str, old: str, new: str, place: str
) -> None:
    tekst = serving.read(file)
    assert old in tekst
    serving.write(file, tekst.replace(old, new, 1))
    html = serving.until(PAGE, _told)
    assert re.search(place, html, re.DOTALL), html[:3000]
    assert "Algemene wet inkomensafhankelijke regelingen" in html
    serving.write(file, tekst)
    serving.until(PAGE, lambda html: not _told(html))


def test_new_code_is_run(serving: Serving) -> None:
    file = "macros/blad/zinnen.py"
    tekst = serving.read(file)
    template = "macros/pages/templates/record.html.j2"
    serving.write(file, f'{tekst}\nNIEUW = "Nieuwe zin uit de code"\n')
    vorm = serving.read(template)
    serving.write(template, f"{vorm}<p>{{{{ zinnen.NIEUW }}}}</p>")
    serving.until(PAGE, lambda html: "Nieuwe zin uit de code" in html)
    serving.write(template, vorm)
    serving.write(file, tekst)
    serving.until(PAGE, lambda html: "Nieuwe zin uit de code" not in html)


def test_a_record_that_comes_and_goes_has_its_page_so_long(serving: Serving) -> None:
    begrip = min((serving.root / "data/begrippen").glob("*.yml"))
    tekst = begrip.read_text(encoding="utf-8")
    new = tekst.replace(f"begrip:{begrip.stem}", "begrip:proefbegrip")
    new = re.sub(r"(?m)^titel: .*$", "titel: Proefbegrip", new)
    new = re.sub(r"(?ms)^(zoektermen|alledaags|engels):.*?(?=^\w)", "", new)
    serving.write("data/begrippen/proefbegrip.yml", f"{new}")
    html = serving.until(
        "begrippen/proefbegrip/", lambda html: "Proefbegrip" in html or _told(html)
    )
    (serving.root / "data/begrippen/proefbegrip.yml").unlink()
    serving.until("begrippen/proefbegrip/", lambda html: "bestaat niet" in html and not _told(html))
    assert "proefbegrip" in html


def test_only_this_computer_gets_an_answer(serving: Serving) -> None:
    assert serving.get("", host="kwaad.example")[0] == 403
    assert serving.get("bestaat-niet/")[0] == 404
    outside = socket.gethostbyname(socket.gethostname())
    if not outside.startswith("127."):
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((outside, serving.port), timeout=5).close()


def test_nothing_of_the_server_is_in_the_site(built_site: Path) -> None:
    assert not [pad for pad in built_site.rglob("*.html") if b"_kennisbank/" in pad.read_bytes()]


@pytest.mark.browser
def test_an_open_page_follows_by_itself(serving: Serving, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{serving.url}{PAGE}")
    tekst = serving.read(RECORD)
    expect(page.locator(".kb-bouwfout")).to_have_count(0)
    serving.write(RECORD, tekst.replace("\nwaarover:", "\nwaarvoor:"))
    expect(page.locator(".kb-bouwfout")).to_contain_text("waarvoor", timeout=LONG * 1000)
    expect(page.locator("h1")).to_be_visible()
    serving.write(RECORD, tekst)
    expect(page.locator(".kb-bouwfout")).to_have_count(0, timeout=LONG * 1000)
    serving.write(RECORD, re.sub(r"(?m)^titel: .*$", "titel: Zelf ververst", tekst))
    expect(page.locator("h1")).to_contain_text("Zelf ververst", timeout=LONG * 1000)
    serving.write(RECORD, tekst)
    expect(page.locator("h1")).not_to_contain_text("Zelf ververst", timeout=LONG * 1000)
    context.close()
