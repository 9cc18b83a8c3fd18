"""The report of where the time of a build goes."""

from __future__ import annotations

import cProfile
import importlib
from pathlib import Path

import pytest

from macros.edge.bouwen import STAPPEN, _verslag
from macros.load.boom import lees_bestand


@pytest.mark.parametrize(("bestand", "functie"), [stap[1:] for stap in STAPPEN])
def test_each_step_of_the_report_is_a_function(bestand: str, functie: str) -> None:
    kamer = "mkdocs" if bestand.startswith("commands/") else "macros"
    module = importlib.import_module(f"{kamer}.{bestand.removesuffix('.py').replace('/', '.')}")
    klassen = [deel for deel in vars(module).values() if isinstance(deel, type)]
    assert any(functie in vars(deel) for deel in (module, *klassen))


def test_a_step_that_ran_has_its_time_and_another_none(wortel: Path) -> None:
    profiel = cProfile.Profile()
    profiel.runcall(lees_bestand, wortel / "data/gemeenten.yml", wortel)
    regels = {regel[18:]: float(regel.split()[0]) for regel in _verslag(profiel)}
    assert regels["… waarvan YAML"] == regels["samen"] > 0
    assert regels["zoekindex"] == 0
