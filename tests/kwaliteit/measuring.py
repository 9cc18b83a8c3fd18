"""Visits pages in Chromium and writes down what it finds there: the measurements behind the gates.

Runs apart from the tests that click through a page: several pages at once, in a thread of its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from playwright.async_api import BrowserContext, Page, Request, async_playwright

from tests.chromium import OPTIONS, SETTLED
from tests.kwaliteit.setup import Website

CONCURRENCY = 2
"""Pages at once: one per core of the smallest machine the tests must run on."""
_DRAW = """() => {
  for (const part of document.querySelectorAll('main *')) {
    if (getComputedStyle(part).contentVisibility !== 'auto') continue;
    part.style.contentVisibility = 'visible';
  }
}"""
PATIENCE = 120_000
"""ms: a page that takes this long is stuck; a machine that does much else is only slow."""
REGELS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
EDGE = ("header.kb-kop", "footer.kb-voet")
"""What surrounds every page."""
NARROW = 320
"""Width in px at which WCAG 1.4.10 asks for no sideways scrolling."""
WIDTHS = (NARROW, 768, 1280)
BETWEEN = WIDTHS[1]
"""Looked at in the light palette only: a test says that no colour depends on a width up to here."""
HOOGTE = 800

Colour = Literal["licht", "donker", "systeemkleuren"]
COLOURS: Mapping[Colour, Mapping[str, object]] = {
    "licht": {"runOnly": REGELS},
    # Only custom properties differ from the light palette: the same elements in the same places.
    "donker": {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}},
    # Here the reader chooses the contrast; what may differ is what is shown.
    "systeemkleuren": {"runOnly": REGELS, "rules": {"color-contrast": {"enabled": False}}},
}
"""What axe looks at in each colour scheme; together with the first all rules everywhere."""

_EAVESDROP = """
window.__csp = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.__csp.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
});
"""
_AXE_PAD = "assets/axe.js"
_AXE = """async ([bron, opties, binnen, zonder]) => {
  if (typeof axe !== 'object') await new Promise((klaar, mislukt) => {
    const script = document.createElement('script');
    Object.assign(script, { src: bron, onload: klaar, onerror: mislukt });
    document.head.append(script);
  });
  const waar = binnen || (zonder.length ? { exclude: zonder } : document);
  const { violations, incomplete } = await axe.run(waar, {
    ...opties, resultTypes: ['violations', 'incomplete'], elementRef: true, preload: false,
  });
  return [violations, incomplete].map((soort) => soort.flatMap(
    ({ id, nodes }) => nodes.map(({ target, html, element }) => [
      id, target.join(' ') + (element?.closest('table') ? ' in een tabel' : ''), html.slice(0, 200),
    ])));
}"""
_SPOREN = """async () => [window.__csp, [
  ...document.cookie.split('; ').filter(Boolean).map((naam) => 'cookie ' + naam),
  ...Object.keys(localStorage).map((naam) => 'localStorage ' + naam),
  ...Object.keys(sessionStorage).map((naam) => 'sessionStorage ' + naam),
  ...(await indexedDB.databases()).map(({ name }) => 'indexedDB ' + name),
  ...(await navigator.serviceWorker.getRegistrations()).map(() => 'service worker'),
]]"""
_WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong on a page: where, in which state, what, and at which element."""

    pad: str
    state: str
    regel: str
    place: str
    html: str = ""

    def __str__(self) -> str:
        return f"/{self.pad} [{self.state}] {self.regel}: {self.place} {self.html}"


@dataclass
class Round:
    """What a round over pages gave."""

    pages: int = 0
    metingen: int = 0
    """How often axe looked at a page."""
    axe: list[Finding] = field(default_factory=list)
    uncertain: list[Finding] = field(default_factory=list)
    """What axe could not decide by itself."""
    csp: list[Finding] = field(default_factory=list)
    foreign: list[Finding] = field(default_factory=list)
    """Requests to anyone but the site itself."""
    kept: list[Finding] = field(default_factory=list)
    """Cookies and storage that nobody chose."""
    errors: list[Finding] = field(default_factory=list)
    """Errors of scripts and failed requests."""
    too_wide: list[Finding] = field(default_factory=list)
    """Pages that scroll sideways at 320 px."""

    def privacy(self) -> dict[str, object]:
        """Return the figures of what must not happen on any visit."""
        return {
            "bezoeken": self.pages,
            "csp_overtredingen": len(self.csp),
            "verzoeken_aan_derden": len(self.foreign),
            "cookies_en_opslag_zonder_keuze": len(self.kept),
            "fouten_van_scripts": len(self.errors),
        }

    def unwanted(self) -> list[Finding]:
        """Return what was refused, asked of others or kept, and what broke."""
        return [*self.csp, *self.foreign, *self.kept, *self.errors]


