"""Where in our own files an exception arose. Imports nothing of the build: the server uses it."""

from __future__ import annotations

import traceback
from pathlib import Path


def place_of(error: BaseException, root: Path) -> tuple[str, int]:
    """Return file and line that the error names, or else the last of our own it passed through.

    A file below ``root`` is named from there; what is installed in ``.venv/`` is not our own.
    """
    file, regel = getattr(error, "filename", None), getattr(error, "lineno", None)
    if file and regel:
        return _naam(file, root), regel
    steps = traceback.extract_tb(error.__traceback__)
    own = [step for step in steps if _naam(step.filename, root) != step.filename]
    return (_naam(own[-1].filename, root), own[-1].lineno or 1) if own else ("macros", 1)


def _naam(file: str, root: Path) -> str:
    """Return a path from the project root; as it is if it lies elsewhere."""
    pad = Path(file)
    inside = pad.is_relative_to(root) and ".venv" not in pad.parts
    return pad.relative_to(root).as_posix() if inside else file
