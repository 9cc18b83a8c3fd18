"""Which articles of which law a record names: for a question such as ``4:84 Awb``."""

from __future__ import annotations

from macros.model.leerpunt import Leerpunt
from macros.model.recht import Wet
from macros.model.soorten import Bestandsrecord


def named_artikelen(record: Bestandsrecord | None) -> list[list[str]]:
    """Return pairs of law id and article number, each once, in the order of the page."""
    pairs: list[tuple[str, str]] = []
    match record:
        case Wet():
            pairs = [
                (record.id, place.artikel) for kern in record.artikelen for place in kern.plaats
            ]
        case Leerpunt():
            pairs = [(wet.wet, place.artikel) for wet in record.wetten for place in wet.artikelen]
    return [list(pair) for pair in dict.fromkeys(pairs)]
