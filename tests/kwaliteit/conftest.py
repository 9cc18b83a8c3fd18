"""What the gates share: the running site and the rounds over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.kwaliteit import meten
from tests.kwaliteit.opstelling import Website, per_soort, website


@pytest.fixture(scope="session")
def site(gebouwde_site: Path) -> Iterator[Website]:
    """Return the real site, served under the strict headers."""
    with website(gebouwde_site) as draait:
        yield draait


@pytest.fixture(scope="session")
def soorten(site: Website, wortel: Path) -> dict[str, str]:
    """Return the page types, with one page of each."""
    return per_soort(site, wortel / "docs")


@pytest.fixture(scope="session")
def alles_eenmaal(gebouwde_site: Path, chromium_pad: str) -> meten.Rondgang:
    """Return the round over every page, once."""
    with website(gebouwde_site, bewaar=True) as site:
        return meten.rondgang(site, chromium_pad, meten.eenmaal(site.paden()))


@pytest.fixture(scope="session")
def alle_staten(gebouwde_site: Path, soorten: dict[str, str], chromium_pad: str) -> meten.Rondgang:
    """Return the round over every page type in every state, width and colour scheme."""
    kop_op = ("voorpagina", "leerpunten/", "gemeenten/*")
    assert soorten.keys() >= set(kop_op)
    taken = meten.matrix(soorten, kop_op=kop_op)
    with website(gebouwde_site, bewaar=True) as site:
        return meten.rondgang(site, chromium_pad, taken)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a fresh tab that shares nothing with another test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


@pytest.fixture
def smal(browser: Browser) -> Iterator[Page]:
    """Return a fresh tab of 320 px wide."""
    context = browser.new_context(viewport={"width": meten.SMAL, "height": 800})
    yield context.new_page()
    context.close()


@pytest.fixture
def kapot(gebouwde_site: Path) -> Iterator[Website]:
    """Return a second server of the same site, on which a test may plant a page with a fault."""
    with website(gebouwde_site) as draait:
        yield draait
