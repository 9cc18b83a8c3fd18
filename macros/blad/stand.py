"""What may be said about a municipality: four states, never "not affiliated"."""

from __future__ import annotations

from macros.blad.page_macro_error import PageMacroError
from macros.corpus.corpus import Corpus
from macros.corpus.quoting import matching_beweringen
from macros.model.base import Bewering
from macros.model.organisatie import Gemeente

NO_BRON = "geen-bron"
VERVALLEN = "vervallen"


def stand_of(gemeente: Gemeente) -> str:
    """Return the term of the vocabulary ``gemeentestand`` for a present municipality."""
    uitkomsten = {vermelding.uitkomst for vermelding in gemeente.vermeldingen}
    if "aangesloten" in uitkomsten:
        return "aangesloten"
    return "samenwerkend" if uitkomsten else NO_BRON


def indienen_is_always_possible(corpus: Corpus) -> Bewering:
    """Return the statement that a municipality that has not joined can submit a case, too.

    The table of municipalities quotes it from the record that holds it. A build without it would
    leave readers of 320 pages with half an answer, so it fails; that it is one, a rule sees to.
    """
    quotation = corpus.gemeentetabel.indienen
    found = matching_beweringen(corpus, quotation) if quotation else []
    if not found:
        raise PageMacroError(
            "data/gemeenten.yml haalt geen bewering aan over gemeenten die niet zijn aangesloten",
            "elke pagina van een gemeente heeft die nodig: noem onder „indienen” record, veld en "
            "de eerste woorden",
        )
    return found[0]
