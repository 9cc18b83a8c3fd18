"""Finding what a tool quotes from a record."""

from __future__ import annotations

from macros.corpus.corpus import Corpus
from macros.model.base import Bewering, Onbekend
from macros.model.tool import AangehaaldeVraag, Aanhaling, Onderbouwd


def matching_beweringen(corpus: Corpus, quotation: Aanhaling) -> list[Bewering]:
    """Return the statements in that field that begin with those words; the checks want one."""
    waarde = getattr(corpus.records.get(quotation.record), quotation.veld, ())
    beweringen = waarde if isinstance(waarde, tuple) else ()
    return [
        bewering
        for bewering in beweringen
        if isinstance(bewering, Bewering) and bewering.tekst.startswith(quotation.begint)
    ]


def matching_vragen(corpus: Corpus, quotation: AangehaaldeVraag) -> list[Onbekend]:
    """Return the open questions of that record that begin with those words."""
    vragen: tuple[Onbekend, ...] = getattr(corpus.records.get(quotation.record), "onbekend", ())
    return [vraag for vraag in vragen if vraag.vraag.startswith(quotation.begint)]


def grounding(corpus: Corpus, part: Onderbouwd) -> list[Bewering]:
    """Return every statement under one part of a tool: first the quoted ones, then its own."""
    quoted = [matching_beweringen(corpus, quotation)[0] for quotation in part.haalt_aan]
    return [*quoted, *part.waarom]
