"""The form: every question has a place of its own, every kind of personal data its warning."""

from __future__ import annotations

import typing
from collections import Counter
from collections.abc import Iterator

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.error import Error
from macros.model.casusformulier import Gegevenssoort

ID = "tabel:casusformulier"


@regel(
    asks="Elke sleutel staat één keer in het formulier.",
    scope="formulier",
    remedy="Geef een van beide een andere sleutel.",
)
def formulier_sleutels_eenmaal(corpus: Corpus) -> Iterator[Error]:
    """Keys are ids on the page: each once."""
    tally: Counter[str] = Counter()
    for nummer, veld in enumerate(corpus.casusformulier.velden):
        tally[veld.sleutel] += 1
        if tally[veld.sleutel] > 1:
            wat = f"sleutel „{veld.sleutel}” is al van een andere vraag"
            yield corpus.error(ID, ("velden", nummer, "sleutel"), wat, "kies een andere sleutel")


@regel(
    asks="Voor elke soort persoonsgegevens die het formulier herkent, is er één waarschuwing.",
    scope="formulier",
    remedy="Voeg de waarschuwing toe, of haal de dubbele weg.",
)
def formulier_waarschuwt_voor_alles(corpus: Corpus) -> Iterator[Error]:
    """Each kind of personal data that the form recognises has one warning."""
    tally = Counter(part.soort for part in corpus.casusformulier.waarschuwingen)
    for soort in typing.get_args(Gegevenssoort):
        if tally[soort] != 1:
            wat = f"„{soort}” staat er {tally[soort]} keer"
            remedy = "zet elke soort er precies één keer in"
            yield corpus.error(ID, ("waarschuwingen",), wat, remedy)
