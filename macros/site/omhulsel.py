"""The theme's shell, rendered once and then filled in for every page that MkDocs does not know of.

Letting MkDocs render each record costs about 4 ms a page; filling in a finished page about 0.1 ms
(docs/over/besluiten/003-stempelen.md).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from macros.blad.citeren import Citaat
from macros.pages.pagina import Pagina

# --- the placeholders: what stands in the shell where each page differs ---------------------------

PAD = "stempel/pagina/"
"""The address. As deep as that of every page, so that the relative links of the shell fit them."""
TITEL, OMSCHRIJVING = "kbstempeltitel", "kbstempelomschrijving"
CITAAT = Citaat("kbstempelcitaat", PAD)
"""Stands where each page says how to refer to it."""
_INHOUD = "kbstempelinhoud"
TEKST = f"---\ntitle: {TITEL}\ndescription: {OMSCHRIJVING}\n---\n{_INHOUD}\n"
"""The Markdown of the page that becomes the shell."""
_MENU = ' kbstempelmenu="{}"'
_GEOPEND = ' aria-current="true"'
_NODIG = (f"<p>{_INHOUD}</p>", TITEL, OMSCHRIJVING, CITAAT.titel, PAD)
_MERK = re.compile(f"({'|'.join([*map(re.escape, _NODIG), _MENU.format('[^ ]*?')])})")


def menumerk(pad: str) -> str:
    """Return what the theme puts inside the link of the menu to the part that starts at ``pad``."""
    return _MENU.format(pad)


class OmhulselFout(ValueError):
    """The shell and the pages do not fit: the message tells who has to mend the theme or menu."""


@dataclass(frozen=True, slots=True)
class Omhulsel:
    """The shell, cut at its placeholders, and per listing page the part of the menu it is in."""

    stukken: Sequence[str]
    menudelen: Mapping[str, str]

    def vul(self, pagina: Pagina) -> str:
        """Return the whole HTML of one page, with its part of the menu marked."""
        if pagina.pad.count("/") != PAD.count("/"):
            raise OmhulselFout(f"{pagina.pad} is niet zo diep als {PAD}; de links zouden breken")
        if pagina.boven not in self.menudelen:
            raise OmhulselFout(
                f"{pagina.pad} hoort bij {pagina.boven}, en dat staat niet in een deel van het menu"
            )
        waarden = {
            f"<p>{_INHOUD}</p>": str(pagina.inhoud),
            TITEL: escape(pagina.titel),
            OMSCHRIJVING: escape(pagina.omschrijving),
            CITAAT.titel: escape(pagina.citaat.titel),
            PAD: pagina.pad,
            menumerk(self.menudelen[pagina.boven]): _GEOPEND,
        }
        # Odd pieces are placeholders; those left over mark the other parts of the menu.
        return "".join(
            waarden.get(stuk, "") if nummer % 2 else stuk
            for nummer, stuk in enumerate(self.stukken)
        )


def lees_omhulsel(html: str, menudelen: Mapping[str, str]) -> Omhulsel:
    """Cut a rendered shell; raise ``OmhulselFout`` where a placeholder is missing.

    ``menudelen`` gives for each page in the menu the first page of its part, which the menu at the
    top links to.
    """
    stukken = _MERK.split(html)
    merken = stukken[1::2]
    for merk in (*_NODIG, *map(menumerk, dict.fromkeys(menudelen.values()))):
        if merk not in merken:
            raise OmhulselFout(f"„{merk.strip()}” ontbreekt in het omhulsel; zie macros/theme/")
    return Omhulsel(stukken, menudelen)
