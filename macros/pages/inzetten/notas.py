"""What ``/over/notas/`` shows: per sentence of a memo, where on the site it stands."""

from __future__ import annotations

from markupsafe import Markup

from macros.pages.weergave import Schrijver, teken


def notas(kb: Schrijver) -> Markup:
    """Return one table per memo."""
    return teken("notas.html.j2", kb, notas=kb.corpus.notatabel.notas)
