"""What the tools for readers quote from a record stands there, word for word and once."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.regel import regel
from macros.corpus.aanhalen import passende_beweringen, passende_vragen
from macros.corpus.corpus import Corpus
from macros.load.fout import Fout
from macros.model.bladeren import bladeren
from macros.model.hulpmiddel import AangehaaldeVraag, Aanhaling


@regel(
    eis=(
        "De keuzehulp en het formulier halen alleen beweringen en vragen aan die in dat "
        "record staan."
    ),
    bereik="keuzehulp en formulier",
    herstel="Neem de eerste woorden van de bewering precies over.",
)
def aanhaling_bestaat(corpus: Corpus) -> Iterator[Fout]:
    """Each quoted statement or question is one that the record has."""
    for id_, hulpmiddel in (
        ("tabel:keuzehulp", corpus.keuzehulp),
        ("tabel:casusformulier", corpus.casusformulier),
        # Its rows quote nothing, and there are many.
        ("tabel:gemeenten", corpus.gemeentetabel.model_copy(update={"gemeenten": ()})),
    ):
        for pad, deel, _ in bladeren(hulpmiddel):
            match deel:
                case Aanhaling(record=record, veld=veld):
                    aantal, waar = len(passende_beweringen(corpus, deel)), f"{record}, veld {veld}"
                case AangehaaldeVraag(record=record):
                    aantal, waar = len(passende_vragen(corpus, deel)), f"{record}, veld onbekend"
                case _:
                    continue
            # A record that does not exist is reported as a broken reference.
            if aantal != 1 and record in corpus.records:
                wat, herstel = _uitleg(deel.begint, aantal, waar)
                yield corpus.fout(id_, (*pad, "begint"), wat, herstel)


def _uitleg(begint: str, aantal: int, waar: str) -> tuple[str, str]:
    if aantal == 0:
        wat = f"„{begint}” staat niet aan het begin van een tekst bij {waar}"
        return wat, "neem de eerste woorden over zoals ze nu bij het record staan"
    wat = f"„{begint}” past op {aantal} teksten bij {waar}"
    return wat, "neem meer woorden over, tot er één past"
