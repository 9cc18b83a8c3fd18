"""The corpus: every record by id, every reference in both directions, every statement."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from macros.corpus.inzage import Gelezen, GevolgdeMap, GevolgdeReeks
from macros.corpus.tabel import Tabel
from macros.load.boom import Bestand
from macros.load.fout import Fout, Pad
from macros.model.basis import Bewering, Onbekend, Term, Verwijzing
from macros.model.bladeren import bladeren
from macros.model.bronadres import Bronadressen
from macros.model.casusformulier import Casusformulier
from macros.model.kennis import Bron
from macros.model.keuzehulp import Keuzehulp
from macros.model.kwaliteit import Kwaliteit, Toegankelijkheid
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

Soort = TypeVar("Soort", bound=BaseModel)
Ding = TypeVar("Ding")
Sleutel = TypeVar("Sleutel", bound=Hashable)


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


class Groepen(dict[Sleutel, Sequence[Ding]]):
    """Things per key; a key that nothing stands under has none, and asking does not make it one."""

    def __missing__(self, sleutel: Sleutel) -> Sequence[Ding]:
        return ()


# Without a repr: printing this in a failing test would take minutes.
@dataclass(frozen=True, repr=False, eq=False)
class Corpus:
    """Everything read, indexed once. Ids are ``soort:slug``; municipalities ``gemeente:GM0363``.

    Whoever makes one page reads through ``gevolgd``, so that it is known what that page rests on.
    """

    # The files that lie in data/ itself: this is the one list of them, and its order is theirs.
    site = Tabel("site", Site, inhoud=False)
    gemeentetabel = Tabel("gemeenten", Gemeentetabel, rijen="gemeente")
    vervallentabel = Tabel("vervallen-gemeenten", VervallenGemeentetabel, rijen="vervallen")
    synoniemen = Tabel("synoniemen", Synoniemen, inhoud=False)
    keuzehulp = Tabel("keuzehulp", Keuzehulp)
    casusformulier = Tabel("casusformulier", Casusformulier)
    tegelkaart = Tabel("tegelkaart", Tegelkaart)
    toegankelijkheid = Tabel("toegankelijkheid", Toegankelijkheid)
    kwaliteit = Tabel("kwaliteit", Kwaliteit, inhoud=False)
    notatabel = Tabel("notas", Notatabel)
    uitzonderingen = Tabel("docs-uitzonderingen", Uitzonderingen, inhoud=False)
    geen_personen = Tabel("privacy-uitzonderingen", PrivacyUitzonderingen, inhoud=False)
    bronadressen = Tabel("bronadressen", Bronadressen, inhoud=False)

    records: Mapping[str, Bestandsrecord]
    vocabulaires: Mapping[str, Vocabulaire]
    tabellen: Mapping[str, BaseModel]
    gelezen: Mapping[str, Vindplaats]
    relaties: Sequence[Relatie]
    terug: Mapping[str, Sequence[Relatie]]
    termen: Sequence[Termgebruik]
    beweringen: Sequence[Plek]
    beweringen_per_bron: Mapping[str, Sequence[Plek]]
    beweringen_per_record: Mapping[str, Sequence[Plek]]
    onbekend: Sequence[tuple[str, Pad, Onbekend]]
    teksten: Sequence[tuple[str, Pad, str]]
    per_soort: Mapping[type[BaseModel], Sequence[BaseModel]]
    per_cbs: Mapping[str, Gemeente]
    per_term: Mapping[tuple[str, str], VocabulaireTerm]
    voorgangers: Mapping[str, Sequence[VervallenGemeente]]
    """Former municipalities by the CBS code of what they became part of."""
    onthouden: dict[Hashable, tuple[object, Gelezen]] = field(init=False, default_factory=dict)
    _heel: Corpus | None = None
    _volgt: Gelezen | None = None

    def alle(self, soort: type[Soort]) -> Sequence[Soort]:
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

    def fout(self, id_: str, pad: Pad, wat: str, herstel: str = "") -> Fout:
        """Return a message about a field of a record, at its line in the file."""
        gelezen = self.gelezen[id_]
        return gelezen.bestand.fout((*gelezen.pad, *pad), wat, herstel)

    def gevolgd(self, gelezen: Gelezen) -> Corpus:
        """Return the same corpus; what is asked of it is added to ``gelezen``."""
        heel = self._heel or self
        delen: dict[str, Any] = {"_heel": heel, "_volgt": gelezen}
        delen |= {naam: GevolgdeMap(naam, getattr(heel, naam), gelezen) for naam in _MAPS}
        delen |= {naam: GevolgdeReeks(naam, getattr(heel, naam), gelezen) for naam in _REEKSEN}
        return replace(heel, **delen)

    def eens(self, maak: Callable[[Corpus], Ding]) -> Ding:
        """Return ``maak(corpus)``, made once for all pages; each that asks has read what it read.

        What comes back is shared, so nobody may change it.
        """
        onthouden = (self._heel or self).onthouden
        if maak not in onthouden:
            volgt: Gelezen = set()
            onthouden[maak] = (maak(self.gevolgd(volgt)), volgt)
        uitkomst, gelezen = onthouden[maak]
        if self._volgt is not None:
            self._volgt.update(gelezen)
        return cast("Ding", uitkomst)


TABELLEN: Sequence[Tabel[BaseModel]] = tuple(
    deel for deel in vars(Corpus).values() if isinstance(deel, Tabel)
)
"""The files in ``data/`` itself, in the order of ``Corpus``."""
_REEKSEN = ("relaties", "termen", "beweringen", "onbekend", "teksten")
_MAPS = tuple(
    veld.name
    for veld in fields(Corpus)
    if veld.init and veld.name not in _REEKSEN and not veld.name.startswith("_")
)


def bouw_corpus(
    *,
    records: Mapping[str, Bestandsrecord],
    vocabulaires: Mapping[str, Vocabulaire],
    tabellen: Mapping[str, BaseModel],
    gelezen: Mapping[str, Vindplaats],
) -> Corpus:
    """Index everything that was read. Broken references are kept: the checks report them.

    ``tabellen`` holds one model for each of ``TABELLEN``, by name; ``gelezen`` tells where each
    file was read, and need not know of the rows of a table.
    """
    relaties: list[Relatie] = []
    termen: list[Termgebruik] = []
    beweringen: list[Plek] = []
    onbekend: list[tuple[str, Pad, Onbekend]] = []
    teksten: list[tuple[str, Pad, str]] = []
    modellen: list[tuple[str, BaseModel]] = [*records.items()]
    plaatsen = dict(gelezen)
    for tabel in TABELLEN:
        rijen = [*tabel.met_id(tabellen[tabel.naam])]
        plaatsen |= {id_: Vindplaats(gelezen[tabel.id_].bestand, pad) for id_, pad, _ in rijen}
        modellen += [(id_, model) for id_, _, model in rijen if tabel.inhoud]
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
        records=records,
        vocabulaires=vocabulaires,
        tabellen=tabellen,
        gelezen=plaatsen,
        relaties=relaties,
        terug=_per(relaties, lambda relatie: (relatie.naar,)),
        termen=termen,
        beweringen=beweringen,
        beweringen_per_bron=_per(beweringen, lambda plek: plek.bewering.bronnen),
        beweringen_per_record=_per(beweringen, lambda plek: (plek.van,)),
        onbekend=onbekend,
        teksten=teksten,
        per_soort=_per(records.values(), lambda record: type(record).__mro__),
        per_cbs={rij.cbs: rij for _, rij in modellen if isinstance(rij, Gemeente)},
        per_term={
            (as_, term.sleutel): term
            for as_, vocabulaire in vocabulaires.items()
            # Of a key that stands there twice, which a rule reports, the first counts.
            for term in reversed(vocabulaire.termen)
        },
        voorgangers=_per(
            (rij for _, rij in modellen if isinstance(rij, VervallenGemeente)),
            lambda oud: oud.opvolgers,
        ),
    )


def _per(
    dingen: Iterable[Ding], sleutels: Callable[[Ding], Iterable[Sleutel]]
) -> Mapping[Sleutel, Sequence[Ding]]:
    """Return the things per key; a thing with two keys stands under both."""
    groepen: dict[Sleutel, list[Ding]] = {}
    for ding in dingen:
        for sleutel in sleutels(ding):
            groepen.setdefault(sleutel, []).append(ding)
    return Groepen({sleutel: tuple(groep) for sleutel, groep in groepen.items()})


def _voluit(waarde: str, soorten: tuple[str, ...]) -> str:
    """Return the full id of a municipality named by its bare CBS code in a table."""
    return f"gemeente:{waarde}" if soorten == ("gemeente",) and ":" not in waarde else waarde
