"""Every open question in one list: what is asked, to whom, and about what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.blad.blad import Doel
from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import alfabetisch
from macros.model.basis import Onbekend
from macros.model.instrument import Instrument
from macros.model.kennis import Vraag
from macros.model.soorten import PER_SOORT

PAD = "vragen/"


@dataclass(frozen=True, slots=True)
class Vraagregel:
    """One question; ``bij`` is the record whose page asks it, ``soort`` the kind of that record."""

    vraag: str
    bij: Doel
    soort: str
    aan: tuple[Doel, ...]
    instrumenten: tuple[Doel, ...]
    levert_op: str

    @property
    def los(self) -> bool:
        """Tell whether the question belongs to no single record and has a page of its own."""
        return self.soort == Vraag.soort

    @property
    def soortnaam(self) -> str:
        """Return the name of the kind for readers."""
        return "Meer dan één onderwerp" if self.los else PER_SOORT[self.soort].meervoud


def vragen(corpus: Corpus) -> Sequence[Vraagregel]:
    """Return every question: first those with a page of their own, then per kind of record."""
    los = [_regel(corpus, een.id, een.titel, een, een.over) for een in corpus.alle(Vraag)]
    bij = [_regel(corpus, id_, een.vraag, een, (id_,)) for id_, _, een in corpus.onbekend]
    return sorted(los, key=_op_titel) + sorted(bij, key=_op_soort)


def _op_titel(regel: Vraagregel) -> str:
    return alfabetisch(regel.bij.titel)


def _op_soort(regel: Vraagregel) -> tuple[str, str, str]:
    return alfabetisch(regel.soortnaam), _op_titel(regel), regel.bij.id


def _regel(
    corpus: Corpus, id_: str, vraag: str, een: Vraag | Onbekend, over: Sequence[str]
) -> Vraagregel:
    def doelen(ids: Sequence[str]) -> tuple[Doel, ...]:
        records = (corpus.records[deel] for deel in ids)
        return tuple(Doel(record.id, record.titel, record.pad) for record in records)

    (bij,) = doelen((id_,))
    soort = id_.partition(":")[0]
    instrumenten = [deel for deel in over if deel.partition(":")[0] == Instrument.soort]
    return Vraagregel(vraag, bij, soort, doelen(een.aan), doelen(instrumenten), een.levert_op or "")


def vragen_aan(corpus: Corpus) -> Mapping[str, Sequence[Vraagregel]]:
    """Return per organisation, by id, the questions it can answer; most questions first."""
    per_organisatie: dict[str, list[Vraagregel]] = defaultdict(list)
    for regel in corpus.eens(vragen):
        for doel in regel.aan:
            per_organisatie[doel.id].append(regel)
    op_aantal = sorted(per_organisatie.items(), key=lambda paar: (-len(paar[1]), paar[0]))
    return dict(op_aantal)


def rijen(corpus: Corpus) -> list[Mapping[str, str | Sequence[str]]]:
    """Return one row per question, in words: what the export holds."""
    return [
        {
            "vraag": regel.vraag,
            "aan": [doel.titel for doel in regel.aan],
            "bij": regel.bij.titel,
            "onderwerp": regel.soortnaam,
            "instrument": [doel.titel for doel in regel.instrumenten],
            "levert_op": regel.levert_op,
            "adres": corpus.site.adres + regel.bij.pad,
            "peildatum": corpus.site.peildatum,
        }
        for regel in corpus.eens(vragen)
    ]
