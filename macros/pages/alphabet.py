"""All titles and search terms from A to Z, a page a letter: the search without JavaScript."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import itemgetter

from macros.blad.blad import REGEL, SHORT
from macros.blad.card import cards
from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import alphabetical, first_letter
from macros.pages.pagina import Making, Pagina
from macros.pages.rendering import Writer, render


@dataclass(frozen=True, slots=True)
class Doel:
    """A page that a line of the A–Z leads to, by its address from the site root."""

    titel: str
    pad: str
    soort: str


@dataclass(frozen=True, slots=True)
class Entrance:
    """One line of the A–Z: a title with its page, or a search term with the pages it is for."""

    tekst: str
    titel: bool
    doelen: list[Doel]


def letter_path(letter: str) -> str:
    """Return the address of the page of one letter: ``zoeken/a/``."""
    return f"zoeken/{letter.lower().replace('–', '-')}/"


def per_letter(corpus: Corpus) -> Mapping[str, list[Entrance]]:
    """Return every title and search term in order, under its first letter."""
    entrances: dict[tuple[str, bool, str], Entrance] = {}
    gezien: set[tuple[str, str]] = set()

    for card in filter(lambda card: card.in_alphabet, cards(corpus)):
        doel = Doel(card.titel, card.pad, card.soortnaam)
        title_key = alphabetical(card.titel)
        entrances[title_key, False, card.pad] = Entrance(card.titel, titel=True, doelen=[doel])
        for woord in (*card.namen, *card.afkortingen, *card.zoektermen):
            word_key = alphabetical(woord)
            if word_key == title_key or (word_key, card.pad) in gezien:
                continue
            gezien.add((word_key, card.pad))
            entrance = entrances.setdefault(
                (word_key, True, ""), Entrance(woord, titel=False, doelen=[])
            )
            entrance.doelen.append(doel)
    letters: dict[str, list[Entrance]] = defaultdict(list)
    for sleutel, entrance in sorted(entrances.items(), key=itemgetter(0)):
        letters[first_letter(sleutel[0])].append(entrance)
    return dict(sorted(letters.items()))


def letter_pages(corpus: Corpus) -> Iterator[Making]:
    """Yield the making of the page of every letter."""
    for letter in corpus.once(per_letter):
        yield Making(letter_path(letter), partial(_letter_page, corpus, letter))


def _per_begin(entrances: Iterable[Entrance]) -> Iterator[tuple[str, list[Entrance]]]:
    """Yield what begins with the same two letters, with those letters."""
    for begin, some in groupby(entrances, key=lambda one: alphabetical(one.tekst)[:2].strip()):
        yield begin.capitalize(), [*some]


def _letter_page(corpus: Corpus, letter: str) -> Pagina:
    pad = letter_path(letter)
    writer = Writer(corpus, pad)
    letters = writer.corpus.once(per_letter)
    entrances = letters[letter]
    folds = REGEL * len(entrances) > SHORT
    titel = f"Van A tot Z: {letter}"
    inhoud = render(
        "letterpagina.html.j2",
        writer,
        titel=titel,
        groups=_per_begin(entrances) if folds else [("", entrances)],
        folds=folds,
        current=letter,
        letters=[(one, letter_path(one)) for one in letters],
    )
    description = f"Alle titels en zoektermen van de kennisbank bij {letter}."
    return Pagina(pad, titel, description, inhoud, writer.read)
