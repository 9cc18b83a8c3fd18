"""Cuts Material's stylesheet down to what the pages of this site can use.

The cut is frozen in ``docs/assets/stylesheets/``; a test sees whether it is still right. To make it
anew: ``.venv/bin/python -m tests.edge.stylesheet``, and name the file in ``mkdocs.yml``.
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

CLASS_NAMES = frozenset({"md-typeset"})
"""The classes of Material that our pages carry; a test compares them with the built site."""
UNUSED_KENMERKEN = re.compile(r"dir\b|data-md-")
"""Attributes that our pages never carry, at the start of what stands between brackets."""

_DRAWN = re.compile(r"\S::?(?:before|after)\b")
"""What Material draws before or after something. Ours draws its own there, and never an image: each
image in a style, hidden or not, is a document that the browser reads before it shows the page."""


def prune(css: str, own: Iterable[str] = ()) -> str:
    """Return ``css`` without the rules that match nothing here.

    ``own`` holds our own stylesheets, which may use a variable that Material sets. A rule stays
    if its selector names no class, id or attribute that our pages do not have; a variable stays if
    something that stays asks for it.
    """
    regels = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    tekst = "\n".join(_usable(regels))
    while True:
        asked = set(re.findall(r"var\(\s*(--[\w-]+)", "\n".join([tekst, *own])))
        less = "\n".join(_without_variables(tekst, asked))
        if less == tekst:
            return tekst
        tekst = less


def from_material() -> str:
    """Return the stylesheet as Material ships it."""
    folder = files("material") / "templates/assets/stylesheets"
    (blad,) = (b for b in folder.iterdir() if re.fullmatch(r"main\.\w+\.min\.css", b.name))
    return blad.read_text(encoding="utf-8")


def cut(root: Path) -> str:
    """Return the cut for the pages and stylesheets of the project as they are now."""
    own = (root / "docs/assets/css").glob("*.css")
    return prune(from_material(), [blad.read_text(encoding="utf-8") for blad in sorted(own)])


def file_name(css: str) -> str:
    """Return a name that carries a hash of the contents, so that a browser may keep the file."""
    return f"main.{hashlib.sha256(css.encode()).hexdigest()[:8]}.min.css"


def _usable(regels: Iterable[Node]) -> Iterator[str]:
    for regel in regels:
        match regel:
            case QualifiedRule():
                choice = [part for part in _parts(regel.prelude) if _fits(part)]
                if choice:
                    selector = ",".join(tinycss2.serialize(part).strip() for part in choice)
                    yield f"{selector}{{{tinycss2.serialize(regel.content)}}}"
            case AtRule(lower_at_keyword="media" | "supports"):
                inner = tinycss2.parse_rule_list(regel.content or [], skip_whitespace=True)
                if inhoud := "".join(_usable(inner)):
                    condition = tinycss2.serialize(regel.prelude)
                    yield f"@{regel.lower_at_keyword}{condition}{{{inhoud}}}"
            case AtRule(lower_at_keyword="keyframes" | "-webkit-keyframes" | "charset"):
                continue  # nothing of ours moves
            case _:
                yield tinycss2.serialize([regel])


def _parts(selector: list[Node]) -> Iterator[list[Node]]:
    """Yield the parts between the commas; those inside ``:is(…)`` are nested, so not seen."""
    part: list[Node] = []
    for stuk in selector:
        if isinstance(stuk, LiteralToken) and stuk.value == ",":
            yield part
            part = []
        else:
            part.append(stuk)
    yield part


def _fits(selector: list[Node]) -> bool:
    if _DRAWN.search(tinycss2.serialize(selector)):
        return False
    for previous, stuk in zip([None, *selector], selector, strict=False):
        match stuk:
            case HashToken():
                return False
            case IdentToken() if isinstance(previous, LiteralToken) and previous.value == ".":
                if stuk.value not in CLASS_NAMES:
                    return False
            case SquareBracketsBlock():
                if UNUSED_KENMERKEN.match(tinycss2.serialize(stuk.content)):
                    return False
            case _:
                continue
    return True


def _without_variables(css: str, asked: set[str]) -> Iterator[str]:
    for regel in tinycss2.parse_stylesheet(css, skip_whitespace=True):
        if not isinstance(regel, QualifiedRule):
            yield tinycss2.serialize([regel])
            continue
        inhoud = tinycss2.parse_blocks_contents(regel.content, skip_whitespace=True)
        stays = [
            part
            for part in inhoud
            if not (
                isinstance(part, Declaration)
                and part.name.startswith("--")
                and part.name not in asked
            )
        ]
        if stays:
            kop = tinycss2.serialize(regel.prelude)
            yield f"{kop}{{{tinycss2.serialize(stays)}}}"


if __name__ == "__main__":
    ROOT = Path(__file__).resolve().parent.parent.parent
    FOLDER = ROOT / "docs/assets/stylesheets"
    for old in FOLDER.iterdir():
        old.unlink()
    css = cut(ROOT)
    (FOLDER / file_name(css)).write_text(css, encoding="utf-8")
