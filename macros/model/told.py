"""What a hand-written page in ``docs/`` says of itself in its front matter."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.base import Basis, JaNee, Tekst, Zin

Bestandspad = Annotated[Tekst, Field(pattern=r"^assets/[a-z]+/[a-z0-9-]+\.(css|js)$")]


class Kop(Basis):
    """Title and description for search engines, words readers type, and what the page loads."""

    title: Tekst
    description: Zin
    zoektermen: tuple[Tekst, ...] = ()
    stijlen: tuple[Bestandspad, ...] = ()
    scripts: tuple[Bestandspad, ...] = ()
    template: Tekst | None = None
    denkbeeldige_wet: JaNee = False
