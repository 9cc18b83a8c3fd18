"""What a browser test starts from: the built site, served, and a page that may not err."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.kwaliteit.opstelling import Website, website


@pytest.fixture(scope="session")
def adres(gebouwde_site: Path) -> Iterator[Website]:
    with website(gebouwde_site) as site:
        yield site


@pytest.fixture
def pagina(browser: Browser) -> Iterator[Page]:
    """Return a page that takes no error, no refused script and no failed request."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = context.new_page()
    klachten: list[str] = []
    page.on("console", lambda bericht: klachten.append(bericht.text))
    page.on("pageerror", lambda fout: klachten.append(str(fout)))
    yield page
    context.close()
    assert klachten == []
