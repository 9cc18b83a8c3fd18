"""Hand-written pages that a reader can take along: as a document, and in a dossier."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TakeAlong:
    """One such page; ``begins`` is how the headings of the parts begin that are taken along."""

    id: str
    pad: str
    file: str
    titel: str
    begins: str

    @property
    def odt(self) -> str:
        """Return the address of the document."""
        return f"{self.pad}{self.pad.rstrip('/').rpartition('/')[2]}.odt"


TAKE_ALONG = {
    one.pad: one
    for one in (
        TakeAlong(
            "pagina:collegevoorstel",
            "aansluiten/collegevoorstel/",
            "aansluiten/collegevoorstel.md",
            "Voorbeeldteksten collegevoorstel en raadsbrief",
            "Voorbeeld: ",
        ),
    )
}
"""By address."""
