"""``adressen --vastleggen``: from now on these addresses have to work for ever."""

from __future__ import annotations

from collections.abc import Sequence

from macros.load.error import counted
from macros.redactie.jobs import Work
from macros.redactie.writing import Block

GEPUBLICEERD = "data/gepubliceerd.yml"


def leg_fixed(jobs: Work, new: Sequence[str]) -> None:
    """Add addresses to the list of published ones, in order."""

    def change(tree: Block) -> None:
        row = tree["adressen"]
        every = sorted({*row, *new})
        for place, adres in enumerate(every):
            if place == len(row) or row[place] != adres:
                row.insert(place, adres)

    if new:
        jobs.bewerk(GEPUBLICEERD, change)
    jobs.done.append(f"{counted(len(new), 'adres is', 'adressen zijn')} vastgelegd.")
