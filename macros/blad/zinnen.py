"""The fixed Dutch sentences of the site's records: each stands here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping

from macros.model.vertelling import Inleiding, LetOp

DENKBEELDIG = (
    "Dit is geen recht. De Wet op het sociaal domein bestaat niet. "
    "Er is geen wetstraject. "
    "Het is een bijdrage aan het gesprek over het sociaal domein."
)

LET_OP: Mapping[LetOp, str] = {
    "voorstel": "Dit is een voorstel. Het is geen geldend recht.",
    "verkend": "Dit idee is verkend en niet doorgezet. Het is nooit recht geworden.",
    "ander-initiatief": "Dit initiatief is geen onderdeel van PMM.",
    "telwijze": "Vergelijk dit cijfer alleen met cijfers met dezelfde telwijze.",
    "waarde-van-anderen": (
        "Geen bron schrijft deze waarde toe aan de fictieve memorie van toelichting."
    ),
}

INLEIDING: Mapping[Inleiding, str] = {
    "waarden-van-anderen": (
        "Deze waarden komen uit kaders van anderen. "
        "Geen bron schrijft ze toe aan de fictieve memorie van toelichting."
    ),
}

ANDERE_TELWIJZEN = "Deze cijfers meten niet hetzelfde. Vergelijk ze niet met elkaar."
STIL = (
    "Let op: de laatste stand die wij vonden, is van {stand}.",
    "Dat is langer dan een half jaar geleden. Er kan intussen iets zijn besloten.",
)
"""Before anything else on the page of what must have moved on since."""
TERMIJN = "Wacht u op antwoord en loopt er een termijn, bijvoorbeeld om bezwaar te maken? Lees dan"
"""On the page of an instrument for which one waits; a link to the page about it follows."""
LICENTIE = "CC0 1.0"
"""Licence of data and texts; the deed is linked from the head of every page."""
GEEN_BRON = "Hierover is geen openbare bron gevonden."
NIET_BEKEND = "Wat niet bekend is"
NIET_VAN_TOEPASSING = "Niet van toepassing."
ZWAKKE_CONTROLE = "Deze controle is zwak."
DATUM_ONBEKEND = "datum onbekend"
OUD = "ouder dan 2 jaar"
WAT_IS_ERMEE_GEDAAN = "Wat is ermee gedaan?"
VERBONDEN = "Hiermee verbonden"
BRONNEN = "Bronnen"
DEKT = "Voor:"
DEKT_NIET = "Nog niet voor:"
DEKKING_ONBEKEND = "Niet bekend voor:"
GROEP_EN_SPOOR = "Welke groep valt onder welk spoor?"
BEDRAG_EN_BRON = "Elk bedrag met zijn bron"
