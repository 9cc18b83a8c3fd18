"""The data as tables: one per kind, one of all statements, one of all open questions.

A row of a kind tells what its page tells as features, how sure its statements are and what they
rest on. The statements themselves have a row each, in the table of statements.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from pydantic import BaseModel

from macros.blad.claims import warning_of
from macros.blad.lookup import Lookup
from macros.blad.opendata import CLAIMS, KINDS, QUESTIONS, Kind
from macros.blad.stand import stand_of
from macros.blad.zinnen import DENKBEELDIG
from macros.corpus.corpus import Corpus
from macros.exports.gather import Data, Thing
from macros.exports.spreadsheet import SEPARATOR
from macros.model.base import Basis, Record, Term, Verwijzing
from macros.model.dates import Peildatum
from macros.model.kennis import Bron
from macros.model.organisatie import Gemeente, Tabel
from macros.model.vocabulaire import Vocabulaire

Type = Literal["string", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what stands in it, and of what type that is."""

    name: str
    says: str
    type_: Type = "string"


@dataclass(frozen=True, slots=True)
class Table:
    """One table; ``key`` are the columns that tell its rows apart."""

    name: str
    title: str
    says: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    key: tuple[str, ...]

    @property
    def header(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return tuple(column.name for column in self.columns)


_PROOF = (
    Column("zekerheid", "Hoe zeker de beweringen zijn."),
    Column("stand", "De jongste datum waarop een bewering waar was (EDTF)."),
    Column("broncodes", "Codes van alle bronnen; zie de tabel bronnen."),
    Column("bronnen", "Dezelfde bronnen, voluit."),
)
_CHECK = (
    Column("gecontroleerd_op", "Dag van de laatste controle.", "date"),
    Column("gecontroleerd_door", "Rol die controleerde."),
    Column("controle_voor", "Vóór deze dag volgt een nieuwe controle.", "date"),
)
_LAST = (
    Column("waarschuwing", "Wat u eerst moet weten, zoals: dit is geen recht."),
    Column("adres", "De pagina."),
    Column("peildatum", "Tot en met deze dag is de kennisbank bijgewerkt.", "date"),
)
_SKIP = frozenset(
    {
        "id",
        "titel",
        "samenvatting",
        "gecontroleerd",
        "controle_voor",
        "onbekend",
        "niet_van_toepassing",
        "bronnen",
    }
)
"""Fields that every table tells in columns of its own."""


def tables(data: Data) -> Iterator[Table]:
    """Yield every table."""
    maker = _Maker(data)
    yield maker.questions()
    yield maker.claims()
    for kind in KINDS.values():
        if kind.model is Vocabulaire:
            yield maker.terms(kind)
        else:
            yield maker.kind(kind)


class _Maker:
    def __init__(self, data: Data) -> None:
        self.data = data
        self.corpus = data.corpus
        self.site = data.corpus.site.adres
        self.lookup = Lookup(data.corpus)
        self.full = {bron.id: full_source(data.corpus, bron) for bron in data.corpus.every(Bron)}
        self.told_sources: dict[tuple[str, ...], tuple[str, str]] = {}
        """Half of the statements rest on the same sources as another."""

    def kind(self, kind: Kind) -> Table:
        """Return the table of one kind: a row per thing."""
        fields = plain_fields(kind.model)
        is_record = issubclass(kind.model, Record)
        own = [Column(name, f"Veld „{name}” van de gegevens.", type_) for name, type_, _ in fields]
        columns = [Column("id", "Blijvende naam."), Column("titel", "Titel.")]
        columns += [Column("samenvatting", "Samenvatting.")] if is_record else []
        columns += own
        if kind.model is Gemeente:
            columns.append(Column("stand_bij_pmm", "Wat openbare bronnen zeggen over aansluiting."))
        columns += _PROOF
        columns += _CHECK if is_record else ()
        columns += _LAST
        rows = [self._row(thing, fields) for thing in self.data.things[kind.id_]]
        says = f"{kind.title}: één rij per {'record' if is_record else 'naam'}."
        return Table(kind.name, kind.title, says, tuple(columns), tuple(rows), ("id",))

    def _row(self, thing: Thing, fields: Sequence[Field]) -> tuple[str, ...]:
        model = thing.model
        row = [thing.id, thing.title]
        if isinstance(model, Record):
            row.append(model.samenvatting)
        values = vars(model)
        row += [words(self.lookup, values[name], tell) for name, _, tell in fields]
        if isinstance(model, Gemeente):
            row.append(self.corpus.term("gemeentestand", stand_of(model)).label)
        row += self._proof(thing)
        if isinstance(model, Record):
            check = model.gecontroleerd
            row += [check.datum.isoformat(), check.rol, model.controle_voor.isoformat()]
        warning = warning_of(thing.blad) if thing.blad else ""
        return (*row, warning, self.site + thing.path, self.corpus.site.peildatum)

    def _proof(self, thing: Thing) -> list[str]:
        certain = dict.fromkeys(claim.bewering.zekerheid for claim in thing.claims)
        dates = [claim.bewering.stand for claim in thing.claims if claim.bewering.stand.dated]
        newest = max(dates, key=Peildatum.last_dag).notation() if dates else ""
        if isinstance(thing.model, Bron):
            newest = thing.model.datum.notation()
        table = self._table_of(thing)
        if table is not None and not newest:
            newest = table.stand.notation()
        return [
            SEPARATOR.join(self.lookup.label("zekerheid", one) for one in certain),
            newest,
            *self._sources(thing.sources),
        ]

    def _table_of(self, thing: Thing) -> Tabel | None:
        match thing.kind.id_:
            case "gemeente":
                return self.corpus.gemeentetabel
            case "vervallen":
                return self.corpus.vervallentabel
        return None

    def _sources(self, ids: Iterable[str]) -> tuple[str, str]:
        ids = tuple(ids)
        if ids not in self.told_sources:
            codes = SEPARATOR.join([id_.partition(":")[2] for id_ in ids])
            self.told_sources[ids] = codes, SEPARATOR.join([self.full[id_] for id_ in ids])
        return self.told_sources[ids]

    def claims(self) -> Table:
        """Return the table of all statements."""
        columns = (
            Column("sleutel", "Blijvende naam van deze bewering."),
            Column("soort", "Soort van het onderwerp."),
            Column("over", "Titel van het onderwerp."),
            Column("over_id", "Blijvende naam van het onderwerp."),
            Column("kop", "De kop op de pagina waar zij onder staat."),
            Column("vooraf", "Wat er op de pagina voor staat, zoals de wet of het jaar."),
            Column("bewering", "De bewering zelf."),
            Column("let_op", "Wat u bij deze bewering moet weten."),
            Column("zekerheid", "Hoe zeker het is."),
            Column("stand", "Wanneer het waar was (EDTF)."),
            *_PROOF[2:],
            Column("staat_op", "Welk deel van de bron is gezien, als dat niet de tekst was."),
            *_LAST,
        )
        rows = []
        for claim in self.data.claims:
            one = claim.bewering
            kind = KINDS.get(claim.from_.id.partition(":")[0])
            rows.append(
                (
                    claim.key,
                    kind.title if kind else claim.from_.titel,
                    claim.from_.titel,
                    claim.from_.id,
                    claim.heading,
                    claim.before,
                    one.tekst,
                    one.opmerking or "",
                    self.lookup.label("zekerheid", one.zekerheid),
                    one.stand.notation(),
                    *self._sources(one.bronnen),
                    self.lookup.label("gezien", one.staat_op) if one.staat_op else "",
                    DENKBEELDIG if claim.imaginary else "",
                    self.site + claim.path,
                    self.corpus.site.peildatum,
                )
            )
        says = "Elke bewering van de kennisbank, met haar bewijs: één rij per bewering."
        return Table(CLAIMS, "Beweringen", says, columns, tuple(rows), ("sleutel",))

    def questions(self) -> Table:
        """Return the table of all open questions: a row for each one to whom it is put."""
        columns = (
            Column("aan", "Organisatie aan wie u de vraag kunt stellen."),
            Column("vraag", "Wat geen openbare bron vertelt."),
            Column("levert_op", "Wat het antwoord oplevert."),
            Column("over", "Titel van het onderwerp."),
            Column("soort", "Soort van het onderwerp."),
            Column("aan_id", "Blijvende naam van de organisatie."),
            Column("over_id", "Blijvende naam van het onderwerp."),
            Column("sleutel", "Blijvende naam van de vraag."),
            Column("gecontroleerd_op", "Tot deze dag is geen antwoord gevonden.", "date"),
            Column("ook_bij", "Titels van andere onderwerpen waarbij dezelfde vraag openstaat."),
            Column("ook_bij_sleutels", "Blijvende namen van de vraag bij die onderwerpen."),
            *_LAST,
        )
        rows = [
            (
                doel.titel,
                one.text,
                one.yields,
                one.from_.titel,
                KINDS[one.from_.id.partition(":")[0]].title,
                doel.id,
                one.from_.id,
                one.key,
                one.checked.isoformat(),
                SEPARATOR.join(other.from_.titel for other in one.also),
                SEPARATOR.join(other.key for other in one.also),
                DENKBEELDIG if one.imaginary else "",
                self.site + one.from_.pad,
                self.corpus.site.peildatum,
            )
            for one in self.data.questions
            for doel in one.to
        ]
        says = "Elke open vraag: één rij per organisatie aan wie u haar kunt stellen."
        return Table(
            QUESTIONS,
            "Open vragen",
            says,
            columns,
            tuple(sorted(rows, key=lambda row: row[0])),
            ("aan_id", "sleutel"),
        )

    def terms(self, kind: Kind) -> Table:
        """Return the table of the fixed lists: a row per term."""
        columns = (
            Column("lijst", "Naam van de lijst."),
            Column("lijsttitel", "Titel van de lijst."),
            Column("sleutel", "Naam van de keuze in de gegevens."),
            Column("label", "Wat de lezer ziet."),
            Column("uitleg", "Uitleg."),
            Column("peildatum", "Tot en met deze dag is de kennisbank bijgewerkt.", "date"),
        )
        rows = [
            (one.as_, one.titel, term.sleutel, term.label, term.uitleg, self.corpus.site.peildatum)
            for one in self.corpus.vocabulaires.values()
            for term in one.termen
        ]
        says = "De vaste keuzelijsten, met uitleg: één rij per keuze."
        return Table(kind.name, kind.title, says, columns, tuple(rows), ("lijst", "sleutel"))


Teller = Callable[[Lookup, object], str]
Field = tuple[str, Type, Teller]


@cache
def plain_fields(model: type[BaseModel]) -> tuple[Field, ...]:
    """Return the fields that hold no statements and nothing else with fields of its own."""
    return tuple(
        (name, "date" if field.annotation is date else "string", _teller(field))
        for name, field in model.model_fields.items()
        if name not in _SKIP and not _holds_model(field.annotation)
    )


def _holds_model(annotation: object) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, Basis)
    return any(_holds_model(part) for part in typing.get_args(annotation))


