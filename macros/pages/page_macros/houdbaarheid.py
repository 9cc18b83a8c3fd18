"""What ``/over/houdbaarheid/`` shows: what has to be looked at again, and by whom."""

from __future__ import annotations

from markupsafe import Markup

from macros.corpus.houdbaarheid import Termijn, groepen, kwartaal_after, termijnen
from macros.pages.rendering import Writer, render


def houdbaarheid(kb: Writer) -> Markup:
    """Return what is overdue, what is due in the coming quarter, and what comes after that."""
    peildag = kb.corpus.site.peildag
    bound = kwartaal_after(peildag)
    every = termijnen(kb.corpus)
    too_late = [one for one in every if one.too_late(peildag)]
    now = [one for one in every if not one.too_late(peildag) and one.dag <= bound]
    later = [one for one in every if one.dag > bound]
    return render(
        "houdbaarheid.html.j2",
        kb,
        peildag=peildag,
        bound=bound,
        too_late=too_late,
        now=now,
        later=groepen(one for one in later if one.stand is None),
        stand_later=[one for one in later if one.stand is not None],
        url=lambda one: _url(kb, one),
    )


def _url(kb: Writer, one: Termijn) -> str:
    return kb.naar("gemeenten/") if one.id_.startswith("tabel:") else kb.url(one.id_)
