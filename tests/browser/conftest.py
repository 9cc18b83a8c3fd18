"""What a browser test starts from: the built site, served, and a page that may not err."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.chromium import patient
from tests.kwaliteit.setup import Website, website


@pytest.fixture(scope="session")
def adres(built_site: Path) -> Iterator[Website]:
    with website(built_site) as site:
        yield site


@pytest.fixture
def options() -> dict[str, Any]:
    """Return what the page of a test starts with; a module may ask for another screen."""
    return {"viewport": {"width": 1280, "height": 900}}


@pytest.fixture
def complaints() -> list[str]:
    """Return what the page complains of; a test that spoils something empties it."""
    return []


@contextmanager
def clean(browser: Browser, options: dict[str, Any], complaints: list[str]) -> Iterator[Page]:
    """Give a page that takes no error, no refused script and no failed request."""
    context = browser.new_context(**options)
    page = patient(context.new_page())
    page.on("console", lambda entry: complaints.append(entry.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


@pytest.fixture
def pagina(browser: Browser, options: dict[str, Any], complaints: list[str]) -> Iterator[Page]:
    """Return such a page in Chromium."""
    with clean(browser, options, complaints) as page:
        yield page


@pytest.fixture
def firefox_page(
    firefox: Browser, options: dict[str, Any], complaints: list[str]
) -> Iterator[Page]:
    """Return such a page in Firefox."""
    with clean(firefox, options, complaints) as page:
        yield page
