"""``<record>/dossier.js`` beside every record page: what the dossier loads of the chosen records.

Classic scripts and no JSON: a page that was opened from disk may not fetch, but may load a script.
"""

from __future__ import annotations

from macros.blad.blad import Blad
from macros.exports.bestand import Uitvoer
from macros.exports.dossierinhoud import Ding, als_dossier
from macros.exports.scripttekst import scripttekst


def dossier(blad: Blad) -> Uitvoer:
    """Return the script of one record."""
    return Uitvoer(f"{blad.pad}dossier.js", als_script(als_dossier(blad)).encode())


def als_script(ding: Ding) -> str:
    """Return one record as a call of the function that receives it in the page."""
    return f"KennisbankDossier.ontvang({scripttekst(ding)});\n"
