"""Municipalities: the finder, the table, the former names, and the map with one square for each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.blad.stand import VERVALLEN, indienen_kan_altijd, stand_van
from macros.corpus.corpus import Corpus
from macros.corpus.volgorde import alfabetisch
from macros.model.organisatie import Gemeente, VervallenGemeente
from macros.model.tegelkaart import Tegelkaart
from macros.model.vocabulaire import VocabulaireTerm
from macros.pages.weergave import Schrijver, teken

TEGEL = 10
"""Side of a square in SVG units."""
PLAATS_VAN_CODE = "GM0000"
"""Stands in an address where the script puts the code of the chosen municipality."""


def _op_naam(corpus: Corpus) -> list[Gemeente]:
    return sorted(corpus.gemeentetabel.gemeenten, key=lambda rij: alfabetisch(rij.naam))


def telling(corpus: Corpus) -> Mapping[str, int]:
    """Return how many municipalities are in each state, in the order of the vocabulary."""
    aantallen = Counter(stand_van(gemeente) for gemeente in corpus.gemeentetabel.gemeenten)
    termen = corpus.vocabulaires["gemeentestand"].termen
    return {term.sleutel: aantallen[term.sleutel] for term in termen if term.sleutel != VERVALLEN}


def gemeentezoeker(kb: Schrijver) -> Markup:
    """Return the finder: a field, and the words of the answer for each state.

    Needs ``gemeententabel`` and ``vroegere_namen`` on the same page: the script reads them.
    """
    tabel = kb.corpus.gemeentetabel
    databestand = kb.corpus.gelezen["tabel:gemeenten"].bestand.naam
    return teken(
        "gemeentezoeker.html.j2",
        kb,
        standen=list(telling(kb.corpus)),
        vermeld=[gemeente for gemeente in tabel.gemeenten if gemeente.vermeldingen],
        indienen=indienen_kan_altijd(kb.corpus),
        verbeteradres=kb.verbeteradres(
            f"{databestand} {PLAATS_VAN_CODE}", "Is mijn gemeente aangesloten?"
        ),
        tabel=tabel,
    )


def gemeententabel(kb: Schrijver) -> Markup:
    """Return the table of all municipalities with their state."""
    rijen = [(gemeente, stand_van(gemeente)) for gemeente in _op_naam(kb.corpus)]
    return teken("gemeententabel.html.j2", kb, rijen=rijen, telling=telling(kb.corpus))


def vervallentabel(kb: Schrijver) -> Markup:
    """Return the table of former municipalities with their successors."""
    rijen = sorted(kb.corpus.vervallen(), key=lambda rij: alfabetisch(rij.naam))
    return teken("vervallentabel.html.j2", kb, rijen=rijen, tabel=kb.corpus.vervallentabel)


@dataclass(frozen=True, slots=True)
class AndereNaam:
    """A name that no municipality has now; ``oud`` is None for another spelling."""

    tekst: str
    naar: tuple[str, ...]
    oud: VervallenGemeente | None = None


def vroegere_namen(kb: Schrijver) -> Markup:
    """Return former municipalities and other spellings from A to Z, with where to look now."""
    namen = [AndereNaam(oud.naam, oud.opvolgers, oud) for oud in kb.corpus.vervallen()]
    namen += [
        AndereNaam(naam, (gemeente.cbs,))
        for gemeente in kb.corpus.gemeentetabel.gemeenten
        for naam in gemeente.andere_namen
    ]
    per_letter: dict[str, list[AndereNaam]] = defaultdict(list)
    for naam in sorted(namen, key=lambda naam: _zonder_lidwoord(naam.tekst)):
        per_letter[_zonder_lidwoord(naam.tekst)[0].upper()].append(naam)
    return teken("vroegere_namen.html.j2", kb, per_letter=per_letter)


def _zonder_lidwoord(naam: str) -> str:
    """Return the key by which readers look up a name: ``'s-Graveland`` stands under the G."""
    return alfabetisch(naam).removeprefix("'s-")


@dataclass(frozen=True, slots=True)
class Vak:
    """One square of the map, at ``x``, ``y`` in SVG units."""

    gemeente: Gemeente
    stand: str
    x: int
    y: int


def tegelkaart(kb: Schrijver) -> Markup:
    """Return the map of the Netherlands, with who is named in a source as a list per province."""
    corpus, kaart = kb.corpus, kb.corpus.tegelkaart
    gemeenten = corpus.gemeenten()
    vakken = [
        Vak(
            gemeenten[tegel.gemeente],
            stand_van(gemeenten[tegel.gemeente]),
            tegel.x * TEGEL,
            tegel.y * TEGEL,
        )
        for tegel in kaart.tegels
    ]
    return teken(
        "tegelkaart.html.j2",
        kb,
        vakken=vakken,
        breedte=kaart.breedte * TEGEL,
        hoogte=kaart.hoogte * TEGEL,
        grenzen=" ".join(provinciegrenzen(kaart, gemeenten)),
        telling=telling(corpus),
        per_provincie=_per_provincie(corpus),
    )


def _per_provincie(
    corpus: Corpus,
) -> Sequence[tuple[VocabulaireTerm, list[tuple[Gemeente, str]]]]:
    """Return who is named in a source, per province; all the others stand in the table only."""
    genoemd = [rij for rij in _op_naam(corpus) if rij.vermeldingen]
    return [
        (term, rijen)
        for term in corpus.vocabulaires["provincie"].termen
        if (rijen := [(rij, stand_van(rij)) for rij in genoemd if rij.provincie == term.sleutel])
    ]


def provinciegrenzen(kaart: Tegelkaart, gemeenten: Mapping[str, Gemeente]) -> Iterator[str]:
    """Yield the path data of each side where a province meets another, or the edge of the land."""
    provincie = {(tegel.x, tegel.y): gemeenten[tegel.gemeente].provincie for tegel in kaart.tegels}
    for x in range(kaart.breedte + 1):
        for y in range(kaart.hoogte + 1):
            hier = provincie.get((x, y))
            if hier != provincie.get((x - 1, y)):
                yield f"M{x * TEGEL} {y * TEGEL}v{TEGEL}"
            if hier != provincie.get((x, y - 1)):
                yield f"M{x * TEGEL} {y * TEGEL}h{TEGEL}"
