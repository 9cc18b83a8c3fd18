"""Our own rough sketch of the Netherlands: which squares belong to which province.

We hold no coordinates, only which municipalities are neighbours. This sketch gives each province as
many squares as it has municipalities; ``placing.py`` decides which municipality gets which square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

Square = tuple[int, int]
"""A square: column and row, counted from the top left."""

SKETCH = """\
............3.4.5...
..........2.....gggg
......1...ffffffgggg
..........fffffddgg.
....h....fffdddddd..
....nnn...loodddd...
....nnnnn.looooooo..
....nnnnn.llooooooo.
...nnnnnn.lleoooooo.
...nnnnnnneeeeeooo..
..nnnnnnnnueeeeeeee.
..nnnnnnnnuueeeeeee.
.zzzzzuuuuuueeeeeee.
zzzzzzuuuuuueeeeee..
zzzzzzzuuuuuueeeee..
zzzzzzzzuuuuueeee...
zzzzzzzzzeeeeeee....
zzzzzzzzzbbbbbem....
zzzzzzbbbbbbbbbmm...
.wwwbbbbbbbbbbbmm...
wwwwbbbbbbbbbbbmmm..
.wwwbbbbbbbbbbmmm...
.....bbbb.bbbbmmm...
.678........bbmmm...
..............mmm...
..............mmm...
.............9mmm...
.............mmm0...
"""

PROVINCIES: Mapping[str, str] = {
    "b": "noord-brabant",
    "d": "drenthe",
    "e": "gelderland",
    "f": "fryslan",
    "g": "groningen",
    "l": "flevoland",
    "m": "limburg",
    "n": "noord-holland",
    "o": "overijssel",
    "u": "utrecht",
    "w": "zeeland",
    "z": "zuid-holland",
}

FIXED: Mapping[str, str] = {
    "1": "GM0448",  # Texel
    "2": "GM0096",  # Vlieland
    "3": "GM0093",  # Terschelling
    "4": "GM0060",  # Ameland
    "5": "GM0088",  # Schiermonnikoog
    "6": "GM1714",  # Sluis
    "7": "GM0715",  # Terneuzen
    "8": "GM0677",  # Hulst
    "9": "GM0935",  # Maastricht
    "0": "GM0981",  # Vaals
    "h": "GM0400",  # Den Helder
}
"""Municipalities with a square of their own: no neighbour tells where an island lies, which side of
Zeeuws-Vlaanderen or of the far south of Limburg is west, or who has the sea on three sides."""


@dataclass(frozen=True, slots=True)
class Space:
    """The squares of the sketch: to divide per province, and given away beforehand."""

    breedte: int
    hoogte: int
    per_provincie: Mapping[str, list[Square]]
    fixed: Mapping[str, Square]


def read_sketch(sketch: str = SKETCH) -> Space:
    """Return the squares of a sketch; raise ``ValueError`` for lines of unequal length."""
    regels = sketch.splitlines()
    widths = {len(regel) for regel in regels}
    if len(widths) != 1:
        raise ValueError(f"de regels van de schets zijn niet even lang: {sorted(widths)}")
    per_provincie: dict[str, list[Square]] = defaultdict(list)
    fixed: dict[str, Square] = {}
    for y, regel in enumerate(regels):
        for x, character in enumerate(regel):
            if character in PROVINCIES:
                per_provincie[PROVINCIES[character]].append((x, y))
            elif character in FIXED:
                fixed[FIXED[character]] = (x, y)
            elif character != ".":
                raise ValueError(f"de schets kent het teken „{character}” niet (regel {y + 1})")
    return Space(widths.pop(), len(regels), per_provincie, fixed)
