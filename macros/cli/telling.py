"""How a command ends: what it tells, and with which exit status."""

from __future__ import annotations

import sys

GOOD, ERROR, GEBRUIK, NOTHING = 0, 1, 2, 3
"""Exit statuses: all holds · the data has mistakes · the command was not understood (argparse) ·
nothing answers to the question. The help and ``/data/`` say the same."""


def told(status: int, tekst: str) -> int:
    """Print what a command tells, where it belongs; return its exit status."""
    print(tekst, file=sys.stdout if status == GOOD else sys.stderr)
    return status