@cache
def axe_bron() -> str:
    """Return the source of axe-core."""
    root = Path(__file__).resolve().parents[2]
    return (root / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


class Visitor:
    """One tab: goes to pages and adds what it sees to a ``Round``."""

    def __init__(self, site: Website, context: BrowserContext, page: Page, out: Round) -> None:
        self.site = site
        self.context = context
        self.page = page
        self.out = out
        self.pad = ""
        self.state = ""
        page.on("request", self._request)
        page.on("pageerror", lambda error: self._note_down(out.errors, "script", str(error)))
        page.on("requestfailed", self._failed)
        page.on("response", lambda a: self._antwoord(a.status, a.url))

    def _note_down(self, lijst: list[Finding], regel: str, place: str, html: str = "") -> None:
        lijst.append(Finding(self.pad, self.state, regel, place, html))

    def _request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.site.adres}/", "data:", "blob:")):
            self._note_down(self.out.foreign, "verzoek aan derde", request.url)

    def _failed(self, request: Request) -> None:
        # Whoever leaves a page breaks off what was still loading.
        if request.failure != "net::ERR_ABORTED":
            self._note_down(self.out.errors, "niet geladen", request.url, request.failure or "")

    def _antwoord(self, status: int, url: str) -> None:
        if status >= 400 and url != self.site.url(self.pad):
            self._note_down(self.out.errors, f"antwoord {status}", url)

    async def go(self, pad: str, vraag: str = "", state: str = "zoals geladen") -> None:
        """Open a page."""
        self.pad, self.state = pad, state
        await self.page.goto(self.site.url(pad) + vraag)
        self.out.pages += 1

    async def axe(self, colour: Colour = "licht", inner: str = "", *, edge: bool = False) -> None:
        """Let axe look at the page as it stands, or only ``inner`` what a selector finds.

        Only with ``edge`` at header and footer as well: a test says that they are the same on every
        page, and they take a third of the time of a short one. What waits until it comes in sight
        is drawn first: its place is only estimated, so axe would look beside it.
        """
        await self.page.evaluate(_DRAW)
        command = [self.site.url(_AXE_PAD), COLOURS[colour], inner, [] if edge else EDGE]
        uitkomst = await self.page.evaluate(_AXE, command)
        self.out.metingen += 1
        for lijst, findings in zip((self.out.axe, self.out.uncertain), uitkomst, strict=True):
            for regel, place, html in findings:
                self._note_down(lijst, regel, place, html)

    async def sporen(self) -> None:
        """Write down breaches of the policy, and what the browser was made to keep."""
        refused, kept = await self.page.evaluate(_SPOREN)
        for regel in refused:
            self._note_down(self.out.csp, "csp", regel)
        for wat in kept:
            self._note_down(self.out.kept, "bewaard", wat)
        for cookie in await self.context.cookies():
            self._note_down(self.out.kept, "cookie", str(cookie.get("name")))

    async def breedte(self) -> None:
        """Measure whether the page fits on the screen."""
        over = await self.page.evaluate(_WIDER)
        if over > 0:
            self._note_down(self.out.too_wide, self.state, f"{over} px te breed")

    async def at_width(self, breedte: int) -> None:
        """Give the screen a width in px."""
        now = self.page.viewport_size
        if now is None or now["width"] != breedte:
            await self.page.set_viewport_size({"width": breedte, "height": HOOGTE})

    async def colour(self, colour: Colour) -> None:
        """Ask for a colour scheme, as the settings of a reader's machine do."""
        await self.page.emulate_media(
            color_scheme="dark" if colour == "donker" else "light",
            forced_colors="active" if colour == "systeemkleuren" else "none",
        )


Task = Callable[[Visitor], Awaitable[None]]


def make_round(site: Website, chromium: str, tasks: Iterable[Task]) -> Round:
    """Do all tasks, spread over a few tabs, and return what they found."""
    out = Round()
    # As a file of the site: the policy allows it, and a browser keeps what it made of it.
    site.planted[f"/{_AXE_PAD}"] = axe_bron().encode()
    with ThreadPoolExecutor(1) as thread:
        # A thread of its own: Playwright's other interface already has a loop in the main one.
        thread.submit(lambda: asyncio.run(_divide(site, chromium, iter(tasks), out))).result()
    return out


async def _divide(site: Website, chromium: str, tasks: Iterator[Task], out: Round) -> None:
    async def tab() -> None:
        context = await browser.new_context(viewport={"width": WIDTHS[-1], "height": HOOGTE})
        context.set_default_timeout(PATIENCE)
        await context.add_init_script(_EAVESDROP)
        visitor = Visitor(site, context, await context.new_page(), out)
        for task in tasks:
            await task(visitor)
        with suppress(asyncio.CancelledError):
            await context.close()

    async with async_playwright() as browser_driver:
        browser = await browser_driver.chromium.launch(executable_path=chromium, args=OPTIONS)
        await asyncio.gather(*(tab() for _ in range(CONCURRENCY)))
        await browser.close()


