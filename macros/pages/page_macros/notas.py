"""What ``/over/notas/`` shows: per sentence of a memo, where on the site it stands."""

from __future__ import annotations

from markupsafe import Markup

from macros.pages.rendering import Writer, render


def notas(kb: Writer) -> Markup:
    """Return one table per memo."""
    return render("notas.html.j2", kb, notas=kb.corpus.notatabel.notas)
