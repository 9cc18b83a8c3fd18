"""The catalogue of learnings, its overviews per facet, and the tables of what we do not know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from macros.blad import facets as gather
from macros.blad.adres import facet_path
from macros.blad.card import youngest_datum
from macros.blad.page_macro_error import choose
from macros.blad.zinnen import LICENCE_SENTENCE
from macros.corpus import matrix as matrices
from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import leerpunten
from macros.model.dates import Peildatum
from macros.model.leerpunt import Leerpunt
from macros.pages.page_macros.overviews import Groep
from macros.pages.rendering import Writer, render


def leerpunten_per(kb: Writer, naam: str) -> Markup:
    """Return the learnings under each choice of one facet."""
    facets = {facet.naam: facet for facet in gather.facets(kb.corpus)}
    groepen = [
        Groep(
            f"jaar-{waarde.sleutel}" if naam == "jaar" else waarde.sleutel,
            waarde.label,
            waarde.uitleg,
            waarde.leerpunten,
            facet_path(naam, waarde.sleutel),
        )
        for waarde in choose("indeling", facets, naam).waarden
    ]
    return render("overzicht.html.j2", kb, groepen=groepen, mapnaam="leerpunten", tally=True)


@dataclass(frozen=True, slots=True)
class Card:
    """One learning in the catalogue, with the attributes that the script reads."""

    leerpunt: Leerpunt
    datum: Peildatum | None
    kenmerken: Mapping[str, str]


def catalogus(kb: Writer) -> Markup:
    """Return all learnings with the facets to choose by; complete without JavaScript."""
    corpus = kb.corpus
    cards = [_card(corpus, leerpunt) for leerpunt in leerpunten(corpus)]
    return render(
        "catalogus.html.j2",
        kb,
        cards=cards,
        facets=gather.facets(corpus),
        facet_path=facet_path,
        licence=LICENCE_SENTENCE,
    )


def _card(corpus: Corpus, leerpunt: Leerpunt) -> Card:
    datum = youngest_datum(corpus, leerpunt)
    kenmerken = {
        "nummer": leerpunt.nummer,
        "pad": leerpunt.pad,
        "aard": corpus.term("leerpuntaard", leerpunt.aard).label,
        "vorm": corpus.term("vorm", leerpunt.vorm).label,
        "datum": datum.notation() if datum else "",
        "bronnen": " ".join(corpus.bron(id_).slug for id_ in gather.bronnen_of(corpus, leerpunt)),
    }
    for naam, sleutels in gather.waarden_of(corpus, leerpunt).items():
        kenmerken[naam] = " ".join(sleutels)
    return Card(leerpunt, datum, {f"data-{naam}": waarde for naam, waarde in kenmerken.items()})


SHORT_LIST = 6
"""Up to so many blanks are shown at once; a longer list is folded."""

_MATRIX: Mapping[str, Callable[[Corpus], matrices.Matrix]] = {
    "wetten": matrices.wetten,
    "instrumenten": matrices.instrumenten,
    "waarden": matrices.waarden,
}


def dekking(kb: Writer, naam: str) -> Markup:
    """Return one table of what is linked to learnings, with its blanks counted."""
    return render(
        "dekking.html.j2",
        kb,
        naam=naam,
        matrix=kb.corpus.once(choose("tabel", _MATRIX, naam)),
        letters=matrices.letters(kb.corpus, "wetrol"),
        roles=kb.corpus.vocabulaires["wetrol"].termen,
        reden_empty=matrices.reden_empty,
        short_up_to=SHORT_LIST,
    )
