"""What ``/privacy/`` shows: which addresses of sources hold the name of a person, and why."""

from __future__ import annotations

from markupsafe import Markup

from macros.model.kennis import Bron
from macros.pages.weergave import Schrijver, teken


def adressen_met_naam(kb: Schrijver) -> Markup:
    """Return each source whose address holds the name of a person, with why it has no other."""
    bronnen = kb.corpus.alle(Bron)
    rijen = [
        (bron, een.reden)
        for een in kb.corpus.bronadressen.met_naam
        for bron in bronnen
        if een.adres in {bron.url, *bron.ook_te_vinden}
    ]
    return teken("adressen_met_naam.html.j2", kb, rijen=rijen)
