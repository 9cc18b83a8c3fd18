"""What the open data cost, against a fixed piece of work: a slow or busy machine judges alike."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.proof import Proof

# Slow, like what needs the built site, and timed.
pytestmark = [pytest.mark.bouwt, pytest.mark.rustig]

ASKED = 0.6
"""Seconds of the processor."""
MOST = 6.0
"""In yardsticks, on a machine that is slower than the one for which that was asked: there one takes
0.10 to 0.11 second."""
TIMES = 3
"""Of which the least counts: what else a machine does can only add."""


def test_the_open_data_cost_no_more_than_was_asked(root: Path, proof: Proof) -> None:
    figures = [_measured(root) for _ in range(TIMES)]
    least = min(figure["cpu"] / figure["maat"] for figure in figures)
    seconds = min(figure["cpu"] for figure in figures)
    proof("open-data", cpu_seconden=round(seconds, 2), maten=round(least, 1))
    assert seconds <= ASKED or least <= MOST


def _measured(root: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.open_data_cost"]
    run = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(run.stdout)
    return figures
