"""The page of each record, source and municipality, as an HTML fragment with its head data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from macros.blad.adres import pad_of
from macros.blad.blad import REGEL, SHORT, short_line
from macros.blad.narrate import anchors
from macros.blad.stand import indienen_is_always_possible, stand_of
from macros.corpus.corpus import Corpus
from macros.model.base import Bewering, Record
from macros.model.kennis import Bron
from macros.model.organisatie import Gemeente
from macros.pages.alphabet import letter_pages, letter_path, per_letter
from macros.pages.facet_pages import facet_pages, facetpaden
from macros.pages.keuzehulp import keuzehulp_pages, keuzehulppaden
from macros.pages.pagina import Making, Pagina
from macros.pages.rendering import Writer, render


@dataclass(frozen=True, slots=True)
class Dependant:
    """Something that rests on a source: its name and where it stands."""

    titel: str
    url: str
    soort: str
    groep: str
    """The kind in the plural: the heading under which it stands."""


@dataclass(frozen=True, slots=True)
class Group:
    """All of one kind that rests on a source, with the statements in each."""

    kop: str
    dependants: list[tuple[Dependant, list[Bewering]]]

    @property
    def omvang(self) -> int:
        """Return roughly how many characters this takes."""
        texts = (bewering.tekst for _, places in self.dependants for bewering in places)
        return sum(map(len, texts)) + REGEL * len(self.dependants)

    @property
    def regel(self) -> str:
        """Return what stands in sight while it is folded in: which pages these are."""
        return short_line(", ".join(dependant.titel for dependant, _ in self.dependants))


TABLES: Mapping[str, tuple[str, str]] = {
    "tabel:gemeenten": ("Tabel: Gemeenten", "gemeenten/"),
    "tabel:vervallen-gemeenten": ("Tabel: Vervallen gemeenten", "gemeenten/"),
    "tabel:keuzehulp": ("Keuzehulp", "keuzehulp/"),
    "tabel:casusformulier": ("Formulier voor een casus", "casus-formulier/"),
    "tabel:notas": ("De twee nota’s, zin voor zin", "over/notas/"),
}
"""Files in ``data/`` itself that rest on sources: what readers call them, and where they stand."""


def all_pages(corpus: Corpus) -> Iterator[Pagina]:
    """Write every page that MkDocs does not know of."""
    return (making.make() for making in makings(corpus))


def makings(corpus: Corpus) -> Iterator[Making]:
    """Yield how each of those pages is made."""
    for record in corpus.every(Record):
        yield Making(record.pad, partial(record_page, corpus, record))
    for bron in corpus.every(Bron):
        yield Making(bron.pad, partial(bron_page, corpus, bron))
    for gemeente in corpus.gemeentetabel.gemeenten:
        pad = pad_of(f"gemeente:{gemeente.cbs}")
        yield Making(pad, partial(gemeente_page, corpus, gemeente))
    yield from keuzehulp_pages(corpus)
    yield from facet_pages(corpus)
    yield from letter_pages(corpus)


def every_paths(corpus: Corpus) -> Iterator[str]:
    """Yield the address of each of those pages, without writing them."""
    yield from (record.pad for record in corpus.every(Record))
    yield from (bron.pad for bron in corpus.every(Bron))
    yield from (pad_of(f"gemeente:{cbs}") for cbs in corpus.gemeenten())
    yield from keuzehulppaden(corpus)
    yield from facetpaden(corpus)
    yield from map(letter_path, corpus.once(per_letter))


def record_page(corpus: Corpus, record: Record) -> Pagina:
    """Write the page of one record: the same template for every kind."""
    writer = Writer(corpus, record.pad)
    writer.record(record.id)
    blad = writer.narrator.blad(record)
    inhoud = render("record.html.j2", writer, blad=blad)
    return Pagina(
        blad.pad,
        f"{blad.titel} ({blad.enkelvoud.lower()})",
        blad.samenvatting.tekst,
        inhoud,
        writer.read,
        denkbeeldig=blad.denkbeeldig,
        kop=blad.titel,
        blad=blad,
    )


def bron_page(corpus: Corpus, bron: Bron) -> Pagina:
    """Write the page of one source: what it is, and every statement that rests on it."""
    writer = Writer(corpus, bron.pad)
    writer.record(bron.id)
    titel = f"{bron.titel} (bron {bron.slug})"
    dependants = _dependants(writer, bron)
    groups = _groups(dependants)
    inhoud = render(
        "bron.html.j2",
        writer,
        record=bron,
        titel=titel,
        dependants=dependants,
        groups=groups,
        folds=sum(group.omvang for group in groups) > SHORT,
        data_file=writer.corpus.read[bron.id].file.naam,
    )
    description = (
        f"Bron {bron.slug} van de kennisbank: {bron.titel}, {bron.uitgever}, {bron.datum}."
    )
    return Pagina(bron.pad, titel, description, inhoud, writer.read, over=bron.id)


def _groups(pairs: Iterable[tuple[Dependant, list[Bewering]]]) -> list[Group]:
    return [Group(kop, [*some]) for kop, some in groupby(pairs, key=lambda pair: pair[0].groep)]


def _dependants(writer: Writer, bron: Bron) -> list[tuple[Dependant, list[Bewering]]]:
    corpus = writer.corpus
    per_record: dict[str, list[Bewering]] = {}
    for relatie in corpus.back[bron.id]:
        per_record.setdefault(relatie.from_, [])
    for place in corpus.beweringen_per_bron[bron.id]:
        per_record[place.from_].append(place.bewering)
    return [(_dependant(writer, id_), places) for id_, places in sorted(per_record.items())]


def _dependant(writer: Writer, id_: str) -> Dependant:
    soort = id_.partition(":")[0]
    if soort == "tabel":
        naam, pad = TABLES[id_]
        return Dependant(naam, writer.naar(pad), "tabel", "Tabellen")
    if soort == "gemeente":
        naam = writer.gemeente(id_).naam
        return Dependant(f"Gemeente {naam}", writer.url(id_), soort, "Gemeenten")
    if soort == "vervallen":
        (old,) = (row for row in writer.corpus.vervallen() if id_ == f"vervallen:{row.cbs}")
        pad = f"gemeenten/vervallen/#{old.cbs.lower()}"
        return Dependant(
            f"Vroegere gemeente {old.naam}", writer.naar(pad), soort, "Vroegere gemeenten"
        )
    record = writer.record(id_)
    return Dependant(record.titel, writer.url(id_), record.enkelvoud, record.meervoud)


def gemeente_page(corpus: Corpus, gemeente: Gemeente) -> Pagina:
    """Write the page of one municipality: what sources say, what one can do, its neighbours."""
    pad = pad_of(f"gemeente:{gemeente.cbs}")
    writer = Writer(corpus, pad)
    writer.gemeente(gemeente.cbs)
    buren = sorted(map(writer.gemeente, gemeente.buren), key=lambda neighbour: neighbour.naam)
    inhoud = render(
        "gemeente.html.j2",
        writer,
        gemeente=gemeente,
        anchors={
            **anchors(f"gemeente:{gemeente.cbs}", "vermeldingen", gemeente.vermeldingen),
            **anchors(f"gemeente:{gemeente.cbs}", "bijzonderheden", gemeente.bijzonderheden),
        },
        stand=stand_of(gemeente),
        indienen=indienen_is_always_possible(writer.corpus),
        predecessors=writer.corpus.predecessors[gemeente.cbs],
        buren=[(neighbour, stand_of(neighbour)) for neighbour in buren],
        table=writer.corpus.gemeentetabel,
        data_file=writer.corpus.read["tabel:gemeenten"].file.naam,
    )
    titel = f"{gemeente.naam} (gemeente)"
    description = f"Wat openbare bronnen zeggen over de gemeente {gemeente.naam} en PMM."
    return Pagina(
        pad,
        titel,
        description,
        inhoud,
        writer.read,
        kop=f"Gemeente {gemeente.naam}",
        over=f"gemeente:{gemeente.cbs}",
    )