def once(paths: Sequence[str], *, edge_on: Collection[str] = ()) -> Iterator[Task]:
    """Yield a task per page: look at it once, in one setting: where it must fit, at 320 px.

    Header and footer are looked at on the pages ``edge_on`` only.
    """
    for pad in paths:

        async def task(visitor: Visitor, pad: str = pad) -> None:
            await visitor.at_width(NARROW)
            await visitor.go(pad, state=f"zoals geladen, {NARROW} px")
            await visitor.axe(edge=pad in edge_on)
            await visitor.breedte()
            await visitor.sporen()

        yield task


async def as_loaded(page: Page) -> bool:
    """Change nothing."""
    del page
    return True


async def unfolded(page: Page) -> bool:
    """Open everything that can be opened; tell whether there was anything."""
    closed: Any = await page.evaluate(
        "(() => { const dicht = document.querySelectorAll('details:not([open])');"
        " dicht.forEach((deel) => { deel.open = true; }); return dicht.length; })()"
    )
    return bool(closed)


async def menu_open(page: Page) -> bool:
    """Open the menu; tell whether this width has one."""
    button = page.locator("button.kb-menuknop")
    if not await button.is_visible():
        return False
    await button.click()
    return True


async def suggestions(page: Page) -> bool:
    """Type in the search field of every page until the suggestions show."""
    await page.locator("#kb-zoek-q").fill("schuld")
    await page.locator("#kb-zoek-q-lijst").wait_for(state="visible")
    return True


async def search_results(page: Page) -> bool:
    """Wait for results; the question stands in the address."""
    await page.locator("[data-resultaten] > li").first.wait_for()
    return True


async def filtered(page: Page) -> bool:
    """Wait until the script of the page has read the filters from the address."""
    await page.wait_for_load_state("load")
    await page.evaluate(SETTLED)
    return True


@dataclass(frozen=True, slots=True)
class State:
    """A state of a page: what to ask for in the address, and what to do once there.

    ``inner`` finds what the state shows, if the rest of the page stays as it was loaded: axe has
    looked at that.
    """

    naam: str
    act: Callable[[Page], Awaitable[bool]]
    vraag: str = ""
    inner: str = ""


LOADED = State("zoals geladen", as_loaded)
ONCE: tuple[State, int, Colour] = (LOADED, NARROW, "licht")
"""How ``once`` looks at every page, so that ``matrix`` need not."""
EVERYWHERE = (
    LOADED,
    State("alles uitgeklapt", unfolded, inner="details[open]"),
)
IN_THE_HEADER = (
    State("menu open", menu_open, inner=".kb-kop"),
    State("suggesties", suggestions, inner=".kb-kop"),
)
"""States of the header, which is the same on every page."""
OWN: dict[str, tuple[str, Callable[[Page], Awaitable[bool]], str]] = {
    "zoeken/": ("zoekresultaten", search_results, "?q=schulden"),
    "leerpunten/": ("tabel gefilterd", filtered, "?herkomst=pmm&volgorde=titel"),
    "gemeenten/": ("tabel gefilterd", filtered, "?provincie=utrecht&sorteer=naam"),
    "keuzehulp/": ("halverwege", filtered, "?pad=professional"),
    "vergelijken/": ("twee naast elkaar", filtered, "?i=landelijk-maatwerkloket&i=opleiden"),
    "dossier/": ("samengesteld", filtered, "?r=leerpunt:alo-kop,mvt:document,wet:awir"),
}
"""States of the tool on one page: the name, what to wait for, what to ask for in the address."""


def matrix(soorten: dict[str, str], *, header_on: Sequence[str]) -> Iterator[Task]:
    """Yield a task per page type and state: axe in every width and colour scheme.

    But for what ``once`` looks at, and other palettes in between.

    The header, its states and the footer are looked at on the types ``header_on`` only: a test says
    that they are the same everywhere.
    """
    for soort, pad in soorten.items():
        yield _all_screens(pad, EVERYWHERE, edge=soort in header_on)
        if pad in OWN:
            yield _all_screens(pad, (State(*OWN[pad], inner="main"),))
        for state in IN_THE_HEADER if soort in header_on else ():
            yield _all_screens(pad, (state,))


def _all_screens(pad: str, states: Sequence[State], *, edge: bool = False) -> Task:
    """Return the task of one page in states that follow from each other, opened once a width."""

    async def task(visitor: Visitor) -> None:
        for breedte in WIDTHS:
            await visitor.at_width(breedte)
            await visitor.go(pad, states[0].vraag)
            for state in states:
                if not await state.act(visitor.page):
                    continue
                for colour in COLOURS:
                    if (state, breedte, colour) == ONCE:
                        continue
                    if breedte == BETWEEN and colour != "licht":
                        continue
                    visitor.state = f"{state.naam}, {breedte} px, {colour}"
                    await visitor.colour(colour)
                    await visitor.axe(colour, state.inner, edge=edge)
                await visitor.colour("licht")
            await visitor.sporen()

    return task
