"""``herstel``: what can be mended in a file without asking, because it changes no meaning."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from macros.load.tekens import onzichtbaar_weg
from macros.redactie.werk import Werk

_KROM = "“”„‟‘’‚‛«»"
_CODE = rf"[{_KROM}]([A-Za-z0-9][A-Za-z0-9:./_-]*)[{_KROM}]"
"""A code in curly quotes: YAML would take the quotes for part of it."""
_ALLEEN_CODE = re.compile(rf"^(\s*(?:- +)*(?:[a-z_]+: +)?){_CODE}$")
_RIJ = re.compile(r"^\s*(?:- +)*[a-z_]+: +\[.*\]$")
_CODE_IN_RIJ = re.compile(rf"(?<=[\[,])( *){_CODE}(?= *[\],])")
_BOLLETJE = re.compile(r"^(\s*)[–—•·](?=\s)")
_SOORTEN = (".yml", ".md")


def herstel(werk: Werk) -> None:
    """Mend line ends, characters that do not show, curly quotes round codes, and file names."""
    for pad in _bestanden(werk.wortel):
        naam = pad.relative_to(werk.wortel).as_posix()
        goede_naam = _goede_naam(naam)
        rauw = pad.read_bytes()
        try:
            tekst = rauw.decode("utf-8")
        except UnicodeDecodeError:
            continue  # what the letters were is not known; the check names the file and the line
        goed = hersteld(tekst, yaml=goede_naam.endswith(".yml"))
        if goede_naam != naam and not (werk.wortel / goede_naam).exists():
            werk.weg(naam)
            werk.zet(goede_naam, goed)
            werk.gedaan.append(f"{naam} heet nu {goede_naam}.")
        elif goed != tekst:
            werk.teksten[naam] = goed
            werk.gedaan.append(f"{naam}: {_verschil(tekst, goed)}.")


def hersteld(tekst: str, *, yaml: bool) -> str:
    """Return the text, mended."""
    tekst = unicodedata.normalize("NFC", tekst.removeprefix("\ufeff"))
    tekst = tekst.replace("\r\n", "\n").replace("\r", "\n")
    regels = [onzichtbaar_weg(regel) for regel in tekst.split("\n")]
    if yaml:
        regels = [_kale_codes(_BOLLETJE.sub(r"\1-", _tab(regel)).rstrip()) for regel in regels]
    return "\n".join(regels).rstrip("\n") + "\n"


def _kale_codes(regel: str) -> str:
    """Take the curly quotes off a code that is a whole value; those in a sentence stay."""
    if _RIJ.fullmatch(regel):
        return _CODE_IN_RIJ.sub(r"\1\2", regel)
    return _ALLEEN_CODE.sub(r"\1\2", regel)


def _tab(regel: str) -> str:
    """Put two spaces for each tab that indents; one for a tab between words."""
    rest = regel.lstrip("\t ")
    inspringing = regel[: len(regel) - len(rest)].replace("\t", "  ")
    return inspringing + rest.replace("\t", " ")


def _bestanden(wortel: Path) -> Iterator[Path]:
    for map_ in ("data", "docs"):
        for pad in sorted((wortel / map_).rglob("*")):
            if pad.is_file() and (pad.suffix in _SOORTEN or pad.name.endswith(".yml.txt")):
                yield pad


def _goede_naam(naam: str) -> str:
    """Return the name without ``.txt`` and, but for sources, in small letters."""
    naam = naam.removesuffix(".txt") if naam.endswith(".yml.txt") else naam
    naam = f"{naam.removesuffix('.yaml')}.yml" if naam.endswith(".yaml") else naam
    return naam if naam.startswith("data/bronnen/") else naam.lower()


def _verschil(oud: str, nieuw: str) -> str:
    """Return in words how many lines were mended."""
    if "\r" in oud:
        return "de regeleinden zijn nu die van Linux, en wat verder niet klopte is hersteld"
    paren = zip(oud.split("\n"), nieuw.split("\n"), strict=False)
    aantal = sum(een != ander for een, ander in paren) or 1
    return f"{aantal} {'regel' if aantal == 1 else 'regels'} hersteld"
