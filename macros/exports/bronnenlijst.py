"""``bronnen/bronnenlijst.js``: every source in words, by its code.

Two pages make a spreadsheet of the rows a reader chose. They load this only then, as a script: a
page that was opened from disk may not fetch.
"""

from __future__ import annotations

from macros.blad.bronnen import voluit
from macros.corpus.corpus import Corpus
from macros.exports.file import Output
from macros.exports.scripttekst import scripttekst
from macros.model.kennis import Bron


def bronnenlijst(corpus: Corpus) -> Output:
    """Return the script that puts the sources in the window."""
    woorden = {bron.slug: voluit(corpus, bron.id) for bron in corpus.every(Bron)}
    inhoud = f"KennisbankBronnen={scripttekst(woorden)};\n"
    return Output("bronnen/bronnenlijst.js", inhoud.encode())
