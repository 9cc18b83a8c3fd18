"""The page of each record, source and municipality, as an HTML fragment with its head data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.blad.adres import pad_van
from macros.blad.stand import indienen_kan_altijd, stand_van
from macros.corpus.corpus import Corpus
from macros.model.basis import Bewering, Record
from macros.model.kennis import Bron
from macros.model.organisatie import Gemeente
from macros.pages.alfabet import letterpaginas
from macros.pages.facetpaginas import facetpaginas
from macros.pages.keuzehulp import keuzehulppaginas
from macros.pages.pagina import Pagina
from macros.pages.weergave import Schrijver, teken


@dataclass(frozen=True, slots=True)
class Hierop:
    """Something that rests on a source: its name and where it stands."""

    titel: str
    url: str
    soort: str


TABELLEN: Mapping[str, tuple[str, str]] = {
    "tabel:gemeenten": ("Tabel: Gemeenten", "gemeenten/"),
    "tabel:vervallen-gemeenten": ("Tabel: Vervallen gemeenten", "gemeenten/"),
    "tabel:keuzehulp": ("Keuzehulp", "keuzehulp/"),
    "tabel:casusformulier": ("Formulier voor een casus", "casus-formulier/"),
    "tabel:notas": ("De twee nota’s, zin voor zin", "over/notas/"),
}
"""Files in ``data/`` itself that rest on sources: what readers call them, and where they stand."""


def alle_paginas(corpus: Corpus) -> Iterator[Pagina]:
    """Write every page that MkDocs does not know of."""
    for record in corpus.alle(Record):
        yield recordpagina(corpus, record)
    for bron in corpus.alle(Bron):
        yield bronpagina(corpus, bron)
    yield from gemeentepaginas(corpus, corpus.gemeentetabel.gemeenten)
    yield from keuzehulppaginas(corpus)
    yield from facetpaginas(corpus)
    yield from letterpaginas(corpus)


def recordpagina(corpus: Corpus, record: Record) -> Pagina:
    """Write the page of one record: the same template for every kind."""
    schrijver = Schrijver(corpus, record.pad)
    schrijver.record(record.id)
    blad = schrijver.verteller.blad(record)
    inhoud = teken("record.html.j2", schrijver, blad=blad)
    return Pagina(
        blad.pad,
        f"{blad.titel} ({blad.enkelvoud.lower()})",
        blad.samenvatting.tekst,
        inhoud,
        schrijver.gelezen,
        denkbeeldig=blad.denkbeeldig,
        kop=blad.titel,
    )


def bronpagina(corpus: Corpus, bron: Bron) -> Pagina:
    """Write the page of one source: what it is, and every statement that rests on it."""
    schrijver = Schrijver(corpus, bron.pad)
    schrijver.record(bron.id)
    titel = f"{bron.titel} (bron {bron.slug})"
    inhoud = teken(
        "bron.html.j2",
        schrijver,
        record=bron,
        titel=titel,
        rust_hierop=_rust_hierop(schrijver, bron),
        databestand=schrijver.corpus.gelezen[bron.id].bestand.naam,
    )
    omschrijving = (
        f"Bron {bron.slug} van de kennisbank: {bron.titel}, {bron.uitgever}, {bron.datum}."
    )
    return Pagina(bron.pad, titel, omschrijving, inhoud, schrijver.gelezen)


def _rust_hierop(schrijver: Schrijver, bron: Bron) -> list[tuple[Hierop, list[Bewering]]]:
    corpus = schrijver.corpus
    per_record: dict[str, list[Bewering]] = {}
    for relatie in corpus.terug[bron.id]:
        per_record.setdefault(relatie.van, [])
    for plek in corpus.beweringen_per_bron[bron.id]:
        per_record[plek.van].append(plek.bewering)
    return [(_hierop(schrijver, id_), plekken) for id_, plekken in sorted(per_record.items())]


def _hierop(schrijver: Schrijver, id_: str) -> Hierop:
    soort = id_.partition(":")[0]
    if soort == "tabel":
        naam, pad = TABELLEN[id_]
        return Hierop(naam, schrijver.naar(pad), "tabel")
    if soort == "gemeente":
        naam = schrijver.gemeente(id_).naam
        return Hierop(f"Gemeente {naam}", schrijver.url(id_), soort)
    if soort == "vervallen":
        (oud,) = (rij for rij in schrijver.corpus.vervallen() if id_ == f"vervallen:{rij.cbs}")
        pad = f"gemeenten/vervallen/#{oud.cbs.lower()}"
        return Hierop(f"Vroegere gemeente {oud.naam}", schrijver.naar(pad), soort)
    record = schrijver.record(id_)
    return Hierop(record.titel, schrijver.url(id_), record.enkelvoud)


def gemeentepaginas(corpus: Corpus, gemeenten: Iterable[Gemeente]) -> Iterator[Pagina]:
    """Write the pages of these municipalities."""
    for gemeente in gemeenten:
        yield gemeentepagina(corpus, gemeente)


def gemeentepagina(corpus: Corpus, gemeente: Gemeente) -> Pagina:
    """Write the page of one municipality: what sources say, what one can do, its neighbours."""
    pad = pad_van(f"gemeente:{gemeente.cbs}")
    schrijver = Schrijver(corpus, pad)
    schrijver.gemeente(gemeente.cbs)
    buren = sorted(map(schrijver.gemeente, gemeente.buren), key=lambda buur: buur.naam)
    inhoud = teken(
        "gemeente.html.j2",
        schrijver,
        gemeente=gemeente,
        stand=stand_van(gemeente),
        indienen=indienen_kan_altijd(schrijver.corpus),
        voorgangers=schrijver.corpus.voorgangers[gemeente.cbs],
        buren=[(buur, stand_van(buur)) for buur in buren],
        tabel=schrijver.corpus.gemeentetabel,
        databestand=schrijver.corpus.gelezen["tabel:gemeenten"].bestand.naam,
    )
    titel = f"{gemeente.naam} (gemeente)"
    omschrijving = f"Wat openbare bronnen zeggen over de gemeente {gemeente.naam} en PMM."
    return Pagina(
        pad, titel, omschrijving, inhoud, schrijver.gelezen, kop=f"Gemeente {gemeente.naam}"
    )
