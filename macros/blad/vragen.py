"""Every open question in one list: what is asked, to whom, and about what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from macros.blad.blad import Doel
from macros.corpus.asking import asked, asking, told_once
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
    ook_bij: tuple[Doel, ...] = ()
    """The other records whose pages ask the same."""

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
        return soortnaam(self.soort)

    @property
    def soorten(self) -> tuple[str, ...]:
        """Return the kinds of all records that ask it, each once."""
        others = (doel.id.partition(":")[0] for doel in self.ook_bij)
        return tuple(dict.fromkeys((self.soort, *others)))


def soortnaam(soort: str) -> str:
    """Return how readers call the kind of what a question is about."""
    return "Meer dan één onderwerp" if soort == Vraag.soort else PER_SOORT[soort].meervoud


def vragen_per_veld(record: Record, velden: Iterable[str]) -> Mapping[str, list[Onbekend]]:
    """Return the open questions of a record per field; those about no field under ``""``."""
    known = set(velden)
    per_veld: dict[str, list[Onbekend]] = defaultdict(list)
    for vraag in record.onbekend:
        per_veld[vraag.veld if vraag.veld in known else ""].append(vraag)
    return per_veld


def vragen(corpus: Corpus) -> Sequence[Vraagregel]:
    """Return every question once: those with a page of their own, then per kind of record."""
    every = ((asking(record, one), _regel(corpus, record, one)) for record, one in asked(corpus))
    regels = [_with_others(first, others) for first, others in told_once(every)]
    standalone = [regel for regel in regels if regel.standalone]
    at = [regel for regel in regels if not regel.standalone]
    return sorted(standalone, key=_by_titel) + sorted(at, key=_on_soort)


def _with_others(first: Vraagregel, others: Sequence[Vraagregel]) -> Vraagregel:
    if not others:
        return first
    instrumenten = dict.fromkeys(doel for one in (first, *others) for doel in one.instrumenten)
    return replace(first, ook_bij=tuple(one.at for one in others), instrumenten=tuple(instrumenten))


def _by_titel(regel: Vraagregel) -> str:
    return alphabetical(regel.at.titel)


def _on_soort(regel: Vraagregel) -> tuple[str, str, str]:
    return alphabetical(regel.soortnaam), _by_titel(regel), regel.at.id


def _regel(corpus: Corpus, record: Record, one: Vraag | Onbekend) -> Vraagregel:
    def doelen(ids: Sequence[str]) -> tuple[Doel, ...]:
        records = (corpus.records[part] for part in ids)
        return tuple(Doel(record.id, record.titel, record.pad) for record in records)

    vraag, over = (one.titel, one.over) if isinstance(one, Vraag) else (one.vraag, (record.id,))
    (at,) = doelen((record.id,))
    instrumenten = [part for part in over if part.partition(":")[0] == Instrument.soort]
    return Vraagregel(
        vraag,
        at,
        record.soort,
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
            "ook_bij": [doel.titel for doel in regel.ook_bij],
            "onderwerp": [soortnaam(soort) for soort in regel.soorten],
            "instrument": [doel.titel for doel in regel.instrumenten],
            "levert_op": regel.levert_op,
            "gecontroleerd_op": regel.gecontroleerd_op.isoformat(),
            "adres": corpus.site.adres + regel.at.pad,
            "peildatum": corpus.site.peildatum,
        }
        for regel in corpus.once(vragen)
    ]
