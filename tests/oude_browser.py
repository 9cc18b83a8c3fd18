"""Opens pages in an old Chromium: Qt WebEngine from PyPI, the only old engine that a package ships.

Run as a program, ``oude_browser.py SCHEMA PROGRAMMA ADRES…``, because Qt wants the main thread.
``SCHEMA`` is what the system asks for (``licht`` or ``donker``). Prints what the JavaScript said on
each page.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from typing import Any

VOORKEUR = {"licht": 1, "donker": 0}
"""Blink's number of the colour scheme that the system asks for."""


def vraag(schema: str, programma: str, *adressen: str) -> list[Any]:
    """Return what the JavaScript said on each page, under that colour scheme of the system."""
    gedaan = subprocess.run(
        [sys.executable, __file__, schema, programma, *adressen],
        stdout=subprocess.PIPE,
        timeout=120,
        check=True,
    )
    antwoorden: list[Any] = json.loads(gedaan.stdout)
    return antwoorden


def aanwezig() -> bool:
    """Tell whether the engine is installed (``make test`` does so where there are wheels of it)."""
    return find_spec("PyQt6") is not None


def _draai(schema: str, programma: str, adressen: list[str]) -> None:
    """Load the pages one by one and print what they said."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = (
        f"--no-sandbox --disable-gpu --blink-settings=preferredColorScheme={VOORKEUR[schema]}"
    )
    from PyQt6.QtCore import QUrl  # noqa: PLC0415  # the environment has to be set before
    from PyQt6.QtWebEngineWidgets import QWebEngineView  # noqa: PLC0415
    from PyQt6.QtWidgets import QApplication  # noqa: PLC0415

    app = QApplication(sys.argv[:1])
    beeld = QWebEngineView()
    beeld.resize(1280, 900)
    antwoorden: list[object] = []

    def bewaar(antwoord: object) -> None:
        antwoorden.append(antwoord)
        volgende()

    def volgende() -> None:
        if len(antwoorden) == len(adressen):
            print(json.dumps(antwoorden))  # noqa: T201
            app.quit()
        else:
            beeld.load(QUrl(adressen[len(antwoorden)]))

    def geladen(gelukt: bool) -> None:  # noqa: FBT001
        if gelukt:
            beeld.page().runJavaScript(programma, bewaar)
        else:
            bewaar(None)

    beeld.loadFinished.connect(geladen)
    volgende()
    app.exec()


if __name__ == "__main__":
    _draai(sys.argv[1], sys.argv[2], sys.argv[3:])
