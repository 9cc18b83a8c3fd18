"""Which articles of which law a record names: for a question such as ``4:84 Awb``."""

from __future__ import annotations

from macros.load.error import Pad
from macros.model.base import Verwijzing
from macros.model.leerpunt import Artikel
from macros.model.soorten import Bestandsrecord
from macros.model.walk import walk

_TO_A_LAW = Verwijzing(("wet",))


def named_artikelen(record: Bestandsrecord | None) -> list[list[str]]:
    """Return pairs of law id and article number, each once, in the order of the page.

    The law is the one named beside the article or around it; without one, the record itself.
    """
    if record is None:
        return []
    laws: dict[Pad, str] = {(): record.id}
    pairs: list[tuple[str, str]] = []
    for pad, waarde, mark in walk(record):
        if mark == _TO_A_LAW:
            laws[pad[:-1]] = str(waarde)
        elif isinstance(waarde, Artikel):
            around = (pad[:length] for length in range(len(pad), -1, -1))
            pairs.append((next(laws[one] for one in around if one in laws), waarde.artikel))
    return [list(pair) for pair in dict.fromkeys(pairs)]
