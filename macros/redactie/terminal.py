"""A line typed at the terminal: arrows work in it, and what was refused can be mended."""

from __future__ import annotations

import importlib
from typing import Any


def _readline() -> Any:  # noqa: ANN401  a module that not every system has
    """Return what edits a line and remembers those before; with its import ``input`` uses it."""
    try:
        return importlib.import_module("readline")
    except ImportError:  # Windows, and a Python that was built without it
        return None


class Terminal:
    """Asks for a line; a sentence that was refused stands there again, to be mended."""

    def __init__(self) -> None:
        self._lines = _readline()
        self._refused = ""

    def refused(self, typed: str) -> None:
        """Keep what cannot be for the next question; a single word is soon typed again."""
        self._refused = typed if " " in typed else ""

    def ask(self, vraag: str) -> str:
        """Return what is typed."""
        before, self._refused = self._refused, ""
        if self._lines is None or not before:
            return input(vraag)
        self._lines.set_startup_hook(lambda: self._lines.insert_text(before))
        try:
            return input(vraag)
        finally:
            self._lines.set_startup_hook(None)
