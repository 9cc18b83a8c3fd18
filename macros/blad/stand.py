"""What may be said about a municipality: four states, never "not affiliated"."""

from __future__ import annotations

from macros.corpus.corpus import Corpus
from macros.model.basis import Bewering
from macros.model.instrument import Instrument
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

    It stands with the instrument Maatwerkloket, resting on the memo of April 2024. A build without
    it would leave readers of 320 pages with half an answer, so it fails.
    """
    loket = corpus.records["instrument:landelijk-maatwerkloket"]
    if not isinstance(loket, Instrument):
        raise TypeError(loket.id)
    for bewering in (*loket.voor_wie, *loket.voorwaarden, *loket.wanneer_wel):
        if "bron:N24" in bewering.bronnen and "niet" in bewering.tekst:
            return bewering
    raise LookupError(
        "instrument:landelijk-maatwerkloket mist de bewering over niet-aangesloten gemeenten"
    )
