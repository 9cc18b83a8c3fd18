"""``leerpunten/leerpunten.csv`` and ``.json``: the whole catalogue of learnings."""

from __future__ import annotations

import json
from collections.abc import Iterator

from macros.blad.facets import rows
from macros.blad.zinnen import LICENCE_SENTENCE
from macros.corpus.corpus import Corpus
from macros.exports.file import Output
from macros.exports.spreadsheet import SEPARATOR, csv_bytes

NO_FILTERS = "geen: alle leerpunten"
"""What the column ``filters`` says of the whole catalogue; also in catalogus.js."""


def leerpunten(corpus: Corpus) -> Iterator[Output]:
    """Yield the catalogue as CSV and as JSON."""
    yield Output("leerpunten/leerpunten.csv", csv_bytes(_table(corpus)))
    yield Output("leerpunten/leerpunten.json", _json(corpus).encode())


def _table(corpus: Corpus) -> Iterator[list[str]]:
    everything = rows(corpus)
    yield [*everything[0], "filters"]
    for row in everything:
        cells = [cell if isinstance(cell, str) else SEPARATOR.join(cell) for cell in row.values()]
        yield [*cells, NO_FILTERS]


def _json(corpus: Corpus) -> str:
    inhoud = {
        "titel": f"Leerpunten, {corpus.site.naam}",
        "bron": f"{corpus.site.adres}leerpunten/",
        "peildatum": corpus.site.peildatum,
        "licentie": LICENCE_SENTENCE,
        "leerpunten": rows(corpus),
    }
    return json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n"
