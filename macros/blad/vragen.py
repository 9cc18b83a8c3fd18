"""Every open question in one list: what is asked, to whom, and about what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from macros.blad.blad import Doel
from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import alphabetical
from macros.model.base import Onbekend, Record
from macros.model.instrument import Instrument
from macros.model.kennis import Vraag
from macros.model.soorten import PER_SOORT

PAD = "vragen/"


@dataclass(frozen=True, slots=True)
class Vraagregel:
    """One question; ``at`` is the record whose page asks it, ``soort`` the kind of that record."""

    vraag: str
    at: Doel
    soort: str
    aan: tuple[Doel, ...]
    instrumenten: tuple[Doel, ...]
    levert_op: str
    gecontroleerd_op: date
    """Until this day nobody found an answer."""

    @property
    def standalone(self) -> bool:
        """Tell whether the question belongs to no single record and has a page of its own."""
        return self.soort == Vraag.soort

    @property
    def naam(self) -> str:
        """Return the question with what it is about: records of one kind ask the same."""
        return self.vraag if self.standalone else f"{self.at.titel}: {self.vraag}"

    @property
    def soortnaam(self) -> str:
        """Return the name of the kind for readers."""
        return "Meer dan één onderwerp" if self.standalone else PER_SOORT[self.soort].meervoud


def vragen_per_veld(record: Record, velden: Iterable[str]) -> Mapping[str, list[Onbekend]]:
    """Return the open questions of a record per field; those about no field under ``""``."""
    known = set(velden)
    per_veld: dict[str, list[Onbekend]] = defaultdict(list)
    for vraag in record.onbekend:
        per_veld[vraag.veld if vraag.veld in known else ""].append(vraag)
    return per_veld


def vragen(corpus: Corpus) -> Sequence[Vraagregel]:
    """Return every question: first those with a page of their own, then per kind of record."""
    standalone = [_regel(corpus, one.id, one.titel, one, one.over) for one in corpus.every(Vraag)]
    at = [_regel(corpus, id_, one.vraag, one, (id_,)) for id_, _, one in corpus.onbekend]
    return sorted(standalone, key=_by_titel) + sorted(at, key=_on_soort)


def _by_titel(regel: Vraagregel) -> str:
    return alphabetical(regel.at.titel)


def _on_soort(regel: Vraagregel) -> tuple[str, str, str]:
    return alphabetical(regel.soortnaam), _by_titel(regel), regel.at.id


def _regel(
    corpus: Corpus, id_: str, vraag: str, one: Vraag | Onbekend, over: Sequence[str]
) -> Vraagregel:
    def doelen(ids: Sequence[str]) -> tuple[Doel, ...]:
        records = (corpus.records[part] for part in ids)
        return tuple(Doel(record.id, record.titel, record.pad) for record in records)

    record = corpus.records[id_]
    if not isinstance(record, Record):
        raise TypeError(id_)  # only a record asks
    (at,) = doelen((id_,))
    soort = id_.partition(":")[0]
    instrumenten = [part for part in over if part.partition(":")[0] == Instrument.soort]
    return Vraagregel(
        vraag,
        at,
        soort,
        doelen(one.aan),
        doelen(instrumenten),
        one.levert_op or "",
        record.gecontroleerd.datum,
    )


def vragen_to(corpus: Corpus) -> Mapping[str, Sequence[Vraagregel]]:
    """Return per organisation, by id, the questions it can answer; most questions first."""
    per_organisatie: dict[str, list[Vraagregel]] = defaultdict(list)
    for regel in corpus.once(vragen):
        for doel in regel.aan:
            per_organisatie[doel.id].append(regel)
    on_count = sorted(per_organisatie.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return dict(on_count)


def rows(corpus: Corpus) -> list[Mapping[str, str | Sequence[str]]]:
    """Return one row per question, in words: what the export holds."""
    return [
        {
            "vraag": regel.vraag,
            "aan": [doel.titel for doel in regel.aan],
            "bij": regel.at.titel,
            "onderwerp": regel.soortnaam,
            "instrument": [doel.titel for doel in regel.instrumenten],
            "levert_op": regel.levert_op,
            "gecontroleerd_op": regel.gecontroleerd_op.isoformat(),
            "adres": corpus.site.adres + regel.at.pad,
            "peildatum": corpus.site.peildatum,
        }
        for regel in corpus.once(vragen)
    ]
