"""Finding what a tool quotes from a record."""

from __future__ import annotations

from macros.corpus.corpus import Corpus
from macros.model.basis import Bewering, Onbekend
from macros.model.hulpmiddel import AangehaaldeVraag, Aanhaling, Onderbouwd


def passende_beweringen(corpus: Corpus, aanhaling: Aanhaling) -> list[Bewering]:
    """Return the statements in that field that begin with those words; the checks want one."""
    waarde = getattr(corpus.records.get(aanhaling.record), aanhaling.veld, ())
    beweringen = waarde if isinstance(waarde, tuple) else ()
    return [
        bewering
        for bewering in beweringen
        if isinstance(bewering, Bewering) and bewering.tekst.startswith(aanhaling.begint)
    ]


def passende_vragen(corpus: Corpus, aanhaling: AangehaaldeVraag) -> list[Onbekend]:
    """Return the open questions of that record that begin with those words."""
    vragen: tuple[Onbekend, ...] = getattr(corpus.records.get(aanhaling.record), "onbekend", ())
    return [vraag for vraag in vragen if vraag.vraag.startswith(aanhaling.begint)]


def onderbouwing(corpus: Corpus, deel: Onderbouwd) -> list[Bewering]:
    """Return every statement under one part of a tool: first the quoted ones, then its own."""
    aangehaald = [passende_beweringen(corpus, aanhaling)[0] for aanhaling in deel.haalt_aan]
    return [*aangehaald, *deel.waarom]
