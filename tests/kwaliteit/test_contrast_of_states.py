"""Links, buttons and summaries stay legible: pointed at, with the focus, and pressed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.kwaliteit.setup import Website, js
from tests.proof import Proof

pytestmark = pytest.mark.browser

STATES = {
    "aangewezen": ["hover"],
    "met focus": ["focus", "focus-visible", "focus-within"],
    "ingedrukt": ["hover", "focus", "focus-within", "active"],
}


def _faint(page: Page, url: str) -> tuple[int, list[str]]:
    """Return how many texts were measured on a page, and which are too faint in which state."""
    measured, faint = 0, []
    page.goto(url)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for naam, states in STATES.items():
            number, found = page.evaluate(js("toestanden"), states)
            measured += number
            faint += [f"{scheme}, {naam}: {wat}" for wat in found]
    return measured, faint


def test_controls_are_legible_in_every_state(
    page: Page, site: Website, soorten: dict[str, str], proof: Proof
) -> None:
    total, faint = 0, []
    for soort, pad in soorten.items():
        measured, found = _faint(page, site.url(pad))
        total += measured
        faint += [f"{soort}: {wat}" for wat in found]
    proof("contrast-toestanden", paginasoorten=len(soorten), metingen=total, vondsten=len(faint))
    assert total > len(soorten) * len(STATES) * 2 * 20
    assert not faint, "\n".join(faint)


@pytest.mark.parametrize(
    ("stijl", "finding"),
    [
        (".kb .kb-acties button:hover { color: #fff; }", "light, aangewezen: button"),
        (".kb .kb-acties button:active { color: #999; }", "light, ingedrukt: button"),
        (".kb-artikel a:focus { color: #888; }", "light, met focus: a"),
        (
            "@media (prefers-color-scheme: dark) { .kb-artikel a:hover { color: #222; } }",
            "dark, aangewezen: a",
        ),
    ],
)
def test_the_gate_sees_text_that_vanishes(
    stijl: str, finding: str, page: Page, broken: Website
) -> None:
    broken.plant("kapot/", "<link rel='stylesheet' href='../k.css'>")
    broken.planted["/k.css"] = stijl.encode()
    measured, found = _faint(page, broken.url("kapot/"))
    assert measured
    assert any(wat.startswith(finding) for wat in found), found
