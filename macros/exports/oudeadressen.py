"""Old addresses for programs and servers: what moved, what was withdrawn, and where to go now."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from macros.blad.oudadres import SERVERS, Omleiding, doelpad, serverregels
from macros.corpus.corpus import Corpus
from macros.exports.bestand import Uitvoer


def oude_adressen(corpus: Corpus, lijst: Sequence[Omleiding]) -> Iterator[Uitvoer]:
    """Yield ``oude-adressen.json`` and a file with lines for each kind of server."""
    rijen: list[dict[str, str]] = [
        {"van": een.van, "status": "verhuisd", "naar": een.naar, "datum": een.datum.isoformat()}
        for een in lijst
    ]
    for weg in corpus.oude_adressen.ingetrokken:
        rij = {
            "van": weg.van,
            "status": "ingetrokken",
            "titel": weg.titel,
            "datum": weg.datum.isoformat(),
            "reden": weg.reden,
        }
        rijen.append(rij | ({"opvolger": doelpad(weg.opvolger)} if weg.opvolger else {}))
    inhoud = {"site": corpus.site.adres, "adressen": sorted(rijen, key=lambda rij: rij["van"])}
    tekst = json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n"
    yield Uitvoer("oude-adressen.json", tekst.encode())
    for naam in SERVERS:
        yield Uitvoer(naam, serverregels(naam, lijst).encode())
