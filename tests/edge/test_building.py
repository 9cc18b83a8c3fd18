"""The report of where the time of a build goes."""

from __future__ import annotations

import cProfile
import importlib
from pathlib import Path

import pytest

from macros.edge.building import STAPPEN, _report
from macros.load.tree import read_bytes


@pytest.mark.parametrize(("file", "function"), [stap[1:] for stap in STAPPEN])
def test_each_step_of_the_report_is_a_function(file: str, function: str) -> None:
    room = "mkdocs" if file.startswith("commands/") else "macros"
    module = importlib.import_module(f"{room}.{file.removesuffix('.py').replace('/', '.')}")
    class_names = [part for part in vars(module).values() if isinstance(part, type)]
    assert any(function in vars(part) for part in (module, *class_names))


def test_only_a_step_that_ran_has_a_time(root: Path) -> None:
    profile = cProfile.Profile()
    profile.runcall(read_bytes, (root / "data/gemeenten.yml").read_bytes(), "gemeenten.yml")
    regels = {regel[18:]: float(regel.split()[0]) for regel in _report(profile)}
    assert regels["… waarvan YAML"] == regels["samen"] > 0
    assert regels["zoekindex"] == 0
