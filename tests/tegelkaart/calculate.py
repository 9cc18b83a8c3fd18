"""Compute ``data/tegelkaart.yml`` anew: ``python -m tests.tegelkaart.calculate``.

Needed when municipalities come or go and the squares should be divided again: change the sketch in
``sketch.py`` first. Reads ``data/gemeenten.yml`` and nothing else; takes about ten seconds. The
build does not run this: it only reads and checks the outcome.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from macros.load.error import report
from macros.load.tree import read_file
from macros.model.organisatie import Gemeente, Gemeentetabel
from macros.model.validate import validate_model
from tests.tegelkaart.placing import Location, Placer, start_state
from tests.tegelkaart.sketch import Space, read_sketch

KOP = """\
# Welk vakje elke gemeente heeft op de kaart van /gemeenten/. Dit is een tekening, geen bron.
# Gemaakt met: python -m tests.tegelkaart.calculate
# Vervalt een gemeente? Haal haar regel weg. Komt er een bij? Geef haar een leeg vakje.
# x telt van links naar rechts, y van boven naar beneden, allebei vanaf 0.
"""
TOELICHTING = (
    "Dit is een tekening en geen landkaart. Elke gemeente is één vakje, hoe groot of klein zij ook "
    "is. Wij legden buurgemeenten zo veel mogelijk bij elkaar. De grenzen en de windrichting "
    "kloppen maar ongeveer."
)


def read_gemeenten(root: Path) -> Sequence[Gemeente]:
    """Return the municipalities of ``data/gemeenten.yml``; stop with our messages if wrong."""
    file, errors = read_file(root / "data" / "gemeenten.yml", root)
    table = None
    if file is not None:
        table, more = validate_model(file, Gemeentetabel)
        errors += more
    if table is None or errors:
        sys.exit(report(errors))
    return table.gemeenten


def as_yaml(gemeenten: Sequence[Gemeente], space: Space, location: Location) -> str:
    """Return the file: one line per municipality, in the order of the table."""
    regels = [
        f"  - {{gemeente: {gemeente.cbs}, x: {x}, y: {y}}}  # {gemeente.naam}"
        for gemeente in gemeenten
        for x, y in [location[gemeente.cbs]]
    ]
    measure = f"breedte: {space.breedte}\nhoogte: {space.hoogte}\n"
    return f"{KOP}toelichting: {TOELICHTING}\n{measure}tegels:\n" + "\n".join(regels) + "\n"


def main(root: Path = Path()) -> None:
    """Divide the squares and write the file."""
    gemeenten, space = read_gemeenten(root), read_sketch()
    placer = Placer(gemeenten, space, start_state(gemeenten, space))
    placer.cool_down()
    placer.refine()
    tekst = as_yaml(gemeenten, space, placer.location)
    (root / "data" / "tegelkaart.yml").write_text(tekst, encoding="utf-8")


if __name__ == "__main__":
    main()