def _marks(annotation: object) -> Iterator[object]:
    yield from getattr(annotation, "__metadata__", ())
    for part in typing.get_args(annotation):
        yield from _marks(part)


def _teller(field: typing.Any) -> Teller:  # noqa: ANN401  pydantic's FieldInfo, whose metadata are any
    """Return what tells one value of a field in words."""
    for mark in (*field.metadata, *_marks(field.annotation)):
        match mark:
            case Term(as_):
                return lambda lookup, value: lookup.label(as_, str(value))
            case Verwijzing(("gemeente",)):
                return lambda lookup, value: lookup.corpus.per_cbs[str(value)].naam
            case Verwijzing():
                return lambda lookup, value: lookup.corpus.records[str(value)].titel
    return _plain


def _plain(lookup: Lookup, value: object) -> str:
    del lookup
    match value:
        case str():
            return value
        case bool():
            return "ja" if value else "nee"
        case Peildatum():
            return value.notation()
        case date():
            return value.isoformat()
    return str(value)


def words(lookup: Lookup, value: object, tell: Teller) -> str:
    """Return the values of one cell."""
    if value is None or value == ():
        return ""
    if isinstance(value, tuple):
        return SEPARATOR.join([tell(lookup, one) for one in value])
    return tell(lookup, value)


def full_source(corpus: Corpus, bron: Bron) -> str:
    """Return a source in words: what, of whom, when, where, and how much of it was seen."""
    seen = "" if bron.aard == "eigen" else f" {corpus.term('gezien', bron.gezien).label}."
    where = f" {bron.url}" if bron.url else ""
    return f"{bron.slug}: {bron.titel}. {bron.uitgever}, {bron.datum}.{seen}{where}"
