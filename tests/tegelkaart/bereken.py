"""Compute ``data/tegelkaart.yml`` anew: ``python -m tests.tegelkaart.bereken``.

Needed when municipalities come or go and the squares should be divided again: change the sketch in
``schets.py`` first. Reads ``data/gemeenten.yml`` and nothing else; takes about ten seconds. The
build does not run this: it only reads and checks the outcome.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from macros.load.boom import lees_bestand
from macros.load.fout import verslag
from macros.model.lees import lees_model
from macros.model.organisatie import Gemeente, Gemeentetabel
from tests.tegelkaart.leggen import Legger, Ligging, beginstand
from tests.tegelkaart.schets import Ruimte, lees_schets

KOP = """\
# Welk vakje elke gemeente heeft op de kaart van /gemeenten/. Dit is een tekening, geen bron.
# Gemaakt met: python -m tests.tegelkaart.bereken
# Vervalt een gemeente? Haal haar regel weg. Komt er een bij? Geef haar een leeg vakje.
# x telt van links naar rechts, y van boven naar beneden, allebei vanaf 0.
"""
TOELICHTING = (
    "Dit is een tekening en geen landkaart. Elke gemeente is één vakje, hoe groot of klein zij ook "
    "is. Wij legden buurgemeenten zo veel mogelijk bij elkaar. De grenzen en de windrichting "
    "kloppen maar ongeveer."
)


def lees_gemeenten(wortel: Path) -> Sequence[Gemeente]:
    """Return the municipalities of ``data/gemeenten.yml``; stop with our messages if wrong."""
    bestand, fouten = lees_bestand(wortel / "data" / "gemeenten.yml", wortel)
    tabel = None
    if bestand is not None:
        tabel, meer = lees_model(bestand, Gemeentetabel)
        fouten += meer
    if tabel is None or fouten:
        sys.exit(verslag(fouten))
    return tabel.gemeenten


def als_yaml(gemeenten: Sequence[Gemeente], ruimte: Ruimte, ligging: Ligging) -> str:
    """Return the file: one line per municipality, in the order of the table."""
    regels = [
        f"  - {{gemeente: {gemeente.cbs}, x: {x}, y: {y}}}  # {gemeente.naam}"
        for gemeente in gemeenten
        for x, y in [ligging[gemeente.cbs]]
    ]
    maat = f"breedte: {ruimte.breedte}\nhoogte: {ruimte.hoogte}\n"
    return f"{KOP}toelichting: {TOELICHTING}\n{maat}tegels:\n" + "\n".join(regels) + "\n"


def main(wortel: Path = Path()) -> None:
    """Divide the squares and write the file."""
    gemeenten, ruimte = lees_gemeenten(wortel), lees_schets()
    legger = Legger(gemeenten, ruimte, beginstand(gemeenten, ruimte))
    legger.koel_af()
    legger.verfijn()
    tekst = als_yaml(gemeenten, ruimte, legger.ligging)
    (wortel / "data" / "tegelkaart.yml").write_text(tekst, encoding="utf-8")


if __name__ == "__main__":
    main()
