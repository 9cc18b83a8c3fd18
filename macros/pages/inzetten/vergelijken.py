"""The instruments side by side: what is known of each, and of which it is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from markupsafe import Markup

from macros.blad.vertellen import veldkoppen
from macros.model.basis import Bewering, NietVanToepassing, Onbekend
from macros.model.instrument import Instrument
from macros.pages.weergave import Schrijver, teken, vragen_bij

VULLINGEN: Mapping[str, str] = {
    "bekend": "bekend",
    "deels": "deels bekend",
    "onbekend": "onbekend",
    "nvt": "niet van toepassing",
    "leeg": "niets gevonden",
}
"""How far a cell is filled in, in words; also what ``vergelijken.js`` says of a row."""


@dataclass(frozen=True, slots=True)
class Cel:
    """What is said of one instrument under one question."""

    slug: str
    beweringen: Sequence[Bewering]
    vragen: Sequence[Onbekend]
    nvt: Sequence[NietVanToepassing]

    @property
    def vulling(self) -> str:
        """Return the key of ``VULLINGEN``."""
        if self.beweringen:
            return "deels" if self.vragen else "bekend"
        if self.vragen:
            return "onbekend"
        return "nvt" if self.nvt else "leeg"


@dataclass(frozen=True, slots=True)
class Rij:
    """One question with the cell of each instrument."""

    veld: str
    kop: str
    cellen: Sequence[Cel]

    @property
    def gelijk(self) -> str:
        """Return in which words all cells are alike; empty when they differ."""
        vullingen = {cel.vulling for cel in self.cellen}
        return VULLINGEN[vullingen.pop()] if len(vullingen) == 1 else ""


def vergelijking(kb: Schrijver) -> Markup:
    """Return all instruments in one table; the script leaves the chosen columns."""
    instrumenten = sorted(kb.corpus.alle(Instrument), key=attrgetter("volgorde"))
    rijen = [
        Rij(veld, kop, [_cel(instrument, veld) for instrument in instrumenten])
        for veld, kop in veldkoppen(Instrument)
    ]
    return teken(
        "vergelijking.html.j2", kb, instrumenten=instrumenten, rijen=rijen, vullingen=VULLINGEN
    )


def _cel(instrument: Instrument, veld: str) -> Cel:
    nvt = [uitleg for uitleg in instrument.niet_van_toepassing if uitleg.veld == veld]
    vragen = vragen_bij(instrument, {veld}).get(veld, ())
    return Cel(instrument.slug, getattr(instrument, veld), vragen, nvt)
