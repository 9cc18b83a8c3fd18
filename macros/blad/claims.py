"""Every statement of the site with its permanent key, its record and its place on the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.blad import zinnen
from macros.blad.blad import Blad, Doel, Gaten, Openvraag, Punt, Punten, woorden
from macros.blad.naslag import Naslag
from macros.blad.vertellen import sleutel
from macros.corpus.corpus import Corpus
from macros.model.basis import Bewering
from macros.model.kennis import Vraag

_TABLES: Mapping[str, Doel] = {
    "tabel:keuzehulp": Doel("tabel:keuzehulp", "Keuzehulp", "keuzehulp/"),
}
"""The files in ``data/`` itself that hold statements, with the page that tells them."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement: ``key`` names it for ever, ``path`` is its part of the page."""

    key: str
    van: Doel
    heading: str
    path: str
    before: str
    bewering: Bewering
    imaginary: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What no source tells about a record, with whom to ask."""

    key: str
    van: Doel
    text: str
    to: tuple[Doel, ...]
    yields: str
    imaginary: bool = False


def claims_of(blad: Blad) -> Iterator[Claim]:
    """Yield the statements of one record in the order of its page, each once."""
    van = Doel(blad.id, blad.titel, blad.pad)

    def claim(punt: Punt, heading: str, path: str) -> Iterator[Claim]:
        # A figure that a learning points to belongs to the record of that figure.
        if punt.bewering is not None and punt.sleutel.startswith(f"{blad.id}#"):
            before = punt.nadruk or " ".join((*punt.cellen, woorden(punt.vooraf))).strip()
            yield Claim(punt.sleutel, van, heading, path, before, punt.bewering, blad.denkbeeldig)

    yield from claim(blad.samenvatting, "Samenvatting", blad.pad)
    for sectie in blad.secties:
        for blok in sectie.blokken:
            if isinstance(blok, Punten):
                for punt in blok.punten:
                    yield from claim(punt, sectie.kop, f"{blad.pad}#{sectie.anker}")


def other_claims(corpus: Corpus) -> Iterator[Claim]:
    """Yield the statements that stand in no record: of municipalities, and of the aids."""
    naslag = Naslag(corpus)
    for plek in corpus.beweringen:
        if plek.van not in corpus.records:
            van = _TABLES.get(plek.van) or naslag.doel(plek.van)
            key = sleutel(plek.van, str(plek.pad[0]), plek.bewering.tekst)
            yield Claim(key, van, van.titel, van.pad, "", plek.bewering)


def questions_of(naslag: Naslag, blad: Blad) -> Iterator[Question]:
    """Yield what is unknown of one record; a record that is an open question, is one itself."""
    van = Doel(blad.id, blad.titel, blad.pad)
    record = naslag.corpus.records[blad.id]
    if isinstance(record, Vraag):
        to = tuple(map(naslag.doel, record.aan))
        yield Question(blad.id, van, record.titel, to, record.levert_op)
    for sectie in blad.secties:
        for blok in sectie.blokken:
            if isinstance(blok, Gaten):
                yield from (_question(blad, van, vraag) for vraag in blok.vragen)


def _question(blad: Blad, van: Doel, vraag: Openvraag) -> Question:
    key = sleutel(blad.id, f"onbekend.{vraag.onbekend.veld}", vraag.vraag)
    return Question(key, van, vraag.vraag, vraag.aan, vraag.levert_op, blad.denkbeeldig)


def warning_of(blad: Blad) -> str:
    """Return all that has to be said before anything else of a record, as one text."""
    imaginary = zinnen.DENKBEELDIG if blad.denkbeeldig else ""
    return " ".join(filter(None, (imaginary, *(blad.stil or ()), blad.let_op)))
