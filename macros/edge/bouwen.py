"""``python -m macros.edge.bouwen MAP``: builds beside the old site and swaps when it is whole.

With ``--profiel`` it tells, too, what each step took of the time of the processor.
"""

from __future__ import annotations

import cProfile
import pstats
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import click
from mkdocs.__main__ import cli

from macros.site.wissel import SchijfVolFout, vervang

GOED, FOUT, GEBRUIK, AFGEBROKEN = 0, 1, 2, 130
"""Exit statuses; the last is that of a program that Ctrl+C stops."""
STAPPEN: Sequence[tuple[str, str, str]] = (
    ("gegevens inlezen", "corpus/inlezen.py", "lees_corpus"),
    ("… waarvan YAML", "load/boom.py", "lees_bestand"),
    ("… waarvan het model", "model/lees.py", "lees_model"),
    ("regels", "check/regels.py", "controleer"),
    ("geschreven pagina's controleren", "pages/verteld.py", "controleer_verteld"),
    ("persoonsgegevens buiten data", "check/privacy.py", "persoonsgegevens_buiten_data"),
    ("zoekindex", "site/bouw.py", "zoekindex"),
    ("recordpagina's maken", "pages/recordpaginas.py", "alle_paginas"),
    ("omhulsel vullen", "site/omhulsel.py", "vul"),
    ("dossiers", "exports/dossier.py", "dossier"),
    ("verwijzingen", "exports/citeerbestanden.py", "citeerbestanden"),
    ("andere bestanden", "exports/uitvoer.py", "alle_uitvoer"),
    ("schrijven", "exports/bestand.py", "schrijf"),
    ("MkDocs: pagina's lezen", "commands/build.py", "_populate_page"),
    ("MkDocs: pagina's maken", "commands/build.py", "_build_page"),
    ("vergelijken met de vorige", "site/wissel.py", "_houd_datums"),
)
"""What readers call a step, and the function that does it; a test sees that each is there."""


def main(argumenten: Sequence[str]) -> int:
    """Build the project in this folder into the folder that is named; return the exit status."""
    mappen = [een for een in argumenten if een != "--profiel"]
    if len(mappen) != 1 or mappen[0].startswith("-"):
        _meld("gebruik: python -m macros.edge.bouwen [--profiel] MAP")
        return GEBRUIK
    naar = Path(mappen[0])
    if "--profiel" not in argumenten:
        return _bouw_heel(naar)
    profiel = cProfile.Profile(time.process_time)
    status = profiel.runcall(_bouw_heel, naar)
    _meld("\n".join(_verslag(profiel)))
    return status


def _bouw_heel(naar: Path) -> int:
    try:
        vervang(naar, _bouw, _meld)
    except SchijfVolFout as fout:
        _meld(str(fout.strerror))
        return FOUT
    except click.Abort:
        _meld(f"Afgebroken. {naar.name}/ is niet veranderd.")
        return AFGEBROKEN
    except click.ClickException as fout:
        fout.show()
        return fout.exit_code
    return GOED


def _bouw(map_: Path) -> None:
    cli(["build", "--strict", "--site-dir", str(map_)], standalone_mode=False)


def _verslag(profiel: cProfile.Profile) -> list[str]:
    """Return what each step took. Counting makes all slower: read how these are to each other."""
    tijden = {
        (Path(bestand).parts[-2:], functie): samen
        for (bestand, _, functie), (*_, samen, _) in pstats.Stats(profiel).stats.items()  # type: ignore[attr-defined]  # not in typeshed
        if len(Path(bestand).parts) > 1
    }
    heel = max(tijden.values())
    regels = [
        (naam, tijden.get((Path(bestand).parts, functie), 0.0))
        for naam, bestand, functie in STAPPEN
    ]
    return [
        f"{tijd:8.2f} s {tijd / heel:5.0%}  {naam}" for naam, tijd in [*regels, ("samen", heel)]
    ]


def _meld(tekst: str) -> None:
    click.echo(tekst, err=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
