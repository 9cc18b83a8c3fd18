"""Which articles of which law a record names: for a question such as ``4:84 Awb``."""

from __future__ import annotations

from macros.model.leerpunt import Leerpunt
from macros.model.recht import Wet
from macros.model.soorten import Bestandsrecord


def genoemde_artikelen(record: Bestandsrecord | None) -> list[list[str]]:
    """Return pairs of law id and article number, each once, in the order of the page."""
    paren: list[tuple[str, str]] = []
    match record:
        case Wet():
            paren = [(record.id, plek.artikel) for kern in record.artikelen for plek in kern.plaats]
        case Leerpunt():
            paren = [(wet.wet, plek.artikel) for wet in record.wetten for plek in wet.artikelen]
    return [list(paar) for paar in dict.fromkeys(paren)]
