"""What is linked to what, and above all what is not: tables with their blanks counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import alfabetisch, leerpunten
from macros.model.basis import Record
from macros.model.instrument import Instrument
from macros.model.mvt import Waarde
from macros.model.recht import Wet

VERBAND = ("ja",)
"""What stands in a cell of a table in which a link has no role of its own."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows against columns; ``cellen`` holds only what is filled in, by id of row and column."""

    rijen: Sequence[Record]
    kolommen: Sequence[Record]
    cellen: Mapping[tuple[str, str], Sequence[str]]

    def cel(self, rij: Record, kolom: Record) -> Sequence[str]:
        """Return what stands in one cell; nothing for a blank."""
        return self.cellen.get((rij.id, kolom.id), ())

    @property
    def vakken(self) -> int:
        """Return the number of cells."""
        return len(self.rijen) * len(self.kolommen)

    @property
    def leeg(self) -> int:
        """Return the number of blanks."""
        return self.vakken - len(self.cellen)

    @property
    def gevulde_rijen(self) -> list[Record]:
        """Return the rows in which something stands."""
        return [rij for rij in self.rijen if self.leeg_in(rij) < len(self.kolommen)]

    @property
    def gevulde_kolommen(self) -> list[Record]:
        """Return the columns in which something stands."""
        gevuld = {kolom for _, kolom in self.cellen}
        return [kolom for kolom in self.kolommen if kolom.id in gevuld]

    @property
    def lege_rijen(self) -> list[Record]:
        """Return the rows in which nothing stands."""
        return [rij for rij in self.rijen if self.leeg_in(rij) == len(self.kolommen)]

    @property
    def lege_kolommen(self) -> list[Record]:
        """Return the columns in which nothing stands."""
        gevuld = {kolom for _, kolom in self.cellen}
        return [kolom for kolom in self.kolommen if kolom.id not in gevuld]

    def leeg_in(self, rij: Record) -> int:
        """Return the number of blanks in one row."""
        return sum(not self.cel(rij, kolom) for kolom in self.kolommen)


def _titel(record: Record) -> str:
    return alfabetisch(record.titel)


def wetten(corpus: Corpus) -> Matrix:
    """Return laws × learnings; a cell holds the roles of the law, keys of ``wetrol``."""
    cellen: dict[tuple[str, str], list[str]] = defaultdict(list)
    for leerpunt in leerpunten(corpus):
        for verwijzing in leerpunt.wetten:
            cel = cellen[verwijzing.wet, leerpunt.id]
            if verwijzing.rol not in cel:
                cel.append(verwijzing.rol)
    return Matrix(sorted(corpus.alle(Wet), key=_titel), leerpunten(corpus), cellen)


def instrumenten(corpus: Corpus) -> Matrix:
    """Return learnings × instruments, in the order of the chain."""
    kolommen = sorted(corpus.alle(Instrument), key=lambda instrument: instrument.volgorde)
    cellen = {
        (leerpunt.id, id_): VERBAND
        for leerpunt in leerpunten(corpus)
        for id_ in leerpunt.instrumenten
    }
    return Matrix(leerpunten(corpus), kolommen, cellen)


def waarden(corpus: Corpus) -> Matrix:
    """Return values × learnings."""
    rijen = sorted(corpus.alle(Waarde), key=_titel)
    cellen = {(waarde.id, id_): VERBAND for waarde in rijen for id_ in waarde.leerpunten}
    return Matrix(rijen, leerpunten(corpus), cellen)


def letters(corpus: Corpus, as_: str) -> Mapping[str, str]:
    """Return one letter per term of a vocabulary, for cells that are too narrow for its label."""
    termen = corpus.vocabulaires[as_].termen
    letter = {term.sleutel: term.sleutel[0].upper() for term in termen}
    if len(set(letter.values())) < len(letter):
        raise ValueError(f"twee termen van „{as_}” beginnen met dezelfde letter: {sorted(letter)}")
    return letter


def reden_leeg(record: Record, veld: str) -> str:
    """Return why a field is blank: it does not apply, or nobody knows yet; else an empty text."""
    for uitleg in record.niet_van_toepassing:
        if uitleg.veld == veld:
            return f"niet van toepassing. {uitleg.reden}"
    return "open vraag" if any(vraag.veld == veld for vraag in record.onbekend) else ""
