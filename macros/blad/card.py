"""What has to be known of a page to list it, look it up or choose it: its card.

Which words and numbers lead to it, and what it can be chosen by, follows from the marks on the
fields; of no kind anything has to be known here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import BaseModel

from macros.blad.adres import pad_of
from macros.blad.stand import stand_of
from macros.corpus.corpus import Corpus
from macros.model.base import Afkorting, EigenDatum, Facet, Naam, Opzoeknummer, Record
from macros.model.dates import Peildatum
from macros.model.kennis import Bron
from macros.model.marks import marked
from macros.model.organisatie import Gemeente


@dataclass(frozen=True, slots=True)
class Card:
    """One page. ``verbuigingen`` are other forms of its name, which only the search has to know."""

    id: str
    pad: str
    titel: str
    soort: str
    soortnaam: str
    samenvatting: str
    tekst: str = ""
    denkbeeldig: bool = False
    zoektermen: Sequence[str] = ()
    namen: Sequence[str] = ()
    verbuigingen: Sequence[str] = ()
    afkortingen: Sequence[str] = ()
    nummers: Sequence[str] = ()
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    datum: Peildatum | None = None
    alledaags: Sequence[str] = ()
    """What readers call it, in Dutch and English; the page shows these words."""
    in_alphabet: bool = True
    """Whether readers look for it by name; sources they find from what rests on them."""


def cards(corpus: Corpus) -> Iterator[Card]:
    """Yield the card of every page that stands for something: records, sources, municipalities."""
    for record in corpus.every(Record):
        yield card(corpus, record)
    yield from map(_bron, corpus.every(Bron))
    for gemeente in corpus.gemeentetabel.gemeenten:
        yield _gemeente(corpus, gemeente)


def card(corpus: Corpus, record: Record) -> Card:
    """Return the card of one record; its text is every statement and open question on its page."""
    beweringen = corpus.beweringen_per_record.get(record.id, ())
    zinnen = [place.bewering.tekst for place in beweringen]
    return Card(
        record.id,
        record.pad,
        record.titel,
        record.soort,
        record.enkelvoud,
        record.samenvatting,
        " ".join(zinnen + [vraag.vraag for vraag in record.onbekend]),
        record.denkbeeldig,
        record.zoektermen,
        [naam for mark, naam in marked(record, Naam) if not mark.verbuiging],
        [naam for mark, naam in marked(record, Naam) if mark.verbuiging],
        afkortingen(record),
        _nummers(record),
        facet_values(record),
        youngest_datum(corpus, record),
        [*record.alledaags, *record.engels],
    )


def afkortingen(record: Record) -> list[str]:
    """Return the short forms of a name; with a field for the long form, the title is one."""
    return [record.titel if mark.van_titel else short for mark, short in marked(record, Afkorting)]


def facet_values(record: Record) -> Mapping[str, Sequence[str]]:
    """Return per facet what a record can be chosen by, each once, in the order of its fields."""
    waarden: dict[str, list[str]] = {}
    if record.eigen_facet:
        waarden[record.eigen_facet] = [record.id]
    for mark, waarde in marked(record, Facet):
        waarden.setdefault(mark.naam, []).append(waarde)
    return {naam: list(dict.fromkeys(lijst)) for naam, lijst in waarden.items()}


def youngest_datum(corpus: Corpus, record: Record) -> Peildatum | None:
    """Return the date of a record: its own, or else the latest among its statements and steps.

    Own inferences do not count: their date tells when the editors made them, not when anything
    was said or done. Of two dates in one year the later first day wins, so a day beats its year.
    """
    for _, own in marked(record, EigenDatum):
        return own if own.dated else None
    standen = [
        place.bewering.stand
        for place in corpus.beweringen_per_record.get(record.id, ())
        if place.bewering.stand.dated and place.bewering.zekerheid != "afgeleid"
    ]
    return max(standen, key=lambda stand: (jaar_of(stand), stand.first_dag()), default=None)


def jaar_of(stand: Peildatum) -> int:
    """Return the year in which a date, or a period, ends."""
    return stand.last_dag().year


def _nummers(model: BaseModel) -> list[str]:
    return list(dict.fromkeys(nummer for _, nummer in marked(model, Opzoeknummer)))


def _bron(bron: Bron) -> Card:
    return Card(
        bron.id,
        bron.pad,
        bron.titel,
        bron.soort,
        bron.enkelvoud,
        f"{bron.uitgever}, {bron.datum}.",
        afkortingen=[bron.slug],
        nummers=_nummers(bron),
        datum=bron.datum if bron.datum.dated else None,
        in_alphabet=False,
    )


def _gemeente(corpus: Corpus, gemeente: Gemeente) -> Card:
    """Return the card of a municipality, which says in a sentence what most readers come for."""
    provincie = corpus.term("provincie", gemeente.provincie).label
    stand = corpus.term("gemeentestand", stand_of(gemeente)).label
    predecessors = corpus.predecessors[gemeente.cbs]
    return Card(
        f"gemeente:{gemeente.cbs}",
        pad_of(f"gemeente:{gemeente.cbs}"),
        gemeente.naam,
        "gemeente",
        "Gemeente",
        f"Gemeente in {provincie}. Aangesloten bij PMM? {stand}.",
        " ".join(vermelding.tekst for vermelding in gemeente.vermeldingen),
        zoektermen=[old.naam for old in predecessors],
        namen=[naam for one in (gemeente, *predecessors) for _, naam in marked(one, Naam)],
        nummers=[gemeente.cbs, *(old.cbs for old in predecessors)],
    )
