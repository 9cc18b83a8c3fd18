"""``remedy``: what can be mended in a file without asking, because it changes no meaning."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from macros.load.characters import invisible_way
from macros.redactie.jobs import Work

_KROM = "“”„‟‘’‚‛«»"
_CODE = rf"[{_KROM}]([A-Za-z0-9][A-Za-z0-9:./_-]*)[{_KROM}]"
"""A code in curly quotes: YAML would take the quotes for part of it."""
_ONLY_CODE = re.compile(rf"^(\s*(?:- +)*(?:[a-z_]+: +)?){_CODE}$")
_ROW = re.compile(r"^\s*(?:- +)*[a-z_]+: +\[.*\]$")
_CODE_IN_ROW = re.compile(rf"(?<=[\[,])( *){_CODE}(?= *[\],])")
_BOLLETJE = re.compile(r"^(\s*)[–—•·](?=\s)")
_SOORTEN = (".yml", ".md")


def remedy(jobs: Work) -> None:
    """Mend line ends, characters that do not show, curly quotes round codes, and file names."""
    for pad in _files(jobs.root):
        naam = pad.relative_to(jobs.root).as_posix()
        good_naam = _good_naam(naam)
        raw = pad.read_bytes()
        try:
            tekst = raw.decode("utf-8")
        except UnicodeDecodeError:
            continue  # what the letters were is not known; the check names the file and the line
        good = hersteld(tekst, yaml=good_naam.endswith(".yml"))
        if good_naam != naam and not (jobs.root / good_naam).exists():
            jobs.way(naam)
            jobs.put_link(good_naam, good)
            jobs.done.append(f"{naam} heet nu {good_naam}.")
        elif good != tekst:
            jobs.teksten[naam] = good
            jobs.done.append(f"{naam}: {_difference(tekst, good)}.")


def hersteld(tekst: str, *, yaml: bool) -> str:
    """Return the text, mended."""
    tekst = unicodedata.normalize("NFC", tekst.removeprefix("\ufeff"))
    tekst = tekst.replace("\r\n", "\n").replace("\r", "\n")
    regels = [invisible_way(regel) for regel in tekst.split("\n")]
    if yaml:
        regels = [_bare_codes(_BOLLETJE.sub(r"\1-", _tab(regel)).rstrip()) for regel in regels]
    return "\n".join(regels).rstrip("\n") + "\n"


def _bare_codes(regel: str) -> str:
    """Take the curly quotes off a code that is a whole value; those in a sentence stay."""
    if _ROW.fullmatch(regel):
        return _CODE_IN_ROW.sub(r"\1\2", regel)
    return _ONLY_CODE.sub(r"\1\2", regel)


def _tab(regel: str) -> str:
    """Put two spaces for each tab that indents; one for a tab between words."""
    rest = regel.lstrip("\t ")
    indentation = regel[: len(regel) - len(rest)].replace("\t", "  ")
    return indentation + rest.replace("\t", " ")


def _files(root: Path) -> Iterator[Path]:
    for folder in ("data", "docs"):
        for pad in sorted((root / folder).rglob("*")):
            if pad.is_file() and (pad.suffix in _SOORTEN or pad.name.endswith(".yml.txt")):
                yield pad


def _good_naam(naam: str) -> str:
    """Return the name without ``.txt`` and, but for sources, in small letters."""
    naam = naam.removesuffix(".txt") if naam.endswith(".yml.txt") else naam
    naam = f"{naam.removesuffix('.yaml')}.yml" if naam.endswith(".yaml") else naam
    return naam if naam.startswith("data/bronnen/") else naam.lower()


def _difference(old: str, new: str) -> str:
    """Return in words how many lines were mended."""
    if "\r" in old:
        return "de regeleinden zijn nu die van Linux, en wat verder niet klopte is hersteld"
    pairs = zip(old.split("\n"), new.split("\n"), strict=False)
    aantal = sum(one != other for one, other in pairs) or 1
    return f"{aantal} {'regel' if aantal == 1 else 'regels'} hersteld"
