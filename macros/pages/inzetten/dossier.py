"""The page on which readers put a dossier together."""

from __future__ import annotations

from collections import defaultdict

from markupsafe import Markup

from macros.corpus.volgorde import alfabetisch, beginletter
from macros.model.basis import Record
from macros.pages.weergave import Schrijver, teken


def dossier(kb: Schrijver) -> Markup:
    """Return room for the script, and all records from A to Z to choose from."""
    per_letter: dict[str, list[Record]] = defaultdict(list)
    for record in sorted(kb.corpus.alle(Record), key=lambda record: alfabetisch(record.titel)):
        per_letter[beginletter(record.titel)].append(record)
    return teken("dossier.html.j2", kb, per_letter=dict(sorted(per_letter.items())))
