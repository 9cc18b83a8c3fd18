"""Pages as a browser holds them with their scripts: for the Nu checker and a second engine."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from playwright.async_api import Page

from tests.kwaliteit.meten import (
    EIGEN,
    SMAL,
    Bezoeker,
    Taak,
    Vondst,
    gefilterd,
    menu_open,
    suggesties,
    uitgeklapt,
)
from tests.kwaliteit.opstelling import Website, js

IBM = js("ibm")
IBM_PAD = "assets/ibm.js"


@dataclass(frozen=True, slots=True)
class Uitzondering:
    """Something the engine asks or says about elements, and why that is no fault."""

    regel: str
    element: str
    """A pattern in the HTML of the element, or in its place and what the engine says of it."""
    reden: str

    def geldt(self, vondst: Vondst) -> bool:
        """Tell whether this is about a finding."""
        return vondst.regel == self.regel and bool(
            re.search(self.element, f"{vondst.html} {vondst.plek}")
        )


ZONDER = {
    "element_tabbable_unobscured": "vraagt alleen; test_toetsenbord meet het van elke stop",
    "element_tabbable_visible": "vraagt alleen; test_toetsenbord meet het van elke stop",
    "style_focus_visible": "vraagt alleen; test_toetsenbord meet het in pixels van elke soort stop",
}
"""Rules that only ask what a test of ours measures. They take two thirds of the time."""


@cache
def ibm_bron() -> bytes:
    """Return the source of the engine."""
    wortel = Path(__file__).resolve().parents[2]
    return (wortel / "node_modules/accessibility-checker-engine/ace.js").read_bytes()


async def bsn_getypt(page: Page) -> bool:
    """Type in the case form what looks like a citizen service number, until it warns."""
    await page.locator("textarea").first.fill("Het nummer is 123456782.")
    await page.locator("[id^=let-op-]:not([hidden]):not(:empty)").first.wait_for()
    return True


PANELEN: dict[str, tuple[tuple[str, Callable[[Page], Awaitable[bool]], str], ...]] = {
    **{pad: (staat,) for pad, staat in EIGEN.items()},
    "casus-formulier/": (("waarschuwing", bsn_getypt, ""),),
    "wijzigingen/": (("gefilterd", gefilterd, "#soort=wet"),),
}
"""States of the tools, their panels open."""


def bezoeken(soorten: dict[str, str], map_: Path) -> Iterator[Taak]:
    """Yield a task per page type: keep its DOM in a folder and let the second engine look at it."""
    yield _kop(soorten["voorpagina"], map_)
    for soort, pad in soorten.items():
        yield _soort(pad, PANELEN.get(soort, ()), map_)


def _kop(pad: str, map_: Path) -> Taak:
    """Return the task of the header, on a phone: menu and suggestions open."""

    async def taak(bezoeker: Bezoeker) -> None:
        await bezoeker.op_breedte(SMAL)
        for naam, doe in (("menu open", menu_open), ("suggesties", suggesties)):
            await bezoeker.ga(pad, staat=naam)
            assert await doe(bezoeker.page)
            await _bekijk(bezoeker, map_)
        await bezoeker.op_breedte(1280)

    return taak


def _soort(
    pad: str, panelen: tuple[tuple[str, Callable[[Page], Awaitable[bool]], str], ...], map_: Path
) -> Taak:
    """Return the task of one page: everything open, and every state of its tool."""

    async def taak(bezoeker: Bezoeker) -> None:
        await bezoeker.ga(pad)
        await bewaar(bezoeker, map_)
        for naam, doe, vraag in (("alles uitgeklapt", gefilterd, ""), *panelen):
            if vraag or naam != "alles uitgeklapt":
                await bezoeker.ga("", staat=naam)  # so that what stands behind a # is read anew
            await bezoeker.ga(pad, vraag, staat=naam)
            assert await doe(bezoeker.page)
            await uitgeklapt(bezoeker.page)
            await _bekijk(bezoeker, map_)

    return taak


async def bewaar(bezoeker: Bezoeker, map_: Path) -> None:
    """Write the DOM of a page, as it stands now, to a file of its own."""
    naam = re.sub(r"\W+", "-", f"{bezoeker.pad} {bezoeker.staat}").strip("-")
    (map_ / f"{naam}.html").write_text(await bezoeker.page.content(), encoding="utf-8")


async def _bekijk(bezoeker: Bezoeker, map_: Path) -> None:
    await bewaar(bezoeker, map_)
    bezoeker.uit.metingen += 1
    bron = bezoeker.site.url(IBM_PAD)
    for regel, plek, html in await bezoeker.page.evaluate(IBM, [bron, list(ZONDER)]):
        bezoeker.uit.axe.append(Vondst(bezoeker.pad, bezoeker.staat, regel, plek, html))


def met_ibm(site: Website) -> Website:
    """Let a site serve the engine as a file of its own: its policy allows nothing else."""
    site.geplant[f"/{IBM_PAD}"] = ibm_bron()
    return site
