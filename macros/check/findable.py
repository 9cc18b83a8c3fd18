"""Written pages: each is found by the words of readers, a tool by many of them.

A tool is what a reader can do, so there are as many ways to ask for it as there are verbs. A page
with a script of its own is one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from macros.check.written import FOLDER
from macros.load.error import Error
from macros.load.tree import read_yaml

LEAST = 8
LEAST_OF_A_TOOL = 24

_BESLUIT = re.compile(r"over/besluiten/\d")
"""Decisions are read by who works on the site; their own text is enough."""


def hard_to_find(pages: Mapping[str, str]) -> list[Error]:
    """Return a mistake for each written page, by its path, that has too few ``zoektermen``."""
    errors = []
    for pagina, tekst in pages.items():
        if _BESLUIT.match(pagina) or not tekst.startswith("---\n"):
            continue
        kop = tekst.split("---\n", 2)[1]
        read, _ = read_yaml(kop, pagina)
        head = read.waarde if read is not None and isinstance(read.waarde, dict) else {}
        words = head.get("zoektermen") or ()
        least = LEAST_OF_A_TOOL if head.get("scripts") else LEAST
        if len(words) < least:
            errors.append(_error(pagina, kop, len(words), least))
    return errors


def _error(pagina: str, kop: str, has: int, least: int) -> Error:
    lines = [line.partition(":")[0] for line in kop.split("\n")]
    regel = lines.index("zoektermen") + 2 if "zoektermen" in lines else 1
    wat = f"heeft {has} zoektermen; {least} is het minimum"
    remedy = "schrijf erbij hoe lezers ernaar vragen: met andere werkwoorden, gewone taal en Engels"
    return Error(f"{FOLDER}/{pagina}", regel, 1, "zoektermen", wat, remedy)
