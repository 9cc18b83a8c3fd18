"""What a record takes into a dossier: everything its page says, as plain words with their proof."""

from __future__ import annotations

from collections.abc import Iterator

from macros.blad import zinnen
from macros.blad.blad import (
    Blad,
    Block,
    BronLine,
    Gaps,
    Links,
    Openvraag,
    Paragraph,
    Point,
    Points,
    Sectie,
    Spoorstand,
    Sporen,
    woorden,
)
from macros.blad.narrate import Narrator
from macros.corpus.corpus import Corpus
from macros.model.base import Record
from macros.model.dates import dag_in_words

Thing = dict[str, object]
"""A part of the dossier as JSON has it; empty parts are left out."""


def inhoud(corpus: Corpus, record: Record) -> Thing:
    """Return one record for a dossier."""
    return as_dossier(Narrator(corpus).blad(record))


def as_dossier(blad: Blad) -> Thing:
    """Return a page for a dossier: title, address, statements per heading and sources.

    Left out is what only repeats, or only leads to other pages.
    """
    check = blad.check
    secties = [_sectie(sectie) for sectie in blad.secties if not _only_leads_on(sectie)]
    return _without_empty(
        {
            "id": blad.id,
            "titel": blad.titel,
            "soort": blad.aanduiding,
            "pad": blad.pad,
            "samenvatting": _point(blad.samenvatting),
            "controle": f"Gecontroleerd op {dag_in_words(check.datum)} door de "
            f"{check.rol}. Volgende controle vóór {dag_in_words(check.following)}.",
            "denkbeeldig": zinnen.DENKBEELDIG if blad.denkbeeldig else "",
            "let_op": " ".join(filter(None, (*(blad.quiet or ()), blad.let_op))),
            "kenmerken": [
                [regel.label, woorden(regel.stukken)]
                for regel in blad.kenmerken
                if not regel.bijzaak
            ],
            "secties": secties,
            "bronnen": {bron.slug: _bron(bron) for bron in blad.bronnen},
        }
    )


def _without_empty(thing: Thing) -> Thing:
    return {sleutel: waarde for sleutel, waarde in thing.items() if waarde}


def _bron(bron: BronLine) -> Thing:
    tekst = f"{bron.titel}. {bron.uitgever}, {bron.datum}. {bron.gezien}."
    return _without_empty({"tekst": tekst, "url": bron.url, "pad": bron.pad})


def _only_leads_on(sectie: Sectie) -> bool:
    """Tell whether a part only says what stands elsewhere, or where to read on."""
    soorten = {type(block) for block in sectie.blocks}
    return sectie.samenvatting or (Links in soorten and soorten <= {Links, Paragraph})


def _sectie(sectie: Sectie) -> Thing:
    return {"kop": sectie.kop, "punten": [p for block in sectie.blocks for p in _block(block)]}


def _block(block: Block) -> Iterator[Thing]:
    match block:
        case Points():
            yield from map(_point, block.points)
        case Paragraph():
            noten = [note.slug for note in block.noten]
            tekst = _zin(woorden(block.stukken))
            yield _without_empty({"vooraf": block.lead_in, "tekst": tekst, "bronnen": noten})
        case Sporen():
            for spoor in block.sporen:
                yield from _spoor(spoor)
        case Gaps():
            for reden in block.redenen:
                yield {"tekst": reden}
            yield from map(_open, block.vragen)


def _point(point: Point) -> Thing:
    if point.proof is None:
        return {"tekst": point.tekst or _zin(woorden(point.lead_in))}
    return _without_empty(
        {
            "vooraf": _lead_in(point),
            "tekst": point.tekst,
            "bewijs": _proof(point),
            "bronnen": [note.slug for note in point.proof.noten],
            "let_op": point.let_op,
            "betwist": point.proof.label if point.proof.betwist else "",
        }
    )


def _proof(point: Point) -> str:
    proof = point.proof
    if proof is None:
        return ""
    return ", ".join(filter(None, (proof.label, proof.stand, proof.mark, proof.staat_op)))


def _lead_in(point: Point) -> str:
    """Return what is said before a statement; here also what the page says behind it."""
    parts = [point.datum] if point.datum else []
    if parts := [*parts, *(stuk.tekst for stuk in point.stukken)]:
        return f"{'; '.join(parts)}:"
    if point.cells:
        return f"{': '.join(point.cells)}."
    return point.emphasis or ("" if point.repeats else woorden(point.lead_in))


def _spoor(spoor: Spoorstand) -> Iterator[Thing]:
    tekst = f"{spoor.status}, stand {spoor.stand}. {spoor.uitleg}"
    yield {"vooraf": "Status:", "tekst": tekst}
    for lead_in, groepen in spoor.dekking:
        yield {"vooraf": lead_in, "tekst": f"{groepen}."}


def _open(vraag: Openvraag) -> Thing:
    return _without_empty(
        {
            "onbekend": True,
            "tekst": vraag.vraag,
            "aan": ", ".join(doel.titel for doel in vraag.aan),
            "levert_op": vraag.levert_op,
        }
    )


def _zin(tekst: str) -> str:
    """Return the words with a full stop, if they do not end a sentence yet."""
    return tekst if tekst.endswith((".", "?", "!")) else f"{tekst}."
