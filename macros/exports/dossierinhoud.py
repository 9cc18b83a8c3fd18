"""What a record takes into a dossier: everything its page says, as plain words with their proof."""

from __future__ import annotations

from collections.abc import Iterator

from macros.blad import zinnen
from macros.blad.blad import (
    Alinea,
    Blad,
    Blok,
    Bronregel,
    Gaten,
    Links,
    Openvraag,
    Punt,
    Punten,
    Sectie,
    Spoorstand,
    Sporen,
    woorden,
)
from macros.blad.vertellen import Verteller
from macros.corpus.corpus import Corpus
from macros.model.basis import Record
from macros.model.datering import lees_dag

Ding = dict[str, object]
"""A part of the dossier as JSON has it; empty parts are left out."""


def inhoud(corpus: Corpus, record: Record) -> Ding:
    """Return one record for a dossier."""
    return als_dossier(Verteller(corpus).blad(record))


def als_dossier(blad: Blad) -> Ding:
    """Return a page for a dossier: title, address, statements per heading and sources.

    Left out is what only repeats, or only leads to other pages.
    """
    controle = blad.controle
    secties = [_sectie(sectie) for sectie in blad.secties if not _leidt_verder(sectie)]
    return _zonder_leeg(
        {
            "id": blad.id,
            "titel": blad.titel,
            "soort": blad.aanduiding,
            "pad": blad.pad,
            "samenvatting": _punt(blad.samenvatting),
            "controle": f"Gecontroleerd op {lees_dag(controle.datum)} door de "
            f"{controle.rol}. Volgende controle vóór {lees_dag(controle.volgende)}.",
            "denkbeeldig": zinnen.DENKBEELDIG if blad.denkbeeldig else "",
            "let_op": " ".join(filter(None, (*(blad.stil or ()), blad.let_op))),
            "kenmerken": [
                [regel.label, woorden(regel.stukken)]
                for regel in blad.kenmerken
                if not regel.bijzaak
            ],
            "secties": secties,
            "bronnen": {bron.slug: _bron(bron) for bron in blad.bronnen},
        }
    )


def _zonder_leeg(ding: Ding) -> Ding:
    return {sleutel: waarde for sleutel, waarde in ding.items() if waarde}


def _bron(bron: Bronregel) -> Ding:
    tekst = f"{bron.titel}. {bron.uitgever}, {bron.datum}. {bron.gezien}."
    return _zonder_leeg({"tekst": tekst, "url": bron.url, "pad": bron.pad})


def _leidt_verder(sectie: Sectie) -> bool:
    """Tell whether a part only says what stands elsewhere, or where to read on."""
    soorten = {type(blok) for blok in sectie.blokken}
    return sectie.samenvatting or (Links in soorten and soorten <= {Links, Alinea})


def _sectie(sectie: Sectie) -> Ding:
    return {"kop": sectie.kop, "punten": [p for blok in sectie.blokken for p in _blok(blok)]}


def _blok(blok: Blok) -> Iterator[Ding]:
    match blok:
        case Punten():
            yield from map(_punt, blok.punten)
        case Alinea():
            noten = [noot.slug for noot in blok.noten]
            tekst = _zin(woorden(blok.stukken))
            yield _zonder_leeg({"vooraf": blok.vooraf, "tekst": tekst, "bronnen": noten})
        case Sporen():
            for spoor in blok.sporen:
                yield from _spoor(spoor)
        case Gaten():
            for reden in blok.redenen:
                yield {"tekst": reden}
            yield from map(_open, blok.vragen)


def _punt(punt: Punt) -> Ding:
    if punt.bewijs is None:
        return {"tekst": punt.tekst or _zin(woorden(punt.vooraf))}
    return _zonder_leeg(
        {
            "vooraf": _vooraf(punt),
            "tekst": punt.tekst,
            "bewijs": _bewijs(punt),
            "bronnen": [noot.slug for noot in punt.bewijs.noten],
            "let_op": punt.let_op,
        }
    )


def _bewijs(punt: Punt) -> str:
    bewijs = punt.bewijs
    if bewijs is None:
        return ""
    oud = zinnen.OUD if bewijs.oud else ""
    return ", ".join(filter(None, (bewijs.label, bewijs.stand, oud, bewijs.staat_op)))


def _vooraf(punt: Punt) -> str:
    """Return what is said before a statement; here also what the page says behind it."""
    delen = [punt.datum] if punt.datum else []
    if delen := [*delen, *(stuk.tekst for stuk in punt.stukken)]:
        return f"{'; '.join(delen)}:"
    if punt.cellen:
        return f"{': '.join(punt.cellen)}."
    return punt.nadruk or ("" if punt.herhaalt else woorden(punt.vooraf))


def _spoor(spoor: Spoorstand) -> Iterator[Ding]:
    tekst = f"{spoor.status}, stand {spoor.stand}. {spoor.uitleg}"
    yield {"vooraf": "Status:", "tekst": tekst}
    for vooraf, groepen in spoor.dekking:
        yield {"vooraf": vooraf, "tekst": f"{groepen}."}


def _open(vraag: Openvraag) -> Ding:
    return _zonder_leeg(
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
