"""The tools for readers: the decision aid and the form to put a case on paper."""

from __future__ import annotations

from markupsafe import Markup

from macros.corpus.quoting import grounding
from macros.pages.keuzehulp import ChoiceWriter
from macros.pages.rendering import Writer, render


def keuzehulp(kb: Writer) -> Markup:
    """Return the first question; without JavaScript its answers are links to the next page."""
    choice = ChoiceWriter(kb.corpus)
    vraag = choice.vragen[kb.corpus.keuzehulp.start]
    return render("keuzehulp.html.j2", kb, choice=choice, vraag=vraag)


def keuzehulp_alles(kb: Writer) -> Markup:
    """Return every question and outcome one under another; the script reads them from here."""
    return render("keuzehulp_alles.html.j2", kb, choice=ChoiceWriter(kb.corpus))


def casusformulier(kb: Writer) -> Markup:
    """Return the questions with room to write; the script turns that room into fields."""
    form = kb.corpus.casusformulier
    return render(
        "casusformulier.html.j2",
        kb,
        form=form,
        velden=[(veld, grounding(kb.corpus, veld)) for veld in form.velden],
    )
