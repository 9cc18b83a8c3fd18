"""The tools for readers: the decision aid and the form to put a case on paper."""

from __future__ import annotations

from markupsafe import Markup

from macros.corpus.aanhalen import onderbouwing
from macros.pages.keuzehulp import Keuzeschrijver
from macros.pages.weergave import Schrijver, teken


def keuzehulp(kb: Schrijver) -> Markup:
    """Return the first question; without JavaScript its answers are links to the next page."""
    keuze = Keuzeschrijver(kb.corpus)
    vraag = keuze.vragen[kb.corpus.keuzehulp.start]
    return teken("keuzehulp.html.j2", kb, keuze=keuze, vraag=vraag)


def keuzehulp_alles(kb: Schrijver) -> Markup:
    """Return every question and outcome one under another; the script reads them from here."""
    return teken("keuzehulp_alles.html.j2", kb, keuze=Keuzeschrijver(kb.corpus))


def casusformulier(kb: Schrijver) -> Markup:
    """Return the questions with room to write; the script turns that room into fields."""
    formulier = kb.corpus.casusformulier
    return teken(
        "casusformulier.html.j2",
        kb,
        formulier=formulier,
        velden=[(veld, onderbouwing(kb.corpus, veld)) for veld in formulier.velden],
    )
