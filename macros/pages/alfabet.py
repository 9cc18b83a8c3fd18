"""All titles and search terms from A to Z, a page a letter: the search without JavaScript."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter

from macros.blad.adres import pad_van
from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import alfabetisch, beginletter
from macros.model.basis import Record
from macros.model.kennis import Begrip
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

    def voeg_toe(doel: Doel, andere_woorden: Iterable[str]) -> None:
        titelsleutel = (alfabetisch(doel.titel), False, doel.pad)
        ingangen[titelsleutel] = Ingang(doel.titel, titel=True, doelen=[doel])
        for woord in andere_woorden:
            sleutel = alfabetisch(woord)
            ingang = ingangen.setdefault((sleutel, True, ""), Ingang(woord, titel=False, doelen=[]))
            if (sleutel, doel.pad) not in gezien:
                gezien.add((sleutel, doel.pad))
                ingang.doelen.append(doel)

    for record in corpus.alle(Record):
        doel = Doel(record.titel, pad_van(record.id), record.enkelvoud)
        voeg_toe(doel, (*_andere_woorden(record), *record.zoektermen))
    for gemeente in corpus.gemeentetabel.gemeenten:
        doel = Doel(gemeente.naam, pad_van(f"gemeente:{gemeente.cbs}"), "Gemeente")
        voeg_toe(doel, gemeente.andere_namen)
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


def _andere_woorden(record: Record) -> tuple[str, ...]:
    if isinstance(record, Begrip):
        return record.ook
    return getattr(record, "afkortingen", ()) + tuple(
        naam for naam in (getattr(record, "afkorting", None),) if naam
    )
