"""Hand-written pages that a reader can take along: as a document, and in a dossier."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TakeAlong:
    """One such page; ``begins`` is how the headings of the parts begin that are taken along.

    Without it the page goes along whole, and has no document of its own.
    """

    id: str
    pad: str
    file: str
    titel: str
    begins: str = ""

    @property
    def soort(self) -> str:
        """Return what kind of page it is, as a dossier calls it."""
        return "Voorbeeldtekst" if self.begins else "Uitleg"

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
        TakeAlong(
            "pagina:casus-voorbereiden",
            "casus-voorbereiden/",
            "casus-voorbereiden.md",
            "Een casus voorbereiden",
        ),
        TakeAlong(
            "pagina:termijnen",
            "termijnen-lopen-door/",
            "termijnen-lopen-door.md",
            "Termijnen lopen door",
        ),
        TakeAlong("pagina:aansluiten", "aansluiten/", "aansluiten/index.md", "Gemeente aansluiten"),
        TakeAlong(
            "pagina:uitvoerders",
            "aansluiten/uitvoerders/",
            "aansluiten/uitvoerders.md",
            "Uitvoerder aansluiten",
        ),
        TakeAlong("pagina:instrumenten", "instrumenten/", "instrumenten/index.md", "Instrumenten"),
        TakeAlong("pagina:systeemleren", "systeemleren/", "systeemleren.md", "Systeemleren"),
    )
}
"""By address."""
