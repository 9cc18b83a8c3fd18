"""All that has to hold before a page is made: one list for the command line and for the build."""

from __future__ import annotations

from pathlib import Path

from macros.check.geschreven import feiten_zonder_bron, lees_geschreven
from macros.check.privacy import persoonsgegevens_buiten_data
from macros.check.regels import controleer
from macros.check.taal import haperende_paginas
from macros.corpus.corpus import Corpus
from macros.corpus.inlezen import lees_corpus
from macros.load.fout import Fout
from macros.pages.verteld import controleer_verteld


def keur_gegevens(wortel: Path) -> tuple[Corpus | None, list[Fout]]:
    """Return the corpus, if ``data/`` can be read, and every mistake in it."""
    corpus, fouten = lees_corpus(wortel)
    return corpus, fouten if corpus is None else controleer(corpus)


def keur(wortel: Path) -> tuple[Corpus | None, list[Fout]]:
    """Return the same with every mistake in ``docs/``: none means that the site builds.

    Without a corpus, what the written pages ask of the data is left for later.
    """
    corpus, fouten = keur_gegevens(wortel)
    fouten = [*fouten, *controleer_verteld(corpus, wortel)]
    if corpus is not None:
        geschreven = lees_geschreven(wortel)
        fouten += feiten_zonder_bron(corpus, geschreven)
        fouten += haperende_paginas(geschreven)
        fouten += persoonsgegevens_buiten_data(corpus, wortel)
    return corpus, fouten
