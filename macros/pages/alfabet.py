"""All titles and search terms from A to Z, a page a letter: the search without JavaScript."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter

from macros.blad.kaart import kaarten
from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import alfabetisch, beginletter
from macros.pages.pagina import Pagina
from macros.pages.weergave import Schrijver, teken


@dataclass(frozen=True, slots=True)
class Doel:
    """A page that a line of the A–Z leads to, by its address from the site root."""

    titel: str
    pad: str
    soort: str


@dataclass(frozen=True, slots=True)
class Ingang:
    """One line of the A–Z: a title with its page, or a search term with the pages it is for."""

    tekst: str
    titel: bool
    doelen: list[Doel]


def letterpad(letter: str) -> str:
    """Return the address of the page of one letter: ``zoeken/a/``."""
    return f"zoeken/{letter.lower().replace('–', '-')}/"


def per_letter(corpus: Corpus) -> Mapping[str, list[Ingang]]:
    """Return every title and search term in order, under its first letter."""
    ingangen: dict[tuple[str, bool, str], Ingang] = {}
    gezien: set[tuple[str, str]] = set()

    for kaart in filter(lambda kaart: kaart.in_alfabet, kaarten(corpus)):
        doel = Doel(kaart.titel, kaart.pad, kaart.soortnaam)
        titelsleutel = alfabetisch(kaart.titel)
        ingangen[titelsleutel, False, kaart.pad] = Ingang(kaart.titel, titel=True, doelen=[doel])
        for woord in (*kaart.namen, *kaart.afkortingen, *kaart.zoektermen):
            woordsleutel = alfabetisch(woord)
            if woordsleutel == titelsleutel or (woordsleutel, kaart.pad) in gezien:
                continue
            gezien.add((woordsleutel, kaart.pad))
            ingang = ingangen.setdefault(
                (woordsleutel, True, ""), Ingang(woord, titel=False, doelen=[])
            )
            ingang.doelen.append(doel)
    letters: dict[str, list[Ingang]] = defaultdict(list)
    for sleutel, ingang in sorted(ingangen.items(), key=itemgetter(0)):
        letters[beginletter(sleutel[0])].append(ingang)
    return dict(sorted(letters.items()))


def letterpaginas(corpus: Corpus) -> Iterator[Pagina]:
    """Write the page of every letter."""
    for letter in corpus.eens(per_letter):
        pad = letterpad(letter)
        schrijver = Schrijver(corpus, pad)
        letters = schrijver.corpus.eens(per_letter)
        titel = f"Van A tot Z: {letter}"
        inhoud = teken(
            "letterpagina.html.j2",
            schrijver,
            titel=titel,
            ingangen=letters[letter],
            deze=letter,
            letters=[(een, letterpad(een)) for een in letters],
        )
        omschrijving = f"Alle titels en zoektermen van de kennisbank bij {letter}."
        yield Pagina(pad, titel, omschrijving, inhoud, schrijver.gelezen)
