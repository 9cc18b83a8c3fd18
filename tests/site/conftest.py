"""The built site, read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.gebouwd import Site


@pytest.fixture(scope="session")
def site(gebouwde_site: Path) -> Site:
    """Return the built site."""
    return Site(gebouwde_site)
