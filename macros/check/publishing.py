"""What has to be so before the site goes public, and may be otherwise while it is being made."""

from __future__ import annotations

import re
from collections.abc import Mapping

from macros.corpus.corpus import Corpus
from macros.load.error import Error, Pad
from macros.model.vocabulaire import Berichten, Eigenaar

FILE = "tabel:site"
_EXAMPLE = re.compile(r"\.(example|invalid|test)\b|voorbeeld", re.IGNORECASE)
"""The names of RFC 2606, and the word with which an example says what it is."""
_REMEDY = "vul in wat bij uw organisatie klopt, of bouw zonder PUBLICEER"


def unfit_to_publish(corpus: Corpus) -> list[Error]:
    """Return each detail of the owner that is still an example, or was not filled in."""
    site = corpus.site
    waarden: Mapping[Pad, str | None] = {
        **{(veld,): getattr(site, veld) for veld in ("adres", "verbeteradres", "contact")},
        **{("berichten", veld): getattr(site.berichten, veld) for veld in Berichten.model_fields},
        **{("eigenaar", veld): getattr(site.eigenaar, veld) for veld in Eigenaar.model_fields},
    }
    errors = []
    for pad, waarde in waarden.items():
        if waarde is None:
            wat = f"„{pad[-1]}” is nog niet ingevuld, en de site gaat naar het publiek"
        elif _EXAMPLE.search(waarde):
            wat = f"„{waarde}” is een voorbeeld, en de site gaat naar het publiek"
        else:
            continue
        errors.append(corpus.error(FILE, pad, wat, _REMEDY))
    return errors
