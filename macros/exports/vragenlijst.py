"""``vragen/vragen.csv``: every open question, to take along or to send."""

from __future__ import annotations

from macros.blad.vragen import rijen
from macros.corpus.corpus import Corpus
from macros.exports.bestand import Uitvoer
from macros.exports.rekenblad import SCHEIDING, csv_bytes


def vragenlijst(corpus: Corpus) -> Uitvoer:
    """Return all questions as CSV; ``vragen.js`` makes the same of what a reader chose."""
    alles = rijen(corpus)
    cellen = (
        [cel if isinstance(cel, str) else SCHEIDING.join(cel) for cel in rij.values()]
        for rij in alles
    )
    return Uitvoer("vragen/vragen.csv", csv_bytes([[*alles[0]], *cellen]))
