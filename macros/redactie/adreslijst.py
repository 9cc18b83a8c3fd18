"""``adressen --vastleggen``: from now on these addresses have to work for ever."""

from __future__ import annotations

from collections.abc import Sequence

from macros.redactie.schrift import Blok
from macros.redactie.werk import Werk

GEPUBLICEERD = "data/gepubliceerd.yml"


def leg_vast(werk: Werk, nieuw: Sequence[str]) -> None:
    """Add addresses to the list of published ones, in order."""

    def verander(boom: Blok) -> None:
        rij = boom["adressen"]
        alle = sorted({*rij, *nieuw})
        for plek, adres in enumerate(alle):
            if plek == len(rij) or rij[plek] != adres:
                rij.insert(plek, adres)

    if nieuw:
        werk.bewerk(GEPUBLICEERD, verander)
    werk.gedaan.append(f"{len(nieuw)} adressen zijn vastgelegd.")
