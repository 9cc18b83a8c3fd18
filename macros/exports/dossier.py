"""``<record>/dossier.js`` beside every record page: what the dossier loads of the chosen records.

Classic scripts and no JSON: a page that was opened from disk may not fetch, but may load a script.
"""

from __future__ import annotations

from macros.blad.blad import Blad
from macros.exports.dossier_content import Thing, as_dossier
from macros.exports.file import Output
from macros.exports.scripttekst import scripttekst


def dossier(blad: Blad) -> Output:
    """Return the script of one record."""
    return Output(f"{blad.pad}dossier.js", as_script(as_dossier(blad)).encode())


def as_script(thing: Thing) -> str:
    """Return one record as a call of the function that receives it in the page."""
    return f"KennisbankDossier.ontvang({scripttekst(thing)});\n"
