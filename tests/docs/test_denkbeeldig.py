"""A told page about the imaginary law says so itself, to its reader and to the search."""

from __future__ import annotations

from pathlib import Path

SLEUTEL = "\ndenkbeeldige_wet: true\n"
BANNER = "{{ denkbeeldig() }}"


def test_a_page_about_the_imaginary_law_is_marked_and_carries_the_banner(root: Path) -> None:
    pages = {pad: pad.read_text(encoding="utf-8") for pad in (root / "docs").rglob("*.md")}
    marked = {pad for pad, tekst in pages.items() if SLEUTEL in tekst}
    assert [pad for pad in marked if BANNER not in pages[pad]] == []
    about_the_wet = {pad for pad in pages if pad.parent.name in ("mvt", "mvt-punten")}
    assert marked == about_the_wet != set()
