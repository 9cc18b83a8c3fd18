"""Programs of the machine that tests use; the scripts in ``.ci/`` find them for ``make test``."""

from __future__ import annotations

import os

import pytest


def found(variable: str, what: str) -> str:
    """Return the path in ``KENNISBANK_<variable>``; skip the test if ``make test`` set none."""
    naam = f"KENNISBANK_{variable}"
    path = os.environ.get(naam, "")
    if not path:
        pytest.skip(f"{naam} is leeg; draai `make test`, dat zoekt {what} op")
    return path
