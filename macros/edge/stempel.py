"""The theme's shell, rendered once by MkDocs and then filled in for every record page.

Letting MkDocs render each record costs about 4 ms a page; filling in a finished page about 0.1 ms
(docs/over/besluiten/003-stempelen.md).
"""

from __future__ import annotations

from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from macros.blad.citeren import Citaat
from macros.pages.pagina import Pagina

PAD = "stempel/pagina/"
"""As deep as every record page, so that the relative links of the shell fit them all."""
_TITEL, _OMSCHRIJVING, _INHOUD = "kbstempeltitel", "kbstempelomschrijving", "kbstempelinhoud"
CITAAT = Citaat("kbstempelcitaat", PAD)
"""Stands in the shell where each page says how to refer to it."""


def stempelbestand(config: MkDocsConfig) -> File:
    """Return the page, in memory only, that MkDocs renders to get the shell."""
    tekst = f"---\ntitle: {_TITEL}\ndescription: {_OMSCHRIJVING}\n---\n{_INHOUD}\n"
    return File.generated(config, f"{PAD.removesuffix('/')}.md", content=tekst)


def stempel(omhulsel: str, pagina: Pagina, menudeel: str) -> str:
    """Return the shell with one page filled in, and the part of the menu it belongs to marked.

    The first link of the shell to ``menudeel`` is the one in the menu at the top.
    """
    link = f'<li><a href="../../{menudeel}"'
    return (
        omhulsel.replace(link, f'{link} aria-current="true"', 1)
        .replace(_TITEL, escape(pagina.titel))
        .replace(_OMSCHRIJVING, escape(pagina.omschrijving))
        .replace(CITAAT.titel, escape(pagina.citaat.titel))
        .replace(PAD, pagina.pad)
        .replace(f"<p>{_INHOUD}</p>", str(pagina.inhoud))
    )
