"""A told page about the imaginary law says so itself, to its reader and to the search."""

from __future__ import annotations

from pathlib import Path

SLEUTEL = "\ndenkbeeldige_wet: true\n"
BANIER = "{{ denkbeeldig() }}"


def test_a_page_about_the_imaginary_law_is_marked_and_carries_the_banner(wortel: Path) -> None:
    paginas = {pad: pad.read_text(encoding="utf-8") for pad in (wortel / "docs").rglob("*.md")}
    gemerkt = {pad for pad, tekst in paginas.items() if SLEUTEL in tekst}
    assert [pad for pad in gemerkt if BANIER not in paginas[pad]] == []
    over_de_wet = {pad for pad in paginas if pad.parent.name in ("mvt", "mvt-punten")}
    assert gemerkt == over_de_wet != set()
