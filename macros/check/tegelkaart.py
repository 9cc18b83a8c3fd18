"""The map with one square per municipality: complete, without overlap, and like the country."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.fout import Fout, bedoelde_u

KAART = "tabel:tegelkaart"
DICHTBIJ = 2
"""Squares: side by side, corner to corner, or with one in between."""
DEEL_DICHTBIJ = 0.95
Vak = tuple[int, int]
"""Column and row of a square."""


@regel(
    eis="Elke gemeente heeft één tegel op de kaart.",
    bereik="tegelkaart",
    herstel="Maak de kaart opnieuw.",
)
def elke_gemeente_een_tegel(corpus: Corpus) -> Iterator[Fout]:
    """Each municipality has one square on the map, and nothing else has."""
    gemeenten = corpus.gemeenten()
    gezien: set[str] = set()
    for nummer, tegel in enumerate(corpus.tegelkaart.tegels):
        pad = ("tegels", nummer, "gemeente")
        if tegel.gemeente not in gemeenten:
            raad = bedoelde_u(tegel.gemeente, gemeenten)
            herstel = f"{raad} (kies uit data/gemeenten.yml, of haal de regel weg)".strip()
            yield corpus.fout(KAART, pad, f"onbekende gemeente „{tegel.gemeente}”", herstel)
        elif tegel.gemeente in gezien:
            wat = f"„{tegel.gemeente}” heeft al een vakje"
            yield corpus.fout(KAART, pad, wat, "laat er één staan")
        gezien.add(tegel.gemeente)
    for cbs, gemeente in gemeenten.items():
        if cbs not in gezien:
            wat = f"{gemeente.naam} ({cbs}) heeft geen vakje op de kaart"
            herstel = "zet onder „tegels” een regel met een leeg vakje dicht bij de buren"
            yield corpus.fout(KAART, ("tegels",), wat, herstel)


@regel(
    eis="Geen twee gemeenten delen een tegel, en elke tegel ligt op de kaart.",
    bereik="tegelkaart",
    herstel="Maak de kaart opnieuw.",
)
def tegels_apart(corpus: Corpus) -> Iterator[Fout]:
    """No two municipalities share a square, and each square lies on the map."""
    kaart = corpus.tegelkaart
    bezet: dict[Vak, str] = {}
    for nummer, tegel in enumerate(kaart.tegels):
        for veld, maat in (("x", kaart.breedte), ("y", kaart.hoogte)):
            if getattr(tegel, veld) >= maat:
                wat = f"{getattr(tegel, veld)} valt buiten de kaart"
                herstel = f"schrijf een getal van 0 tot en met {maat - 1}"
                yield corpus.fout(KAART, ("tegels", nummer, veld), wat, herstel)
        eerder = bezet.setdefault((tegel.x, tegel.y), tegel.gemeente)
        if eerder != tegel.gemeente:
            wat = f"„{tegel.gemeente}” ligt op het vakje van „{eerder}”"
            yield corpus.fout(KAART, ("tegels", nummer), wat, "kies een leeg vakje")


@regel(
    eis="Bijna alle buurgemeenten liggen op de kaart dicht bij elkaar.",
    bereik="tegelkaart",
    herstel="Maak de kaart opnieuw.",
)
def buren_dichtbij(corpus: Corpus) -> Iterator[Fout]:
    """Nearly all neighbours lie close together, or the map would not look like the country."""
    gemeenten = corpus.gemeenten()
    ligging = {
        tegel.gemeente: (tegel.x, tegel.y)
        for tegel in corpus.tegelkaart.tegels
        if tegel.gemeente in gemeenten
    }
    paren = afstanden({cbs: gemeente.buren for cbs, gemeente in gemeenten.items()}, ligging)
    dichtbij = sum(afstand <= DICHTBIJ for afstand in paren)
    if dichtbij < DEEL_DICHTBIJ * len(paren):
        wat = (
            f"maar {dichtbij} van de {len(paren)} buurparen liggen dicht bij elkaar "
            f"(hoogstens {DICHTBIJ} vakjes)"
        )
        herstel = (
            f"dat moet ten minste {DEEL_DICHTBIJ:.0%} zijn: verplaats gemeenten, "
            "of bereken de kaart opnieuw met python -m tests.tegelkaart.bereken"
        )
        yield corpus.fout(KAART, ("tegels",), wat, herstel)


def afstanden(buren: Mapping[str, Sequence[str]], ligging: Mapping[str, Vak]) -> list[int]:
    """Return for each pair of neighbours how many squares apart they lie (1: side or corner)."""
    return [
        max(abs(ligging[een][0] - ligging[ander][0]), abs(ligging[een][1] - ligging[ander][1]))
        for een in ligging
        for ander in buren[een]
        if een < ander and ander in ligging
    ]
