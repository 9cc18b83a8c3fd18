"""What has to be so before the site goes public, and may be otherwise while it is being made."""

from __future__ import annotations

import re
from collections.abc import Mapping

from macros.corpus.corpus import Corpus
from macros.load.fout import Fout, Pad
from macros.model.vocabulaire import Eigenaar

BESTAND = "tabel:site"
_VOORBEELD = re.compile(r"\.(example|invalid|test)\b|voorbeeld", re.IGNORECASE)
"""The names of RFC 2606, and the word with which an example says what it is."""
_HERSTEL = "vul in wat bij uw organisatie klopt, of bouw zonder PUBLICEER"


def niet_te_publiceren(corpus: Corpus) -> list[Fout]:
    """Return each detail of the owner that is still an example, or was not filled in."""
    site = corpus.site
    waarden: Mapping[Pad, str | None] = {
        **{(veld,): getattr(site, veld) for veld in ("adres", "verbeteradres", "contact")},
        **{("eigenaar", veld): getattr(site.eigenaar, veld) for veld in Eigenaar.model_fields},
    }
    fouten = []
    for pad, waarde in waarden.items():
        if waarde is None:
            wat = f"„{pad[-1]}” is nog niet ingevuld, en de site gaat naar het publiek"
        elif _VOORBEELD.search(waarde):
            wat = f"„{waarde}” is een voorbeeld, en de site gaat naar het publiek"
        else:
            continue
        fouten.append(corpus.fout(BESTAND, pad, wat, _HERSTEL))
    return fouten
