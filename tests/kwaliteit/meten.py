"""Visits pages in Chromium and writes down what it finds there: the measurements behind the gates.

Runs apart from the tests that click through a page: several pages at once, in a thread of its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from playwright.async_api import BrowserContext, Page, Request, async_playwright

from tests.chromium import OPTIES
from tests.kwaliteit.opstelling import Website

TEGELIJK = 2
"""Pages at once: one per core of the smallest machine the tests must run on."""
REGELS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
SMAL = 320
"""Width in px at which WCAG 1.4.10 asks for no sideways scrolling."""
BREEDTEN = (SMAL, 768, 1280)
HOOGTE = 800

Kleur = Literal["licht", "donker", "systeemkleuren"]
KLEUREN: Mapping[Kleur, Mapping[str, object]] = {
    "licht": {"runOnly": REGELS},
    # Only custom properties differ from the light palette: the same elements in the same places.
    "donker": {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}},
    # Here the reader chooses the contrast; what may differ is what is shown.
    "systeemkleuren": {"runOnly": REGELS, "rules": {"color-contrast": {"enabled": False}}},
}
"""What axe looks at in each colour scheme; together with the first all rules everywhere."""

_AFLUISTEREN = """
window.__csp = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.__csp.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
});
"""
_AXE_PAD = "assets/axe.js"
_AXE = """async ([bron, opties, binnen]) => {
  if (typeof axe !== 'object') await new Promise((klaar, mislukt) => {
    const script = document.createElement('script');
    Object.assign(script, { src: bron, onload: klaar, onerror: mislukt });
    document.head.append(script);
  });
  const { violations, incomplete } = await axe.run(binnen || document, {
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
_BREDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass(frozen=True, slots=True, order=True)
class Vondst:
    """Something wrong on a page: where, in which state, what, and at which element."""

    pad: str
    staat: str
    regel: str
    plek: str
    html: str = ""

    def __str__(self) -> str:
        return f"/{self.pad} [{self.staat}] {self.regel}: {self.plek} {self.html}"


@dataclass
class Rondgang:
    """What a round over pages gave."""

    paginas: int = 0
    metingen: int = 0
    """How often axe looked at a page."""
    axe: list[Vondst] = field(default_factory=list)
    onzeker: list[Vondst] = field(default_factory=list)
    """What axe could not decide by itself."""
    csp: list[Vondst] = field(default_factory=list)
    vreemd: list[Vondst] = field(default_factory=list)
    """Requests to anyone but the site itself."""
    bewaard: list[Vondst] = field(default_factory=list)
    """Cookies and storage that nobody chose."""
    fouten: list[Vondst] = field(default_factory=list)
    """Errors of scripts and failed requests."""
    te_breed: list[Vondst] = field(default_factory=list)
    """Pages that scroll sideways at 320 px."""

    def privacy(self) -> dict[str, object]:
        """Return the figures of what must not happen on any visit."""
        return {
            "bezoeken": self.paginas,
            "csp_overtredingen": len(self.csp),
            "verzoeken_aan_derden": len(self.vreemd),
            "cookies_en_opslag_zonder_keuze": len(self.bewaard),
            "fouten_van_scripts": len(self.fouten),
        }

    def ongewenst(self) -> list[Vondst]:
        """Return what was refused, asked of others or kept, and what broke."""
        return [*self.csp, *self.vreemd, *self.bewaard, *self.fouten]


@cache
def axe_bron() -> str:
    """Return the source of axe-core."""
    wortel = Path(__file__).resolve().parents[2]
    return (wortel / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


class Bezoeker:
    """One tab: goes to pages and adds what it sees to a ``Rondgang``."""

    def __init__(self, site: Website, context: BrowserContext, page: Page, uit: Rondgang) -> None:
        self.site = site
        self.context = context
        self.page = page
        self.uit = uit
        self.pad = ""
        self.staat = ""
        page.on("request", self._verzoek)
        page.on("pageerror", lambda fout: self._noteer(uit.fouten, "script", str(fout)))
        page.on("requestfailed", self._mislukt)
        page.on("response", lambda a: self._antwoord(a.status, a.url))

    def _noteer(self, lijst: list[Vondst], regel: str, plek: str, html: str = "") -> None:
        lijst.append(Vondst(self.pad, self.staat, regel, plek, html))

    def _verzoek(self, verzoek: Request) -> None:
        if not verzoek.url.startswith((f"{self.site.adres}/", "data:", "blob:")):
            self._noteer(self.uit.vreemd, "verzoek aan derde", verzoek.url)

    def _mislukt(self, verzoek: Request) -> None:
        # Whoever leaves a page breaks off what was still loading.
        if verzoek.failure != "net::ERR_ABORTED":
            self._noteer(self.uit.fouten, "niet geladen", verzoek.url, verzoek.failure or "")

    def _antwoord(self, status: int, url: str) -> None:
        if status >= 400 and url != self.site.url(self.pad):
            self._noteer(self.uit.fouten, f"antwoord {status}", url)

    async def ga(self, pad: str, vraag: str = "", staat: str = "zoals geladen") -> None:
        """Open a page."""
        self.pad, self.staat = pad, staat
        await self.page.goto(self.site.url(pad) + vraag)
        self.uit.paginas += 1

    async def axe(self, kleur: Kleur = "licht", binnen: str = "") -> None:
        """Let axe look at the page as it stands, or only ``binnen`` what a selector finds."""
        bron = self.site.url(_AXE_PAD)
        uitkomst = await self.page.evaluate(_AXE, [bron, KLEUREN[kleur], binnen])
        self.uit.metingen += 1
        for lijst, vondsten in zip((self.uit.axe, self.uit.onzeker), uitkomst, strict=True):
            for regel, plek, html in vondsten:
                self._noteer(lijst, regel, plek, html)

    async def sporen(self) -> None:
        """Write down breaches of the policy, and what the browser was made to keep."""
        geweigerd, bewaard = await self.page.evaluate(_SPOREN)
        for regel in geweigerd:
            self._noteer(self.uit.csp, "csp", regel)
        for wat in bewaard:
            self._noteer(self.uit.bewaard, "bewaard", wat)
        for koekje in await self.context.cookies():
            self._noteer(self.uit.bewaard, "cookie", str(koekje.get("name")))

    async def breedte(self) -> None:
        """Measure whether the page fits on the screen."""
        over = await self.page.evaluate(_BREDER)
        if over > 0:
            self._noteer(self.uit.te_breed, self.staat, f"{over} px te breed")

    async def op_breedte(self, breedte: int) -> None:
        """Give the screen a width in px."""
        nu = self.page.viewport_size
        if nu is None or nu["width"] != breedte:
            await self.page.set_viewport_size({"width": breedte, "height": HOOGTE})

    async def kleur(self, kleur: Kleur) -> None:
        """Ask for a colour scheme, as the settings of a reader's machine do."""
        await self.page.emulate_media(
            color_scheme="dark" if kleur == "donker" else "light",
            forced_colors="active" if kleur == "systeemkleuren" else "none",
        )


Taak = Callable[[Bezoeker], Awaitable[None]]


def rondgang(site: Website, chromium: str, taken: Iterable[Taak]) -> Rondgang:
    """Do all tasks, spread over a few tabs, and return what they found."""
    uit = Rondgang()
    # As a file of the site: the policy allows it, and a browser keeps what it made of it.
    site.geplant[f"/{_AXE_PAD}"] = axe_bron().encode()
    with ThreadPoolExecutor(1) as draad:
        # A thread of its own: Playwright's other interface already has a loop in the main one.
        draad.submit(lambda: asyncio.run(_verdeel(site, chromium, iter(taken), uit))).result()
    return uit


async def _verdeel(site: Website, chromium: str, taken: Iterator[Taak], uit: Rondgang) -> None:
    async def tab() -> None:
        context = await browser.new_context(viewport={"width": BREEDTEN[-1], "height": HOOGTE})
        await context.add_init_script(_AFLUISTEREN)
        bezoeker = Bezoeker(site, context, await context.new_page(), uit)
        for taak in taken:
            await taak(bezoeker)
        with suppress(asyncio.CancelledError):
            await context.close()

    async with async_playwright() as spel:
        browser = await spel.chromium.launch(executable_path=chromium, args=OPTIES)
        await asyncio.gather(*(tab() for _ in range(TEGELIJK)))
        await browser.close()


def eenmaal(paden: Sequence[str]) -> Iterator[Taak]:
    """Yield a task per page: look at it once, in one setting: where it must fit, at 320 px."""
    for pad in paden:

        async def taak(bezoeker: Bezoeker, pad: str = pad) -> None:
            await bezoeker.op_breedte(SMAL)
            await bezoeker.ga(pad, staat=f"zoals geladen, {SMAL} px")
            await bezoeker.axe()
            await bezoeker.breedte()
            await bezoeker.sporen()

        yield taak


async def zoals_geladen(page: Page) -> bool:
    """Change nothing."""
    del page
    return True


async def uitgeklapt(page: Page) -> bool:
    """Open everything that can be opened; tell whether there was anything."""
    dicht: Any = await page.evaluate(
        "(() => { const dicht = document.querySelectorAll('details:not([open])');"
        " dicht.forEach((deel) => { deel.open = true; }); return dicht.length; })()"
    )
    return bool(dicht)


async def menu_open(page: Page) -> bool:
    """Open the menu; tell whether this width has one."""
    knop = page.locator("button.kb-menuknop")
    if not await knop.is_visible():
        return False
    await knop.click()
    return True


async def suggesties(page: Page) -> bool:
    """Type in the search field of every page until the suggestions show."""
    await page.locator("#kb-zoek-q").fill("schuld")
    await page.locator("#kb-zoek-q-lijst").wait_for(state="visible")
    return True


async def zoekresultaten(page: Page) -> bool:
    """Wait for results; the question stands in the address."""
    await page.locator("[data-resultaten] > li").first.wait_for()
    return True


async def gefilterd(page: Page) -> bool:
    """Wait until the script of the page has read the filters from the address."""
    await page.wait_for_load_state("networkidle")
    return True


@dataclass(frozen=True, slots=True)
class Staat:
    """A state of a page: what to ask for in the address, and what to do once there.

    ``binnen`` finds what the state shows, if the rest of the page stays as it was loaded: axe has
    looked at that.
    """

    naam: str
    doe: Callable[[Page], Awaitable[bool]]
    vraag: str = ""
    binnen: str = ""


GELADEN = Staat("zoals geladen", zoals_geladen)
EENMAAL: tuple[Staat, int, Kleur] = (GELADEN, SMAL, "licht")
"""How ``eenmaal`` looks at every page, so that ``matrix`` need not."""
OVERAL = (
    GELADEN,
    Staat("alles uitgeklapt", uitgeklapt, binnen="details[open]"),
)
IN_DE_KOP = (
    Staat("menu open", menu_open, binnen=".kb-kop"),
    Staat("suggesties", suggesties, binnen=".kb-kop"),
)
"""States of the header, which is the same on every page."""
EIGEN: dict[str, tuple[str, Callable[[Page], Awaitable[bool]], str]] = {
    "zoeken/": ("zoekresultaten", zoekresultaten, "?q=schulden"),
    "leerpunten/": ("tabel gefilterd", gefilterd, "?herkomst=pmm&volgorde=titel"),
    "gemeenten/": ("tabel gefilterd", gefilterd, "?provincie=utrecht&sorteer=naam"),
    "keuzehulp/": ("halverwege", gefilterd, "?pad=professional"),
    "vergelijken/": ("twee naast elkaar", gefilterd, "?i=landelijk-maatwerkloket&i=opleiden"),
    "dossier/": ("samengesteld", gefilterd, "?r=leerpunt:alo-kop,mvt:document,wet:awir"),
}
"""States of the tool on one page: the name, what to wait for, what to ask for in the address."""


def matrix(soorten: dict[str, str], *, kop_op: Sequence[str]) -> Iterator[Taak]:
    """Yield a task per page type and state: axe in every width and colour scheme but ``EENMAAL``.

    The states of the header are looked at on the types ``kop_op`` only: a test says that it is the
    same everywhere.
    """
    for soort, pad in soorten.items():
        yield _alle_schermen(pad, OVERAL)
        if pad in EIGEN:
            yield _alle_schermen(pad, (Staat(*EIGEN[pad], binnen="main"),))
        for staat in IN_DE_KOP if soort in kop_op else ():
            yield _alle_schermen(pad, (staat,))


def _alle_schermen(pad: str, staten: Sequence[Staat]) -> Taak:
    """Return the task of one page in states that follow from each other, opened once a width."""

    async def taak(bezoeker: Bezoeker) -> None:
        for breedte in BREEDTEN:
            await bezoeker.op_breedte(breedte)
            await bezoeker.ga(pad, staten[0].vraag)
            for staat in staten:
                if not await staat.doe(bezoeker.page):
                    continue
                for kleur in KLEUREN:
                    if (staat, breedte, kleur) == EENMAAL:
                        continue
                    bezoeker.staat = f"{staat.naam}, {breedte} px, {kleur}"
                    await bezoeker.kleur(kleur)
                    await bezoeker.axe(kleur, staat.binnen)
                await bezoeker.kleur("licht")
            await bezoeker.sporen()

    return taak
