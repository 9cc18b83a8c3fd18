"""Synonyms lead somewhere: a rule that no page answers to only looks like help."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.corpus.search_words import Woordenlijst, own_woorden, woorden
from macros.load.error import Error, Pad
from macros.model.base import Record

FILE = "tabel:synoniemen"


@regel(
    asks="Van elke groep synoniemen staat ten minste één woord op een pagina.",
    scope="synoniemen",
    remedy="Gebruik een woord dat op een pagina staat, of haal de regel weg.",
)
def synoniem_leidt_ergens_heen(corpus: Corpus) -> Iterator[Error]:
    """Each group of synonyms has a word that stands on a page, and another one that leads there."""
    pages = [own_woorden(corpus, record) for record in corpus.every(Record)]
    pages += [woorden(gemeente.naam) for gemeente in corpus.gemeentetabel.gemeenten]
    pages += [woorden(term.label) for v in corpus.vocabulaires.values() for term in v.termen]
    lijst = Woordenlijst(pages)
    for nummer, groep in enumerate(corpus.synoniemen.synoniemen):
        pad: Pad = ("synoniemen", nummer)
        if groep.gebruik is None and len(groep.termen) == 1:
            wat = "heeft maar één term en geen „gebruik”"
            yield corpus.error(FILE, (*pad, "termen"), wat, "voeg een tweede woord toe")
        doelen = groep.termen if groep.gebruik is None else (groep.gebruik,)
        if any(lijst.knows(doel) for doel in doelen):
            continue
        veld = "termen" if groep.gebruik is None else "gebruik"
        wat = f"„{', '.join(doelen)}” staat op geen enkele pagina"
        remedy = "gebruik een woord dat op een pagina staat, of haal de regel weg"
        yield corpus.error(FILE, (*pad, veld), wat, remedy)
