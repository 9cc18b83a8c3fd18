"""Claims on written pages that need no source, each with the reason."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.base import Basis, Tekst, Zin


class Uitzondering(Basis):
    """Words on a page, or all of a page or folder (ending in a slash) when no words are given."""

    pagina: Tekst
    woorden: Tekst | None = None
    reden: Zin


class Uitzonderingen(Basis):
    """``data/docs-uitzonderingen.yml``."""

    uitzonderingen: Annotated[tuple[Uitzondering, ...], Field(min_length=1)]
