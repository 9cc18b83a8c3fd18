"""Written pages: each is found by the words of readers, a tool by many of them.

A tool is what a reader can do, so there are as many ways to ask for it as there are verbs. A page
with a script of its own is one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from macros.check.written import FOLDER
from macros.load.error import Error
from macros.load.kop import read_markdown

LEAST = 8
LEAST_OF_A_TOOL = 24

_REMEDY = "schrijf erbij hoe lezers ernaar vragen: met andere werkwoorden, gewone taal en Engels"
_BESLUIT = re.compile(r"over/besluiten/\d")
"""Decisions are read by who works on the site; their own text is enough."""


def hard_to_find(pages: Mapping[str, str]) -> list[Error]:
    """Return a mistake for each written page, by its path, that has too few ``zoektermen``."""
    errors = []
    for pagina, tekst in pages.items():
        if _BESLUIT.match(pagina):
            continue
        markdown, _ = read_markdown(tekst, f"{FOLDER}/{pagina}")
        # A head that cannot be read is told of where pages are read.
        if markdown is None or not isinstance(markdown.kop.waarde, dict):
            continue
        head = markdown.kop.waarde
        words = head.get("zoektermen") or ()
        least = LEAST_OF_A_TOOL if head.get("scripts") else LEAST
        if len(words) < least:
            wat = f"heeft {len(words)} zoektermen; {least} is het minimum"
            error = markdown.kop.error(("zoektermen",), wat, _REMEDY)
            # The words stand on one line, and it is that line which is too short.
            errors.append(replace(error, column=1))
    return errors
