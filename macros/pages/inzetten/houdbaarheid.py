"""What ``/over/houdbaarheid/`` shows: what has to be looked at again, and by whom."""

from __future__ import annotations

from markupsafe import Markup

from macros.corpus.houdbaarheid import Termijn, groepen, kwartaal_na, termijnen
from macros.pages.weergave import Schrijver, teken


def houdbaarheid(kb: Schrijver) -> Markup:
    """Return what is overdue, what is due in the coming quarter, and what comes after that."""
    peildag = kb.corpus.site.peildag
    grens = kwartaal_na(peildag)
    alle = termijnen(kb.corpus)
    te_laat = [een for een in alle if een.te_laat(peildag)]
    nu = [een for een in alle if not een.te_laat(peildag) and een.dag <= grens]
    later = [een for een in alle if een.dag > grens]
    return teken(
        "houdbaarheid.html.j2",
        kb,
        peildag=peildag,
        grens=grens,
        te_laat=te_laat,
        nu=nu,
        later=groepen(een for een in later if een.stand is None),
        stand_later=[een for een in later if een.stand is not None],
        url=lambda een: _url(kb, een),
    )


def _url(kb: Schrijver, een: Termijn) -> str:
    return kb.naar("gemeenten/") if een.id_.startswith("tabel:") else kb.url(een.id_)
