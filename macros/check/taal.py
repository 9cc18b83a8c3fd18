"""Plain Dutch: a few turns that readers stumbled over, each with what to write instead.

Only turns that are wrong wherever they stand: a rule that bites good Dutch is switched off by who
writes it. What else stumbles is found by reading aloud.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from macros.check.adressen import FREE_VELDEN
from macros.check.regel import regel
from macros.check.written import FOLDER, zinnen
from macros.corpus.corpus import Corpus
from macros.load.error import Error
from macros.model.kennis import Begrip, Bron


@dataclass(frozen=True, slots=True)
class Stumble:
    """A turn, what is wrong with it, and what to write."""

    pattern: re.Pattern[str]
    wat: str
    remedy: str


_THINGS = (
    r"(?:leefgebieden|gebieden|terreinen|domeinen|organisaties|instanties|wetten|bronnen|filters|"
    r"onderwerpen|problemen|initiatieven|soorten|rollen|ketens|regelingen|ministeries|uitvoerders|"
    r"partijen|manieren|oplossingen|records|pagina[’']s)"
)
_BEFORE_PLURALS = r"(?:op|bij|met|uit|over|van|tussen|in|kunnen|had)"

STUMBLES: tuple[Stumble, ...] = (
    Stumble(
        # "Hoe meer", "steeds meer" and "meer … dan" do compare, so "meer" is right there.
        re.compile(
            rf"\b(?:{_BEFORE_PLURALS} meer {_THINGS}|meer problemen tegelijk)\b(?![^.?!]*\bdan\b)",
            re.IGNORECASE,
        ),
        "„meer” vergelijkt hier niets",
        "schrijf „meerdere” of „verschillende”",
    ),
    Stumble(
        re.compile(r"\bkr(?:ijgt|eeg) als datum\b", re.IGNORECASE),
        "een wet krijgt geen datum",
        "schrijf „de wet is van 1 oktober 2025”",
    ),
    Stumble(
        re.compile(r"\bhet ene telt\b", re.IGNORECASE),
        "wie dit hoort, weet niet meer wat „het ene” is",
        "noem wat er wordt geteld: „het cijfer over 2015 telt …”",
    ),
    Stumble(
        re.compile(r"\bstuk [A-Z]\b"),
        "alleen wie in het dossier werkt, kent dit stuk",
        "noem het hele nummer: „Kamerstuk 36 582, C”",
    ),
    Stumble(
        re.compile(r"\b(?:19|20)\d{2} \d"),
        "een jaartal en een getal staan naast elkaar",
        "zet er woorden tussen: „In 2024 rondde het loket 104 casussen af”",
    ),
)
"""The turns; the first words of each message are those found."""


SEARCH_FIELDS = frozenset({"zoektermen", "alledaags", "engels"})
"""Fields that hold what a reader may type, which need not be good Dutch."""


@lru_cache(maxsize=500_000)
def stumbles(tekst: str) -> tuple[tuple[int, str, Stumble], ...]:
    """Return column, words and turn of each place in a text that makes a reader stumble."""
    return tuple(
        (match.start() + 1, match[0], stumble)
        for stumble in STUMBLES
        for match in stumble.pattern.finditer(tekst)
    )


@regel(
    asks=(
        "Een zin hapert niet: geen „meer” voor „meerdere”, geen getal direct achter een jaartal, "
        "geen „krijgt als datum”, „het ene telt” of „stuk C”."
    ),
    scope="elke tekst, en de geschreven pagina’s",
    remedy="Lees de zin hardop en schrijf wat u zou zeggen.",
)
def zin_hapert_niet(corpus: Corpus) -> Iterator[Error]:
    """No text in the data holds a turn that readers stumbled over; names of sources are theirs."""
    bronnen = {bron.id for bron in corpus.every(Bron)}
    for id_, pad, tekst in corpus.teksten:
        if (FREE_VELDEN | SEARCH_FIELDS) & {*pad}:
            continue
        if id_ in bronnen and pad[0] in {"titel", "uitgever", "vindplaats"}:
            continue
        for _, woorden, stumble in stumbles(tekst):
            yield corpus.error(id_, pad, f"„{woorden}”: {stumble.wat}", stumble.remedy)


def stumbling_pages(pages: Mapping[str, str]) -> list[Error]:
    """Return the same for the written pages, by their path below ``docs/``."""
    return [
        Error(f"{FOLDER}/{pagina}", nummer, column, "", f"„{woorden}”: {part.wat}", part.remedy)
        for pagina, tekst in pages.items()
        for nummer, zin in zinnen(tekst)
        for column, woorden, part in stumbles(zin)
    ]


@regel(
    asks="Een begrip in het enkelvoud staat in zijn uitleg ook in het enkelvoud.",
    scope="begrippen",
    remedy="Schrijf „betekent dat …” in plaats van „zijn …”.",
)
def begrip_in_het_enkelvoud(corpus: Corpus) -> Iterator[Error]:
    """No singular term is explained with „zijn”, as in „Schurende wetgeving zijn wetten”."""
    for begrip in corpus.every(Begrip):
        # A Dutch plural ends in -en or -s; a singular that does so is not caught.
        enkelvoud = not begrip.titel.endswith(("en", "s"))
        if enkelvoud and begrip.samenvatting.startswith(f"{begrip.titel} zijn "):
            wat = f"„{begrip.titel} zijn”: het begrip is enkelvoud"
            yield corpus.error(begrip.id, ("samenvatting",), wat, "schrijf „betekent dat …”")
