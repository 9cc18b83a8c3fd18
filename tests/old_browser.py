"""Opens pages in an old Chromium: Qt WebEngine from PyPI, the only old engine that a package ships.

Run as a program, ``oude_browser.py SCHEMA PROGRAMMA ADRES…``, because Qt wants the main thread.
``SCHEMA`` is what the system asks for (``light`` or ``dark``). Prints what the JavaScript said on
each page.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from typing import Any

PREFERENCE = {"licht": 1, "donker": 0}
"""Blink's number of the colour scheme that the system asks for."""


def vraag(schema: str, programma: str, *adressen: str) -> list[Any]:
    """Return what the JavaScript said on each page, under that colour scheme of the system."""
    done = subprocess.run(
        [sys.executable, __file__, schema, programma, *adressen],
        stdout=subprocess.PIPE,
        timeout=120,
        check=True,
    )
    antwoorden: list[Any] = json.loads(done.stdout)
    return antwoorden


def present() -> bool:
    """Tell whether the engine is installed (``make test`` does so where there are wheels of it)."""
    return find_spec("PyQt6") is not None


def _run(schema: str, programma: str, adressen: list[str]) -> None:
    """Load the pages one by one and print what they said."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = (
        f"--no-sandbox --disable-gpu --blink-settings=preferredColorScheme={PREFERENCE[schema]}"
    )
    from PyQt6.QtCore import QUrl  # noqa: PLC0415  # the environment has to be set before
    from PyQt6.QtWebEngineWidgets import QWebEngineView  # noqa: PLC0415
    from PyQt6.QtWidgets import QApplication  # noqa: PLC0415

    app = QApplication(sys.argv[:1])
    image = QWebEngineView()
    image.resize(1280, 900)
    antwoorden: list[object] = []

    def keep(antwoord: object) -> None:
        antwoorden.append(antwoord)
        following()

    def following() -> None:
        if len(antwoorden) == len(adressen):
            print(json.dumps(antwoorden))  # noqa: T201
            app.quit()
        else:
            image.load(QUrl(adressen[len(antwoorden)]))

    def loaded(succeeded: bool) -> None:  # noqa: FBT001
        if succeeded:
            image.page().runJavaScript(programma, keep)
        else:
            keep(None)

    image.loadFinished.connect(loaded)
    following()
    app.exec()


if __name__ == "__main__":
    _run(sys.argv[1], sys.argv[2], sys.argv[3:])
