"""Sources in words, for a list that has no list of sources beside it."""

from __future__ import annotations

from macros.corpus.corpus import Corpus
from macros.model.kennis import Bron
from macros.model.linkcontrole import Linkuitkomst


def dead_link(corpus: Corpus, adres: str | None) -> Linkuitkomst | None:
    """Return what is known of an address where nothing stands any more; None if that is not so."""
    found = (one for one in corpus.linkcontrole.uitkomsten if one.adres == adres)
    return next((one for one in found if one.uitkomst == "dood"), None)


def readable_adres(corpus: Corpus, bron: Bron) -> str:
    """Return where a source can be read: elsewhere (an archive), if its own address is dead."""
    if dead_link(corpus, bron.url) is None:
        return bron.url or ""
    alive = (adres for adres in bron.ook_te_vinden if dead_link(corpus, adres) is None)
    return next(alive, "")


def voluit(corpus: Corpus, id_: str) -> str:
    """Return title, publisher, date and address of a source; ours, if it is nowhere else."""
    bron = corpus.bron(id_)
    adres = bron.url or corpus.site.adres + bron.pad
    return f"{bron.titel}. {bron.uitgever}, {bron.datum}. {adres}"
