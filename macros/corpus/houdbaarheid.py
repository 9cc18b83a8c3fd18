"""What has to be looked at again, by when and by whom: records, and states of bills and tracks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import alphabetical
from macros.corpus.wijzigingen import GEMEENTE, SOORTNAMEN
from macros.load.error import Pad
from macros.model.base import Record
from macros.model.dates import Peildatum, months_after
from macros.model.leerpunt import Leerpunt
from macros.model.recht import Wetsvoorstel

KWARTAAL = 3
"""In months."""


@dataclass(frozen=True, slots=True)
class Termijn:
    """One thing to look at again. A check has to be done before ``dag``, a state is read on it."""

    dag: date
    id_: str
    pad: Pad
    soort: str
    titel: str
    rol: str
    stand: Peildatum | None = None
    """The last known state, of a bill or track; None for the check of a whole record."""

    def too_late(self, today: date) -> bool:
        """Tell whether it should have been done."""
        return self.dag <= today if self.stand else self.dag < today


@dataclass(frozen=True, slots=True)
class Groep:
    """Things of one kind that are due on one day by one role."""

    dag: date
    soort: str
    rol: str
    termijnen: Sequence[Termijn]

    @property
    def naam(self) -> str:
        """Return what the kind is called among more."""
        return SOORTNAMEN[self.soort]


def termijnen(corpus: Corpus) -> list[Termijn]:
    """Return everything that has to be looked at again, the first due on top."""
    every = [*_checks(corpus), *_review_days(corpus)]
    return sorted(every, key=lambda one: (one.dag, one.soort, alphabetical(one.titel), one.id_))


def _checks(corpus: Corpus) -> Iterator[Termijn]:
    for record in corpus.every(Record):
        rol = record.gecontroleerd.rol
        pad: Pad = ("controle_voor",)
        yield Termijn(record.controle_voor, record.id, pad, record.soort, record.titel, rol)
    table = corpus.gemeentetabel
    rol = table.gecontroleerd.rol
    titel = "De tabel met gemeenten"
    yield Termijn(table.controle_voor, "tabel:gemeenten", ("controle_voor",), GEMEENTE, titel, rol)


def _review_days(corpus: Corpus) -> Iterator[Termijn]:
    for proposal in corpus.every(Wetsvoorstel):
        if proposal.kijk_opnieuw is not None:
            yield Termijn(
                proposal.kijk_opnieuw,
                proposal.id,
                ("kijk_opnieuw",),
                proposal.soort,
                proposal.titel,
                proposal.gecontroleerd.rol,
                proposal.last_stand,
            )
    for leerpunt in corpus.every(Leerpunt):
        for nummer, spoor in enumerate(leerpunt.sporen):
            if spoor.kijk_opnieuw is not None:
                yield Termijn(
                    spoor.kijk_opnieuw,
                    leerpunt.id,
                    ("sporen", nummer, "kijk_opnieuw"),
                    leerpunt.soort,
                    f"{leerpunt.titel}, spoor ‘{spoor.titel}’",
                    leerpunt.gecontroleerd.rol,
                    spoor.stand,
                )


def kwartaal_after(dag: date) -> date:
    """Return the last day of the three months after ``dag``."""
    return months_after(dag, KWARTAAL)


def groepen(lijst: Iterable[Termijn]) -> list[Groep]:
    """Return checks of records together, per day, kind and role."""
    per: dict[tuple[date, str, str], list[Termijn]] = defaultdict(list)
    for one in lijst:
        per[one.dag, one.soort, one.rol].append(one)
    return [Groep(*sleutel, tuple(part)) for sleutel, part in sorted(per.items())]
