"""``<record>/dossier.js`` beside every record page: what the dossier loads of the chosen records.

Classic scripts and no JSON: a page that was opened from disk may not fetch, but may load a script.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from macros.blad.vertellen import Verteller
from macros.corpus.corpus import Corpus
from macros.exports.bestand import Uitvoer
from macros.exports.dossierinhoud import Ding, als_dossier
from macros.model.basis import Record

_GEVAARLIJK = {teken: f"\\u{ord(teken):04x}" for teken in "<\u2028\u2029"}
"""These stand only inside texts, where JSON may write them so. No ``</script>`` can then arise."""


def dossiers(corpus: Corpus) -> Iterator[Uitvoer]:
    """Yield the script of every record."""
    verteller = Verteller(corpus)
    for record in corpus.alle(Record):
        ding = als_dossier(verteller.blad(record))
        yield Uitvoer(f"{ding['pad']}dossier.js", als_script(ding).encode())


def als_script(ding: Ding) -> str:
    """Return one record as a call of the function that receives it in the page."""
    tekst = json.dumps(ding, ensure_ascii=False, separators=(",", ":"))
    for teken, ontsnapt in _GEVAARLIJK.items():
        tekst = tekst.replace(teken, ontsnapt)
    return f"KennisbankDossier.ontvang({tekst});\n"
