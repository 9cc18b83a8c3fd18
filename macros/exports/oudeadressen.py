"""Old addresses for programs and servers: what moved, what was withdrawn, and where to go now."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from macros.blad.oudadres import SERVERS, Omleiding, doelpad, serverregels
from macros.corpus.corpus import Corpus
from macros.exports.file import Output


def old_adressen(corpus: Corpus, lijst: Sequence[Omleiding]) -> Iterator[Output]:
    """Yield ``oude-adressen.json`` and a file with lines for each kind of server."""
    rows: list[dict[str, str]] = [
        {"van": one.van, "status": "verhuisd", "naar": one.naar, "datum": one.datum.isoformat()}
        for one in lijst
    ]
    for way in corpus.old_adressen.ingetrokken:
        row = {
            "van": way.van,
            "status": "ingetrokken",
            "titel": way.titel,
            "datum": way.datum.isoformat(),
            "reden": way.reden,
        }
        rows.append(row | ({"opvolger": doelpad(way.opvolger)} if way.opvolger else {}))
    inhoud = {"site": corpus.site.adres, "adressen": sorted(rows, key=lambda row: row["van"])}
    tekst = json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n"
    yield Output("oude-adressen.json", tekst.encode())
    for naam in SERVERS:
        yield Output(naam, serverregels(naam, lijst).encode())
