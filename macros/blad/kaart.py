"""What has to be known of a page to list it, look it up or choose it: its card.

Which words and numbers lead to it, and what it can be chosen by, follows from the marks on the
fields; of no kind anything has to be known here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import BaseModel

from macros.blad.adres import pad_van
from macros.blad.stand import stand_van
from macros.corpus.corpus import Corpus
from macros.model.basis import Afkorting, EigenDatum, Facet, Naam, Opzoeknummer, Record
from macros.model.datering import Peildatum
from macros.model.kennis import Bron
from macros.model.merken import gemerkt
from macros.model.organisatie import Gemeente


@dataclass(frozen=True, slots=True)
class Kaart:
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
    facetten: Mapping[str, Sequence[str]] = field(default_factory=dict)
    datum: Peildatum | None = None
    alledaags: Sequence[str] = ()
    """What readers call it, in Dutch and English; the page shows these words."""
    in_alfabet: bool = True
    """Whether readers look for it by name; sources they find from what rests on them."""


def kaarten(corpus: Corpus) -> Iterator[Kaart]:
    """Yield the card of every page that stands for something: records, sources, municipalities."""
    for record in corpus.alle(Record):
        yield kaart(corpus, record)
    yield from map(_bron, corpus.alle(Bron))
    for gemeente in corpus.gemeentetabel.gemeenten:
        yield _gemeente(corpus, gemeente)


def kaart(corpus: Corpus, record: Record) -> Kaart:
    """Return the card of one record; its text is every statement and open question on its page."""
    beweringen = corpus.beweringen_per_record.get(record.id, ())
    zinnen = [plek.bewering.tekst for plek in beweringen]
    return Kaart(
        record.id,
        record.pad,
        record.titel,
        record.soort,
        record.enkelvoud,
        record.samenvatting,
        " ".join(zinnen + [vraag.vraag for vraag in record.onbekend]),
        record.denkbeeldig,
        record.zoektermen,
        [naam for merk, naam in gemerkt(record, Naam) if not merk.verbuiging],
        [naam for merk, naam in gemerkt(record, Naam) if merk.verbuiging],
        afkortingen(record),
        _nummers(record),
        facetwaarden(record),
        jongste_datum(corpus, record),
        [*record.alledaags, *record.engels],
    )


def afkortingen(record: Record) -> list[str]:
    """Return the short forms of a name; with a field for the long form, the title is one."""
    return [record.titel if merk.van_titel else kort for merk, kort in gemerkt(record, Afkorting)]


def facetwaarden(record: Record) -> Mapping[str, Sequence[str]]:
    """Return per facet what a record can be chosen by, each once, in the order of its fields."""
    waarden: dict[str, list[str]] = {}
    if record.eigen_facet:
        waarden[record.eigen_facet] = [record.id]
    for merk, waarde in gemerkt(record, Facet):
        waarden.setdefault(merk.naam, []).append(waarde)
    return {naam: list(dict.fromkeys(lijst)) for naam, lijst in waarden.items()}


def jongste_datum(corpus: Corpus, record: Record) -> Peildatum | None:
    """Return the date of a record: its own, or else the latest among its statements and steps.

    Own inferences do not count: their date tells when the editors made them, not when anything
    was said or done. Of two dates in one year the later first day wins, so a day beats its year.
    """
    for _, eigen in gemerkt(record, EigenDatum):
        return eigen if eigen.gedateerd else None
    standen = [
        plek.bewering.stand
        for plek in corpus.beweringen_per_record.get(record.id, ())
        if plek.bewering.stand.gedateerd and plek.bewering.zekerheid != "afgeleid"
    ]
    return max(standen, key=lambda stand: (jaar_van(stand), stand.eerste_dag()), default=None)


def jaar_van(stand: Peildatum) -> int:
    """Return the year in which a date, or a period, ends."""
    return stand.laatste_dag().year


def _nummers(model: BaseModel) -> list[str]:
    return list(dict.fromkeys(nummer for _, nummer in gemerkt(model, Opzoeknummer)))


def _bron(bron: Bron) -> Kaart:
    return Kaart(
        bron.id,
        bron.pad,
        bron.titel,
        bron.soort,
        bron.enkelvoud,
        f"{bron.uitgever}, {bron.datum}.",
        afkortingen=[bron.slug],
        nummers=_nummers(bron),
        datum=bron.datum if bron.datum.gedateerd else None,
        in_alfabet=False,
    )


def _gemeente(corpus: Corpus, gemeente: Gemeente) -> Kaart:
    """Return the card of a municipality, which says in a sentence what most readers come for."""
    provincie = corpus.term("provincie", gemeente.provincie).label
    stand = corpus.term("gemeentestand", stand_van(gemeente)).label
    voorgangers = corpus.voorgangers[gemeente.cbs]
    return Kaart(
        f"gemeente:{gemeente.cbs}",
        pad_van(f"gemeente:{gemeente.cbs}"),
        gemeente.naam,
        "gemeente",
        "Gemeente",
        f"Gemeente in {provincie}. Aangesloten bij PMM? {stand}.",
        " ".join(vermelding.tekst for vermelding in gemeente.vermeldingen),
        zoektermen=[oud.naam for oud in voorgangers],
        namen=[naam for een in (gemeente, *voorgangers) for _, naam in gemerkt(een, Naam)],
        nummers=[gemeente.cbs, *(oud.cbs for oud in voorgangers)],
    )
