"""What a sentence that an editor typed says already: its articles, laws, organisations, its date.

Nothing of it is written down by itself: it is proposed, and the editor says yes or no.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from macros.corpus.corpus import Corpus
from macros.model.base import Afkorting, Naam, Record
from macros.model.dates import MONTHS, notation_of
from macros.model.marks import marked
from macros.model.organisatie import Organisatie
from macros.model.recht import Wet, Wetsvoorstel
from macros.redactie.typed import RawBlock, artikelen_in

R = TypeVar("R", bound=Record)
_END_OF_ZIN = re.compile(r"(?<=[.?!])\s+(?=[A-ZÀ-Þ„‘“])")
_SHORTENED = re.compile(r"\b(?:art|bijv|bv|ca|dhr|mw|mr|dr|nr|o\.a|i\.p\.v|resp|jo|blz|[A-Z])\.$")
"""After these a full stop ends no sentence."""
_JAAR = "(?:19|20)[0-9]{2}"
_DAG = re.compile(
    rf"\b(?:(?:[0-9]{{1,2}} )?(?:{'|'.join(MONTHS)}) {_JAAR}|(?<=\bin ){_JAAR})\b", re.IGNORECASE
)

_ASKS = re.compile(
    r"\b(?:vroeg|vraagt|vragen|gevraagd|verzocht|verzoekt|verzoek|verzoeken)\b.*", re.IGNORECASE
)
"""A request: what is asked for did not come about by it."""
_STATUS_OF = {
    "gesignaleerd": r"signaleerde|signaleert|gesignaleerd|meldde|gemeld|naar voren|gevraagd",
    "in-voorbereiding": r"onderzoekt|onderzocht|onderzoek|bereid(?:t|en)? .*voor|voorbereid",
    "ambitie": r"voornemen|wil|willen|van plan",
    "in-werking": r"(?:trad|treedt|is) .*in werking|geldt sinds|gelden sinds",
    "aangepast": r"aangepast|gewijzigd|veranderde|paste .* aan|wijzigde",
    "instrument": r"handreiking|handboek|hulpmiddel|instrument|toolbox|stappenplan",
    "afgewezen": r"afgewezen|wees .* af|niet doorgezet|ziet ervan af|zag ervan af",
}
"""By which words a step says how far it is. A sentence of two kinds says nothing."""


def status_of(tekst: str) -> str:
    """Return the status of a track that a step tells of, if it tells of just one."""
    tekst = _ASKS.sub("gevraagd", tekst)
    found = [
        status
        for status, woorden in _STATUS_OF.items()
        if re.search(rf"\b(?:{woorden})\b", tekst, re.IGNORECASE)
    ]
    return found[0] if len(found) == 1 else ""


_CHANGES_LAW = re.compile(
    r"\b(?:wets?voorstel\w*|\w*wetswijziging\w*|wetgeving\w*|wetstraject|kamer|amendement"
    r"|(?:in|van|met|voor|door) (?:de|een) wet|de wet [A-ZÀ-Þ]\w*)\b",
    re.IGNORECASE,
)


def zinnen_in(tekst: str) -> list[str]:
    """Return the sentences of a text, each by itself: one statement is one fact."""
    out: list[str] = []
    for part in _END_OF_ZIN.split(tekst.strip()):
        if out and _SHORTENED.search(out[-1]):
            out[-1] += f" {part}"
        else:
            out.append(part)
    return out


def dag_of(tekst: str) -> str:
    """Return the date that a sentence names, if it names just one: „in 2025”, „12 mei 2024”."""
    found = {notation_of(match[0]) for match in _DAG.finditer(tekst)}
    return found.pop() if len(found) == 1 else ""


def wetten_in(corpus: Corpus, tekst: str) -> list[tuple[Wet, list[RawBlock]]]:
    """Return the laws that a sentence names, each with its articles.

    Of one law that is every article, of more each has those that stand before it.
    """
    every = ((naam, wet) for wet in corpus.every(Wet) for naam in (wet.titel, *wet.afkortingen))
    out: dict[str, tuple[Wet, list[RawBlock]]] = {}
    begin = 0
    named = [*_named(every, tekst)]
    alone = len({wet.id for _, wet in named}) == 1
    for end, wet in named:
        artikelen = artikelen_in(tekst if alone else tekst[begin:end])
        begin = end
        known = out.setdefault(wet.id, (wet, []))[1]
        known += [one for one in artikelen if one not in known]
    return [*out.values()]


def organisaties_in(corpus: Corpus, tekst: str) -> list[Organisatie]:
    """Return the organisations that a sentence names, by their name or by a short form of it.

    A name that stands in that of a law or a bill, such as „Wet proactieve dienstverlening SZW”,
    names nobody.
    """
    every: list[tuple[str, Organisatie | Wet | Wetsvoorstel]] = [
        (naam, one)
        for one in corpus.every(Organisatie)
        for naam in (
            one.titel,
            *(naam for mark in (Afkorting, Naam) for _, naam in marked(one, mark)),
        )
    ]
    every += [(naam, wet) for wet in corpus.every(Wet) for naam in _called(wet.titel)]
    every += [(naam, bill) for bill in corpus.every(Wetsvoorstel) for naam in _called(bill.titel)]
    found = (one for _, one in _named(every, tekst))
    return [*{one.id: one for one in found if isinstance(one, Organisatie)}.values()]


def _called(titel: str) -> list[str]:
    """Return by which names people call a law: also without the word „wet” before the rest."""
    rest = re.sub(r"^(?:Wets?voorstel|Wet)\s+", "", titel)
    return [titel, rest] if rest != titel and " " in rest else [titel]


def gemeenten_in(corpus: Corpus, tekst: str) -> list[str]:
    """Return the municipalities that a sentence names with that word: „de gemeente Zwolle”."""
    named = {
        naam: one.naam
        for one in corpus.gemeentetabel.gemeenten
        for naam in (one.naam, *one.andere_namen)
    }
    out: dict[str, None] = {}
    for match in re.finditer(r"\bgemeente (?=([A-ZÀ-Þ’'].*))", tekst):
        fits = [naam for naam in named if re.match(rf"{re.escape(naam)}(?!\w)", match[1])]
        if fits:
            out[named[max(fits, key=len)]] = None
    return [*out]


def names_bill(corpus: Corpus, tekst: str) -> bool:
    """Tell whether a text is about a bill or about changing a law; an article of one is not."""
    if _CHANGES_LAW.search(tekst):
        return True
    every = ((naam, bill) for bill in corpus.every(Wetsvoorstel) for naam in _called(bill.titel))
    return any(True for _ in _named(every, tekst))


def _named(every: Iterable[tuple[str, R]], tekst: str) -> Iterator[tuple[int, R]]:
    """Return which records a text names and where each name ends; the longest name counts."""
    taken: list[tuple[int, int, R]] = []
    for naam, record in sorted(every, key=lambda one: -len(one[0])):
        # The first letter of a name of more words may be small: „het ministerie van …”.
        first = f"(?i:{re.escape(naam[0])})" if " " in naam else re.escape(naam[0])
        for match in re.finditer(rf"(?<!\w){first}{re.escape(naam[1:])}(?!\w)", tekst):
            begin, end = match.span()
            if not any(begin < e and b < end for b, e, _ in taken):
                taken.append((begin, end, record))
    yield from ((end, record) for _, end, record in sorted(taken, key=lambda one: one[0]))
