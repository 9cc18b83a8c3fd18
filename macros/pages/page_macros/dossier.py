"""The page on which readers put a dossier together."""

from __future__ import annotations

from collections import defaultdict

from markupsafe import Markup

from macros.corpus.volgorde import alphabetical, first_letter
from macros.model.base import Record
from macros.pages.rendering import Writer, render


def dossier(kb: Writer) -> Markup:
    """Return room for the script, and all records from A to Z to choose from."""
    per_letter: dict[str, list[Record]] = defaultdict(list)
    for record in sorted(kb.corpus.every(Record), key=lambda record: alphabetical(record.titel)):
        per_letter[first_letter(record.titel)].append(record)
    return render("dossier.html.j2", kb, per_letter=dict(sorted(per_letter.items())))
