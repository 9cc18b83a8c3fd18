"""The hand-written pages: what the rest of the site has to know of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.load.boom import lees_tekst
from macros.load.fout import verslag
from macros.blad.citeren import Citaat, citeertitel
from macros.search.index import Vertelpagina
from macros.search.tekst import delen
from macros.site.fragmenten import Fragmenten

DENKBEELDIGE_WET = "denkbeeldige_wet"
"""Stands in the head of a page that is about the imaginary law from start to end."""


@dataclass(frozen=True, slots=True)
class Verteld:
    """One page of ``docs/``: what the search reads, and how to refer to it."""

    pagina: Vertelpagina
    citaat: Citaat


def lees_verteld(  # noqa: PLR0913  each is one thing that the page says of itself
    html: str,
    fragmenten: Fragmenten,
    *,
    pad: str,
    menutitel: str,
    titel: str,
    omschrijving: str,
    zoektermen: Sequence[str],
    denkbeeldig: bool,
) -> Verteld:
    """Return what is known of a page from its HTML, in which tokens stand, and from its head."""
    stukken = delen(fragmenten.vul_in_voor_zoeken(html))
    pagina = Vertelpagina(
        pad, menutitel, omschrijving, stukken, tuple(zoektermen), denkbeeldig=denkbeeldig
    )
    return Verteld(pagina, Citaat(citeertitel(titel, denkbeeldig=denkbeeldig), pad))


def citaten_van(docs: Path) -> list[Citaat]:
    """Return how to refer to every page in ``docs``, without making those pages."""
    return [_citaat(docs, bestand) for bestand in sorted(docs.rglob("*.md"))]


def _adres(bestand: Path) -> str:
    """Return the address that MkDocs gives a page (``use_directory_urls``)."""
    map_ = bestand.parent if bestand.stem == "index" else bestand.with_suffix("")
    return "" if map_ == Path() else f"{map_.as_posix()}/"


def _citaat(docs: Path, bestand: Path) -> Citaat:
    _, kop, _ = bestand.read_text(encoding="utf-8").split("---\n", 2)
    gelezen, fouten = lees_tekst(kop, bestand.name)
    if gelezen is None or not isinstance(gelezen.waarde, dict):
        raise ValueError(verslag(fouten))
    titel = str(gelezen.waarde["title"])
    denkbeeldig = gelezen.waarde.get(DENKBEELDIGE_WET) is True
    return Citaat(citeertitel(titel, denkbeeldig=denkbeeldig), _adres(bestand.relative_to(docs)))
