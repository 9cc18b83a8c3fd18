"""``<record>/dossier.js`` beside every record page: what the dossier loads of the chosen records.

Classic scripts and no JSON: a page that was opened from disk may not fetch, but may load a script.
"""

from __future__ import annotations

from macros.exports.dossier_content import Thing
from macros.exports.file import Output
from macros.exports.scripttekst import scripttekst


def dossier(pad: str, thing: Thing) -> Output:
    """Return the script of one record, whose page stands at ``pad``."""
    return Output(f"{pad}dossier.js", as_script(thing).encode())


def as_script(thing: Thing) -> str:
    """Return one record as a call of the function that receives it in the page."""
    return f"KennisbankDossier.ontvang({scripttekst(thing)});\n"
