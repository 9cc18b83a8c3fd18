"""Sources in words, for a list that has no list of sources beside it."""

from __future__ import annotations

from macros.corpus.corpus import Corpus


def voluit(corpus: Corpus, id_: str) -> str:
    """Return title, publisher, date and address of a source; ours, if it is nowhere else."""
    bron = corpus.bron(id_)
    adres = bron.url or corpus.site.adres + bron.pad
    return f"{bron.titel}. {bron.uitgever}, {bron.datum}. {adres}"
