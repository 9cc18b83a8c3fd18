"""The corpus: every record by id, every reference in both directions, every statement."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from macros.corpus.read_log import FollowedMapping, FollowedOutcome, FollowedSequence, ReadLog
from macros.corpus.table import Tabel
from macros.load.cache import Cache
from macros.load.error import Error, Pad
from macros.load.tree import YamlFile
from macros.model.adressen import Gepubliceerd, OudeAdressen
from macros.model.base import Bewering, Onbekend, Term, Verwijzing
from macros.model.bronadres import Bronadressen
from macros.model.casusformulier import Casusformulier
from macros.model.kennis import Bron
from macros.model.keuzehulp import Keuzehulp
from macros.model.kwaliteit import Kwaliteit, Toegankelijkheid
from macros.model.linkcontrole import Linkcontrole
from macros.model.nota import Notatabel
from macros.model.organisatie import (
    Gemeente,
    Gemeentetabel,
    VervallenGemeente,
    VervallenGemeentetabel,
)
from macros.model.privacy import PrivacyUitzonderingen
from macros.model.soorten import Bestandsrecord
from macros.model.tegelkaart import Tegelkaart
from macros.model.uitzondering import Uitzonderingen
from macros.model.vocabulaire import Site, Synoniemen, Vocabulaire, VocabulaireTerm
from macros.model.walk import walk

Soort = TypeVar("Soort", bound=BaseModel)
Thing = TypeVar("Thing")
Sleutel = TypeVar("Sleutel", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """Where a record (or a row of a table) was read."""

    file: YamlFile
    pad: Pad = ()


@dataclass(frozen=True, slots=True)
class Relatie:
    """One reference: record ``from_`` names ``naar`` in the field at ``pad``."""

    from_: str
    pad: Pad
    naar: str
    soorten: tuple[str, ...]

    @property
    def veld(self) -> str:
        """Return the outermost field name: the meaning of the relation."""
        return str(self.pad[0])


@dataclass(frozen=True, slots=True)
class TermUse:
    """One use of a vocabulary term."""

    from_: str
    pad: Pad
    as_: str
    sleutel: str


@dataclass(frozen=True, slots=True)
class Place:
    """A statement and the place where it stands."""

    from_: str
    pad: Pad
    bewering: Bewering


class Groepen(dict[Sleutel, Sequence[Thing]]):
    """Things per key; a key that nothing stands under has none, and asking does not make it one."""

    def __missing__(self, sleutel: Sleutel) -> Sequence[Thing]:
        return ()


# Without a repr: printing this in a failing test would take minutes.
@dataclass(frozen=True, repr=False, eq=False)
class Corpus:
    """Everything read, indexed once. Ids are ``soort:slug``; municipalities ``gemeente:GM0363``.

    Whoever makes one page reads through ``followed``, so that it is known what that page rests on.
    """

    # The files that lie in data/ itself: this is the one list of them, and its order is theirs.
    site = Tabel("site", Site, inhoud=False)
    gemeentetabel = Tabel("gemeenten", Gemeentetabel, rows="gemeente")
    vervallentabel = Tabel("vervallen-gemeenten", VervallenGemeentetabel, rows="vervallen")
    synoniemen = Tabel("synoniemen", Synoniemen, inhoud=False)
    keuzehulp = Tabel("keuzehulp", Keuzehulp)
    casusformulier = Tabel("casusformulier", Casusformulier)
    tegelkaart = Tabel("tegelkaart", Tegelkaart)
    toegankelijkheid = Tabel("toegankelijkheid", Toegankelijkheid)
    kwaliteit = Tabel("kwaliteit", Kwaliteit, inhoud=False)
    notatabel = Tabel("notas", Notatabel)
    uitzonderingen = Tabel("docs-uitzonderingen", Uitzonderingen, inhoud=False)
    no_persons = Tabel("privacy-uitzonderingen", PrivacyUitzonderingen, inhoud=False)
    bronadressen = Tabel("bronadressen", Bronadressen, inhoud=False)
    linkcontrole = Tabel("linkcontrole", Linkcontrole, inhoud=False)
    old_adressen = Tabel("oude-adressen", OudeAdressen, inhoud=False)
    gepubliceerd = Tabel("gepubliceerd", Gepubliceerd, inhoud=False)

    records: Mapping[str, Bestandsrecord]
    vocabulaires: Mapping[str, Vocabulaire]
    tables: Mapping[str, BaseModel]
    read: Mapping[str, Vindplaats]
    relaties: Sequence[Relatie]
    back: Mapping[str, Sequence[Relatie]]
    termen: Sequence[TermUse]
    beweringen: Sequence[Place]
    beweringen_per_bron: Mapping[str, Sequence[Place]]
    beweringen_per_record: Mapping[str, Sequence[Place]]
    onbekend: Sequence[tuple[str, Pad, Onbekend]]
    teksten: Sequence[tuple[str, Pad, str]]
    per_soort: Mapping[type[BaseModel], Sequence[BaseModel]]
    per_cbs: Mapping[str, Gemeente]
    per_term: Mapping[tuple[str, str], VocabulaireTerm]
    predecessors: Mapping[str, Sequence[VervallenGemeente]]
    """Former municipalities by the CBS code of what they became part of."""
    cache: Cache = field(default_factory=Cache)
    """What an earlier run made of the same bytes."""
    remembered: dict[Hashable, tuple[object, ReadLog]] = field(init=False, default_factory=dict)
    _whole: Corpus | None = None
    _read_log: ReadLog | None = None

    def every(self, soort: type[Soort]) -> Sequence[Soort]:
        """Return every record of one kind, or of all kinds that are one, in order of id."""
        return cast("Sequence[Soort]", self.per_soort.get(soort, ()))

    def gemeenten(self) -> Mapping[str, Gemeente]:
        """Return the municipalities by CBS code."""
        return self.per_cbs

    def vervallen(self) -> Sequence[VervallenGemeente]:
        """Return the former municipalities."""
        return self.vervallentabel.gemeenten

    def term(self, as_: str, sleutel: str) -> VocabulaireTerm:
        """Return one vocabulary term; raise ``KeyError`` if it does not exist."""
        return self.per_term[as_, sleutel]

    def bron(self, id_: str) -> Bron:
        """Return one source by its full id."""
        record = self.records[id_]
        if not isinstance(record, Bron):
            raise KeyError(id_)
        return record

    def error(self, id_: str, pad: Pad, wat: str, remedy: str = "") -> Error:
        """Return a message about a field of a record, at its line in the file."""
        read = self.read[id_]
        return read.file.error((*read.pad, *pad), wat, remedy)

    def followed(self, read: ReadLog) -> Corpus:
        """Return the same corpus; what is asked of it is added to ``read``."""
        whole = self._whole or self
        parts: dict[str, Any] = {"_whole": whole, "_read_log": read}
        parts |= {naam: FollowedMapping(naam, getattr(whole, naam), read) for naam in _MAPS}
        parts |= {naam: FollowedSequence(naam, getattr(whole, naam), read) for naam in _SEQUENCES}
        return replace(whole, **parts)

    def once(self, make: Callable[[Corpus], Thing]) -> Thing:
        """Return ``make(corpus)``, made once for all pages; each that asks has read what it read.

        What comes back is shared, so nobody may change it.
        """
        remembered = (self._whole or self).remembered
        if make not in remembered:
            read_log = ReadLog()
            remembered[make] = (make(self.followed(read_log)), read_log)
        uitkomst, read = remembered[make]
        if self._read_log is None:
            return cast("Thing", uitkomst)
        if type(uitkomst) is dict:
            # Who looks up one thing rests on that one, not on all that was made with it.
            self._read_log.update(read)
            return cast("Thing", FollowedOutcome(make, uitkomst, self._read_log))
        self._read_log.add_made(make, read)
        return cast("Thing", uitkomst)


TABLES: Sequence[Tabel[BaseModel]] = tuple(
    part for part in vars(Corpus).values() if isinstance(part, Tabel)
)
"""The files in ``data/`` itself, in the order of ``Corpus``."""
_SEQUENCES = ("relaties", "termen", "beweringen", "onbekend", "teksten")
_MAPS = tuple(
    veld.name
    for veld in fields(Corpus)
    if veld.init and veld.name not in (*_SEQUENCES, "cache") and not veld.name.startswith("_")
)


@dataclass(slots=True)
class Parts:
    """All that stands in one record, row or table; ``origin`` is what was read."""

    origin: BaseModel
    relaties: list[Relatie] = field(default_factory=list)
    termen: list[TermUse] = field(default_factory=list)
    beweringen: list[Place] = field(default_factory=list)
    onbekend: list[tuple[str, Pad, Onbekend]] = field(default_factory=list)
    teksten: list[tuple[str, Pad, str]] = field(default_factory=list)


Walked = dict[tuple[str, int], Parts]
"""Parts by the id of their record and that of what was read, which the parts hold on to."""


def build_corpus(
    *,
    records: Mapping[str, Bestandsrecord],
    vocabulaires: Mapping[str, Vocabulaire],
    tables: Mapping[str, BaseModel],
    read: Mapping[str, Vindplaats],
    walked: Walked | None = None,
) -> Corpus:
    """Index everything that was read. Broken references are kept: the checks report them.

    ``tables`` holds one model for each of ``TABLES``, by name; ``read`` tells where each
    file was read, and need not know of the rows of a table. What stands in ``walked`` keeps its
    parts; after this it holds those of this corpus.
    """
    # With each model what it was read as: a table without its rows is made anew each time.
    models: list[tuple[str, BaseModel, BaseModel]] = [
        (id_, record, record) for id_, record in records.items()
    ]
    plaatsen = dict(read)
    for table in TABLES:
        rows = [*table.with_id(tables[table.naam])]
        plaatsen |= {id_: Vindplaats(read[table.id_].file, pad) for id_, pad, _ in rows}
        whole = tables[table.naam]
        models += [
            (id_, model, whole if id_ == table.id_ else model)
            for id_, _, model in rows
            if table.inhoud
        ]
    before = walked or {}
    per_model = [
        (id_, before.get((id_, id(origin))) or _parts(id_, model, origin))
        for id_, model, origin in models
    ]
    if walked is not None:
        walked.clear()
        walked.update({(id_, id(parts.origin)): parts for id_, parts in per_model})
    every = [parts for _, parts in per_model]
    relaties = [one for parts in every for one in parts.relaties]
    beweringen = [one for parts in every for one in parts.beweringen]
    return Corpus(
        records=records,
        vocabulaires=vocabulaires,
        tables=tables,
        read=plaatsen,
        relaties=relaties,
        back=_per(relaties, lambda relatie: (relatie.naar,)),
        termen=[one for parts in every for one in parts.termen],
        beweringen=beweringen,
        beweringen_per_bron=_per(beweringen, lambda place: place.bewering.bronnen),
        beweringen_per_record=_per(beweringen, lambda place: (place.from_,)),
        onbekend=[one for parts in every for one in parts.onbekend],
        teksten=[one for parts in every for one in parts.teksten],
        per_soort=_per(records.values(), lambda record: type(record).__mro__),
        per_cbs={row.cbs: row for _, row, _ in models if isinstance(row, Gemeente)},
        per_term={
            (as_, term.sleutel): term
            for as_, vocabulaire in vocabulaires.items()
            # Of a key that stands there twice, which a rule reports, the first counts.
            for term in reversed(vocabulaire.termen)
        },
        predecessors=_per(
            (row for _, row, _ in models if isinstance(row, VervallenGemeente)),
            lambda old: old.opvolgers,
        ),
    )


def _parts(id_: str, model: BaseModel, origin: BaseModel) -> Parts:
    parts = Parts(origin)
    for pad, waarde, mark in walk(model):
        match mark, waarde:
            case [Verwijzing(soorten), str()]:
                parts.relaties.append(Relatie(id_, pad, _voluit(waarde, soorten), soorten))
            case [Term(as_), str()]:
                parts.termen.append(TermUse(id_, pad, as_, waarde))
            case [None, str()]:
                parts.teksten.append((id_, pad, waarde))
            case [_, Bewering()]:
                parts.beweringen.append(Place(id_, pad, waarde))
            case [_, Onbekend()]:
                parts.onbekend.append((id_, pad, waarde))
    return parts


def _per(
    things: Iterable[Thing], sleutels: Callable[[Thing], Iterable[Sleutel]]
) -> Mapping[Sleutel, Sequence[Thing]]:
    """Return the things per key; a thing with two keys stands under both."""
    groepen: dict[Sleutel, list[Thing]] = {}
    for thing in things:
        for sleutel in sleutels(thing):
            groepen.setdefault(sleutel, []).append(thing)
    return Groepen({sleutel: tuple(groep) for sleutel, groep in groepen.items()})


def _voluit(waarde: str, soorten: tuple[str, ...]) -> str:
    """Return the full id of a municipality named by its bare CBS code in a table."""
    return f"gemeente:{waarde}" if soorten == ("gemeente",) and ":" not in waarde else waarde
