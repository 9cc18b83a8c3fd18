"""Drives WebKitGTK, the engine nearest to Safari on Linux, over plain WebDriver.

Playwright has a WebKit of its own, which no Debian package holds. Of WebDriver (W3C) the tests need
six commands, so there is no library between.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

Waarde = Any
"""What JSON holds: the test that asks knows what."""
GEDULD = 30
"""Seconds: not a wait, only how long a busy machine may take before the answer is no."""
LISTEN = """
if (!window.__fouten) {
  window.__fouten = [];
  addEventListener('error', (fout) => window.__fouten.push(fout.message));
  addEventListener('unhandledrejection', (fout) => window.__fouten.push(String(fout.reason)));
}
"""


class NotYet(AssertionError):
    """An element still moves, or stands out of view: on a busy machine a page is laid out late."""


class WebKit:
    """One window."""

    def __init__(self, poort: int) -> None:
        self.verbinding = HTTPConnection("127.0.0.1", poort, timeout=GEDULD * 2)
        self.sessie = ""
        (browser,) = Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser")
        options = {"binary": str(browser), "args": ["--automation"]}
        wens = {"browserName": "MiniBrowser", "webkitgtk:browserOptions": options}
        made = self._vraag("POST", "/session", {"capabilities": {"alwaysMatch": wens}})
        self.sessie = f"/session/{made['sessionId']}"

    def _vraag(self, methode: str, pad: str, inhoud: object = None) -> Waarde:
        tekst = json.dumps({} if inhoud is None else inhoud) if methode == "POST" else None
        self.verbinding.request(methode, self.sessie + pad, tekst)
        antwoord = self.verbinding.getresponse()
        waarde = json.loads(antwoord.read())["value"]
        if antwoord.status != 200:
            early = waarde["error"] == "element not interactable"
            raise (NotYet if early else AssertionError)(waarde)
        return waarde

    def go(self, adres: str) -> None:
        """Open a page."""
        self._vraag("POST", "/url", {"url": adres})

    def back(self) -> None:
        """Press Back."""
        self._vraag("POST", "/back")

    def adres(self) -> str:
        """Return the address of the page."""
        return str(self._vraag("GET", "/url"))

    def js(self, uitdrukking: str) -> Waarde:
        """Return what an expression gives in the page."""
        script = f"{LISTEN} return {uitdrukking};"
        return self._vraag("POST", "/execute/sync", {"script": script, "args": []})

    def _do(self, selector: str, deed: str, inhoud: object = None) -> None:
        """Do something with the first element that a selector finds, once it can be done there."""
        vraag = {"using": "css selector", "value": selector}
        end = time.monotonic() + GEDULD
        while True:
            self._standing_still(selector)
            (nummer,) = self._vraag("POST", "/element", vraag).values()
            try:
                self._vraag("POST", f"/element/{nummer}/{deed}", inhoud)
            except NotYet:
                assert time.monotonic() < end, f"{self.adres()}: {selector}"
                time.sleep(0.1)
            else:
                return

    def _standing_still(self, selector: str) -> None:
        """Wait until an element is there and did not move between two looks.

        The driver clicks on the place where it saw the element: of what moves, that is another one.
        """
        element = f"document.querySelector({json.dumps(selector)})"
        place = f"JSON.stringify({element}.getBoundingClientRect())"
        self.waiting(
            f"{element}?.getClientRects().length && window.__plek == (window.__plek = {place})"
        )

    def click(self, selector: str) -> None:
        """Click on the first element that a selector finds, once it is there."""
        self._do(selector, "click")

    def typ(self, selector: str, tekst: str) -> None:
        """Type in a field."""
        self._do(selector, "value", {"text": tekst})

    def waiting(self, uitdrukking: str) -> None:
        """Wait until an expression holds in the page."""
        end = time.monotonic() + GEDULD
        while not self.js(uitdrukking):
            assert time.monotonic() < end, f"{self.adres()}: {uitdrukking}"
            time.sleep(0.1)

    def closes(self) -> None:
        """Close the window."""
        self._vraag("DELETE", "")


def _free_poort() -> int:
    with socket.socket() as standalone:
        standalone.bind(("127.0.0.1", 0))
        return int(standalone.getsockname()[1])


def _listens(poort: int) -> bool:
    with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", poort)):
        return True
    return False


@contextmanager
def webkit(driver: str) -> Iterator[WebKit]:
    """Start a screen that nobody sees, the driver and its browser; stop them afterwards."""
    xvfb = shutil.which("Xvfb")
    assert xvfb, "Xvfb ontbreekt; .ci/webkit installeert het"
    parse, write = os.pipe()
    screen = subprocess.Popen(
        [xvfb, "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    nummer = os.read(parse, 9).decode().strip()
    poort = _free_poort()
    environment = os.environ | {
        "DISPLAY": f":{nummer}",
        "GDK_BACKEND": "x11",
        "NO_AT_BRIDGE": "1",
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
        # In a container there is no second fence to be had; it opens our own site only.
        "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
    }
    process = subprocess.Popen(
        [driver, f"--port={poort}", "--host=127.0.0.1"], env=environment, stderr=subprocess.DEVNULL
    )
    try:
        end = time.monotonic() + GEDULD
        while not _listens(poort):
            assert time.monotonic() < end, "de driver van WebKit begint niet"
            time.sleep(0.1)
        venster = WebKit(poort)
        with closing(venster.verbinding):
            yield venster
            venster.closes()
    finally:
        for one in (process, screen):
            one.terminate()
            one.wait()
        os.close(parse)
        os.close(write)
