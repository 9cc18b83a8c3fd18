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
SIGNS = {
    "aangesloten": "m4.5 2.3a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 1 1 0-4.4z",
    "samenwerkend": "m0 9l9-9v9z",
}
"""What tells a state apart without its colour, from the corner of a square: a dot, half a square.

The same shapes as on the large map: macros/pages/templates/tegelkaart.html.j2.
"""


def gereedschap(kb: Writer) -> Markup:
    """Return the tools of the site, each a card with one target."""
    return render("gereedschap.html.j2", kb, gereedschap=GEREEDSCHAP)


def uitgelicht(kb: Writer, first: str, second: str, third: str) -> Markup:
    """Return these figures with definition and proof, beside the map of municipalities."""
    corpus, card = kb.corpus, kb.corpus.tegelkaart
    every = {cijfer.slug: cijfer for cijfer in corpus.every(Cijfer)}
    gemeenten = corpus.gemeenten()
    boxes: dict[str, list[str]] = defaultdict(list)
    signs: dict[str, list[str]] = defaultdict(list)
    for tegel in card.tegels:
        stand, start = stand_of(gemeenten[tegel.gemeente]), f"M{tegel.x * TEGEL}"
        boxes[stand].append(f"{start}.5 {tegel.y * TEGEL}.5h9v9h-9z")
        signs[stand].append(f"{start}.5 {tegel.y * TEGEL}.5{SIGNS.get(stand, '')}")
    return render(
        "uitgelicht.html.j2",
        kb,
        cijfers=[choose("cijfer", every, slug) for slug in (first, second, third)],
        boxes={stand: "".join(lines) for stand, lines in boxes.items()},
        signs={stand: "".join(signs[stand]) for stand in SIGNS},
        own={stand: f"M.5 .5{sign}" for stand, sign in SIGNS.items()},
        breedte=card.breedte * TEGEL,
        hoogte=card.hoogte * TEGEL,
        borders=" ".join(province_borders(card, gemeenten)),
        tally=tally(corpus),
    )
