"""Characters: which ones no text may hold, and what a text says once those are out of the way.

One view for the loader, the guard on personal data, the form in the browser and the search:
``tests/tekens-vectoren.json`` holds them together.
"""

from __future__ import annotations

import re
import unicodedata

# Default_Ignorable_Code_Point of Unicode 16 (DerivedCoreProperties), with what else prints nothing:
# the breaks of a line or paragraph, annotation marks, and the empty Braille cell.
_ONZICHTBAAR = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_REGELGRENS = "\x85\u2028\u2029"
_HARDE_SPATIE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_VERDWENEN = "\ufffd"

# All but YAML's "printable" characters (YAML 1.1, 5.1); the byte order mark only at the start.
_ONLEESBAAR = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"

VREEMD = re.compile(f"[{_ONLEESBAAR}{_ONZICHTBAAR}{_REGELGRENS}{_HARDE_SPATIE}{_VERDWENEN}]")
"""A character that an editor cannot see or did not mean to type."""
_WEG = re.compile(f"[{_ONZICHTBAAR}]")
_SPATIE = re.compile(f"[{_HARDE_SPATIE}{_REGELGRENS}\t\n\r ]+")
_STREEP = re.compile("[\u058a\u05be\u2010-\u2015\u2043\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]")
_NIET_ASCII_CIJFER = re.compile(r"[^\D0-9]")
_DUBBELGANGER = re.compile(r"[^\W\d_]+")
_LATIJN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LIJKT_LATIJN = re.compile("[\u0370-\u03ff\u0400-\u052f]")


def plat(tekst: str) -> str:
    """Return what ``tekst`` says to a reader: in plain characters, nothing hidden, one space.

    Compatibility forms (NFKC), each space and line break a space, each dash a hyphen, each digit
    one of 0 to 9, and nothing that does not print.
    """
    tekst = _WEG.sub("", unicodedata.normalize("NFKC", _WEG.sub("", tekst)))
    tekst = _SPATIE.sub(" ", _STREEP.sub("-", tekst))
    return _NIET_ASCII_CIJFER.sub(lambda cijfer: str(unicodedata.digit(cijfer[0])), tekst)


def uitleg(teken: str) -> tuple[str, str]:
    """Return what is wrong with a character that ``VREEMD`` found, and what to do about it."""
    code = f"U+{ord(teken):04X}"
    if teken == _VERDWENEN:
        return (
            f"bevat het teken „{teken}” ({code}): hier ging een letter verloren",
            "typ het woord opnieuw",
        )
    if re.match(f"[{_HARDE_SPATIE}]", teken):
        return (
            f"bevat een bijzondere spatie ({code}), vaak meegekomen uit Word of een website",
            "vervang haar door een gewone spatie",
        )
    return f"bevat een onzichtbaar teken ({code})", "haal het weg"


def dubbelganger(tekst: str) -> str | None:
    """Return the first word that mixes Latin letters with Greek or Cyrillic ones; else None."""
    if _LIJKT_LATIJN.search(tekst) is None:
        return None
    for woord in _DUBBELGANGER.findall(tekst):
        if _LATIJN.search(woord) and _LIJKT_LATIJN.search(woord):
            return str(woord)
    return None
