"""The built site, read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.built import Site


@pytest.fixture(scope="session")
def site(built_site: Path) -> Site:
    """Return the built site."""
    return Site(built_site)
