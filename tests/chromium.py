"""How the tests start Chromium."""

OPTIONS = ("--js-flags=--no-opt --no-maglev",)
"""A page in a test lives for a blink: time that V8 spends on faster code, it never earns back."""
