"""Figures: only what was counted in the same way may stand together."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.error import Error
from macros.model.kennis import Cijfer, Grafiek


def _cijfers(corpus: Corpus, grafiek: Grafiek) -> list[tuple[int, Cijfer]]:
    found = [(nummer, corpus.records.get(id_)) for nummer, id_ in enumerate(grafiek.cijfers)]
    return [(nummer, cijfer) for nummer, cijfer in found if isinstance(cijfer, Cijfer)]


@regel(
    asks="Alle cijfers in een grafiek zijn op dezelfde manier geteld.",
    scope="grafieken",
    remedy="Zet alleen cijfers met dezelfde telwijze en eenheid bij elkaar.",
)
def grafiek_telt_hetzelfde(corpus: Corpus) -> Iterator[Error]:
    """All figures of a chart share method and unit."""
    for grafiek in corpus.every(Grafiek):
        cijfers = _cijfers(corpus, grafiek)
        for nummer, cijfer in cijfers[1:]:
            first = cijfers[0][1]
            if (cijfer.telwijze, cijfer.eenheid) != (first.telwijze, first.eenheid):
                wat = (
                    f"„{cijfer.id}” telt {cijfer.telwijze} ({cijfer.eenheid}), "
                    f"„{first.id}” telt {first.telwijze} ({first.eenheid})"
                )
                remedy = "zet cijfers met een andere telwijze nooit in één grafiek"
                yield corpus.error(grafiek.id, ("cijfers", nummer), wat, remedy)


@regel(
    asks="Alle cijfers in een grafiek zijn getallen die de bron zelf geeft.",
    scope="grafieken",
    remedy="Haal het cijfer uit de grafiek, of vul het getal in.",
)
def grafiek_heeft_getallen(corpus: Corpus) -> Iterator[Error]:
    """All figures of a chart are ones for which the source gives a number."""
    for grafiek in corpus.every(Grafiek):
        for nummer, cijfer in _cijfers(corpus, grafiek):
            if cijfer.getal is None:
                wat = f"„{cijfer.id}” heeft geen getal"
                yield corpus.error(grafiek.id, ("cijfers", nummer), wat, "laat dit cijfer weg")


@regel(
    asks="Een grafiek toont van elk jaar één waarde.",
    scope="grafieken",
    remedy="Kies per jaar één cijfer; noem het andere in de tekst.",
)
def grafiek_heeft_een_waarde_per_jaar(corpus: Corpus) -> Iterator[Error]:
    """No year stands in a chart twice: two bars of one year look like growth."""
    for grafiek in corpus.every(Grafiek):
        gezien: dict[int, str] = {}
        for nummer, cijfer in _cijfers(corpus, grafiek):
            if cijfer.periode.begin is None:
                continue
            jaar = cijfer.periode.begin.jaar
            if jaar in gezien:
                wat = f"„{cijfer.id}” en „{gezien[jaar]}” gaan allebei over {jaar}"
                yield corpus.error(grafiek.id, ("cijfers", nummer), wat, "laat één van beide weg")
            gezien.setdefault(jaar, cijfer.id)
