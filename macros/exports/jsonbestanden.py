"""``/api/v1/``: every kind of thing as JSON, as it stands in ``data/``, with its proof.

The names of the fields are those of the data, in Dutch. Added are only ``soort``, ``adres``,
``waarschuwing``, ``genoemd_door`` and, on each statement, ``sleutel`` and ``adres``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from types import NoneType
from typing import Annotated, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import to_json

from macros.blad.adres import pad_of
from macros.blad.claims import Question, warning_of
from macros.blad.facets import facet
from macros.blad.opendata import (
    API,
    CHANGES,
    DATA,
    INDEX,
    KINDS,
    LEEFGEBIEDEN,
    LICENCE,
    MUNICIPAL_STATES,
    QUESTIONS,
    SCHEMA_VERSION,
    Kind,
    item_path,
    list_path,
    schema_path,
)
from macros.blad.stand import stand_of
from macros.blad.wijzigingen import doel
from macros.blad.zinnen import DENKBEELDIG
from macros.corpus.corpus import Corpus
from macros.corpus.wijzigingen import wijzigingen
from macros.exports.file import Output
from macros.exports.gather import Data, Thing
from macros.model.dates import Peildatum
from macros.model.organisatie import Gemeente

Json = dict[str, object]


def json_files(data: Data) -> Iterator[Output]:
    """Yield the index, the file of each kind, of each thing of some kinds, and the cuts."""
    writer = Writer(data)
    for kind in KINDS.values():
        things = data.things[kind.id_]
        items = [to_json(writer.item(thing)) for thing in things]
        together = _together(items)
        yield writer.file(
            list_path(kind.name),
            kind.title,
            kind,
            {"aantal": len(items), "items": together},
            [source for thing in things for source in thing.sources],
            imaginary=kind.imaginary,
        )
        for thing, item in zip(things, items, strict=True):
            if kind.items:
                yield writer.file(
                    item_path(kind, thing.slug),
                    thing.title,
                    kind,
                    {"item": _Written(item)},
                    thing.sources,
                    imaginary=kind.imaginary,
                )
    yield from writer.questions()
    yield writer.leefgebieden()
    yield writer.municipal_states()
    yield writer.changes()
    yield writer.index()


class _Written(bytes):
    """What is JSON already: a thing stands in two files, a source in hundreds, and is made once."""

    __slots__ = ()


def _together(items: Iterable[bytes]) -> _Written:
    """Return things that are JSON already as one list."""
    return _Written(b"[%b]" % b",".join(items))


@cache
def _names(model: type[BaseModel]) -> Sequence[tuple[str, str, bool]]:
    """Return each field by its name in the class and in the data, and whether JSON has its type."""
    return [
        (name, field.alias or name, _is_json(field.annotation))
        for name, field in model.model_fields.items()
    ]


def _is_json(annotation: object) -> bool:
    """Tell whether JSON has a type of its own for this: text, a number, a choice, a row of them."""
    parts = [part for part in get_args(annotation) if part is not Ellipsis]
    if get_origin(annotation) is Literal:
        return True
    if get_origin(annotation) is Annotated:
        return _is_json(parts[0])
    if parts:
        return all(map(_is_json, parts))
    return isinstance(annotation, type) and issubclass(annotation, str | int | NoneType)


class Writer:
    """Writes the things of one corpus."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.corpus = data.corpus
        self.site = data.corpus.site.adres
        self.places = {id(claim.bewering): claim for claim in data.claims}
        self.written: dict[str, tuple[str, Kind | str]] = {}
        self.source_texts: dict[str, bytes] = {}

    def file(  # noqa: PLR0913  each is one part of the file
        self,
        path: str,
        title: str,
        schema: Kind | str,
        content: Mapping[str, object],
        sources: Iterable[str],
        *,
        imaginary: bool = False,
    ) -> Output:
        """Return one file: what holds for all of it, the content, and its sources in full."""
        head = envelope(self.corpus, path, title, imaginary=imaginary)
        head["schema"] = self.site + schema_path(schema)
        full = b",".join([self._source_text(source) for source in dict.fromkeys(sources)])
        self.written[path] = title, schema
        return as_file(path, {**head, **content, "bronnen": _Written(b"{%b}" % full)})

    def _source_text(self, id_: str) -> bytes:
        if id_ not in self.source_texts:
            self.source_texts[id_] = to_json({id_: self.source(id_)})[1:-1]
        return self.source_texts[id_]

    def item(self, thing: Thing) -> Json:
        """Return one thing: what has to be known first, its fields, and who names it."""
        first: Json = {"id": thing.id, "soort": thing.kind.id_, "adres": self.site + thing.path}
        if thing.blad is not None and (warning := warning_of(thing.blad)):
            first["waarschuwing"] = warning
        if isinstance(thing.model, Gemeente):
            first["stand"] = stand_of(thing.model)
        named = {relatie.from_ for relatie in self.corpus.back.get(thing.id, ())}
        behind: Json = {"genoemd_door": sorted(named)} if named else {}
        return first | self.fields(thing.model) | behind

    def fields(self, model: BaseModel) -> Json:
        """Return the fields that are filled in, by the names of the data."""
        out: Json = {}
        values = vars(model)
        for name, shown, is_json in _names(type(model)):
            value = values[name]
            if value is not None and value != ():
                out[shown] = value if is_json else self._value(value)
        claim = self.places.get(id(model))
        if claim is not None:
            out |= {"sleutel": claim.key, "adres": self.site + claim.path}
        return out

    def _value(self, value: object) -> object:
        match value:
            case tuple():
                return [self._value(part) for part in value]
            case Peildatum():
                return value.notation()
            case date():
                return value.isoformat()
            case BaseModel():  # last: pydantic takes long to tell
                return self.fields(value)
        return value

    def source(self, id_: str) -> Json:
        """Return a source in full, as each file repeats it."""
        bron = self.corpus.bron(id_)
        return {"adres": self.site + bron.pad} | self.fields(bron)

    def question(self, question: Question) -> Json:
        """Return one open question with whom to ask."""
        out: Json = {
            "sleutel": question.key,
            "vraag": question.text,
            "aan": [{"id": one.id, "titel": one.titel} for one in question.to],
            **self._asked_at(question),
            "gecontroleerd_op": question.checked.isoformat(),
        }
        if question.also:
            out["ook_bij"] = [{"sleutel": one.key, **self._asked_at(one)} for one in question.also]
        if question.yields:
            out["levert_op"] = question.yields
        if question.imaginary:
            out["waarschuwing"] = DENKBEELDIG
        return out

    def _asked_at(self, question: Question) -> Json:
        at = question.from_
        return {"over": {"id": at.id, "titel": at.titel}, "adres": self.site + at.pad}

    def questions(self) -> Iterator[Output]:
        """Yield all open questions, and those to each organisation."""
        every: list[bytes] = []
        asked_to: dict[str, list[bytes]] = {}
        for question in self.data.questions:
            written = to_json(self.question(question))
            every.append(written)
            for id_ in dict.fromkeys(one.id for one in question.to):
                asked_to.setdefault(id_, []).append(written)
        yield self._questions(QUESTIONS, "Open vragen", every)
        for id_, asked in sorted(asked_to.items()):
            record = self.corpus.records[id_]
            slug = id_.partition(":")[2]
            yield self._questions(f"{QUESTIONS}/{slug}", f"Open vragen aan {record.titel}", asked)

    def _questions(self, name: str, title: str, asked: Sequence[bytes]) -> Output:
        content = {"aantal": len(asked), "items": _together(asked)}
        return self.file(list_path(name), title, QUESTIONS, content, ())

    def leefgebieden(self) -> Output:
        """Return per leefgebied which learnings are about it."""
        items = [
            {
                "sleutel": waarde.sleutel,
                "titel": waarde.label,
                "uitleg": waarde.uitleg,
                "leerpunten": [
                    {"id": one.id, "titel": one.titel, "adres": self.site + one.pad}
                    for one in waarde.leerpunten
                ],
            }
            for waarde in facet(self.corpus, "leefgebied").waarden
        ]
        content = {"aantal": len(items), "items": items}
        return self.file(list_path(LEEFGEBIEDEN), "Leefgebieden", LEEFGEBIEDEN, content, ())

    def municipal_states(self) -> Output:
        """Return in short what sources say of each municipality, by its CBS code."""
        table = self.corpus.gemeentetabel
        items = {}
        for gemeente in table.gemeenten:
            term = self.corpus.term("gemeentestand", stand_of(gemeente))
            found = gemeente.vermeldingen
            item: Json = {
                "id": f"gemeente:{gemeente.cbs}",
                "titel": gemeente.naam,
                "stand": term.sleutel,
                "samenvatting": f"Gemeente {gemeente.naam}: {term.label.lower()}. {term.uitleg}",
                "adres": self.site + pad_of(f"gemeente:{gemeente.cbs}"),
                "vermeldingen": [self._value(one) for one in found],
            }
            items[gemeente.cbs] = {name: value for name, value in item.items() if value != []}
        named = [bron for one in table.gemeenten for v in one.vermeldingen for bron in v.bronnen]
        content = {
            "gecontroleerd_op": table.gecontroleerd.datum.isoformat(),
            "controle_voor": table.controle_voor.isoformat(),
            "aantal": len(items),
            "items": items,
        }
        title = "Wat openbare bronnen zeggen over gemeenten"
        path, sources = list_path(MUNICIPAL_STATES), [*table.bronnen, *named]
        return self.file(path, title, MUNICIPAL_STATES, content, sources)

    def changes(self) -> Output:
        """Return every change, newest first, so that who comes back stops at the date he knows."""
        items = []
        sources: dict[str, None] = {}
        for change in self.corpus.once(wijzigingen):
            item: Json = {
                "datum": change.datum.notation(),
                "aanleiding": change.occasion,
                "soort": change.soort,
                "over": list(change.over),
                "adres": self.site + doel(change),
                "tekst": change.zin(),
                "beweringen": [self._value(bewering) for bewering in change.beweringen],
            }
            if change.denkbeeldig:
                item["waarschuwing"] = DENKBEELDIG
            sources |= dict.fromkeys(b for one in change.beweringen for b in one.bronnen)
            items.append({name: value for name, value in item.items() if value != []})
        content = {"aantal": len(items), "items": items}
        return self.file(list_path(CHANGES), "Wijzigingen", CHANGES, content, sources)

    def index(self) -> Output:
        """Return what there is: every kind with its files, and every other list."""
        kinds = [
            {
                "soort": kind.id_,
                "titel": kind.title,
                "aantal": len(self.data.things[kind.id_]),
                "adres": self.site + list_path(kind.name),
                "schema": self.site + schema_path(kind),
            }
            | ({"item": f"{self.site}{API}{kind.name}/{{naam}}.json"} if kind.items else {})
            | ({"waarschuwing": DENKBEELDIG} if kind.imaginary else {})
            for kind in KINDS.values()
        ]
        of_kinds = {list_path(kind.name) for kind in KINDS.values()}
        lists = [
            {"titel": title, "adres": self.site + path, "schema": self.site + schema_path(schema)}
            for path, (title, schema) in self.written.items()
            if path not in of_kinds and not any(path.startswith(_folder(k)) for k in KINDS.values())
        ]
        head = envelope(self.corpus, list_path(INDEX), "Alles wat er is")
        rest: Json = {
            "schema": self.site + schema_path(INDEX),
            "uitleg": self.site + DATA,
            "openapi": f"{self.site}{API}openapi.json",
            "soorten": kinds,
            "lijsten": lists,
        }
        return as_file(list_path(INDEX), head | rest)


def _folder(kind: Kind) -> str:
    return f"{API}{kind.name}/"


def envelope(corpus: Corpus, path: str, title: str, *, imaginary: bool = False) -> Json:
    """Return what every file says of itself."""
    site = corpus.site
    head: Json = {
        "schema_versie": SCHEMA_VERSION,
        "titel": title,
        "adres": site.adres + path,
        "uitgever": site.naam,
        "afzender": site.afzender,
        "versie": site.versie,
        "peildatum": site.peildatum,
        "licentie": LICENCE,
    }
    return head | {"waarschuwing": DENKBEELDIG} if imaginary else head


def as_file(path: str, content: Mapping[str, object]) -> Output:
    """Return content as a file of JSON, the same every time; what was written stands at its end."""
    plain = {name: value for name, value in content.items() if not isinstance(value, _Written)}
    parts = [to_json(plain)[:-1]]
    for name, value in content.items():
        if isinstance(value, _Written):
            parts += (b",", to_json(name), b":", value)
    return Output(path, b"".join((*parts, b"}\n")))
