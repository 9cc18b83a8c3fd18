"""All that the open data are made of, worked out once for every form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

from pydantic import BaseModel

from macros.blad.adres import pad_of
from macros.blad.blad import Blad
from macros.blad.claims import Claim, Question, claims_of, each_once, other_claims, questions_of
from macros.blad.narrate import Narrator
from macros.blad.opendata import DATA, KINDS, Kind
from macros.corpus.corpus import Corpus, Relatie
from macros.model.base import Record
from macros.model.kennis import Bron, Grafiek
from macros.model.keuzehulp import Keuzehulp
from macros.model.organisatie import Gemeente, VervallenGemeente
from macros.model.vocabulaire import Vocabulaire


@dataclass(frozen=True, slots=True)
class Thing:
    """One record, row or vocabulary; ``sources`` are all it rests on, by id."""

    id: str
    kind: Kind
    model: BaseModel
    title: str
    path: str
    claims: Sequence[Claim]
    sources: Sequence[str]
    blad: Blad | None = None

    @property
    def slug(self) -> str:
        """Return the part of the id after the colon."""
        return self.id.partition(":")[2]


@dataclass(frozen=True)
class Data:
    """The corpus with every page model, statement and open question."""

    corpus: Corpus
    sheets: Sequence[Blad]
    claims: Sequence[Claim]
    questions: Sequence[Question]
    things: Mapping[str, Sequence[Thing]]
    """By the id of their kind."""
    named_by: Mapping[str, Sequence[Relatie]]
    """The references of each thing, by its id."""
    markdown: Mapping[str, str]
    """What was told of records as Markdown already, by id."""


def gather(
    corpus: Corpus,
    sheets: Sequence[Blad] | None = None,
    markdown: Mapping[str, str] = MappingProxyType({}),
) -> Data:
    """Return all of it; each page is told once, here if it was not yet."""
    narrator = Narrator(corpus)
    if sheets is None:
        sheets = [narrator.blad(record) for record in corpus.every(Record)]
    per_record = {blad.id: [*claims_of(blad)] for blad in sheets}
    others = [*other_claims(corpus)]
    for claim in others:
        per_record.setdefault(claim.from_.id, []).append(claim)
    sources: dict[str, dict[str, None]] = {}
    named_by: dict[str, list[Relatie]] = {}
    for relatie in corpus.relaties:
        named_by.setdefault(relatie.from_, []).append(relatie)
        if relatie.soorten == ("bron",):
            sources.setdefault(relatie.from_, {})[relatie.naar] = None
    maker = _Maker(corpus, per_record, {blad.id: blad for blad in sheets}, sources)
    return Data(
        corpus,
        sheets,
        [*chain.from_iterable(per_record.values())],
        each_once(vraag for blad in sheets for vraag in questions_of(narrator, blad)),
        {
            id_: [maker.thing(kind, model) for model in _models(corpus, kind)]
            for id_, kind in KINDS.items()
        },
        named_by,
        markdown,
    )


def _models(corpus: Corpus, kind: Kind) -> Sequence[BaseModel]:
    if kind.model is Gemeente:
        return corpus.gemeentetabel.gemeenten
    if kind.model is VervallenGemeente:
        return corpus.vervallen()
    if kind.model is Keuzehulp:
        return [corpus.keuzehulp]
    if kind.model is Vocabulaire:
        return [*corpus.vocabulaires.values()]
    return corpus.every(kind.model)


@dataclass(frozen=True, slots=True)
class _Maker:
    corpus: Corpus
    per_record: Mapping[str, Sequence[Claim]]
    per_blad: Mapping[str, Blad]
    sources: Mapping[str, Mapping[str, None]]

    def thing(self, kind: Kind, model: BaseModel) -> Thing:
        """Return one thing with its statements and all it rests on."""
        corpus = self.corpus
        match model:
            case Gemeente(cbs=cbs, naam=naam):
                id_ = f"gemeente:{cbs}"
                table = corpus.gemeentetabel.bronnen
                return self._thing(id_, kind, model, naam, pad_of(id_), table)
            case VervallenGemeente(cbs=cbs, naam=naam):
                id_ = f"vervallen:{cbs}"
                table = corpus.vervallentabel.bronnen
                return self._thing(id_, kind, model, naam, "gemeenten/vervallen/", table)
            case Keuzehulp():
                return self._thing("tabel:keuzehulp", kind, model, kind.title, f"{kind.name}/")
            case Vocabulaire():
                id_ = f"vocabulaire:{model.as_}"
                return self._thing(id_, kind, model, model.titel, DATA)
            case Grafiek():
                # A chart says nothing itself: it rests on what its figures rest on.
                claims = [claim for cijfer in model.cijfers for claim in self.per_record[cijfer]]
                bronnen = [bron for claim in claims for bron in claim.bewering.bronnen]
                return self._thing(model.id, kind, model, model.titel, model.pad, bronnen)
            case Record() | Bron():
                return self._thing(model.id, kind, model, model.titel, model.pad)
        raise TypeError(type(model))

    def _thing(  # noqa: PLR0913, PLR0917  each is one thing to know
        self,
        id_: str,
        kind: Kind,
        model: BaseModel,
        title: str,
        path: str,
        more: Sequence[str] = (),
    ) -> Thing:
        claims = self.per_record.get(id_, ())
        sources = dict.fromkeys((*self.sources.get(id_, ()), *more))
        return Thing(id_, kind, model, title, path, claims, [*sources], self.per_blad.get(id_))
