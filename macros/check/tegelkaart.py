"""The map with one square per municipality: complete, without overlap, and like the country."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from macros.check.regel import regel
from macros.corpus.corpus import Corpus
from macros.load.error import Error, did_you_mean

TILE_MAP = "tabel:tegelkaart"
NEARBY = 2
"""Squares: side by side, corner to corner, or with one in between."""
SHARE_NEARBY = 0.95
Box = tuple[int, int]
"""Column and row of a square."""


@regel(
    asks="Elke gemeente heeft één tegel op de kaart.",
    scope="tegelkaart",
    remedy="Maak de kaart opnieuw.",
)
def elke_gemeente_een_tegel(corpus: Corpus) -> Iterator[Error]:
    """Each municipality has one square on the map, and nothing else has."""
    gemeenten = corpus.gemeenten()
    gezien: set[str] = set()
    for nummer, tegel in enumerate(corpus.tegelkaart.tegels):
        pad = ("tegels", nummer, "gemeente")
        if tegel.gemeente not in gemeenten:
            hint = did_you_mean(tegel.gemeente, gemeenten)
            remedy = f"{hint} (kies uit data/gemeenten.yml, of haal de regel weg)".strip()
            yield corpus.error(TILE_MAP, pad, f"onbekende gemeente „{tegel.gemeente}”", remedy)
        elif tegel.gemeente in gezien:
            wat = f"„{tegel.gemeente}” heeft al een vakje"
            yield corpus.error(TILE_MAP, pad, wat, "laat er één staan")
        gezien.add(tegel.gemeente)
    for cbs, gemeente in gemeenten.items():
        if cbs not in gezien:
            wat = f"{gemeente.naam} ({cbs}) heeft geen vakje op de kaart"
            remedy = "zet onder „tegels” een regel met een leeg vakje dicht bij de buren"
            yield corpus.error(TILE_MAP, ("tegels",), wat, remedy)


@regel(
    asks="Geen twee gemeenten delen een tegel, en elke tegel ligt op de kaart.",
    scope="tegelkaart",
    remedy="Maak de kaart opnieuw.",
)
def tegels_apart(corpus: Corpus) -> Iterator[Error]:
    """No two municipalities share a square, and each square lies on the map."""
    tile_map = corpus.tegelkaart
    occupied: dict[Box, str] = {}
    for nummer, tegel in enumerate(tile_map.tegels):
        for veld, measure in (("x", tile_map.breedte), ("y", tile_map.hoogte)):
            if getattr(tegel, veld) >= measure:
                wat = f"{getattr(tegel, veld)} valt buiten de kaart"
                remedy = f"schrijf een getal van 0 tot en met {measure - 1}"
                yield corpus.error(TILE_MAP, ("tegels", nummer, veld), wat, remedy)
        earlier = occupied.setdefault((tegel.x, tegel.y), tegel.gemeente)
        if earlier != tegel.gemeente:
            wat = f"„{tegel.gemeente}” ligt op het vakje van „{earlier}”"
            yield corpus.error(TILE_MAP, ("tegels", nummer), wat, "kies een leeg vakje")


@regel(
    asks="Bijna alle buurgemeenten liggen op de kaart dicht bij elkaar.",
    scope="tegelkaart",
    remedy="Maak de kaart opnieuw.",
)
def buren_dichtbij(corpus: Corpus) -> Iterator[Error]:
    """Nearly all neighbours lie close together, or the map would not look like the country."""
    gemeenten = corpus.gemeenten()
    location = {
        tegel.gemeente: (tegel.x, tegel.y)
        for tegel in corpus.tegelkaart.tegels
        if tegel.gemeente in gemeenten
    }
    pairs = distances({cbs: gemeente.buren for cbs, gemeente in gemeenten.items()}, location)
    nearby = sum(distance <= NEARBY for distance in pairs)
    if nearby < SHARE_NEARBY * len(pairs):
        wat = (
            f"maar {nearby} van de {len(pairs)} buurparen liggen dicht bij elkaar "
            f"(hoogstens {NEARBY} vakjes)"
        )
        remedy = (
            f"dat moet ten minste {SHARE_NEARBY:.0%} zijn: verplaats gemeenten, "
            "of bereken de kaart opnieuw met python -m tests.tegelkaart.calculate"
        )
        yield corpus.error(TILE_MAP, ("tegels",), wat, remedy)


def distances(buren: Mapping[str, Sequence[str]], location: Mapping[str, Box]) -> list[int]:
    """Return for each pair of neighbours how many squares apart they lie (1: side or corner)."""
    return [
        max(abs(location[one][0] - location[other][0]), abs(location[one][1] - location[other][1]))
        for one in location
        for other in buren[one]
        if one < other and other in location
    ]
