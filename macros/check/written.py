"""Written pages: a number, a date, a law by name or "verplicht" comes from the data or a source.

What a macro shows carries its source, and a line with a macro that notes a source carries one, too.
Code, links to our own pages and the numbers of a list are no claims. What else may stand there is
in ``data/docs-uitzonderingen.yml``, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.corpus.corpus import Corpus
from macros.load.error import Error, did_you_mean
from macros.model.recht import Wet, Wetsvoorstel
from macros.model.uitzondering import Uitzondering

FOLDER = "docs"
TABLE = "tabel:docs-uitzonderingen"
MIN_AFKORTING = 3
BRON_MACROS = ("bewering", "beweringen", "bron", "cijfer")
"""Macros that put the number of a source behind what they show."""

_BLOCK = re.compile(r"```.*?```|<!--.*?-->", re.DOTALL)
_KOP = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_MACRO = re.compile(r"\{\{.*?\}\}")
_BRON_MACRO = re.compile(rf"\{{\{{\s*(?:{'|'.join(BRON_MACROS)})\(")
_NO_TEKST = re.compile(r"`[^`]*`|\{:[^}]*\}|<[^>]*>|^\s*\d+\.\s")
_OWN_LINK = re.compile(r"\[[^\]]*\]\((?!https?:)[^)]*\)")
_LINK_TARGET = re.compile(r"\]\([^)]*\)")
_GETAL = r"(?<![\w.])\d(?:[\d.,:]*\d)?"
_DUTY = r"(?i:\bverplicht\w*)"


def read_written_pages(root: Path) -> dict[str, str]:
    """Return the text of each written page, by its path below ``docs/``."""
    docs = root / FOLDER
    return {
        pad.relative_to(docs).as_posix(): pad.read_text(encoding="utf-8", errors="replace")
        for pad in sorted(docs.rglob("*.md"))
    }


def facts_without_bron(corpus: Corpus, pages: Mapping[str, str]) -> list[Error]:
    """Return each claim on a written page without a source, and each exception without a use."""
    if not pages:
        return []
    uitzonderingen = corpus.uitzonderingen.uitzonderingen
    used: set[int] = set()
    errors = []
    pattern = _pattern(corpus)
    for pagina, tekst in pages.items():
        here = [
            (nummer, uitzondering)
            for nummer, uitzondering in enumerate(uitzonderingen)
            if pagina == uitzondering.pagina or _in_folder(pagina, uitzondering)
        ]
        for regel, zin in zinnen(tekst):
            for column, woord in _found(zin, pattern):
                free = {nummer for nummer, part in here if _applies(part, zin, column, woord)}
                used |= free
                if not free:
                    errors.append(_error(pagina, regel, column, woord))
    errors += [
        _useless(corpus, nummer, uitzondering, pages)
        for nummer, uitzondering in enumerate(uitzonderingen)
        if nummer not in used
    ]
    return sorted(errors)


def _pattern(corpus: Corpus) -> re.Pattern[str]:
    namen = {naam for wet in corpus.every(Wet) for naam in (wet.titel, *wet.afkortingen)}
    namen |= {naam for wet in corpus.every(Wetsvoorstel) for naam in (wet.titel, *wet.afkortingen)}
    long_enough = (naam for naam in namen if len(naam) >= MIN_AFKORTING)
    longest_first = sorted(map(re.escape, long_enough), key=lambda naam: (-len(naam), naam))
    wetten = rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)" if namen else r"(?!)"
    return re.compile(f"{wetten}|{_GETAL}|{_DUTY}")


def zinnen(tekst: str) -> Iterator[tuple[int, str]]:
    """Yield each line that a reader sees, with its number; of the head only the description."""
    kop = _KOP.match(tekst)
    begin = kop[0].count("\n") + 1 if kop else 1
    if kop:
        for nummer, regel in enumerate(kop[1].split("\n"), start=2):
            if regel.startswith(("title:", "description:")):
                yield nummer, regel
    main_text = _BLOCK.sub(
        lambda block: "\n" * block[0].count("\n"), tekst[kop.end() :] if kop else tekst
    )
    yield from enumerate(main_text.split("\n"), start=begin)


def _found(zin: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Yield column and text of each claim in a line that carries no source."""
    if _BRON_MACRO.search(zin):
        return
    over = zin
    for way in (_MACRO, _OWN_LINK, _LINK_TARGET, _NO_TEKST):
        over = way.sub(lambda match: " " * len(match[0]), over)
    for match in pattern.finditer(over):
        yield match.start() + 1, match[0]


def _in_folder(pagina: str, uitzondering: Uitzondering) -> bool:
    return uitzondering.pagina.endswith("/") and pagina.startswith(uitzondering.pagina)


def _applies(uitzondering: Uitzondering, zin: str, column: int, woord: str) -> bool:
    """Tell whether the exception covers this claim: all of the page, or words around it."""
    if uitzondering.woorden is None:
        return True
    begin, eind = column - 1, column - 1 + len(woord)
    return any(
        match.start() <= begin and eind <= match.end()
        for match in re.finditer(re.escape(uitzondering.woorden), zin)
    )


def _error(pagina: str, regel: int, column: int, woord: str) -> Error:
    wat = f"„{woord}” staat hier zonder bron"
    remedy = (
        "haal het op met een macro (bewering, cijfer, wet), noem de bron met bron(…), "
        "of zet het met een reden in data/docs-uitzonderingen.yml"
    )
    return Error(f"{FOLDER}/{pagina}", regel, column, "", wat, remedy)


def _useless(
    corpus: Corpus, nummer: int, uitzondering: Uitzondering, pages: Mapping[str, str]
) -> Error:
    veld = "pagina" if uitzondering.woorden is None else "woorden"
    exists = any(
        pagina == uitzondering.pagina or _in_folder(pagina, uitzondering) for pagina in pages
    )
    if exists:
        wat, remedy = "deze uitzondering is niet meer nodig", "haal haar weg"
    else:
        veld, wat = "pagina", f"„{uitzondering.pagina}” bestaat niet in docs/"
        remedy = did_you_mean(uitzondering.pagina, pages) or "haal de uitzondering weg"
    return corpus.error(TABLE, ("uitzonderingen", nummer, veld), wat, remedy)
