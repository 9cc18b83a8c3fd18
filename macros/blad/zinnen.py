"""The fixed Dutch sentences of the site's records: each stands here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping

from macros.model.narration import Inleiding, LetOp

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

OTHER_WAYS_OF_COUNTING = "Deze cijfers meten niet hetzelfde. Vergelijk ze niet met elkaar."
QUIET = (
    "Let op: de laatste stand die wij vonden, is van {stand}.",
    "Dat is langer dan een half jaar geleden. Er kan intussen iets zijn besloten.",
)
"""Before anything else on the page of what must have moved on since."""
TERMIJN = "Wacht u op antwoord en loopt er een termijn, bijvoorbeeld om bezwaar te maken? Lees dan"
"""On the page of an instrument for which one waits; a link to the page about it follows."""
LICENCE_SENTENCE = "CC0 1.0"
"""Licence of data and texts; the deed is linked from the head of every page."""
NO_BRON = "Hierover is geen openbare bron gevonden."
NOT_KNOWN = "Wat niet bekend is"
VRAGEN_TO = "Open vragen aan {naam}"
VRAGEN_COUNT = "Aantal vragen zonder openbaar antwoord: {aantal}. "
VRAGEN_KIEZEN = "Kies uit deze vragen, of bewaar ze als bestand"
"""Before the questions on the page of whom to ask; the words of the link to the whole list."""
NIET_VAN_TOEPASSING = "Niet van toepassing."
WEAK_CHECK = "Deze controle is zwak."
DATUM_ONBEKEND = "datum onbekend"
OLDER_THEN = "ouder dan {jaren} jaar"
TO_OLD = "ouder dan twee jaar"
WHAT_WAS_DONE = "Wat is ermee gedaan?"
CONNECTED = "Hiermee verbonden"
BRONNEN = "Bronnen"
ACTIES = "Wat u met deze pagina kunt doen"
SETS_IN_DOSSIER = "Zet in dossier"
CITE = "Citeer"
VERBERG = "Verberg"
BETWIST = "Bronnen spreken elkaar hier tegen."
BACK = "Terug naar de tekst"
ELSEWHERE = "„Open de bron” leidt naar een andere website."
DEKT = "Voor:"
DEKT_NIET = "Nog niet voor:"
DEKKING_ONBEKEND = "Niet bekend voor:"
GROEP_AND_SPOOR = "Welke groep valt onder welk spoor?"
BEDRAG_AND_BRON = "Elk bedrag met zijn bron"

_MEERVOUD = {
    "bewering": "beweringen",
    "bron": "bronnen",
    "open vraag": "open vragen",
    "pagina": "pagina’s",
    "vraag": "vragen",
}


def tel(aantal: int, wat: str) -> str:
    """Return a number with its noun: ``1 bron``, ``9 bronnen``, ``geen vragen``."""
    if aantal == 1:
        return f"1 {wat}"
    return f"{aantal or 'geen'} {_MEERVOUD[wat]}"
