"""On a slow telephone: no task of the page's main thread may hold it up for long.

Counted and not timed: Chromium slows its processor down four times and says how much of that each
task used, on a machine as fast as the one on which the bound was set (``YARDSTICK_MS``). Tasks in
which no script of ours ran (reading a page, painting it) do not count, nor does the collector of
garbage, which V8 runs when it likes. What remains may differ per run, by half on a machine that
shares its processor with others, so the best of five counts.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.chromium import YARDSTICK, YARDSTICK_MS
from tests.kwaliteit.setup import Website
from tests.proof import Proof

pytestmark = pytest.mark.browser

SLOW = 4
LONGEST = 50_000
"""Microseconds: a task that takes longer is a "long task" (W3C Long Tasks API)."""
ATTEMPTS = 5
PAGES = (
    "",
    "casus-formulier/",
    "dossier/",
    "dossier/#d=leerpunt:alo-kop,wet:awb",
    "gemeenten/",
    "gemeenten/#gemeente=GM0171",
    "keuzehulp/",
    "leerpunten/",
    "leerpunten/#wet=awir&volgorde=titel",
    "leerpunten/alo-kop/",
    "mvt/geheel/",
    "vergelijken/#i=landelijk-maatwerkloket&i=opleiden",
    "vragen/",
    "vragen/#aan=szw",
    "wijzigingen/",
    "zoeken/#q=schulden",
)
"""The pages on which a script does most, and the longest; a choice in the address is more work."""
MOST = 1.5
"""A machine that measures slower still is busy, and not slow."""
SPOOR = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline", "v8.gc"]
GARBAGE_COLLECTION = ("MinorGC", "MajorGC")

Gebeurtenis = dict[str, Any]


@pytest.fixture
def options() -> dict[str, Any]:
    return {"viewport": {"width": 390, "height": 664}}


def longest_here(pagina: Page) -> float:
    """Return how long a task may take on this machine: longer where the processor is slower."""
    measured: float = pagina.evaluate(YARDSTICK)
    return LONGEST * min(max(measured / YARDSTICK_MS, 1.0), MOST)


def _tasks(spoor: list[Gebeurtenis]) -> list[int]:
    """Return the processor time of each task in which our scripts ran, garbage apart."""
    threads = {
        (one["pid"], one["tid"])
        for one in spoor
        if one["name"] == "thread_name" and one["args"].get("name") == "CrRendererMain"
    }
    own = [one for one in spoor if (one["pid"], one["tid"]) in threads and "dur" in one]
    collecting = [one for one in own if one["name"] in GARBAGE_COLLECTION]
    return [
        task.get("tdur", 0)
        - sum(
            one.get("tdur", 0)
            for one in collecting
            if task["ts"] <= one["ts"] < task["ts"] + task["dur"] and one["tid"] == task["tid"]
        )
        for task in own
        if task["name"] == "RunTask"
        and any(
            task["ts"] <= one["ts"] < task["ts"] + task["dur"] and one["tid"] == task["tid"]
            for one in own
            if "/assets/js/" in str(one["args"].get("data", ""))
        )
    ]


def _search(browser: Browser, pagina: Page, adres: Website) -> list[int]:
    """Search from the header of a page and on the search page; return the tasks it took."""
    pagina.goto(adres.url("privacy/"), wait_until="networkidle")
    box = pagina.locator("#kb-zoek-q").bounding_box()
    assert box
    cdp = pagina.context.new_cdp_session(pagina)
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": SLOW})
    browser.start_tracing(page=pagina, categories=SPOOR)
    # Nothing that makes Playwright run a script of its own in the page: that would count as ours.
    pagina.mouse.click(box["x"] + 20, box["y"] + 10)
    pagina.keyboard.type("toeslag", delay=60)
    pagina.wait_for_timeout(4000)
    pagina.keyboard.press("Enter")
    pagina.wait_for_timeout(6000)
    tasks = _tasks(json.loads(browser.stop_tracing())["traceEvents"])
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    pagina.locator("[data-resultaten] > li").first.wait_for()
    return tasks


def _load(browser: Browser, pagina: Page, url: str) -> list[int]:
    """Open a page; return the tasks it took."""
    pagina.goto("about:blank")
    cdp = pagina.context.new_cdp_session(pagina)
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": SLOW})
    browser.start_tracing(page=pagina, categories=SPOOR)
    pagina.goto(url)
    pagina.wait_for_timeout(1500)
    tasks = _tasks(json.loads(browser.stop_tracing())["traceEvents"])
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    return tasks


def _best(longest: float, measure: Callable[[], list[int]]) -> list[int]:
    """Return the tasks of the best of a few attempts; stop at one that is good."""
    best = measure()
    for _ in range(ATTEMPTS - 1):
        if max(best) <= longest:
            break
        best = min(best, measure(), key=max)
    return best


@pytest.mark.rustig
@pytest.mark.parametrize("pad", PAGES)
def test_no_page_holds_up_a_slow_telephone_when_it_opens(
    browser: Browser, pagina: Page, adres: Website, pad: str
) -> None:
    longest = longest_here(pagina)
    assert max(_best(longest, lambda: _load(browser, pagina, adres.url("") + pad))) <= longest


@pytest.mark.rustig
def test_no_task_holds_up_a_slow_telephone(
    browser: Browser, pagina: Page, adres: Website, proof: Proof
) -> None:
    longest = longest_here(pagina)
    best = _best(longest, lambda: _search(browser, pagina, adres))
    proof(
        "zoektaken",
        taken=len(best),
        langer_dan_50_ms=sum(task > longest for task in best),
        langste_ms=round(max(best) / 1000),
    )
    assert max(best) <= longest


def test_a_task_that_holds_up_is_seen(browser: Browser, pagina: Page, adres: Website) -> None:
    pagina.add_init_script(
        "addEventListener('keydown', () => { const tot = performance.now() + 400;"
        " while (performance.now() < tot); }, { once: true })"
    )
    assert max(_search(browser, pagina, adres)) > longest_here(pagina)
