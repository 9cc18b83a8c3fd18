"""Builds the real site, twice at the same time, once a test run."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import VERSLAG
from tests.site.gebouwd import Site, Uitkomst, start, wacht

DELEN = ("data", "docs", "macros", "mkdocs.yml")
"""What a build needs of the project."""


def kopieer(wortel: Path, naar: Path) -> Path:
    """Copy what a build needs; return the copy."""
    naar.mkdir()
    for deel in DELEN:
        if (wortel / deel).is_dir():
            shutil.copytree(
                wortel / deel, naar / deel, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy2(wortel / deel, naar / deel)
    return naar


@pytest.fixture(scope="session")
def kopie(wortel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project, so that a test can spoil it or build it elsewhere."""
    return kopieer(wortel, tmp_path_factory.mktemp("elders") / "kennisbank")


@pytest.fixture(scope="session")
def uitkomsten(
    wortel: Path,
    kopie: Path,
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> Iterator[tuple[Uitkomst, Uitkomst]]:
    """Build the project, and its copy under another clock, time zone, language and hash order."""
    hier = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "0"}
    daar = {"TZ": "Pacific/Kiritimati", "LC_ALL": "nl_NL.UTF-8", "PYTHONHASHSEED": "4221"}
    gestart = [
        start(wortel, tmp_path_factory.mktemp("site") / "a", hier),
        start(kopie, tmp_path_factory.mktemp("site") / "b" / "site", daar),
    ]
    eerste, tweede = (wacht(een) for een in gestart)
    request.config.stash[VERSLAG] += [f"site: {regel}" for regel in _verslag(eerste)]
    yield eerste, tweede
    for uitkomst in (eerste, tweede):
        shutil.rmtree(uitkomst.doel, ignore_errors=True)


@pytest.fixture(scope="session")
def uitkomst(uitkomsten: tuple[Uitkomst, Uitkomst]) -> Uitkomst:
    """Return the build of the project itself."""
    return uitkomsten[0]


@pytest.fixture(scope="session")
def site(uitkomst: Uitkomst) -> Site:
    """Return the built site."""
    assert uitkomst.status == 0, uitkomst.uitvoer
    return Site(uitkomst.doel)


def _verslag(uitkomst: Uitkomst) -> list[str]:
    """Return build time and weight, for who runs the tests to see."""
    if uitkomst.status != 0:
        return ["de site is niet gebouwd"]
    bestanden = [pad for pad in uitkomst.doel.rglob("*") if pad.is_file()]
    html = sorted(
        ((pad.stat().st_size, pad.parent) for pad in bestanden if pad.suffix == ".html"),
        reverse=True,
    )
    alles = sum(pad.stat().st_size for pad in bestanden)
    zwaarste = ", ".join(
        f"{map_.relative_to(uitkomst.doel).as_posix()} {grootte / 1000:.0f} kB"
        for grootte, map_ in html[:8]
    )
    return [
        (
            f"gebouwd in {uitkomst.seconden:.1f} s (twee tegelijk): {len(html)} pagina's, "
            f"{sum(grootte for grootte, _ in html) / 1e6:.1f} MB HTML; "
            f"{len(bestanden)} bestanden, {alles / 1e6:.1f} MB"
        ),
        f"zwaarste pagina's: {zwaarste}",
    ]
