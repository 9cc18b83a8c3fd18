"""How the tests start Chromium."""

OPTIONS = ("--js-flags=--no-opt --no-maglev",)
"""A page in a test lives for a blink: time that V8 spends on faster code, it never earns back."""

SETTLED = """() => new Promise((done) => {
  let turns = 30;
  const turn = () => { turns -= 1; if (turns) setTimeout(turn); else done(); };
  turn();
})"""
"""For ``evaluate``: done when the tools have started, as each turn stands behind one of theirs."""
