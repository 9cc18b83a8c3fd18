"""The decision aid as pages of its own: one per question and one per outcome.

They make it work without JavaScript; with it, ``keuzehulp.js`` does the same on one page. The first
question has no page here: it stands on the page that tells what this is, ``keuzehulp/``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.corpus.aanhalen import onderbouwing, passende_vragen
from macros.corpus.corpus import Corpus
from macros.model.basis import Bewering, Onbekend
from macros.model.hulpmiddel import Onderbouwd
from macros.model.instrument import Instrument
from macros.model.keuzehulp import Antwoord, Keuzehulp, Keuzevraag, Uitkomst
from macros.pages.pagina import Pagina
from macros.pages.weergave import Schrijver, teken

PAD = "keuzehulp/"


@dataclass(frozen=True, slots=True)
class Stap:
    """One question with the answer that was given to it."""

    vraag: Keuzevraag
    antwoord: Antwoord


Weg = tuple[Stap, ...]


def wegen(keuzehulp: Keuzehulp) -> Mapping[str, Sequence[Weg]]:
    """Return per question and outcome each way to it from the start; checked to be finite."""
    vragen = {vraag.sleutel: vraag for vraag in keuzehulp.vragen}
    gevonden: dict[str, list[Weg]] = {keuzehulp.start: [()]}
    open_: list[tuple[str, Weg]] = [(keuzehulp.start, ())]
    while open_:
        sleutel, weg = open_.pop(0)
        if sleutel not in vragen:
            continue
        vraag = vragen[sleutel]
        for antwoord in vraag.antwoorden:
            verder = (*weg, Stap(vraag, antwoord))
            gevonden.setdefault(antwoord.naar, []).append(verder)
            open_.append((antwoord.naar, verder))
    return gevonden


class Keuzeschrijver:
    """What the templates of the decision aid ask, besides what every template may."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.keuzehulp = corpus.keuzehulp
        self.vragen = {vraag.sleutel: vraag for vraag in self.keuzehulp.vragen}
        self.uitkomsten = {uitkomst.sleutel: uitkomst for uitkomst in self.keuzehulp.uitkomsten}
        self.wegen = wegen(self.keuzehulp)

    def pad(self, sleutel: str) -> str:
        """Return the address of a question or outcome from the site root."""
        return PAD if sleutel == self.keuzehulp.start else f"{PAD}{sleutel}/"

    def titel(self, sleutel: str) -> str:
        """Return the text of a question, or the title of an outcome."""
        if sleutel in self.vragen:
            return self.vragen[sleutel].vraag
        return self.uitkomsten[sleutel].titel

    def onderbouwing(self, deel: Onderbouwd) -> list[Bewering]:
        """Return the statements under an answer or outcome."""
        return onderbouwing(self.corpus, deel)

    def instrument(self, uitkomst: Uitkomst) -> Instrument | None:
        """Return the record of the instrument of an outcome, if it has one."""
        record = self.corpus.records.get(uitkomst.instrument or "")
        return record if isinstance(record, Instrument) else None

    def onbekend(self, uitkomst: Uitkomst) -> list[Onbekend]:
        """Return the open questions that an outcome quotes."""
        return [passende_vragen(self.corpus, deel)[0] for deel in uitkomst.onbekend]


def keuzehulppaginas(corpus: Corpus) -> Iterator[Pagina]:
    """Write a page for each question but the first, and for each outcome."""
    for vraag in corpus.keuzehulp.vragen:
        if vraag.sleutel != corpus.keuzehulp.start:
            yield _vraagpagina(Schrijver(corpus, f"{PAD}{vraag.sleutel}/"), vraag)
    for uitkomst in corpus.keuzehulp.uitkomsten:
        yield _uitkomstpagina(Schrijver(corpus, f"{PAD}{uitkomst.sleutel}/"), uitkomst)


def _vraagpagina(schrijver: Schrijver, vraag: Keuzevraag) -> Pagina:
    keuze = Keuzeschrijver(schrijver.corpus)
    (weg,) = keuze.wegen[vraag.sleutel]
    inhoud = teken("keuzehulp_vraag.html.j2", schrijver, keuze=keuze, vraag=vraag, weg=weg)
    omschrijving = f"Vraag {len(weg) + 1} van de keuzehulp: {vraag.vraag}"
    titel = f"{vraag.vraag} (keuzehulp)"
    return Pagina(schrijver.hier, titel, omschrijving, inhoud, schrijver.gelezen)


def _uitkomstpagina(schrijver: Schrijver, uitkomst: Uitkomst) -> Pagina:
    keuze = Keuzeschrijver(schrijver.corpus)
    inhoud = teken("keuzehulp_uitkomst.html.j2", schrijver, keuze=keuze, uitkomst=uitkomst)
    titel = f"{uitkomst.titel} (keuzehulp)"
    omschrijving = f"Uitkomst van de keuzehulp: {uitkomst.titel}."
    return Pagina(schrijver.hier, titel, omschrijving, inhoud, schrijver.gelezen)
