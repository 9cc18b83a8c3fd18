"""Cuts Material's stylesheet down to what the pages of this site can use.

The cut is frozen in ``docs/assets/stylesheets/``; a test sees whether it is still right. To make it
anew: ``.venv/bin/python -m tests.edge.stijlblad``, and name the file in ``mkdocs.yml``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

import tinycss2
from tinycss2.ast import (
    AtRule,
    Declaration,
    HashToken,
    IdentToken,
    LiteralToken,
    Node,
    QualifiedRule,
    SquareBracketsBlock,
)

KLASSEN = frozenset({"md-typeset"})
"""The classes of Material that our pages carry; a test compares them with the built site."""
ONGEBRUIKTE_KENMERKEN = re.compile(r"dir\b|data-md-")
"""Attributes that our pages never carry, at the start of what stands between brackets."""


def snoei(css: str, eigen: Iterable[str] = ()) -> str:
    """Return ``css`` without the rules that match nothing here.

    ``eigen`` holds our own stylesheets, which may use a variable that Material sets. A rule stays
    if its selector names no class, id or attribute that our pages do not have; a variable stays if
    something that stays asks for it.
    """
    regels = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    tekst = "\n".join(_bruikbaar(regels))
    while True:
        gevraagd = set(re.findall(r"var\(\s*(--[\w-]+)", "\n".join([tekst, *eigen])))
        minder = "\n".join(_zonder_variabelen(tekst, gevraagd))
        if minder == tekst:
            return tekst
        tekst = minder


def van_material() -> str:
    """Return the stylesheet as Material ships it."""
    map_ = files("material") / "templates/assets/stylesheets"
    (blad,) = (b for b in map_.iterdir() if re.fullmatch(r"main\.\w+\.min\.css", b.name))
    return blad.read_text(encoding="utf-8")


def snede(wortel: Path) -> str:
    """Return the cut for the pages and stylesheets of the project as they are now."""
    eigen = (wortel / "docs/assets/css").glob("*.css")
    return snoei(van_material(), [blad.read_text(encoding="utf-8") for blad in sorted(eigen)])


def bestandsnaam(css: str) -> str:
    """Return a name that carries a hash of the contents, so that a browser may keep the file."""
    return f"main.{hashlib.sha256(css.encode()).hexdigest()[:8]}.min.css"


def _bruikbaar(regels: Iterable[Node]) -> Iterator[str]:
    for regel in regels:
        match regel:
            case QualifiedRule():
                keuze = [deel for deel in _delen(regel.prelude) if _past(deel)]
                if keuze:
                    selector = ",".join(tinycss2.serialize(deel).strip() for deel in keuze)
                    yield f"{selector}{{{tinycss2.serialize(regel.content)}}}"
            case AtRule(lower_at_keyword="media" | "supports"):
                binnen = tinycss2.parse_rule_list(regel.content or [], skip_whitespace=True)
                if inhoud := "".join(_bruikbaar(binnen)):
                    voorwaarde = tinycss2.serialize(regel.prelude)
                    yield f"@{regel.lower_at_keyword}{voorwaarde}{{{inhoud}}}"
            case AtRule(lower_at_keyword="keyframes" | "-webkit-keyframes" | "charset"):
                continue  # nothing of ours moves
            case _:
                yield tinycss2.serialize([regel])


def _delen(selector: list[Node]) -> Iterator[list[Node]]:
    """Yield the parts between the commas; those inside ``:is(…)`` are nested, so not seen."""
    deel: list[Node] = []
    for stuk in selector:
        if isinstance(stuk, LiteralToken) and stuk.value == ",":
            yield deel
            deel = []
        else:
            deel.append(stuk)
    yield deel


def _past(selector: list[Node]) -> bool:
    for vorige, stuk in zip([None, *selector], selector, strict=False):
        match stuk:
            case HashToken():
                return False
            case IdentToken() if isinstance(vorige, LiteralToken) and vorige.value == ".":
                if stuk.value not in KLASSEN:
                    return False
            case SquareBracketsBlock():
                if ONGEBRUIKTE_KENMERKEN.match(tinycss2.serialize(stuk.content)):
                    return False
            case _:
                continue
    return True


def _zonder_variabelen(css: str, gevraagd: set[str]) -> Iterator[str]:
    for regel in tinycss2.parse_stylesheet(css, skip_whitespace=True):
        if not isinstance(regel, QualifiedRule):
            yield tinycss2.serialize([regel])
            continue
        inhoud = tinycss2.parse_blocks_contents(regel.content, skip_whitespace=True)
        blijft = [
            deel
            for deel in inhoud
            if not (
                isinstance(deel, Declaration)
                and deel.name.startswith("--")
                and deel.name not in gevraagd
            )
        ]
        if blijft:
            kop = tinycss2.serialize(regel.prelude)
            yield f"{kop}{{{tinycss2.serialize(blijft)}}}"


if __name__ == "__main__":
    WORTEL = Path(__file__).resolve().parent.parent.parent
    MAP = WORTEL / "docs/assets/stylesheets"
    for oud in MAP.iterdir():
        oud.unlink()
    css = snede(WORTEL)
    (MAP / bestandsnaam(css)).write_text(css, encoding="utf-8")
