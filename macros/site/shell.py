"""The theme's shell, rendered once and then filled in for every page that MkDocs does not know of.

Letting MkDocs render each record costs about 4 ms a page; filling in a finished page about 0.1 ms
(docs/over/besluiten/003-stempelen.md).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape

from macros.blad.citing import Citation
from macros.pages.pagina import Pagina

# --- the placeholders: what stands in the shell where each page differs ---------------------------

PAD = "stempel/pagina/"
"""The address. As deep as that of almost every page, so that the links of the shell fit them."""
TITEL, DESCRIPTION = "kbstempeltitel", "kbstempelomschrijving"
CITATION = Citation("kbstempelcitaat", PAD)
"""Stands where each page says how to refer to it."""
DATA = "kbstempelgegevens"
"""Stands in the head where each page tells programs of itself (``exports/jsonld.py``)."""
_INHOUD = "kbstempelinhoud"
_MAIN_KOP_END = "</h1>"
TEKST = f"---\ntitle: {TITEL}\ndescription: {DESCRIPTION}\n---\n{_INHOUD}\n"
"""The Markdown of the page that becomes the shell."""
HEAD, REST = "kbstempelkop", "kbstempelrest"
"""In the frame of a told page: its content up to the end of the main heading, and after it."""
FOOT = "kbstempelvoet"
"""Stands twice in such a frame, around the foot for pages that do not make one themselves."""
OWN_FOOT = "kb-paginavoet"
_MENU = ' kbstempelmenu="{}"'
_CURRENT = ' aria-current="true"'
CONTENTS = " kb-met-inhoud"
"""What the article is called that has a list of contents beside it."""
_REQUIRED = (f"<p>{_INHOUD}</p>", CONTENTS, TITEL, DESCRIPTION, DATA, CITATION.titel, PAD)
_MARK = re.compile(f"({'|'.join([*map(re.escape, _REQUIRED), _MENU.format('[^ ]*?')])})")
_BREAK = re.compile(r"\n+(?=<)")
"""A line break between the elements of the shell: these are blocks or stand in a flex box, so
only its source shows it, and it is in a thousand pages."""
_MAIN, _MAIN_END = "<main ", "</main>"
_DROPPED = re.compile(r'(?<=")\.\./\.\.(?=[/"])')
"""The way to the root in a link of the shell."""


def menumerk(pad: str) -> str:
    """Return what the theme puts inside the link of the menu to the part that starts at ``pad``."""
    return _MENU.format(pad)


class ShellError(ValueError):
    """The shell and the pages do not fit: the message tells who has to mend the theme or menu."""


@dataclass(frozen=True)
class Shell:
    """The shell, cut at its placeholders, and per listing page the part of the menu it is in."""

    stukken: Sequence[str]
    menu_parts: Mapping[str, str]

    @cached_property
    def higher(self) -> Sequence[str]:
        """Return the pieces for a page one folder nearer to the root."""
        return [_DROPPED.sub("..", stuk) for stuk in self.stukken]

    @cached_property
    def mark(self) -> str:
        """Return what tells this shell from any other."""
        everything = repr((self.stukken, sorted(self.menu_parts.items())))
        return hashlib.sha256(everything.encode()).hexdigest()

    def fill(self, pagina: Pagina, data: str = "") -> str:
        """Return the whole HTML of one page, with its part of the menu marked.

        ``data`` is the element that tells programs what the page tells, if it has one.
        """
        depth = pagina.pad.count("/")
        if not pagina.pad.endswith("/") or depth not in (1, PAD.count("/")):
            raise ShellError(f"{pagina.pad} is niet zo diep als {PAD}; de links zouden breken")
        if pagina.above not in self.menu_parts:
            raise ShellError(
                f"{pagina.pad} hoort bij {pagina.above}, en dat staat niet in een deel van het menu"
            )
        waarden = {
            f"<p>{_INHOUD}</p>": str(pagina.inhoud),
            CONTENTS: _contents(pagina.inhoud),
            TITEL: escape(pagina.titel),
            DESCRIPTION: escape(pagina.description),
            DATA: data,
            CITATION.titel: escape(pagina.citation.titel),
            PAD: pagina.pad,
            menumerk(self.menu_parts[pagina.above]): _CURRENT,
        }
        # Odd pieces are placeholders; those left over mark the other parts of the menu.
        return "".join(
            waarden.get(stuk, "") if nummer % 2 else stuk
            for nummer, stuk in enumerate(self.stukken if depth > 1 else self.higher)
        )


def _contents(inhoud: str) -> str:
    return CONTENTS if 'class="kb-inhoud"' in inhoud else ""


def open_frame(inhoud: str) -> str:
    """Return what stands for the content of a told page while the theme is put around it."""
    return f"{HEAD}{_MAIN_KOP_END}{REST}" if _MAIN_KOP_END in inhoud else HEAD


def fill_frame(frame: str, inhoud: str, data: str) -> str:
    """Return the whole HTML of one told page: its frame with its content in it."""
    before, foot, after = frame.split(FOOT)
    around = before + ("" if OWN_FOOT in inhoud else foot) + after
    around = around.replace(CONTENTS, _contents(inhoud), 1).replace(DATA, data, 1)
    # Header and foot are as in the shell; the path of crumbs, where a break is a space, is inside.
    above, main, inside = around.partition(_MAIN)
    inside, main_end, below = inside.rpartition(_MAIN_END)
    around = f"{_BREAK.sub('', above)}{main}{inside}{main_end}{_BREAK.sub('', below)}"
    kop, end, rest = inhoud.partition(_MAIN_KOP_END)
    begin, marked, behind = around.partition(f"{HEAD}{end}")
    if not marked:
        raise ShellError("de plaats van de inhoud ontbreekt in een pagina; zie macros/theme/")
    return f"{begin}{kop}{end}{behind.replace(REST, rest, 1)}"


def read_shell(html: str, menu_parts: Mapping[str, str]) -> Shell:
    """Cut a rendered shell; raise ``ShellError`` where a placeholder is missing.

    ``menu_parts`` gives for each page in the menu the first page of its part, which the menu at the
    top links to.
    """
    stukken = _MARK.split(_BREAK.sub("", html))
    marks = stukken[1::2]
    for mark in (*_REQUIRED, *map(menumerk, dict.fromkeys(menu_parts.values()))):
        if mark not in marks:
            raise ShellError(f"„{mark.strip()}” ontbreekt in het omhulsel; zie macros/theme/")
    return Shell(stukken, menu_parts)
