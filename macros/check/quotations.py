"""What the tools for readers quote from a record stands there, word for word and once."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.corpus.quoting import matching_beweringen, matching_vragen
from macros.load.error import Error
from macros.model.tool import AangehaaldeVraag, Aanhaling
from macros.model.walk import walk


@regel(
    asks=(
        "De keuzehulp en het formulier halen alleen beweringen en vragen aan die in dat "
        "record staan."
    ),
    scope="keuzehulp en formulier",
    remedy="Neem de eerste woorden van de bewering precies over.",
)
def aanhaling_bestaat(corpus: Corpus) -> Iterator[Error]:
    """Each quoted statement or question is one that the record has."""
    for id_, tool in (
        ("tabel:keuzehulp", corpus.keuzehulp),
        ("tabel:casusformulier", corpus.casusformulier),
        # Its rows quote nothing, and there are many.
        ("tabel:gemeenten", corpus.gemeentetabel.model_copy(update={"gemeenten": ()})),
    ):
        for pad, part, _ in walk(tool):
            match part:
                case Aanhaling(record=record, veld=veld):
                    aantal, where = len(matching_beweringen(corpus, part)), f"{record}, veld {veld}"
                case AangehaaldeVraag(record=record):
                    aantal, where = len(matching_vragen(corpus, part)), f"{record}, veld onbekend"
                case _:
                    continue
            # A record that does not exist is reported as a broken reference.
            if aantal != 1 and record in corpus.records:
                wat, remedy = _uitleg(part.begint, aantal, where)
                yield corpus.error(id_, (*pad, "begint"), wat, remedy)


def _uitleg(begint: str, aantal: int, where: str) -> tuple[str, str]:
    if aantal == 0:
        wat = f"„{begint}” staat niet aan het begin van een tekst bij {where}"
        return wat, "neem de eerste woorden over zoals ze nu bij het record staan"
    wat = f"„{begint}” past op {aantal} teksten bij {where}"
    return wat, "neem meer woorden over, tot er één past"
