"""The words by which a page is found, apart by whether that page shows them.

A match on a word that the page never shows is no proof that the page answers, so the search weighs
the two apart (see ``LEAST`` in zoek-kern.js).
"""

from __future__ import annotations

from macros.blad.card import Card
from macros.model.base import Record
from macros.model.soorten import Bestandsrecord


def woorden_on_the_page(card: Card, record: Bestandsrecord | None) -> list[str]:
    """Return the names and everyday words that stand on the page of a card, each once.

    A municipality has no record; its search terms are former names, which its page lists.
    """
    woorden = [*card.namen, *card.verbuigingen]
    if record is None or (isinstance(record, Record) and _shows_zoektermen(record)):
        woorden += card.zoektermen
    return [one for one in dict.fromkeys([*woorden, *card.alledaags]) if one != card.titel]


def _shows_zoektermen(record: Record) -> bool:
    return any(kenmerk.veld == "zoektermen" for kenmerk in record.kenmerken)
