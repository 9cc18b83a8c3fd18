"""The decision aid as pages of its own: one per question and one per outcome.

They make it work without JavaScript; with it, ``keuzehulp.js`` does the same on one page. The first
question has no page here: it stands on the page that tells what this is, ``keuzehulp/``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from macros.blad.narrate import anchors
from macros.corpus.corpus import Corpus
from macros.corpus.quoting import grounding, matching_vragen
from macros.model.base import Bewering, Onbekend
from macros.model.instrument import Instrument
from macros.model.keuzehulp import Antwoord, Keuzehulp, Keuzevraag, Uitkomst
from macros.model.tool import Onderbouwd
from macros.pages.pagina import Making, Pagina
from macros.pages.rendering import Writer, render

PAD = "keuzehulp/"


@dataclass(frozen=True, slots=True)
class Step:
    """One question with the answer that was given to it."""

    vraag: Keuzevraag
    antwoord: Antwoord


Way = tuple[Step, ...]


def ways(keuzehulp: Keuzehulp) -> Mapping[str, Sequence[Way]]:
    """Return per question and outcome each way to it from the start; checked to be finite."""
    vragen = {vraag.sleutel: vraag for vraag in keuzehulp.vragen}
    found: dict[str, list[Way]] = {keuzehulp.start: [()]}
    open_: list[tuple[str, Way]] = [(keuzehulp.start, ())]
    while open_:
        sleutel, way = open_.pop(0)
        if sleutel not in vragen:
            continue
        vraag = vragen[sleutel]
        for antwoord in vraag.antwoorden:
            verder = (*way, Step(vraag, antwoord))
            found.setdefault(antwoord.naar, []).append(verder)
            open_.append((antwoord.naar, verder))
    return found


class ChoiceWriter:
    """What the templates of the decision aid ask, besides what every template may."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.keuzehulp = corpus.keuzehulp
        self.vragen = {vraag.sleutel: vraag for vraag in self.keuzehulp.vragen}
        self.uitkomsten = {uitkomst.sleutel: uitkomst for uitkomst in self.keuzehulp.uitkomsten}
        self.ways = ways(self.keuzehulp)

    def pad(self, sleutel: str) -> str:
        """Return the address of a question or outcome from the site root."""
        return PAD if sleutel == self.keuzehulp.start else f"{PAD}{sleutel}/"

    def titel(self, sleutel: str) -> str:
        """Return the text of a question, or the title of an outcome."""
        if sleutel in self.vragen:
            return self.vragen[sleutel].vraag
        return self.uitkomsten[sleutel].titel

    def grounding(self, part: Onderbouwd) -> list[Bewering]:
        """Return the statements under an answer or outcome."""
        return grounding(self.corpus, part)

    def anchors(self, here: str, veld: str, part: Onderbouwd) -> Mapping[str, str]:
        """Return the ids of its own statements, on the one page where these are at home."""
        return anchors("tabel:keuzehulp", veld, part.waarom) if here == PAD else {}

    def instrument(self, uitkomst: Uitkomst) -> Instrument | None:
        """Return the record of the instrument of an outcome, if it has one."""
        record = self.corpus.records.get(uitkomst.instrument or "")
        return record if isinstance(record, Instrument) else None

    def onbekend(self, uitkomst: Uitkomst) -> list[Onbekend]:
        """Return the open questions that an outcome quotes."""
        return [matching_vragen(self.corpus, part)[0] for part in uitkomst.onbekend]


def keuzehulppaden(corpus: Corpus) -> Iterator[str]:
    """Yield the address of each of these pages."""
    choice = corpus.keuzehulp
    sleutels = [
        *(vraag.sleutel for vraag in choice.vragen),
        *(one.sleutel for one in choice.uitkomsten),
    ]
    yield from (f"{PAD}{sleutel}/" for sleutel in sleutels if sleutel != choice.start)


def keuzehulp_pages(corpus: Corpus) -> Iterator[Making]:
    """Yield the making of a page for each question but the first, and for each outcome."""
    for vraag in corpus.keuzehulp.vragen:
        if vraag.sleutel != corpus.keuzehulp.start:
            yield Making(f"{PAD}{vraag.sleutel}/", partial(_vraag_page, corpus, vraag))
    for uitkomst in corpus.keuzehulp.uitkomsten:
        yield Making(f"{PAD}{uitkomst.sleutel}/", partial(_uitkomst_page, corpus, uitkomst))


def _vraag_page(corpus: Corpus, vraag: Keuzevraag) -> Pagina:
    writer = Writer(corpus, f"{PAD}{vraag.sleutel}/")
    choice = ChoiceWriter(writer.corpus)
    (way,) = choice.ways[vraag.sleutel]
    inhoud = render("keuzehulp_vraag.html.j2", writer, choice=choice, vraag=vraag, way=way)
    description = f"Vraag {len(way) + 1} van de keuzehulp: {vraag.vraag}"
    titel = f"{vraag.vraag} (keuzehulp)"
    return Pagina(writer.here, titel, description, inhoud, writer.read)


def _uitkomst_page(corpus: Corpus, uitkomst: Uitkomst) -> Pagina:
    writer = Writer(corpus, f"{PAD}{uitkomst.sleutel}/")
    choice = ChoiceWriter(writer.corpus)
    inhoud = render("keuzehulp_uitkomst.html.j2", writer, choice=choice, uitkomst=uitkomst)
    titel = f"{uitkomst.titel} (keuzehulp)"
    description = f"Uitkomst van de keuzehulp: {uitkomst.titel}."
    return Pagina(writer.here, titel, description, inhoud, writer.read)
