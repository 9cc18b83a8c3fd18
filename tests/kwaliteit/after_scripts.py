"""Pages as a browser holds them with their scripts: for the Nu checker and a second engine."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from playwright.async_api import Page

from tests.kwaliteit.measuring import (
    NARROW,
    OWN,
    Finding,
    Task,
    Visitor,
    filtered,
    menu_open,
    suggestions,
    unfolded,
)
from tests.kwaliteit.setup import Website, js

IBM = js("ibm")
IBM_PAD = "assets/ibm.js"


@dataclass(frozen=True, slots=True)
class Uitzondering:
    """Something the engine asks or says about elements, and why that is no fault."""

    regel: str
    element: str
    """A pattern in the HTML of the element, or in its place and what the engine says of it."""
    reden: str

    def applies(self, finding: Finding) -> bool:
        """Tell whether this is about a finding."""
        return finding.regel == self.regel and bool(
            re.search(self.element, f"{finding.html} {finding.place}")
        )


WITHOUT = {
    "element_tabbable_unobscured": "vraagt alleen; test_toetsenbord meet het van elke stop",
    "element_tabbable_visible": "vraagt alleen; test_toetsenbord meet het van elke stop",
    "style_focus_visible": "vraagt alleen; test_toetsenbord meet het in pixels van elke soort stop",
}
"""Rules that only ask what a test of ours measures. They take two thirds of the time."""


@cache
def ibm_bron() -> bytes:
    """Return the source of the engine."""
    root = Path(__file__).resolve().parents[2]
    return (root / "node_modules/accessibility-checker-engine/ace.js").read_bytes()


async def bsn_typed(page: Page) -> bool:
    """Type in the case form what looks like a citizen service number, until it warns."""
    await page.locator("textarea").first.fill("Het nummer is 123456782.")
    await page.locator("[id^=let-op-]:not([hidden]):not(:empty)").first.wait_for()
    return True


PANELEN: dict[str, tuple[tuple[str, Callable[[Page], Awaitable[bool]], str], ...]] = {
    **{pad: (state,) for pad, state in OWN.items()},
    "casus-formulier/": (("waarschuwing", bsn_typed, ""),),
    "wijzigingen/": (("gefilterd", filtered, "#soort=wet"),),
}
"""States of the tools, their panels open."""


def bezoeken(soorten: dict[str, str], folder: Path) -> Iterator[Task]:
    """Yield a task per page type: keep its DOM in a folder and let the second engine look at it."""
    yield _kop(soorten["voorpagina"], folder)
    for soort, pad in soorten.items():
        yield _soort(pad, PANELEN.get(soort, ()), folder)


def _kop(pad: str, folder: Path) -> Task:
    """Return the task of the header, on a phone: menu and suggestions open."""

    async def task(visitor: Visitor) -> None:
        await visitor.at_width(NARROW)
        for naam, act in (("menu open", menu_open), ("suggesties", suggestions)):
            await visitor.go(pad, state=naam)
            assert await act(visitor.page)
            await _look_at(visitor, folder)
        await visitor.at_width(1280)

    return task


def _soort(
    pad: str, panelen: tuple[tuple[str, Callable[[Page], Awaitable[bool]], str], ...], folder: Path
) -> Task:
    """Return the task of one page: everything open, and every state of its tool."""

    async def task(visitor: Visitor) -> None:
        await visitor.go(pad)
        await keep(visitor, folder)
        for naam, act, vraag in (("alles uitgeklapt", filtered, ""), *panelen):
            if vraag or naam != "alles uitgeklapt":
                await visitor.go("", state=naam)  # so that what stands behind a # is read anew
            await visitor.go(pad, vraag, state=naam)
            assert await act(visitor.page)
            await unfolded(visitor.page)
            await _look_at(visitor, folder)

    return task


async def keep(visitor: Visitor, folder: Path) -> None:
    """Write the DOM of a page, as it stands now, to a file of its own."""
    naam = re.sub(r"\W+", "-", f"{visitor.pad} {visitor.state}").strip("-")
    (folder / f"{naam}.html").write_text(await visitor.page.content(), encoding="utf-8")


async def _look_at(visitor: Visitor, folder: Path) -> None:
    await keep(visitor, folder)
    visitor.out.metingen += 1
    bron = visitor.site.url(IBM_PAD)
    for regel, place, html in await visitor.page.evaluate(IBM, [bron, list(WITHOUT)]):
        visitor.out.axe.append(Finding(visitor.pad, visitor.state, regel, place, html))


def with_ibm(site: Website) -> Website:
    """Let a site serve the engine as a file of its own: its policy allows nothing else."""
    site.planted[f"/{IBM_PAD}"] = ibm_bron()
    return site
