"""What the tests of pages and search share: changed copies of a corpus, and parsed HTML."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, cast

from markupsafe import Markup
from pydantic import BaseModel, ValidationError
from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.corpus.corpus import Corpus, bouw_corpus
from macros.load.fout import Pad
from macros.model.basis import Bewering, Record
from macros.model.bladeren import bladeren
from macros.model.kennis import Bron
from macros.model.organisatie import Gemeente
from macros.model.soorten import SOORTEN, Bestandsrecord
from macros.model.vocabulaire import Site, Vocabulaire
from macros.pages import recordpaginas
from macros.pages.alfabet import letterpaginas
from macros.pages.facetpaginas import facetpaginas
from macros.pages.keuzehulp import keuzehulppaginas
from macros.pages.pagina import Pagina
from macros.pages.weergave import Schrijver, teken
from macros.site.omhulsel import (
    CITAAT,
    OMSCHRIJVING,
    PAD,
    TITEL,
    Omhulsel,
    lees_omhulsel,
    menumerk,
)
from tests.fabriek import herbouwd, maak_bewering

Model = TypeVar("Model", bound=BaseModel)
Vormpad = tuple[str, ...]
"""A path in which every number became ``*``: the same for each element of a list."""


def bewering(**velden: object) -> Bewering:
    """Return a statement with a source that exists."""
    return Bewering.model_validate(maak_bewering(**velden))


def met_records(corpus: Corpus, *records: Record | Bron) -> Corpus:
    """Return the corpus with these records in the place of those with the same id."""
    return herbouwd(corpus, cast("Sequence[Bestandsrecord]", records))


def paginasoorten() -> list[type[Record]]:
    """Return the kinds that have a page written by ``recordpagina``."""
    return [soort for soort in SOORTEN if issubclass(soort, Record)]


def vorm(pad: Pad) -> Vormpad:
    """Return a path without the numbers in it."""
    return tuple("*" if isinstance(deel, int) else deel for deel in pad)


def dekkend(corpus: Corpus, soort: type[BaseModel]) -> list[Any]:
    """Return records of one kind that together fill in every field any of them fills in."""
    kandidaten: Sequence[BaseModel] = (
        corpus.gemeentetabel.gemeenten if soort is Gemeente else corpus.alle(soort)
    )
    gezien: set[Vormpad] = set()
    keuze = []
    for record in kandidaten:
        vormen = {vorm(pad) for pad, _, _ in bladeren(record)}
        if vormen - gezien:
            keuze.append(record)
            gezien |= vormen
    return keuze


def vervang(
    model: Model, nieuw: Callable[[Pad], str], *behalve: str
) -> tuple[Model, dict[Pad, str]]:
    """Return the model with a new text wherever it allows one, and what was put where.

    Left alone are the fields ``behalve``, the id, references and terms (the checks compare those
    with what exists), and what validation refuses: that can never reach a page.
    """
    gezet = {
        pad: nieuw(pad)
        for pad, waarde, merk in bladeren(model)
        if merk is None and isinstance(waarde, str) and pad[-1] not in ("id", *behalve)
    }
    while True:
        boom_ = model.model_dump(mode="json", by_alias=True)
        for pad, tekst_ in gezet.items():
            _zet(boom_, pad, tekst_)
        try:
            return type(model).model_validate(boom_), gezet
        except ValidationError as fouten:
            for fout in fouten.errors():
                # A whole sentence ends with a full stop; anything else refused is left as it was.
                pad = tuple(fout["loc"])
                geweigerd = gezet.pop(pad, "")
                if fout["type"] == "geen_zin":
                    gezet[pad] = f"{geweigerd}."


def _zet(boom_: object, pad: Pad, tekst_: str) -> None:
    *weg, laatste = pad
    for deel in weg:
        boom_ = cast("Any", boom_)[deel]
    cast("Any", boom_)[laatste] = tekst_


def overal(corpus: Corpus, tekst_: str) -> Corpus:
    """Return the corpus with this text in every field, of everything, that allows it."""

    def anders(deel: object) -> object:
        match deel:
            case Site():
                # The owner sets the address of the site; it stands before each permanent link.
                return vervang(deel, lambda _: tekst_, "adres")[0]
            case Vocabulaire():
                return vervang(deel, lambda _: tekst_, "as")[0]
            case BaseModel():
                return vervang(deel, lambda _: tekst_, "veld")[0]
            case Mapping():
                return {sleutel: anders(waarde) for sleutel, waarde in deel.items()}
            case _:
                return deel

    delen = inspect.signature(bouw_corpus).parameters
    return bouw_corpus(**{naam: cast("Any", anders(getattr(corpus, naam))) for naam in delen})


def paginas(corpus: Corpus, keuze: Corpus) -> Iterator[Pagina]:
    """Write the pages of ``corpus``, but of each kind only those that add a field.

    Which those are is reckoned from ``keuze``: the same records before anything was replaced.
    """
    for soort in SOORTEN:
        for gekozen in dekkend(keuze, soort):
            record = corpus.records[gekozen.id]
            if isinstance(record, Bron):
                yield recordpaginas.bronpagina(corpus, record)
            elif isinstance(record, Record):
                yield recordpaginas.recordpagina(corpus, record)
    gemeenten = [corpus.gemeenten()[gemeente.cbs] for gemeente in dekkend(keuze, Gemeente)]
    yield from recordpaginas.gemeentepaginas(corpus, gemeenten)
    yield from keuzehulppaginas(corpus)
    yield from facetpaginas(corpus)
    yield from letterpaginas(corpus)


def maak_omhulsel(menudelen: Mapping[str, str]) -> Omhulsel:
    """Return a small shell with every placeholder in it."""
    menu = "".join(
        f'<li><a href="../../{pad}"{menumerk(pad)}>deel</a></li>'
        for pad in dict.fromkeys(menudelen.values())
    )
    html = (
        f'<!doctype html><title>{TITEL}</title><meta name="description" content="{OMSCHRIJVING}">'
        f"<ul>{menu}</ul><p>kbstempelinhoud</p><p>{CITAAT.titel}, https://x.example/{PAD}</p>"
    )
    return lees_omhulsel(html, menudelen)


def boom(html: str) -> LexborHTMLParser:
    """Parse HTML the way a browser does."""
    return LexborHTMLParser(html)


def tekst(html: str) -> str:
    """Return the text a reader sees, with single spaces."""
    body = boom(html).body
    assert body is not None
    return " ".join(body.text().split())


def adressen(html: str) -> list[str]:
    """Return the targets of all links."""
    return [knoop.attributes.get("href") or "" for knoop in boom(html).css("a[href]")]


def een(html: str, kiezer: str) -> LexborNode:
    """Return the only element that matches."""
    (knoop,) = boom(html).css(kiezer)
    return knoop


def eerste_bewering(kb: Schrijver, id_: str, veld: str, begint: str) -> Markup:
    """Stand in for the macro ``bewering`` where every text is a payload: nothing begins so."""
    del begint
    lijst = getattr(kb.corpus.records[id_], veld)
    return teken("inzet_delen.html.j2", kb, deel="bewering", bewering=lijst[0])
