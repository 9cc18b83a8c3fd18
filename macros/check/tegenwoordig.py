"""The present tense: what an old source says of now may no longer be so.

A statement carries its date, but who acts on it reads the sentence. So a sentence from an old
source names its time itself: a year, or a word that places it in the past.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.check.regel import regel
from macros.corpus.corpus import Corpus, Place
from macros.load.error import Error
from macros.model.base import split_id

ACTING_FIELDS: Mapping[str, frozenset[str]] = {
    "instrument": frozenset(
        {
            "nu_doen",
            "voor_wie",
            "wanneer_wel",
            "wanneer_niet",
            "voorwaarden",
            "stappen",
            "wie_beslist",
            "kosten",
            "doorlooptijd",
            "contact",
        }
    ),
    "organisatie": frozenset({"maatwerk"}),
    "tabel": frozenset({"uitkomsten", "vragen", "velden"}),
}
"""Per kind of record: the fields on which a reader acts."""

_JAAR = re.compile(r"\b(?:19|20)\d{2}\b")
_TIME_WORDS = re.compile(
    r"\b(?:toen|destijds|sinds|vanaf|vroeger|indertijd|"
    r"was|waren|had|hadden|werd|werden|ging|gingen|kwam|kwamen|kreeg|kregen|bleek|bleken|"
    r"stond|stonden|liep|liepen|moest|moesten|kon|konden|mocht|mochten|zou|zouden|wilde|wilden|"
    r"hielp|hielpen|gaf|gaven|nam|namen|deed|deden|zei|zeiden|vond|vonden|bood|boden|schreef|"
    r"schreven|riep|riepen|zat|zaten|hoefde|hoefden|kostte|kostten|duurde|duurden|gold|golden|"
    r"noemde|noemden|vroeg|vroegen|werkte|werkten|maakte|maakten|diende|dienden|is \w+ geweest)\b",
    re.IGNORECASE,
)


def names_its_time(tekst: str) -> bool:
    """Tell whether a sentence says of itself when it was so."""
    return bool(_JAAR.search(tekst) or _TIME_WORDS.search(tekst))


def without_time(corpus: Corpus) -> list[Place]:
    """Return the statements in the present tense that rest on something older than two years."""
    peildag = corpus.site.peildag
    return [
        place
        for place in corpus.beweringen
        if place.bewering.stand.is_old(peildag) and not names_its_time(place.bewering.tekst)
    ]


@regel(
    asks=(
        "Waar een lezer naar handelt en wat ouder is dan twee jaar, zegt in de zin zelf van "
        "wanneer het is."
    ),
    scope="instrumenten, organisaties en hulpmiddelen",
    remedy="Noem het jaar in de zin, of zoek een nieuwere bron.",
)
def handelen_kent_zijn_tijd(corpus: Corpus) -> Iterator[Error]:
    """What a reader acts on and is older than two years says in the sentence of when it is."""
    for place in without_time(corpus):
        soort = (split_id(place.from_) or ("", ""))[0]
        if place.pad[0] not in ACTING_FIELDS.get(soort, frozenset()):
            continue
        wat = f"staat in de tegenwoordige tijd, maar is van {place.bewering.stand}"
        remedy = "noem het jaar in de zin („In 2021 liep de toegang …”) of zoek een nieuwere bron"
        yield corpus.error(place.from_, (*place.pad, "tekst"), wat, remedy)
