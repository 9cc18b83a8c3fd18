"""What may be said about a municipality: four states, never "not affiliated"."""

from __future__ import annotations

from macros.blad.inzetfout import InzetFout
from macros.corpus.aanhalen import passende_beweringen
from macros.corpus.corpus import Corpus
from macros.model.basis import Bewering
from macros.model.organisatie import Gemeente

GEEN_BRON = "geen-bron"
VERVALLEN = "vervallen"


def stand_van(gemeente: Gemeente) -> str:
    """Return the term of the vocabulary ``gemeentestand`` for a present municipality."""
    uitkomsten = {vermelding.uitkomst for vermelding in gemeente.vermeldingen}
    if "aangesloten" in uitkomsten:
        return "aangesloten"
    return "samenwerkend" if uitkomsten else GEEN_BRON


def indienen_kan_altijd(corpus: Corpus) -> Bewering:
    """Return the statement that a municipality that has not joined can submit a case, too.

    The table of municipalities quotes it from the record that holds it. A build without it would
    leave readers of 320 pages with half an answer, so it fails; that it is one, a rule sees to.
    """
    aanhaling = corpus.gemeentetabel.indienen
    gevonden = passende_beweringen(corpus, aanhaling) if aanhaling else []
    if not gevonden:
        raise InzetFout(
            "data/gemeenten.yml haalt geen bewering aan over gemeenten die niet zijn aangesloten",
            "elke pagina van een gemeente heeft die nodig: noem onder „indienen” record, veld en "
            "de eerste woorden",
        )
    return gevonden[0]
