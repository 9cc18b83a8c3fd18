"""Firefox as Debian ships it does what a test asks."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def test_a_page_in_firefox_is_driven_as_one_in_chromium(firefox: Browser) -> None:
    page = firefox.new_page(viewport={"width": 320, "height": 600})
    page.set_content("<button onclick=\"this.textContent = 'Gedrukt'\">Druk</button>")
    page.get_by_role("button", name="Druk").click()
    assert page.get_by_role("button").inner_text() == "Gedrukt"
    assert page.evaluate("innerWidth") == 320
    assert "Firefox/" in page.evaluate("navigator.userAgent")
    page.close()
