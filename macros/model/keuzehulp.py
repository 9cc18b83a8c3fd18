"""The decision aid: questions, answers that lead on, and outcomes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.base import SLUG, Basis, Tekst, Verwijzing, Zin
from macros.model.instrument import InstrumentRef
from macros.model.tool import AangehaaldeVraag, Hulpmiddel, Onderbouwd

Sleutel = Annotated[Tekst, Field(pattern=f"^{SLUG.pattern}$")]
SITE_PATH = r"^[a-z0-9-]+/(?:[a-z0-9-]+/)*(?:#[a-z0-9-]+)?$"


class Antwoord(Onderbouwd):
    """One answer: where it leads, and the statements that tell why it matters."""

    sleutel: Sleutel
    tekst: Tekst
    naar: Sleutel


class Keuzevraag(Basis):
    """One question; ``sleutel`` is part of its address."""

    sleutel: Sleutel
    vraag: Zin
    uitleg: Zin | None = None
    begrippen: tuple[Annotated[Tekst, Verwijzing(("begrip",))], ...] = ()
    """Words in the question that are explained under it."""
    open: tuple[Annotated[Tekst, Verwijzing(("vraag",))], ...] = ()
    """Open questions that a reader has to know before answering."""
    antwoorden: Annotated[tuple[Antwoord, ...], Field(min_length=2)]


class LeesVerder(Basis):
    """A link to a page of this site, from its root: ``aansluiten/uitvoerders/``."""

    tekst: Tekst
    pad: Annotated[Tekst, Field(pattern=SITE_PATH)]


class Uitkomst(Onderbouwd):
    """Where the questions end. With an instrument, what to do now comes from its record."""

    sleutel: Sleutel
    titel: Tekst
    instrument: InstrumentRef | None = None
    advies: Zin | None = None
    """Advice of the editors; shown as theirs."""
    onbekend: tuple[AangehaaldeVraag, ...] = ()
    open: tuple[Annotated[Tekst, Verwijzing(("vraag",))], ...] = ()
    lees_verder: tuple[LeesVerder, ...] = ()


class Keuzehulp(Hulpmiddel):
    """``data/keuzehulp.yml``: a graph that begins at ``start`` and can only end in an outcome."""

    start: Sleutel
    vragen: Annotated[tuple[Keuzevraag, ...], Field(min_length=1)]
    uitkomsten: Annotated[tuple[Uitkomst, ...], Field(min_length=1)]
