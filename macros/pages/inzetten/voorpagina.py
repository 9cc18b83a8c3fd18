"""What only the front page shows: the tools, and a few figures beside a small map."""

from __future__ import annotations

from collections import defaultdict

from markupsafe import Markup

from macros.blad.inzetfout import kies
from macros.blad.stand import stand_van
from macros.model.kennis import Cijfer
from macros.pages.inzetten.gemeenten import TEGEL, provinciegrenzen, telling
from macros.pages.weergave import Schrijver, teken

GEREEDSCHAP = (
    ("keuzehulp", "keuzehulp/", "Keuzehulp", "Welk instrument past bij uw casus?"),
    ("gemeente", "gemeenten/", "Mijn gemeente", "Wat zeggen bronnen over uw gemeente?"),
    ("vergelijken", "vergelijken/", "Vergelijken", "Zet instrumenten naast elkaar."),
    ("dossier", "dossier/", "Dossier", "Neem pagina’s mee als één document."),
    ("nieuw", "wijzigingen/", "Wat is nieuw", "Wat gebeurde er, per datum?"),
)
"""Icon, address from the site root, name and what it is for."""


def gereedschap(kb: Schrijver) -> Markup:
    """Return the tools of the site, each a card with one target."""
    return teken("gereedschap.html.j2", kb, gereedschap=GEREEDSCHAP)


def uitgelicht(kb: Schrijver, eerste: str, tweede: str, derde: str) -> Markup:
    """Return these figures with definition and proof, beside the map of municipalities."""
    corpus, kaart = kb.corpus, kb.corpus.tegelkaart
    alle = {cijfer.slug: cijfer for cijfer in corpus.alle(Cijfer)}
    gemeenten = corpus.gemeenten()
    vakken: dict[str, list[str]] = defaultdict(list)
    for tegel in kaart.tegels:
        plek = f"M{tegel.x * TEGEL + 1} {tegel.y * TEGEL + 1}h8v8h-8z"
        vakken[stand_van(gemeenten[tegel.gemeente])].append(plek)
    return teken(
        "uitgelicht.html.j2",
        kb,
        cijfers=[kies("cijfer", alle, slug) for slug in (eerste, tweede, derde)],
        vakken={stand: "".join(lijnen) for stand, lijnen in vakken.items()},
        breedte=kaart.breedte * TEGEL,
        hoogte=kaart.hoogte * TEGEL,
        grenzen=" ".join(provinciegrenzen(kaart, gemeenten)),
        telling=telling(corpus),
    )
