"""The page on which readers put a dossier together."""

from __future__ import annotations

from collections import defaultdict

from markupsafe import Markup

from macros.blad.take_along import TAKE_ALONG
from macros.corpus.volgorde import alphabetical, first_letter
from macros.model.base import Record
from macros.pages.rendering import Writer, render


def dossier(kb: Writer) -> Markup:
    """Return room for the script, and what there is to choose from: all records from A to Z."""
    per_letter: dict[str, list[Record]] = defaultdict(list)
    for record in sorted(kb.corpus.every(Record), key=lambda record: alphabetical(record.titel)):
        per_letter[first_letter(record.titel)].append(record)
    letters = dict(sorted(per_letter.items()))
    return render("dossier.html.j2", kb, per_letter=letters, taken=TAKE_ALONG.values())
