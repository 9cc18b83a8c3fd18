"""What ``/over/controleren/`` shows: the rules that every build checks."""

from __future__ import annotations

from markupsafe import Markup

from macros.check.regels import REGELS
from macros.pages.rendering import Writer, render


def regels(kb: Writer) -> Markup:
    """Return every rule: what has to hold, where, and what to do if it does not."""
    return render("regels.html.j2", kb, regels=REGELS)
