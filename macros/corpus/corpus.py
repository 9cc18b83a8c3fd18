"""The corpus: every record by id, every reference in both directions, every statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import BaseModel

from macros.load.boom import Bestand
from macros.load.fout import Fout, Pad
from macros.model.basis import Bewering, Onbekend, Term, Verwijzing
from macros.model.bladeren import bladeren
from macros.model.casusformulier import Casusformulier
from macros.model.kennis import Bron
from macros.model.keuzehulp import Keuzehulp
from macros.model.kwaliteit import Kwaliteit, Toegankelijkheid
from macros.model.organisatie import (
    Gemeente,
    Gemeentetabel,
    VervallenGemeente,
    VervallenGemeentetabel,
)
from macros.model.soorten import Bestandsrecord
from macros.model.tegelkaart import Tegelkaart
from macros.model.vocabulaire import Site, Synoniemen, Vocabulaire, VocabulaireTerm

Soort = TypeVar("Soort", bound=BaseModel)
Ding = TypeVar("Ding")


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """Where a record (or a row of a table) was read."""

    bestand: Bestand
    pad: Pad = ()


@dataclass(frozen=True, slots=True)
class Relatie:
    """One reference: record ``van`` names ``naar`` in the field at ``pad``."""

    van: str
    pad: Pad
    naar: str
    soorten: tuple[str, ...]

    @property
    def veld(self) -> str:
        """Return the outermost field name: the meaning of the relation."""
        return str(self.pad[0])


@dataclass(frozen=True, slots=True)
class Termgebruik:
    """One use of a vocabulary term."""

    van: str
    pad: Pad
    as_: str
    sleutel: str


@dataclass(frozen=True, slots=True)
class Plek:
    """A statement and the place where it stands."""

    van: str
    pad: Pad
    bewering: Bewering


# Without a repr: printing this in a failing test would take minutes.
@dataclass(frozen=True, repr=False)
class Corpus:
    """Everything read, indexed once. Ids are ``soort:slug``; municipalities ``gemeente:GM0363``."""

    site: Site
    records: Mapping[str, Bestandsrecord]
    vocabulaires: Mapping[str, Vocabulaire]
    gemeentetabel: Gemeentetabel
    vervallentabel: VervallenGemeentetabel
    synoniemen: Synoniemen
    keuzehulp: Keuzehulp
    casusformulier: Casusformulier
    tegelkaart: Tegelkaart
    toegankelijkheid: Toegankelijkheid
    kwaliteit: Kwaliteit
    gelezen: Mapping[str, Vindplaats]
    relaties: Sequence[Relatie] = field(default_factory=list)
    terug: Mapping[str, Sequence[Relatie]] = field(default_factory=dict)
    termen: Sequence[Termgebruik] = field(default_factory=list)
    beweringen: Sequence[Plek] = field(default_factory=list)
    beweringen_per_bron: Mapping[str, Sequence[Plek]] = field(default_factory=dict)
    beweringen_per_record: Mapping[str, Sequence[Plek]] = field(default_factory=dict)
    onbekend: Sequence[tuple[str, Pad, Onbekend]] = field(default_factory=list)
    teksten: Sequence[tuple[str, Pad, str]] = field(default_factory=list)

    def alle(self, soort: type[Soort]) -> list[Soort]:
        """Return every record of one kind, in order of id."""
        return [record for record in self.records.values() if isinstance(record, soort)]

    def gemeenten(self) -> Mapping[str, Gemeente]:
        """Return the municipalities by CBS code."""
        return {gemeente.cbs: gemeente for gemeente in self.gemeentetabel.gemeenten}

    def vervallen(self) -> Sequence[VervallenGemeente]:
        """Return the former municipalities."""
        return self.vervallentabel.gemeenten

    def term(self, as_: str, sleutel: str) -> VocabulaireTerm:
        """Return one vocabulary term; raise ``KeyError`` if it does not exist."""
        for term in self.vocabulaires[as_].termen:
            if term.sleutel == sleutel:
                return term
        raise KeyError(as_, sleutel)

    def bron(self, id_: str) -> Bron:
        """Return one source by its full id."""
        record = self.records[id_]
        if not isinstance(record, Bron):
            raise KeyError(id_)
        return record

    def fout(self, id_: str, pad: Pad, wat: str, herstel: str = "") -> Fout:
        """Return a message about a field of a record, at its line in the file."""
        gelezen = self.gelezen[id_]
        return gelezen.bestand.fout((*gelezen.pad, *pad), wat, herstel)


def bouw_corpus(  # noqa: PLR0913  every argument is one part of data/
    *,
    site: Site,
    records: Mapping[str, Bestandsrecord],
    vocabulaires: Mapping[str, Vocabulaire],
    gemeentetabel: Gemeentetabel,
    vervallentabel: VervallenGemeentetabel,
    synoniemen: Synoniemen,
    keuzehulp: Keuzehulp,
    casusformulier: Casusformulier,
    tegelkaart: Tegelkaart,
    toegankelijkheid: Toegankelijkheid,
    kwaliteit: Kwaliteit,
    gelezen: Mapping[str, Vindplaats],
) -> Corpus:
    """Index everything that was read. Broken references are kept: the checks report them."""
    relaties: list[Relatie] = []
    termen: list[Termgebruik] = []
    beweringen: list[Plek] = []
    onbekend: list[tuple[str, Pad, Onbekend]] = []
    teksten: list[tuple[str, Pad, str]] = []
    modellen = [*_alles(records, gemeentetabel, vervallentabel)]
    modellen += [("tabel:keuzehulp", keuzehulp), ("tabel:casusformulier", casusformulier)]
    modellen.append(("tabel:tegelkaart", tegelkaart))
    modellen.append(("tabel:toegankelijkheid", toegankelijkheid))
    for id_, model in modellen:
        for pad, waarde, merk in bladeren(model):
            match merk, waarde:
                case Verwijzing(soorten), str():
                    relaties.append(Relatie(id_, pad, _voluit(waarde, soorten), soorten))
                case Term(as_), str():
                    termen.append(Termgebruik(id_, pad, as_, waarde))
                case None, str():
                    teksten.append((id_, pad, waarde))
                case _, Bewering():
                    beweringen.append(Plek(id_, pad, waarde))
                case _, Onbekend():
                    onbekend.append((id_, pad, waarde))
    return Corpus(
        site=site,
        records=records,
        vocabulaires=vocabulaires,
        gemeentetabel=gemeentetabel,
        vervallentabel=vervallentabel,
        synoniemen=synoniemen,
        keuzehulp=keuzehulp,
        casusformulier=casusformulier,
        tegelkaart=tegelkaart,
        toegankelijkheid=toegankelijkheid,
        kwaliteit=kwaliteit,
        gelezen=gelezen,
        relaties=relaties,
        terug=_per(relaties, lambda relatie: (relatie.naar,)),
        termen=termen,
        beweringen=beweringen,
        beweringen_per_bron=_per(beweringen, lambda plek: plek.bewering.bronnen),
        beweringen_per_record=_per(beweringen, lambda plek: (plek.van,)),
        onbekend=onbekend,
        teksten=teksten,
    )


def _per(
    dingen: Iterable[Ding], sleutels: Callable[[Ding], Iterable[str]]
) -> Mapping[str, Sequence[Ding]]:
    """Return the things per key; a thing with two keys stands under both."""
    groepen: dict[str, list[Ding]] = defaultdict(list)
    for ding in dingen:
        for sleutel in sleutels(ding):
            groepen[sleutel].append(ding)
    return groepen


def _voluit(waarde: str, soorten: tuple[str, ...]) -> str:
    """Return the full id of a municipality named by its bare CBS code in a table."""
    return f"gemeente:{waarde}" if soorten == ("gemeente",) and ":" not in waarde else waarde


def _alles(
    records: Mapping[str, Bestandsrecord],
    gemeentetabel: Gemeentetabel,
    vervallentabel: VervallenGemeentetabel,
) -> Iterator[tuple[str, BaseModel]]:
    yield from records.items()
    for gemeente in gemeentetabel.gemeenten:
        yield f"gemeente:{gemeente.cbs}", gemeente
    for rij in vervallentabel.gemeenten:
        yield f"vervallen:{rij.cbs}", rij
    yield "tabel:gemeenten", gemeentetabel.model_copy(update={"gemeenten": ()})
    yield "tabel:vervallen-gemeenten", vervallentabel.model_copy(update={"gemeenten": ()})
