"""The list of kinds: which folder under ``data/`` holds which model."""

from __future__ import annotations

import typing
from collections.abc import Mapping

from macros.model.instrument import Instrument
from macros.model.kennis import Begrip, Bron, Cijfer, Gebeurtenis, Grafiek, Initiatief, Vraag
from macros.model.leerpunt import Leerpunt
from macros.model.mvt import MvtDocument, MvtPunt, Waarde, Waardenkader
from macros.model.organisatie import Organisatie
from macros.model.recht import Verkenning, Wet, Wetsvoorstel

Bestandsrecord = (
    Instrument
    | Leerpunt
    | Wet
    | Wetsvoorstel
    | Verkenning
    | Organisatie
    | Begrip
    | Cijfer
    | Grafiek
    | Gebeurtenis
    | Initiatief
    | Vraag
    | MvtDocument
    | MvtPunt
    | Waardenkader
    | Waarde
    | Bron
)
"""Everything that has a file of its own: the one list of kinds, in the order of every list."""

SOORTEN: tuple[type[Bestandsrecord], ...] = typing.get_args(Bestandsrecord)
PER_FOLDER: Mapping[str, type[Bestandsrecord]] = {soort.mapnaam: soort for soort in SOORTEN}
PER_SOORT: Mapping[str, type[Bestandsrecord]] = {soort.soort: soort for soort in SOORTEN}
