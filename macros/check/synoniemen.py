"""Synonyms lead somewhere: a rule that no page answers to only looks like help."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.corpus.zoekwoorden import Woordenlijst, eigen_woorden, woorden
from macros.load.fout import Fout, Pad
from macros.model.basis import Record

BESTAND = "tabel:synoniemen"


@regel(
    eis="Van elke groep synoniemen staat ten minste één woord op een pagina.",
    bereik="synoniemen",
    herstel="Gebruik een woord dat op een pagina staat, of haal de regel weg.",
)
def synoniem_leidt_ergens_heen(corpus: Corpus) -> Iterator[Fout]:
    """Each group of synonyms has a word that stands on a page, and another one that leads there."""
    paginas = [eigen_woorden(corpus, record) for record in corpus.alle(Record)]
    paginas += [woorden(gemeente.naam) for gemeente in corpus.gemeentetabel.gemeenten]
    paginas += [woorden(term.label) for v in corpus.vocabulaires.values() for term in v.termen]
    lijst = Woordenlijst(paginas)
    for nummer, groep in enumerate(corpus.synoniemen.synoniemen):
        pad: Pad = ("synoniemen", nummer)
        if groep.gebruik is None and len(groep.termen) == 1:
            wat = "heeft maar één term en geen „gebruik”"
            yield corpus.fout(BESTAND, (*pad, "termen"), wat, "voeg een tweede woord toe")
        doelen = groep.termen if groep.gebruik is None else (groep.gebruik,)
        if any(lijst.kent(doel) for doel in doelen):
            continue
        veld = "termen" if groep.gebruik is None else "gebruik"
        wat = f"„{', '.join(doelen)}” staat op geen enkele pagina"
        herstel = "gebruik een woord dat op een pagina staat, of haal de regel weg"
        yield corpus.fout(BESTAND, (*pad, veld), wat, herstel)
