"""The long pages on a slow telephone: our scripts hold up no task, and what is out of sight waits.

Of a task counts only what our scripts took of it: while a page loads, a browser lays it out in the
same tasks. It is counted in time of the processor, and times four: slowing it down four times, as
test_zoektaken does, counts waiting on a busy machine as well.
"""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.bewijs import Bewijs
from tests.browser.test_zoektaken import LANGST, SPOOR, TRAAG, Gebeurtenis
from tests.kwaliteit.opstelling import Website

pytestmark = pytest.mark.browser

POGINGEN = 8
"""On a machine that is busy with other things every turn takes longer: the best one counts."""
LADEN = (
    "wijzigingen/",
    "wijzigingen/#soort=wet",
    "gemeenten/",
    "gemeenten/#provincie=utrecht",
    "gemeenten/#gemeente=GM0344",
)


@pytest.fixture
def opties() -> dict[str, object]:
    return {"viewport": {"width": 390, "height": 664}}


def _langste(spoor: list[Gebeurtenis]) -> int:
    """Return what the longest turn of our scripts takes on a slow telephone."""
    van_ons = sorted(
        (
            een
            for een in spoor
            if "dur" in een and "/assets/js/" in str(een["args"].get("data", ""))
        ),
        key=lambda een: (een["tid"], een["ts"], -een["dur"]),
    )
    langste = 0
    einde: dict[int, float] = {}
    for een in van_ons:
        if een["ts"] >= einde.get(een["tid"], 0):  # not within the one before
            langste = max(langste, TRAAG * een.get("tdur", 0))
            einde[een["tid"]] = een["ts"] + een["dur"]
    return langste


def _laad(browser: Browser, pagina: Page, adres: str) -> int:
    """Open a page; return the longest turn of our scripts."""
    pagina.goto("about:blank")
    browser.start_tracing(page=pagina, categories=SPOOR)
    pagina.goto(adres)
    pagina.wait_for_timeout(1000)
    return _langste(json.loads(browser.stop_tracing())["traceEvents"])


def test_no_script_of_a_long_page_holds_up_a_slow_telephone(
    browser: Browser, pagina: Page, adres: Website, bewijs: Bewijs
) -> None:
    langste: dict[str, int] = {}
    for pad in LADEN:
        for _ in range(POGINGEN):
            langste[pad] = min(
                langste.get(pad, LANGST * 99), _laad(browser, pagina, adres.url(pad))
            )
            if langste[pad] <= LANGST:
                break
    bewijs("taken", paginas_geopend=len(LADEN), langste_ms=round(max(langste.values()) / 1000))
    assert {pad: taak for pad, taak in langste.items() if taak > LANGST} == {}


def test_a_script_that_holds_up_is_seen(
    browser: Browser, pagina: Page, adres: Website, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(adres.geplant.clear)
    bezig = b"for (const tot = performance.now() + 400; performance.now() < tot;);\n"
    script = (adres.map_ / "assets/js/wijzigingen.js").read_bytes()
    adres.geplant["/assets/js/wijzigingen.js"] = bezig + script
    assert _laad(browser, pagina, adres.url("wijzigingen/")) > LANGST


GETEKEND = "(deel) => deel.firstElementChild.checkVisibility({ contentVisibilityAuto: true })"


@pytest.mark.parametrize(
    ("pad", "deel"),
    [("wijzigingen/", "[data-maand]"), ("gemeenten/", "[data-vroegere-namen] > ul")],
)
def test_what_is_out_of_sight_waits(pagina: Page, adres: Website, pad: str, deel: str) -> None:
    pagina.goto(adres.url(pad))
    laatste = pagina.locator(deel).last
    assert not laatste.evaluate(GETEKEND)
    laatste.scroll_into_view_if_needed()
    pagina.wait_for_function(f"(deel) => ({GETEKEND})(deel)", arg=laatste.element_handle())


def test_what_waits_can_be_linked_to_and_printed(pagina: Page, adres: Website) -> None:
    pagina.goto(adres.url("wijzigingen/"))
    sprong = pagina.locator("[data-sprong] a").last
    sprong.click()
    doel = pagina.locator(str(sprong.get_attribute("href")))
    expect(doel).to_be_in_viewport()
    pagina.goto(adres.url("wijzigingen/"))
    pagina.emulate_media(media="print")
    assert pagina.locator("[data-maand]").last.evaluate(GETEKEND)
