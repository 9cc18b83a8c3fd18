"""The form: every question has a place of its own, every kind of personal data its warning."""

from __future__ import annotations

import typing
from collections import Counter
from collections.abc import Iterator

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.fout import Fout
from macros.model.casusformulier import Gegevenssoort

ID = "tabel:casusformulier"


@regel(
    eis="Elke sleutel staat één keer in het formulier.",
    bereik="formulier",
    herstel="Geef een van beide een andere sleutel.",
)
def formulier_sleutels_eenmaal(corpus: Corpus) -> Iterator[Fout]:
    """Keys are ids on the page: each once."""
    telling: Counter[str] = Counter()
    for nummer, veld in enumerate(corpus.casusformulier.velden):
        telling[veld.sleutel] += 1
        if telling[veld.sleutel] > 1:
            wat = f"sleutel „{veld.sleutel}” is al van een andere vraag"
            yield corpus.fout(ID, ("velden", nummer, "sleutel"), wat, "kies een andere sleutel")


@regel(
    eis="Voor elke soort persoonsgegevens die het formulier herkent, is er één waarschuwing.",
    bereik="formulier",
    herstel="Voeg de waarschuwing toe, of haal de dubbele weg.",
)
def formulier_waarschuwt_voor_alles(corpus: Corpus) -> Iterator[Fout]:
    """Each kind of personal data that the form recognises has one warning."""
    telling = Counter(deel.soort for deel in corpus.casusformulier.waarschuwingen)
    for soort in typing.get_args(Gegevenssoort):
        if telling[soort] != 1:
            wat = f"„{soort}” staat er {telling[soort]} keer"
            herstel = "zet elke soort er precies één keer in"
            yield corpus.fout(ID, ("waarschuwingen",), wat, herstel)
