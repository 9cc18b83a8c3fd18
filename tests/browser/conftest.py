"""What a browser test starts from: the built site, served, and a page that may not err."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.kwaliteit.opstelling import Website, website


@pytest.fixture(scope="session")
def adres(gebouwde_site: Path) -> Iterator[Website]:
    with website(gebouwde_site) as site:
        yield site


@pytest.fixture
def opties() -> dict[str, Any]:
    """Return what the page of a test starts with; a module may ask for another screen."""
    return {"viewport": {"width": 1280, "height": 900}}


@pytest.fixture
def klachten() -> list[str]:
    """Return what the page complains of; a test that spoils something empties it."""
    return []


@contextmanager
def schoon(browser: Browser, opties: dict[str, Any], klachten: list[str]) -> Iterator[Page]:
    """Give a page that takes no error, no refused script and no failed request."""
    context = browser.new_context(**opties)
    page = context.new_page()
    page.on("console", lambda bericht: klachten.append(bericht.text))
    page.on("pageerror", lambda fout: klachten.append(str(fout)))
    yield page
    context.close()
    assert klachten == []


@pytest.fixture
def pagina(browser: Browser, opties: dict[str, Any], klachten: list[str]) -> Iterator[Page]:
    """Return such a page in Chromium."""
    with schoon(browser, opties, klachten) as page:
        yield page


@pytest.fixture
def vos(firefox: Browser, opties: dict[str, Any], klachten: list[str]) -> Iterator[Page]:
    """Return such a page in Firefox."""
    with schoon(firefox, opties, klachten) as page:
        yield page
