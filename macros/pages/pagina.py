"""What every page is that MkDocs does not know of."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from macros.blad.citeren import Citaat, citeertitel
from macros.corpus.inzage import Gelezen


@dataclass(frozen=True, slots=True)
class Pagina:
    """One page: address from the site root, texts for the head, and the content.

    ``gelezen`` is what the page was made of. ``kop`` is the main heading, where the title holds
    more than that.
    """

    pad: str
    titel: str
    omschrijving: str
    inhoud: Markup
    gelezen: Gelezen
    denkbeeldig: bool = False
    kop: str = ""
    overzicht: str = ""

    @property
    def boven(self) -> str:
        """Return the address of the page that lists this one: that of its folder, if not told."""
        return self.overzicht or f"{self.pad.partition('/')[0]}/"

    @property
    def citaat(self) -> Citaat:
        """Return how to refer to this page."""
        return Citaat(citeertitel(self.kop or self.titel, denkbeeldig=self.denkbeeldig), self.pad)
