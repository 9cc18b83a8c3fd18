"""The words by which a page is found, apart by whether that page shows them.

A match on a word that the page never shows is no proof that the page answers, so the search weighs
the two apart (see ``LEAST`` in zoek-kern.js).
"""

from __future__ import annotations

from macros.blad.kaart import Kaart
from macros.model.basis import Record
from macros.model.soorten import Bestandsrecord


def woorden_op_de_pagina(kaart: Kaart, record: Bestandsrecord | None) -> list[str]:
    """Return the names and everyday words that stand on the page of a card, each once.

    A municipality has no record; its search terms are former names, which its page lists.
    """
    woorden = [*kaart.namen, *kaart.verbuigingen]
    if record is None or (isinstance(record, Record) and _toont_zoektermen(record)):
        woorden += kaart.zoektermen
    return [een for een in dict.fromkeys([*woorden, *kaart.alledaags]) if een != kaart.titel]


def _toont_zoektermen(record: Record) -> bool:
    return any(kenmerk.veld == "zoektermen" for kenmerk in record.kenmerken)
