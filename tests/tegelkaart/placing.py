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
from tests.tegelkaart.sketch import Space, Square

STAPPEN = 1_000_000
WARM, COLD = 1000.0, 20.0
SEED = 1
"""The best of the first four."""

Location = dict[str, Square]
"""The square of each municipality, by CBS code."""


def _kosten(dx: int, dy: int) -> int:
    # Between distance (a few neighbours end up far away) and its square (fewer lie side by side).
    return round(100 * math.pow(math.hypot(dx, dy), 1.5))


def start_state(gemeenten: Sequence[Gemeente], space: Space) -> Location:
    """Give each municipality any square of its province; raise ``ValueError`` if they do not fit.

    The message says which letters of the sketch to add or remove.
    """
    location = dict(space.fixed)
    per_provincie: dict[str, list[str]] = defaultdict(list)
    for gemeente in gemeenten:
        if gemeente.cbs not in location:
            per_provincie[gemeente.provincie].append(gemeente.cbs)
    complaints = [
        f"{provincie}: {len(per_provincie[provincie])} gemeenten, "
        f"{len(space.per_provincie.get(provincie, []))} vakken"
        for provincie in sorted({*per_provincie, *space.per_provincie})
        if len(per_provincie[provincie]) != len(space.per_provincie.get(provincie, []))
    ]
    way = sorted(set(space.fixed) - {gemeente.cbs for gemeente in gemeenten})
    complaints += [f"{cbs} heeft een vast vak, maar is geen gemeente" for cbs in way]
    if complaints:
        raise ValueError("pas macros/tegelkaart/schets.py aan: " + "; ".join(complaints))
    for provincie, codes in per_provincie.items():
        location |= zip(sorted(codes), space.per_provincie[provincie], strict=True)
    return location


class Placer:
    """Moves municipalities about; ``location`` is where they lie now."""

    def __init__(self, gemeenten: Sequence[Gemeente], space: Space, location: Location) -> None:
        self.location = dict(location)
        self._buren = {gemeente.cbs: gemeente.buren for gemeente in gemeenten}
        self._groep: dict[str, list[str]] = {}
        per_provincie: dict[str, list[str]] = defaultdict(list)
        for gemeente in sorted(gemeenten, key=lambda row: row.cbs):
            if gemeente.cbs not in space.fixed:
                per_provincie[gemeente.provincie].append(gemeente.cbs)
                self._groep[gemeente.cbs] = per_provincie[gemeente.provincie]
        longest = max(space.breedte, space.hoogte)
        self._table = [[_kosten(dx, dy) for dy in range(longest)] for dx in range(longest)]

    def cool_down(self, stappen: int = STAPPEN, seed: int = SEED) -> None:
        """Try ``stappen`` random changes of places, from warm to cold."""
        # Not for secrets. random() itself, unlike choice(), is the same in every Python.
        rng = random.Random(seed).random  # noqa: S311
        standalone = sorted(self._groep)
        temperature, cooling = WARM, (COLD / WARM) ** (1 / stappen)
        for _ in range(stappen):
            one = standalone[int(rng() * len(standalone))]
            groep = self._groep[one]
            other = groep[int(rng() * len(groep))]
            difference = self._difference(one, other)
            if difference <= 0 or rng() < math.exp(-difference / temperature):
                self._swap(one, other)
            temperature *= cooling

    def refine(self) -> int:
        """Change places as long as that helps; return how many changes that took."""
        aantal = 0
        improved = True
        while improved:
            improved = False
            for one, groep in self._groep.items():
                for other in groep:
                    if one < other and self._difference(one, other) < 0:
                        self._swap(one, other)
                        aantal += 1
                        improved = True
        return aantal

    def _swap(self, one: str, other: str) -> None:
        location = self.location
        location[one], location[other] = location[other], location[one]

    def _difference(self, one: str, other: str) -> int:
        """Return what changing places would cost; below zero is better."""
        return self._moved(one, other) + self._moved(other, one)

    def _moved(self, who: str, naar: str) -> int:
        location, table = self.location, self._table
        (old_x, old_y), (new_x, new_y) = location[who], location[naar]
        summed = 0
        for neighbour in self._buren[who]:
            if neighbour != naar:  # two neighbours that change places stay as far apart
                x, y = location[neighbour]
                summed += table[abs(new_x - x)][abs(new_y - y)]
                summed -= table[abs(old_x - x)][abs(old_y - y)]
        return summed
