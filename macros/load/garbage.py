"""How often Python looks for things that hold each other and nobody else does."""

from __future__ import annotations

import gc

_SELDOM = (50_000, 20, 50)


def collect_seldom() -> None:
    """Look for these less often: we make few, and looking took a tenth of all time."""
    gc.set_threshold(*_SELDOM)
