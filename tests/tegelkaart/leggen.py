"""Dividing the squares of each province so that neighbours lie as close together as they can.

First simulated annealing: two municipalities of one province change places, worse moves are taken
ever more seldom. Then plain improvement, until no change of places helps any more. The seed is
fixed and costs are whole numbers, so the same municipalities always give the same drawing.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Sequence

from macros.model.organisatie import Gemeente
from tests.tegelkaart.schets import Ruimte, Vak

STAPPEN = 1_000_000
WARM, KOUD = 1000.0, 20.0
ZAAD = 1
"""The best of the first four."""

Ligging = dict[str, Vak]
"""The square of each municipality, by CBS code."""


def _kosten(dx: int, dy: int) -> int:
    # Between distance (a few neighbours end up far away) and its square (fewer lie side by side).
    return round(100 * math.pow(math.hypot(dx, dy), 1.5))


def beginstand(gemeenten: Sequence[Gemeente], ruimte: Ruimte) -> Ligging:
    """Give each municipality any square of its province; raise ``ValueError`` if they do not fit.

    The message says which letters of the sketch to add or remove.
    """
    ligging = dict(ruimte.vast)
    per_provincie: dict[str, list[str]] = defaultdict(list)
    for gemeente in gemeenten:
        if gemeente.cbs not in ligging:
            per_provincie[gemeente.provincie].append(gemeente.cbs)
    klachten = [
        f"{provincie}: {len(per_provincie[provincie])} gemeenten, "
        f"{len(ruimte.per_provincie.get(provincie, []))} vakken"
        for provincie in sorted({*per_provincie, *ruimte.per_provincie})
        if len(per_provincie[provincie]) != len(ruimte.per_provincie.get(provincie, []))
    ]
    weg = sorted(set(ruimte.vast) - {gemeente.cbs for gemeente in gemeenten})
    klachten += [f"{cbs} heeft een vast vak, maar is geen gemeente" for cbs in weg]
    if klachten:
        raise ValueError("pas macros/tegelkaart/schets.py aan: " + "; ".join(klachten))
    for provincie, codes in per_provincie.items():
        ligging |= zip(sorted(codes), ruimte.per_provincie[provincie], strict=True)
    return ligging


class Legger:
    """Moves municipalities about; ``ligging`` is where they lie now."""

    def __init__(self, gemeenten: Sequence[Gemeente], ruimte: Ruimte, ligging: Ligging) -> None:
        self.ligging = dict(ligging)
        self._buren = {gemeente.cbs: gemeente.buren for gemeente in gemeenten}
        self._groep: dict[str, list[str]] = {}
        per_provincie: dict[str, list[str]] = defaultdict(list)
        for gemeente in sorted(gemeenten, key=lambda rij: rij.cbs):
            if gemeente.cbs not in ruimte.vast:
                per_provincie[gemeente.provincie].append(gemeente.cbs)
                self._groep[gemeente.cbs] = per_provincie[gemeente.provincie]
        langste = max(ruimte.breedte, ruimte.hoogte)
        self._tabel = [[_kosten(dx, dy) for dy in range(langste)] for dx in range(langste)]

    def koel_af(self, stappen: int = STAPPEN, zaad: int = ZAAD) -> None:
        """Try ``stappen`` random changes of places, from warm to cold."""
        # Not for secrets. random() itself, unlike choice(), is the same in every Python.
        kans = random.Random(zaad).random  # noqa: S311
        los = sorted(self._groep)
        warmte, afname = WARM, (KOUD / WARM) ** (1 / stappen)
        for _ in range(stappen):
            een = los[int(kans() * len(los))]
            groep = self._groep[een]
            ander = groep[int(kans() * len(groep))]
            verschil = self._verschil(een, ander)
            if verschil <= 0 or kans() < math.exp(-verschil / warmte):
                self._ruil(een, ander)
            warmte *= afname

    def verfijn(self) -> int:
        """Change places as long as that helps; return how many changes that took."""
        aantal = 0
        verbeterd = True
        while verbeterd:
            verbeterd = False
            for een, groep in self._groep.items():
                for ander in groep:
                    if een < ander and self._verschil(een, ander) < 0:
                        self._ruil(een, ander)
                        aantal += 1
                        verbeterd = True
        return aantal

    def _ruil(self, een: str, ander: str) -> None:
        ligging = self.ligging
        ligging[een], ligging[ander] = ligging[ander], ligging[een]

    def _verschil(self, een: str, ander: str) -> int:
        """Return what changing places would cost; below zero is better."""
        return self._verplaatst(een, ander) + self._verplaatst(ander, een)

    def _verplaatst(self, wie: str, naar: str) -> int:
        ligging, tabel = self.ligging, self._tabel
        (oud_x, oud_y), (nieuw_x, nieuw_y) = ligging[wie], ligging[naar]
        som = 0
        for buur in self._buren[wie]:
            if buur != naar:  # two neighbours that change places stay as far apart
                x, y = ligging[buur]
                som += tabel[abs(nieuw_x - x)][abs(nieuw_y - y)]
                som -= tabel[abs(oud_x - x)][abs(oud_y - y)]
        return som
