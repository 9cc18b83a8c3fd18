"""Municipalities: the finder, the table, the former names, and the map with one square for each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.blad.stand import NO_BRON, VERVALLEN, indienen_is_always_possible, stand_of
from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import alphabetical, without_article
from macros.model.organisatie import Gemeente, VervallenGemeente
from macros.model.tegelkaart import Tegelkaart
from macros.model.vocabulaire import VocabulaireTerm
from macros.pages.rendering import Writer, render

TEGEL = 10
"""Side of a square in SVG units."""
CODE_PLACEHOLDER = "GM0000"
"""Stands in an address where the script puts the code of the chosen municipality."""


def _by_naam(corpus: Corpus) -> list[Gemeente]:
    return sorted(corpus.gemeentetabel.gemeenten, key=lambda row: without_article(row.naam))


def tally(corpus: Corpus) -> Mapping[str, int]:
    """Return how many municipalities are in each state, in the order of the vocabulary."""
    counts = Counter(stand_of(gemeente) for gemeente in corpus.gemeentetabel.gemeenten)
    termen = corpus.vocabulaires["gemeentestand"].termen
    return {term.sleutel: counts[term.sleutel] for term in termen if term.sleutel != VERVALLEN}


def gemeentezoeker(kb: Writer) -> Markup:
    """Return the finder: a field, and the words of the answer for each state.

    Needs ``gemeententabel`` and ``vroegere_namen`` on the same page: the script reads them.
    """
    table = kb.corpus.gemeentetabel
    data_file = kb.corpus.read["tabel:gemeenten"].file.naam
    return render(
        "gemeentezoeker.html.j2",
        kb,
        standen=list(tally(kb.corpus)),
        vermeld=[gemeente for gemeente in table.gemeenten if gemeente.vermeldingen],
        indienen=indienen_is_always_possible(kb.corpus),
        verbeteradres=kb.verbeteradres(
            f"{data_file} {CODE_PLACEHOLDER}", "Is mijn gemeente aangesloten?"
        ),
        table=table,
    )


def gemeententabel(kb: Writer) -> Markup:
    """Return the table of all municipalities with their state."""
    rows = [(gemeente, stand_of(gemeente)) for gemeente in _by_naam(kb.corpus)]
    letters: dict[str, str] = {}
    for gemeente, _ in rows:
        letters.setdefault(without_article(gemeente.naam)[0].upper(), gemeente.cbs)
    return render("gemeententabel.html.j2", kb, rows=rows, tally=tally(kb.corpus), letters=letters)


def vervallentabel(kb: Writer) -> Markup:
    """Return the table of former municipalities with their successors."""
    rows = sorted(kb.corpus.vervallen(), key=lambda row: alphabetical(row.naam))
    return render("vervallentabel.html.j2", kb, rows=rows, table=kb.corpus.vervallentabel)


@dataclass(frozen=True, slots=True)
class OtherNaam:
    """A name that no municipality has now; ``old`` is None for another spelling."""

    tekst: str
    naar: tuple[str, ...]
    old: VervallenGemeente | None = None


def vroegere_namen(kb: Writer) -> Markup:
    """Return former municipalities and other spellings from A to Z, with where to look now."""
    namen = [OtherNaam(old.naam, old.opvolgers, old) for old in kb.corpus.vervallen()]
    namen += [
        OtherNaam(naam, (gemeente.cbs,))
        for gemeente in kb.corpus.gemeentetabel.gemeenten
        for naam in gemeente.andere_namen
    ]
    per_letter: dict[str, list[OtherNaam]] = defaultdict(list)
    for naam in sorted(namen, key=lambda naam: without_article(naam.tekst)):
        per_letter[without_article(naam.tekst)[0].upper()].append(naam)
    return render("vroegere_namen.html.j2", kb, per_letter=per_letter)


@dataclass(frozen=True, slots=True)
class Square:
    """One square of the map, at ``x``, ``y`` in SVG units."""

    gemeente: Gemeente
    stand: str
    x: int
    y: int


def tegelkaart(kb: Writer) -> Markup:
    """Return the map of the Netherlands, with who is named in a source as a list per province."""
    corpus, tile_map = kb.corpus, kb.corpus.tegelkaart
    gemeenten = corpus.gemeenten()
    boxes = [
        Square(
            gemeenten[tegel.gemeente],
            stand_of(gemeenten[tegel.gemeente]),
            tegel.x * TEGEL,
            tegel.y * TEGEL,
        )
        for tegel in tile_map.tegels
    ]
    return render(
        "tegelkaart.html.j2",
        kb,
        boxes=boxes,
        most=NO_BRON,
        breedte=tile_map.breedte * TEGEL,
        hoogte=tile_map.hoogte * TEGEL,
        borders=" ".join(province_borders(tile_map, gemeenten)),
        tally=tally(corpus),
        per_provincie=_per_provincie(corpus),
    )


def _per_provincie(
    corpus: Corpus,
) -> Sequence[tuple[VocabulaireTerm, list[tuple[Gemeente, str]]]]:
    """Return who is named in a source, per province; all the others stand in the table only."""
    named = [row for row in _by_naam(corpus) if row.vermeldingen]
    return [
        (term, rows)
        for term in corpus.vocabulaires["provincie"].termen
        if (rows := [(row, stand_of(row)) for row in named if row.provincie == term.sleutel])
    ]


def province_borders(tile_map: Tegelkaart, gemeenten: Mapping[str, Gemeente]) -> Iterator[str]:
    """Yield the path data of each side where a province meets another, or the edge of the land."""
    provincie = {
        (tegel.x, tegel.y): gemeenten[tegel.gemeente].provincie for tegel in tile_map.tegels
    }
    for x in range(tile_map.breedte + 1):
        for y in range(tile_map.hoogte + 1):
            here = provincie.get((x, y))
            if here != provincie.get((x - 1, y)):
                yield f"M{x * TEGEL} {y * TEGEL}v{TEGEL}"
            if here != provincie.get((x, y - 1)):
                yield f"M{x * TEGEL} {y * TEGEL}h{TEGEL}"
