"""„Op deze pagina”: the headings of a hand-written page, as links, where that page is long."""

from __future__ import annotations

import re

from markupsafe import Markup

from macros.pages.rendering import environment

MIN_HEADINGS = 4
"""With fewer headings one sees the page at a glance."""
_KOP = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)
_FIRST_PART = re.compile(r"<(?:h2|section)\b")
_NO_CONTENTS_LIST = re.compile(
    r'<form\b|data-catalogus|class="kb-(?:tegels|dekking|ingang|sprongen)'
)
"""What needs the whole width of the screen, or is a list of links to parts of the page itself."""


def with_table_of_contents(html: str) -> str:
    """Return a page with its headings listed before the first, if it is long and not wide."""
    headings = [(anker, Markup(kop).striptags()) for anker, kop in _KOP.findall(html)]  # noqa: S704 - only its text is used
    if len(headings) < MIN_HEADINGS or _NO_CONTENTS_LIST.search(html):
        return html
    components = environment().get_template("onderdelen.html.j2").module
    lijst: str = components.inhoud(headings)  # type: ignore[attr-defined]  # a macro of the template
    # A part of the page may begin with a section of its own; the list belongs before it.
    return _FIRST_PART.sub(lambda begin: f"{lijst}{begin[0]}", html, count=1)
