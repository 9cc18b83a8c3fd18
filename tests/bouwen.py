"""Builds the site as ``make site`` does, and keeps what the processes of one test run share."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HIER = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "0"}
"""Clock, time zone, language and hash order that a build must not depend on."""
DELEN = ("data", "docs", "macros", "mkdocs.yml")
"""What a build needs of the project."""


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """A build that ended: folder of the site, exit status, what it said, seconds it took."""

    map: Path
    status: int
    uitvoer: str
    seconden: float


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


def bouw(wortel: Path, doel: Path, omgeving: Mapping[str, str] = HIER) -> Uitkomst:
    """Build the project at ``wortel`` into ``doel``, under nothing but this environment."""
    schoon = {
        naam: waarde
        for naam, waarde in os.environ.items()
        if not naam.startswith(("LC_", "LANG", "PYTHON", "SOURCE_DATE", "TZ"))
    }
    vast = {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    opdracht = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(doel)]
    begonnen = time.monotonic()
    gedaan = subprocess.run(
        opdracht,
        cwd=wortel,
        env=schoon | vast | dict(omgeving),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    return Uitkomst(doel, gedaan.returncode, gedaan.stdout, time.monotonic() - begonnen)


def eenmaal(wortel: Path, gedeeld: Path) -> tuple[Uitkomst, bool]:
    """Build the site in a folder that processes share, unless one of them did; tell who did it."""
    doel, verslag = gedeeld / "gebouwd", gedeeld / "bouw.json"
    with (gedeeld / "bouw.slot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        if verslag.exists():
            return Uitkomst(doel, *json.loads(verslag.read_text(encoding="utf-8"))), False
        uitkomst = bouw(wortel, doel)
        anders = (uitkomst.status, uitkomst.uitvoer, uitkomst.seconden)
        verslag.write_text(json.dumps(anders), encoding="utf-8")
        return uitkomst, True


def maten(uitkomst: Uitkomst) -> list[str]:
    """Return build time and weight, for who runs the tests to see."""
    if uitkomst.status != 0:
        return ["de site is niet gebouwd"]
    bestanden = [pad for pad in uitkomst.map.rglob("*") if pad.is_file()]
    html = sorted(
        ((pad.stat().st_size, pad.parent) for pad in bestanden if pad.suffix == ".html"),
        reverse=True,
    )
    alles = sum(pad.stat().st_size for pad in bestanden)
    zwaarste = ", ".join(
        f"{map_.relative_to(uitkomst.map).as_posix()} {grootte / 1000:.0f} kB"
        for grootte, map_ in html[:8]
    )
    return [
        (
            f"gebouwd in {uitkomst.seconden:.1f} s: {len(html)} pagina's, "
            f"{sum(grootte for grootte, _ in html) / 1e6:.1f} MB HTML; "
            f"{len(bestanden)} bestanden, {alles / 1e6:.1f} MB"
        ),
        f"zwaarste pagina's: {zwaarste}",
    ]
