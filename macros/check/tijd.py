"""Dates: checks are recent promises, and nothing is known from the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.corpus.corpus import Corpus
from macros.load.fout import Fout
from macros.model.basis import Record
from macros.model.datering import lees_dag
from macros.model.hulpmiddel import Hulpmiddel
from macros.model.kennis import Bron
from macros.model.organisatie import Tabel


def _peildag(corpus: Corpus) -> date:
    return date.fromisoformat(corpus.site.peildatum)


def controle_klopt(corpus: Corpus) -> Iterator[Fout]:
    """The next review comes after the last check, and the last check not after the peildatum."""
    peildag = _peildag(corpus)
    gecontroleerd: list[tuple[str, Record | Tabel | Hulpmiddel]] = [
        *((record.id, record) for record in corpus.alle(Record)),
        ("tabel:gemeenten", corpus.gemeentetabel),
        ("tabel:vervallen-gemeenten", corpus.vervallentabel),
        ("tabel:keuzehulp", corpus.keuzehulp),
        ("tabel:casusformulier", corpus.casusformulier),
        ("tabel:toegankelijkheid", corpus.toegankelijkheid),
    ]
    for id_, record in gecontroleerd:
        if record.gecontroleerd.datum > peildag:
            wat = f"ligt na de peildatum van de site ({lees_dag(peildag)})"
            herstel = "verbeter de datum, of zet de peildatum in data/site.yml vooruit"
            yield corpus.fout(id_, ("gecontroleerd", "datum"), wat, herstel)
        if record.controle_voor <= record.gecontroleerd.datum:
            wat = "ligt niet na de laatste controle"
            yield corpus.fout(id_, ("controle_voor",), wat, "kies een latere datum")


def niets_uit_de_toekomst(corpus: Corpus) -> Iterator[Fout]:
    """No statement was true, and no source seen, after the peildatum of the site."""
    peildag = _peildag(corpus)
    for plek in corpus.beweringen:
        if plek.bewering.stand.eerste_dag() > peildag:
            wat = f"„{plek.bewering.stand}” ligt na de peildatum van de site ({lees_dag(peildag)})"
            herstel = "„stand” is wanneer dit bekend was, niet wanneer iets ingaat"
            yield corpus.fout(plek.van, (*plek.pad, "stand"), wat, herstel)
    for bron in corpus.alle(Bron):
        if bron.geraadpleegd > peildag:
            wat = f"ligt na de peildatum van de site ({lees_dag(peildag)})"
            yield corpus.fout(bron.id, ("geraadpleegd",), wat, "verbeter de datum")


def verlopen(corpus: Corpus, vandaag: date) -> list[Fout]:
    """Return the records whose review date has passed on ``vandaag``; only when asked for."""
    return [
        corpus.fout(
            record.id,
            ("controle_voor",),
            f"de controle had voor {lees_dag(record.controle_voor)} gemoeten",
            "lees het record na en verzet de datum",
        )
        for record in corpus.alle(Record)
        if record.controle_voor < vandaag
    ]
