"""What every page is that MkDocs does not know of."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Pagina:
    """One page: address from the site root, texts for the head, and the content."""

    pad: str
    titel: str
    omschrijving: str
    inhoud: Markup
    denkbeeldig: bool = False
