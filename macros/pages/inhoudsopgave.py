"""„Op deze pagina”: the headings of a hand-written page, as links, where that page is long."""

from __future__ import annotations

import re

from markupsafe import Markup

from macros.pages.weergave import omgeving

MIN_KOPPEN = 4
"""With fewer headings one sees the page at a glance."""
_KOP = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)
_EERSTE_DEEL = re.compile(r"<(?:h2|section)\b")
_ZONDER = re.compile(r'<form\b|data-catalogus|class="kb-(?:tegels|dekking|ingang|sprongen)')
"""What needs the whole width of the screen, or is a list of links to parts of the page itself."""


def met_inhoudsopgave(html: str) -> str:
    """Return a page with its headings listed before the first, if it is long and not wide."""
    koppen = [(anker, Markup(kop).striptags()) for anker, kop in _KOP.findall(html)]  # noqa: S704 - only its text is used
    if len(koppen) < MIN_KOPPEN or _ZONDER.search(html):
        return html
    onderdelen = omgeving().get_template("onderdelen.html.j2").module
    lijst: str = onderdelen.inhoud(koppen)  # type: ignore[attr-defined]  # a macro of the template
    # A part of the page may begin with a section of its own; the list belongs before it.
    return _EERSTE_DEEL.sub(lambda begin: f"{lijst}{begin[0]}", html, count=1)
