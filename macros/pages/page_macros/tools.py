"""The tools for readers: the decision aid and the form to put a case on paper."""

from __future__ import annotations

from markupsafe import Markup

from macros.blad.page_macro_error import choose
from macros.blad.take_along import TAKE_ALONG
from macros.corpus.quoting import grounding
from macros.pages.keuzehulp import ChoiceWriter
from macros.pages.rendering import Writer, render


def meenemen(kb: Writer, naam: str) -> Markup:
    """Return the link to the document of a text to take along; stands on the page of that text."""
    texts = {page.id.partition(":")[2]: page for page in TAKE_ALONG.values()}
    page = choose("tekst om mee te nemen", texts, naam)
    return render("meenemen.html.j2", kb, page=page)


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
