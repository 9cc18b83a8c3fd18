"""The catalogue of learnings, its overviews per facet, and the tables of what we do not know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from macros.blad import facetten as gegevens
from macros.blad.adres import facetpad
from macros.blad.inzetfout import kies
from macros.blad.kaart import jongste_datum
from macros.blad.zinnen import LICENTIE
from macros.corpus import matrix as matrices
from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import leerpunten
from macros.model.datering import Peildatum
from macros.model.leerpunt import Leerpunt
from macros.pages.inzetten.overzichten import Groep
from macros.pages.weergave import Schrijver, teken


def leerpunten_per(kb: Schrijver, naam: str) -> Markup:
    """Return the learnings under each choice of one facet."""
    facetten = {facet.naam: facet for facet in gegevens.facetten(kb.corpus)}
    groepen = [
        Groep(
            f"jaar-{waarde.sleutel}" if naam == "jaar" else waarde.sleutel,
            waarde.label,
            waarde.uitleg,
            waarde.leerpunten,
            facetpad(naam, waarde.sleutel),
        )
        for waarde in kies("indeling", facetten, naam).waarden
    ]
    return teken("overzicht.html.j2", kb, groepen=groepen, mapnaam="leerpunten", telling=True)


@dataclass(frozen=True, slots=True)
class Kaart:
    """One learning in the catalogue, with the attributes that the script reads."""

    leerpunt: Leerpunt
    datum: Peildatum | None
    kenmerken: Mapping[str, str]


def catalogus(kb: Schrijver) -> Markup:
    """Return all learnings with the facets to choose by; complete without JavaScript."""
    corpus = kb.corpus
    kaarten = [_kaart(corpus, leerpunt) for leerpunt in leerpunten(corpus)]
    return teken(
        "catalogus.html.j2",
        kb,
        kaarten=kaarten,
        facetten=gegevens.facetten(corpus),
        facetpad=facetpad,
        licentie=LICENTIE,
    )


def _kaart(corpus: Corpus, leerpunt: Leerpunt) -> Kaart:
    datum = jongste_datum(corpus, leerpunt)
    kenmerken = {
        "nummer": leerpunt.nummer,
        "pad": leerpunt.pad,
        "aard": corpus.term("leerpuntaard", leerpunt.aard).label,
        "vorm": corpus.term("vorm", leerpunt.vorm).label,
        "datum": datum.notatie() if datum else "",
        "bronnen": " ".join(gegevens.bronnen_van(corpus, leerpunt)),
    }
    for naam, sleutels in gegevens.waarden_van(corpus, leerpunt).items():
        kenmerken[naam] = " ".join(sleutels)
    return Kaart(leerpunt, datum, {f"data-{naam}": waarde for naam, waarde in kenmerken.items()})


KORTE_LIJST = 6
"""Up to so many blanks are shown at once; a longer list is folded."""

_MATRIX: Mapping[str, Callable[[Corpus], matrices.Matrix]] = {
    "wetten": matrices.wetten,
    "instrumenten": matrices.instrumenten,
    "waarden": matrices.waarden,
}


def dekking(kb: Schrijver, naam: str) -> Markup:
    """Return one table of what is linked to learnings, with its blanks counted."""
    return teken(
        "dekking.html.j2",
        kb,
        naam=naam,
        matrix=kies("tabel", _MATRIX, naam)(kb.corpus),
        letters=matrices.letters(kb.corpus, "wetrol"),
        rollen=kb.corpus.vocabulaires["wetrol"].termen,
        reden_leeg=matrices.reden_leeg,
        kort_tot=KORTE_LIJST,
    )
