"""Every statement of the site with its permanent key, its record and its place on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from macros.blad import zinnen
from macros.blad.blad import Blad, Doel, Gaps, Openvraag, Point, Points, woorden
from macros.blad.lookup import Lookup
from macros.blad.narrate import sleutel
from macros.corpus.asking import told_once
from macros.corpus.corpus import Corpus, Place
from macros.model.base import Bewering
from macros.model.kennis import Vraag

_TABLES: Mapping[str, Doel] = {
    "tabel:keuzehulp": Doel("tabel:keuzehulp", "Keuzehulp", "keuzehulp/"),
    "tabel:casusformulier": Doel(
        "tabel:casusformulier", "Formulier voor een casus", "casus-formulier/"
    ),
}
"""The files in ``data/`` itself that hold statements, with the page that tells them."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement: ``key`` names it for ever, ``path`` is its part of the page."""

    key: str
    from_: Doel
    heading: str
    path: str
    before: str
    bewering: Bewering
    imaginary: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What no source tells about a record, with whom to ask."""

    key: str
    from_: Doel
    text: str
    to: tuple[Doel, ...]
    yields: str
    checked: date
    """Until this day nobody found an answer."""
    imaginary: bool = False
    also: tuple[Question, ...] = ()
    """The same question to the same organisations, as other pages ask it."""


def each_once(questions: Iterable[Question]) -> list[Question]:
    """Return each question once, where it was asked first; the rest stand under ``also``."""
    keyed = (((one.text, tuple(to.id for to in one.to), one.imaginary), one) for one in questions)
    return [replace(first, also=rest) for first, rest in told_once(keyed)]


def claims_of(blad: Blad) -> Iterator[Claim]:
    """Yield the statements of one record in the order of its page, each once."""
    from_ = Doel(blad.id, blad.titel, blad.pad)

    def claim(point: Point, heading: str, path: str) -> Iterator[Claim]:
        # A figure that a learning points to belongs to the record of that figure.
        if point.bewering is not None and point.sleutel.startswith(f"{blad.id}#"):
            before = point.emphasis or " ".join((*point.cells, woorden(point.lead_in))).strip()
            yield Claim(
                point.sleutel, from_, heading, path, before, point.bewering, blad.denkbeeldig
            )

    yield from claim(blad.samenvatting, "Samenvatting", blad.pad)
    for sectie in blad.secties:
        for block in sectie.blocks:
            if isinstance(block, Points):
                for point in block.points:
                    yield from claim(point, sectie.kop, f"{blad.pad}#{sectie.anker}")


def other_claims(corpus: Corpus) -> Iterator[Claim]:
    """Yield the statements that stand in no record: of municipalities, and of the aids."""
    lookup = Lookup(corpus)
    for place in corpus.beweringen:
        if place.from_ not in corpus.records:
            yield _other_claim(lookup, place)


def claims_about(corpus: Corpus, id_: str) -> Sequence[Claim]:
    """Return the statements about one thing that is no record."""
    lookup = Lookup(corpus)
    return [_other_claim(lookup, place) for place in corpus.beweringen_per_record[id_]]


def _other_claim(lookup: Lookup, place: Place) -> Claim:
    from_ = _TABLES.get(place.from_) or lookup.doel(place.from_)
    key = sleutel(place.from_, str(place.pad[0]), place.bewering.tekst)
    return Claim(key, from_, from_.titel, from_.pad, "", place.bewering)


def questions_of(lookup: Lookup, blad: Blad) -> Iterator[Question]:
    """Yield what is unknown of one record; a record that is an open question, is one itself."""
    from_ = Doel(blad.id, blad.titel, blad.pad)
    record = lookup.corpus.records[blad.id]
    if isinstance(record, Vraag):
        to = tuple(map(lookup.doel, record.aan))
        yield Question(blad.id, from_, record.titel, to, record.levert_op, blad.check.datum)
    for sectie in blad.secties:
        for block in sectie.blocks:
            if isinstance(block, Gaps):
                yield from (_question(blad, from_, vraag) for vraag in block.vragen)


def _question(blad: Blad, from_: Doel, vraag: Openvraag) -> Question:
    key = sleutel(blad.id, f"onbekend.{vraag.onbekend.veld}", vraag.vraag)
    return Question(
        key, from_, vraag.vraag, vraag.aan, vraag.levert_op, blad.check.datum, blad.denkbeeldig
    )


def warning_of(blad: Blad) -> str:
    """Return all that has to be said before anything else of a record, as one text."""
    imaginary = zinnen.DENKBEELDIG if blad.denkbeeldig else ""
    return " ".join(filter(None, (imaginary, *(blad.quiet or ()), blad.let_op)))
