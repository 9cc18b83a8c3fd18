"""Flesch-Douma: a rough signal of how hard a Dutch text reads. Never a norm by itself."""

from __future__ import annotations

import re

_ZIN = re.compile(r"[^.?!:;]+[.?!:;]")
_WOORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
# Vowels that sound as one; a letter with a diaeresis begins a new syllable.
_SYLLABLE = re.compile(
    r"aai|ooi|oei|eeuw|ieuw|uw|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au|ai|oi|[aeiouyàáâèéêëìíîïòóôöùúûü]"
)


def syllables(woord: str) -> int:
    """Return an estimate of the number of syllables; at least one."""
    return max(1, len(_SYLLABLE.findall(woord.casefold())))


def measures(tekst: str) -> tuple[float, float]:
    """Return the Flesch-Douma score and the number of words per sentence."""
    zinnen = [zin for zin in _ZIN.findall(f"{tekst}.") if _WOORD.search(zin)]
    woorden = [woord for zin in zinnen for woord in _WOORD.findall(zin)]
    per_zin = len(woorden) / len(zinnen)
    per_woord = sum(syllables(woord) for woord in woorden) / len(woorden)
    return 206.84 - 0.93 * per_zin - 77 * per_woord, per_zin
