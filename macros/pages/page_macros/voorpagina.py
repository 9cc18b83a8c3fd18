"""What only the front page shows: the tools, and a few figures beside a small map."""

from __future__ import annotations

from collections import defaultdict

from markupsafe import Markup

from macros.blad.page_macro_error import choose
from macros.blad.stand import stand_of
from macros.model.kennis import Cijfer
from macros.pages.page_macros.gemeenten import TEGEL, province_borders, tally
from macros.pages.rendering import Writer, render

GEREEDSCHAP = (
    ("keuzehulp", "keuzehulp/", "Keuzehulp", "Welk instrument past bij uw casus?"),
    ("gemeente", "gemeenten/", "Mijn gemeente", "Wat zeggen bronnen over uw gemeente?"),
    ("vergelijken", "vergelijken/", "Vergelijken", "Zet instrumenten naast elkaar."),
    ("dossier", "dossier/", "Dossier", "Neem pagina’s mee als één document."),
    ("nieuw", "wijzigingen/", "Wat is nieuw", "Wat gebeurde er, per datum?"),
)
"""Icon, address from the site root, name and what it is for."""


def gereedschap(kb: Writer) -> Markup:
    """Return the tools of the site, each a card with one target."""
    return render("gereedschap.html.j2", kb, gereedschap=GEREEDSCHAP)


def uitgelicht(kb: Writer, first: str, second: str, third: str) -> Markup:
    """Return these figures with definition and proof, beside the map of municipalities."""
    corpus, card = kb.corpus, kb.corpus.tegelkaart
    every = {cijfer.slug: cijfer for cijfer in corpus.every(Cijfer)}
    gemeenten = corpus.gemeenten()
    boxes: dict[str, list[str]] = defaultdict(list)
    for tegel in card.tegels:
        place = f"M{tegel.x * TEGEL + 1} {tegel.y * TEGEL + 1}h8v8h-8z"
        boxes[stand_of(gemeenten[tegel.gemeente])].append(place)
    return render(
        "uitgelicht.html.j2",
        kb,
        cijfers=[choose("cijfer", every, slug) for slug in (first, second, third)],
        boxes={stand: "".join(lines) for stand, lines in boxes.items()},
        breedte=card.breedte * TEGEL,
        hoogte=card.hoogte * TEGEL,
        borders=" ".join(province_borders(card, gemeenten)),
        tally=tally(corpus),
    )
