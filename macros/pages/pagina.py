"""What every page is that MkDocs does not know of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from macros.blad.blad import Blad
from macros.blad.citing import Citation, citeertitel
from macros.corpus.read_log import ReadLog


@dataclass(frozen=True, slots=True)
class Making:
    """How the page at an address is made, before it is: what did not change need not be made."""

    pad: str
    make: partial[Pagina]

    @property
    def naam(self) -> tuple[str, str]:
        """Return the name of this way of making this page."""
        return self.make.func.__qualname__, self.pad


@dataclass(frozen=True, slots=True)
class Pagina:
    """One page: address from the site root, texts for the head, and the content.

    ``read`` is what the page was made of. ``kop`` is the main heading, where the title holds
    more than that.
    """

    pad: str
    titel: str
    description: str
    inhoud: Markup
    read: ReadLog
    denkbeeldig: bool = False
    kop: str = ""
    overzicht: str = ""
    blad: Blad | None = None
    """What is told of the record, for who makes something else of it."""
    over: str = ""
    """The id of the source or municipality that the page is about; of a record its blad tells."""

    @property
    def above(self) -> str:
        """Return the address of the page that lists this one: that of its folder, if not told."""
        return self.overzicht or f"{self.pad.partition('/')[0]}/"

    @property
    def citation(self) -> Citation:
        """Return how to refer to this page."""
        return Citation(citeertitel(self.kop or self.titel, denkbeeldig=self.denkbeeldig), self.pad)
