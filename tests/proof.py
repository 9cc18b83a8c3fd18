"""The evidence that tests leave: figures for the page /kwaliteit/ and for who watches."""

from __future__ import annotations

import json
from pathlib import Path

PROOF_FOLDER = ".bewijs"
"""Not in git: `make kwaliteit` turns it into data/kwaliteit.yml, which is."""


class Proof:
    """Keeps the figures of each gate, for the page /kwaliteit/ and for who watches the tests."""

    def __init__(self, folder: Path, report: list[str]) -> None:
        self.folder = folder
        self.folder.mkdir(exist_ok=True)
        self.report = report

    def __call__(self, poort: str, **cijfers: object) -> None:
        """Write the figures of one gate."""
        tekst = json.dumps(cijfers, ensure_ascii=False, indent=1, sort_keys=True)
        (self.folder / f"{poort}.json").write_text(tekst + "\n", encoding="utf-8")
        self.report.append(f"{poort}: " + ", ".join(f"{k} {v}" for k, v in cijfers.items()))
