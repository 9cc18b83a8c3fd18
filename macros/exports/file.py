"""One file to be written below the site: the shape every export returns."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Output:
    """A path from the site root and what stands in it."""

    pad: str
    inhoud: bytes

    def write(self, folder: Path) -> None:
        """Write the file below ``folder``."""
        doel = folder / self.pad
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_bytes(self.inhoud)
