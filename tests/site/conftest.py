"""The built site, read; and copies of the project to spoil or to build elsewhere."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.site.gebouwd import Site

DELEN = ("data", "docs", "macros", "mkdocs.yml")
"""What a build needs of the project."""


def kopieer(wortel: Path, naar: Path) -> Path:
    """Copy what a build needs; return the copy."""
    naar.mkdir()
    for deel in DELEN:
        if (wortel / deel).is_dir():
            shutil.copytree(
                wortel / deel, naar / deel, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy2(wortel / deel, naar / deel)
    return naar


@pytest.fixture(scope="session")
def site(gebouwde_site: Path) -> Site:
    """Return the built site."""
    return Site(gebouwde_site)
