"""Vocabularies: one file per axis, each term with a label and one sentence of explanation (SKOS)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.basis import SLUG, Basis, Tekst, Zin


class VocabulaireTerm(Basis):
    """One term: ``sleutel`` is what editors type, ``label`` what readers see."""

    sleutel: Annotated[Tekst, Field(pattern=f"^{SLUG.pattern}$")]
    label: Tekst
    uitleg: Zin


class Vocabulaire(Basis):
    """One axis. The file name is the name fields refer to."""

    as_: Annotated[Tekst, Field(alias="as")]
    titel: Tekst
    uitleg: Zin
    termen: Annotated[tuple[VocabulaireTerm, ...], Field(min_length=1)]


class Site(Basis):
    """``data/site.yml``: what the owner of the site may change."""

    naam: Tekst
    ondertitel: Zin
    afzender: Zin
    adres: Tekst
    """Public address of the site, with a final slash."""
    peildatum: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    """The day the content was last brought up to date; "old" is reckoned from here."""
    versie: Tekst
    verbeteradres: Tekst
    """Where "verbeter deze pagina" leads; ``{pad}`` is replaced by the data file."""
