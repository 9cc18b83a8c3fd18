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
from macros.load.fout import Fout, bedoelde_u
from macros.model.recht import Wet, Wetsvoorstel
from macros.model.uitzondering import Uitzondering

MAP = "docs"
TABEL = "tabel:docs-uitzonderingen"
MIN_AFKORTING = 3
BRONMACROS = ("bewering", "beweringen", "bron", "cijfer")
"""Macros that put the number of a source behind what they show."""

_BLOK = re.compile(r"```.*?```|<!--.*?-->", re.DOTALL)
_KOP = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_MACRO = re.compile(r"\{\{.*?\}\}")
_BRONMACRO = re.compile(rf"\{{\{{\s*(?:{'|'.join(BRONMACROS)})\(")
_GEEN_TEKST = re.compile(r"`[^`]*`|\{:[^}]*\}|<[^>]*>|^\s*\d+\.\s")
_EIGEN_LINK = re.compile(r"\[[^\]]*\]\((?!https?:)[^)]*\)")
_LINKDOEL = re.compile(r"\]\([^)]*\)")
_GETAL = r"(?<![\w.])\d(?:[\d.,:]*\d)?"
_PLICHT = r"(?i:\bverplicht\w*)"


def lees_geschreven(wortel: Path) -> dict[str, str]:
    """Return the text of each written page, by its path below ``docs/``."""
    docs = wortel / MAP
    return {
        pad.relative_to(docs).as_posix(): pad.read_text(encoding="utf-8", errors="replace")
        for pad in sorted(docs.rglob("*.md"))
    }


def feiten_zonder_bron(corpus: Corpus, paginas: Mapping[str, str]) -> list[Fout]:
    """Return each claim on a written page without a source, and each exception without a use."""
    if not paginas:
        return []
    uitzonderingen = corpus.uitzonderingen.uitzonderingen
    gebruikt: set[int] = set()
    fouten = []
    patroon = _patroon(corpus)
    for pagina, tekst in paginas.items():
        hier = [
            (nummer, uitzondering)
            for nummer, uitzondering in enumerate(uitzonderingen)
            if pagina == uitzondering.pagina or _in_map(pagina, uitzondering)
        ]
        for regel, zin in zinnen(tekst):
            for kolom, woord in _gevonden(zin, patroon):
                vrij = {nummer for nummer, deel in hier if _geldt(deel, zin, kolom, woord)}
                gebruikt |= vrij
                if not vrij:
                    fouten.append(_fout(pagina, regel, kolom, woord))
    fouten += [
        _nutteloos(corpus, nummer, uitzondering, paginas)
        for nummer, uitzondering in enumerate(uitzonderingen)
        if nummer not in gebruikt
    ]
    return sorted(fouten)


def _patroon(corpus: Corpus) -> re.Pattern[str]:
    namen = {naam for wet in corpus.alle(Wet) for naam in (wet.titel, *wet.afkortingen)}
    namen |= {naam for wet in corpus.alle(Wetsvoorstel) for naam in (wet.titel, *wet.afkortingen)}
    lang_genoeg = (naam for naam in namen if len(naam) >= MIN_AFKORTING)
    langste_eerst = sorted(map(re.escape, lang_genoeg), key=lambda naam: (-len(naam), naam))
    wetten = rf"(?<!\w)(?:{'|'.join(langste_eerst)})(?!\w)" if namen else r"(?!)"
    return re.compile(f"{wetten}|{_GETAL}|{_PLICHT}")


def zinnen(tekst: str) -> Iterator[tuple[int, str]]:
    """Yield each line that a reader sees, with its number; of the head only the description."""
    kop = _KOP.match(tekst)
    begin = kop[0].count("\n") + 1 if kop else 1
    if kop:
        for nummer, regel in enumerate(kop[1].split("\n"), start=2):
            if regel.startswith(("title:", "description:")):
                yield nummer, regel
    lijf = _BLOK.sub(lambda blok: "\n" * blok[0].count("\n"), tekst[kop.end() :] if kop else tekst)
    yield from enumerate(lijf.split("\n"), start=begin)


def _gevonden(zin: str, patroon: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Yield column and text of each claim in a line that carries no source."""
    if _BRONMACRO.search(zin):
        return
    over = zin
    for weg in (_MACRO, _EIGEN_LINK, _LINKDOEL, _GEEN_TEKST):
        over = weg.sub(lambda match: " " * len(match[0]), over)
    for match in patroon.finditer(over):
        yield match.start() + 1, match[0]


def _in_map(pagina: str, uitzondering: Uitzondering) -> bool:
    return uitzondering.pagina.endswith("/") and pagina.startswith(uitzondering.pagina)


def _geldt(uitzondering: Uitzondering, zin: str, kolom: int, woord: str) -> bool:
    """Tell whether the exception covers this claim: all of the page, or words around it."""
    if uitzondering.woorden is None:
        return True
    begin, eind = kolom - 1, kolom - 1 + len(woord)
    return any(
        match.start() <= begin and eind <= match.end()
        for match in re.finditer(re.escape(uitzondering.woorden), zin)
    )


def _fout(pagina: str, regel: int, kolom: int, woord: str) -> Fout:
    wat = f"„{woord}” staat hier zonder bron"
    herstel = (
        "haal het op met een macro (bewering, cijfer, wet), noem de bron met bron(…), "
        "of zet het met een reden in data/docs-uitzonderingen.yml"
    )
    return Fout(f"{MAP}/{pagina}", regel, kolom, "", wat, herstel)


def _nutteloos(
    corpus: Corpus, nummer: int, uitzondering: Uitzondering, paginas: Mapping[str, str]
) -> Fout:
    veld = "pagina" if uitzondering.woorden is None else "woorden"
    bestaat = any(
        pagina == uitzondering.pagina or _in_map(pagina, uitzondering) for pagina in paginas
    )
    if bestaat:
        wat, herstel = "deze uitzondering is niet meer nodig", "haal haar weg"
    else:
        veld, wat = "pagina", f"„{uitzondering.pagina}” bestaat niet in docs/"
        herstel = bedoelde_u(uitzondering.pagina, paginas) or "haal de uitzondering weg"
    return corpus.fout(TABEL, ("uitzonderingen", nummer, veld), wat, herstel)
