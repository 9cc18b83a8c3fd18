"""How long a reader on a phone waits for the first suggestion, from focus on; and what it takes.

A phone: Chromium on a processor slowed down four times. Once with what search needs in the
browser's cache, once over a line of 1.6 Mbit/s with 150 ms to the server and nothing kept. All
comes packed. What is timed depends on the machine and is printed only; what travels is counted.
"""

from __future__ import annotations

import os
import statistics
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.chromium import OPTIONS, YARDSTICK, YARDSTICK_MS
from tests.kwaliteit.setup import Website, website

SLOW = 4
LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 7.5e5 / 8,
}
FIELD = "#kb-zoek-q"
SUGGESTIONS = "#kb-zoek-q-lijst"
WATCH = """(word) => {
  const field = document.querySelector('#kb-zoek-q');
  let begun = 0;
  const first = { once: true, capture: true }; // what the page asks for at once counts as well
  field.addEventListener('focus', () => { begun = performance.now(); }, first);
  field.addEventListener('focus', () => {
    field.value = word;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, { once: true });
  new MutationObserver((all, watcher) => {
    const list = document.querySelector('#kb-zoek-q-lijst');
    if (!begun || !list || list.hidden || !list.querySelector('[role=option]')) return;
    watcher.disconnect();
    const parts = performance.getEntriesByType('resource').filter((one) => one.startTime >= begun);
    const bytes = parts.reduce((sum, one) => sum + one.transferSize, 0);
    window.kbFirst = { ms: performance.now() - begun, bytes };
  }).observe(document.body, { subtree: true, childList: true, attributes: true });
}"""


@dataclass(frozen=True, slots=True)
class First:
    """Milliseconds from focus to the first suggestion, and the bytes that came over the line."""

    ms: float
    bytes: int


def first_suggestion(
    browser: Browser, site: Website, *, line: bool, word: str = "toeslag", times: int = SLOW
) -> First:
    """Ask the search field of a page for a word; return how long the first suggestion took.

    With ``line`` nothing is kept and all comes over the slow line; without it the browser has all.
    """
    context = browser.new_context(bypass_csp=True, viewport={"width": 390, "height": 664})
    try:
        page = context.new_page()
        devtools = context.new_cdp_session(page)
        if not line:
            page.goto(site.url("privacy/"))
            page.locator(FIELD).fill("schuld")
            page.locator(SUGGESTIONS).wait_for(state="visible")
        page.goto(site.url("privacy/"), wait_until="networkidle")
        page.wait_for_timeout(500)
        if line:
            devtools.send("Network.enable")
            devtools.send("Network.emulateNetworkConditions", LINE)
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": times})
        page.evaluate(WATCH, word)
        page.locator(FIELD).focus()
        page.wait_for_function("window.kbFirst", timeout=60_000, polling=200)
        found = page.evaluate("window.kbFirst")
    finally:
        context.close()
    return First(found["ms"], found["bytes"])


def main() -> None:
    """Print five of each, and the middle one; the first argument is the folder of the site."""
    folder = Path(sys.argv[1])
    with website(folder, keep=True, pack=True) as site, sync_playwright() as playwright:
        program = os.environ.get("KENNISBANK_CHROMIUM")
        with playwright.chromium.launch(executable_path=program, args=OPTIONS) as measuring:
            here = measuring.new_page().evaluate(YARDSTICK)
        print(f"rekenmaat van deze computer: {here:.1f} ms; bedoeld: {YARDSTICK_MS} ms")  # noqa: T201
        browser = playwright.chromium.launch(executable_path=program)
        for line, name in ((False, "uit de cache"), (True, "1,6 Mbit/s, 150 ms")):
            found = [first_suggestion(browser, site, line=line) for _ in range(5)]
            times = sorted(round(one.ms) for one in found)
            print(  # noqa: T201 - this is what it is for
                f"eerste suggestie, {name}: {statistics.median(times):.0f} ms {times},"
                f" {found[0].bytes / 1000:.1f} kB"
            )


if __name__ == "__main__":
    main()
