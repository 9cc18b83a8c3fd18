"""``leerpunten/leerpunten.csv`` and ``.json``: the whole catalogue of learnings."""

from __future__ import annotations

import json
from collections.abc import Iterator

from macros.blad.facetten import rijen
from macros.blad.zinnen import LICENTIE
from macros.corpus.corpus import Corpus
from macros.exports.bestand import Uitvoer
from macros.exports.rekenblad import SCHEIDING, csv_bytes

GEEN_FILTERS = "geen: alle leerpunten"
"""What the column ``filters`` says of the whole catalogue; also in catalogus.js."""


def leerpunten(corpus: Corpus) -> Iterator[Uitvoer]:
    """Yield the catalogue as CSV and as JSON."""
    yield Uitvoer("leerpunten/leerpunten.csv", csv_bytes(_tabel(corpus)))
    yield Uitvoer("leerpunten/leerpunten.json", _json(corpus).encode())


def _tabel(corpus: Corpus) -> Iterator[list[str]]:
    alles = rijen(corpus)
    yield [*alles[0], "filters"]
    for rij in alles:
        cellen = [cel if isinstance(cel, str) else SCHEIDING.join(cel) for cel in rij.values()]
        yield [*cellen, GEEN_FILTERS]


def _json(corpus: Corpus) -> str:
    inhoud = {
        "titel": f"Leerpunten, {corpus.site.naam}",
        "bron": f"{corpus.site.adres}leerpunten/",
        "peildatum": corpus.site.peildatum,
        "licentie": LICENTIE,
        "leerpunten": rijen(corpus),
    }
    return json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n"
