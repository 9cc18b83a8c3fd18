"""How the tests start Chromium and wait for its tools, and how fast the machine is it runs on."""

from collections.abc import Callable

from playwright.sync_api import Page, Response

OPTIONS = ("--js-flags=--no-opt --no-maglev",)
"""A page in a test lives for a blink: time that V8 spends on faster code, it never earns back."""

SETTLED = """() => new Promise((done) => {
  let turns = 30;
  const turn = () => { turns -= 1; if (turns) setTimeout(turn); else done(); };
  turn();
})"""
"""For ``evaluate``: done when the tools have started, as each turn stands behind one of theirs."""


def patient(page: Page) -> Page:
    """Let ``goto`` and ``reload`` end when the tools have started, and not when the page is there.

    A tool starts in small steps after that, so a test that acts at once would race with it.
    """

    def settled(act: Callable[..., Response | None]) -> Callable[..., Response | None]:
        def then(*where: str, **options: object) -> Response | None:
            answer = act(*where, **options)
            page.evaluate(SETTLED)
            return answer

        return then

    page.goto, page.reload = settled(page.goto), settled(page.reload)  # type: ignore[method-assign]
    return page


YARDSTICK = """() => {
  let best = Infinity;
  for (let turn = 0; turn < 40; turn += 1) {
    const begin = performance.now();
    const words = new Map();
    for (let i = 0; i < 60000; i += 1) {
      const word = 'k' + (i * 31) % 9973;
      words.set(word, (words.get(word) ?? 0) + word.length);
    }
    best = Math.min(best, performance.now() - begin);
  }
  return best;
}"""
"""Work as a search does it: short words, looked up and counted."""
YARDSTICK_MS = 9.0
"""What it takes on the machine on which four times slower was taken for a telephone."""
