"""The instruments side by side: what is known of each, and of which it is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter

from markupsafe import Markup

from macros.blad.narrate import veld_headings
from macros.blad.vragen import vragen_per_veld
from macros.model.base import Bewering, NietVanToepassing, Onbekend
from macros.model.instrument import Instrument
from macros.pages.rendering import Writer, render

FILLINGS: Mapping[str, str] = {
    "bekend": "bekend",
    "deels": "deels bekend",
    "onbekend": "onbekend",
    "nvt": "niet van toepassing",
    "leeg": "niets gevonden",
}
"""How far a cell is filled in, in words; also what ``compare.js`` says of a row."""

SUMMARY: Mapping[str, str] = {
    "voor_wie": "Voor wie",
    "wanneer_wel": "Wanneer",
    "wie_beslist": "Wie beslist",
    "kosten": "Kosten",
    "doorlooptijd": "Duur",
    "contact": "Contact",
    "status": "Status",
}
"""What one compares by, with the question in a word or two."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What is said of one instrument under one question."""

    slug: str
    beweringen: Sequence[Bewering]
    vragen: Sequence[Onbekend]
    nvt: Sequence[NietVanToepassing]

    @property
    def filling(self) -> str:
        """Return the key of ``FILLINGS``."""
        if self.beweringen:
            return "deels" if self.vragen else "bekend"
        if self.vragen:
            return "onbekend"
        return "nvt" if self.nvt else "leeg"

    @property
    def newest(self) -> Bewering | None:
        """Return what is known last: of more with one date the first, as on the page itself."""
        return max(self.beweringen, key=lambda one: one.stand.first_dag(), default=None)


@dataclass(frozen=True, slots=True)
class Row:
    """One question with the cell of each instrument."""

    veld: str
    kop: str
    cells: Sequence[Cell]

    @property
    def equal(self) -> str:
        """Return in which words all cells are alike; empty when they differ."""
        fillings = {cell.filling for cell in self.cells}
        return FILLINGS[fillings.pop()] if len(fillings) == 1 else ""

    @property
    def betwist(self) -> bool:
        """Return whether sources disagree here: that stays in sight, also folded in."""
        beweringen = chain.from_iterable(cell.beweringen for cell in self.cells)
        return any(bewering.zekerheid == "tegenstrijdig" for bewering in beweringen)


def vergelijking(kb: Writer) -> Markup:
    """Return all instruments in one table; the script leaves the chosen columns."""
    instrumenten = sorted(kb.corpus.every(Instrument), key=attrgetter("volgorde"))
    rows = [
        Row(veld, kop, [_cell(instrument, veld) for instrument in instrumenten])
        for veld, kop in veld_headings(Instrument)
    ]
    cells = {row.veld: row.cells for row in rows}
    summary = [Row(veld, kop, cells[veld]) for veld, kop in SUMMARY.items()]
    return render(
        "vergelijking.html.j2",
        kb,
        instrumenten=instrumenten,
        summary=summary,
        rows=rows,
        fillings=FILLINGS,
    )


def _cell(instrument: Instrument, veld: str) -> Cell:
    nvt = [uitleg for uitleg in instrument.niet_van_toepassing if uitleg.veld == veld]
    vragen = vragen_per_veld(instrument, {veld}).get(veld, ())
    return Cell(instrument.slug, getattr(instrument, veld), vragen, nvt)
