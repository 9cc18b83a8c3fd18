"""From a Markdown page to its front matter, read as strictly as ``data/``, and its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from macros.load.error import Error
from macros.load.tree import YamlFile, read_yaml

_DASH = "---"
_ALMOST = re.compile(r"\s*\S?-{2,}\s*\S?\s*$")
"""A closing line with a space or another character too many, or a dash too few."""


@dataclass(frozen=True, slots=True)
class Markdown:
    """One page: its front matter, and its text with the number of the line it begins on."""

    kop: YamlFile
    tekst: str
    first_regel: int


def read_markdown(tekst: str, naam: str) -> tuple[Markdown | None, list[Error]]:
    """Split and read one page; ``naam`` is used in messages only."""
    regels = tekst.removeprefix("\ufeff").splitlines(keepends=True)
    if not regels or regels[0].rstrip() != _DASH:
        remedy = "begin met een regel ---, dan title en description, dan weer een regel ---"
        return None, [Error(naam, 1, 1, "", "heeft geen kop", remedy)]
    eind = next((n for n, regel in enumerate(regels[1:], 1) if regel.rstrip() == _DASH), None)
    if eind is None:
        kop_regels = takewhile(str.strip, regels[1:])
        nearly = (n for n, regel in enumerate(kop_regels, 1) if _ALMOST.match(regel))
        if (nummer := next(nearly, None)) is not None:
            wat = "hier lijkt de kop te sluiten, maar er staat niet alleen ---"
            return None, [
                Error(naam, nummer + 1, 1, "", wat, "laat op deze regel alleen --- staan")
            ]
        return None, [
            Error(naam, 1, 1, "", "de kop is niet gesloten", "zet onder de kop een regel ---")
        ]
    # An empty line in the place of the first --- keeps our line numbers those of the file.
    kop, errors = read_yaml("\n" + "".join(regels[1:eind]), naam)
    if kop is None:
        return None, errors
    return Markdown(kop, "".join(regels[eind + 1 :]), eind + 2), errors
