"""What the gates share: the running site and the rounds over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.chromium import patient
from tests.kwaliteit import measuring
from tests.kwaliteit.setup import Website, per_soort, website


@pytest.fixture(scope="session")
def site(built_site: Path) -> Iterator[Website]:
    """Return the real site, served under the strict headers."""
    with website(built_site) as running:
        yield running


@pytest.fixture(scope="session")
def soorten(site: Website, root: Path) -> dict[str, str]:
    """Return the page types, with one page of each."""
    return per_soort(site, root / "docs")


@pytest.fixture(scope="session")
def everything_once(
    built_site: Path, soorten: dict[str, str], chromium_pad: str
) -> measuring.Round:
    """Return the round over every page, once."""
    with website(built_site, keep=True) as site:
        tasks = measuring.once(site.paths(), edge_on=soorten.values())
        return measuring.make_round(site, chromium_pad, tasks)


@pytest.fixture(scope="session")
def all_states(built_site: Path, soorten: dict[str, str], chromium_pad: str) -> measuring.Round:
    """Return the round over every page type in every state, width and colour scheme."""
    header_on = ("voorpagina", "leerpunten/", "gemeenten/*")
    assert soorten.keys() >= set(header_on)
    tasks = measuring.matrix(soorten, header_on=header_on)
    with website(built_site, keep=True) as site:
        return measuring.make_round(site, chromium_pad, tasks)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a fresh tab that shares nothing with another test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield patient(context.new_page())
    context.close()


@pytest.fixture
def narrow(browser: Browser) -> Iterator[Page]:
    """Return a fresh tab of 320 px wide."""
    context = browser.new_context(viewport={"width": measuring.NARROW, "height": 800})
    yield patient(context.new_page())
    context.close()


@pytest.fixture
def broken(built_site: Path) -> Iterator[Website]:
    """Return a second server of the same site, on which a test may plant a page with a fault."""
    with website(built_site) as running:
        yield running
