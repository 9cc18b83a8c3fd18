"""``leerpunten/leerpunten.csv`` and ``.json``: the whole catalogue of learnings."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from macros.corpus.corpus import Corpus
from macros.corpus.facetten import LICENTIE, rijen
from macros.exports.bestand import Uitvoer

SCHEIDING = " | "
"""Between the values of one cell; also in assets/js/catalogus.js."""
GEEN_FILTERS = "geen: alle leerpunten"
"""What the column ``filters`` says of the whole catalogue; also in assets/js/catalogus.js."""


def leerpunten(corpus: Corpus) -> Iterator[Uitvoer]:
    """Yield the catalogue as CSV (RFC 4180) and as JSON."""
    yield Uitvoer("leerpunten/leerpunten.csv", _csv(corpus).encode())
    yield Uitvoer("leerpunten/leerpunten.json", _json(corpus).encode())


def _csv(corpus: Corpus) -> str:
    uit = io.StringIO()
    schrijver = csv.writer(uit, lineterminator="\r\n")
    alles = rijen(corpus)
    schrijver.writerow([*alles[0], "filters"])
    for rij in alles:
        cellen = [cel if isinstance(cel, str) else SCHEIDING.join(cel) for cel in rij.values()]
        schrijver.writerow([*cellen, GEEN_FILTERS])
    return uit.getvalue()


def _json(corpus: Corpus) -> str:
    inhoud = {
        "titel": f"Leerpunten, {corpus.site.naam}",
        "bron": f"{corpus.site.adres}leerpunten/",
        "peildatum": corpus.site.peildatum,
        "licentie": LICENTIE,
        "leerpunten": rijen(corpus),
    }
    return json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n"
