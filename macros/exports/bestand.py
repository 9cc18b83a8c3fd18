"""One file to be written below the site: the shape every export returns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Uitvoer:
    """A path from the site root and what stands in it."""

    pad: str
    inhoud: bytes
