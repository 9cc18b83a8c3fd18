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

HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "0"}
"""Clock, time zone, language and hash order that a build must not depend on."""
PARTS = ("data", "docs", "macros", "mkdocs.yml")
"""What a build needs of the project."""


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """A build that ended: folder of the site, exit status, what it said, seconds it took."""

    map: Path
    status: int
    all_exports: str
    seconds: float


def make_copy(root: Path, naar: Path) -> Path:
    """Copy what a build needs; return the copy."""
    naar.mkdir()
    for part in PARTS:
        if (root / part).is_dir():
            shutil.copytree(root / part, naar / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(root / part, naar / part)
    return naar


def build(root: Path, doel: Path, environment: Mapping[str, str] = HERE) -> Uitkomst:
    """Build the project at ``root`` into ``doel``, under nothing but this environment."""
    clean = {
        naam: waarde
        for naam, waarde in os.environ.items()
        if not naam.startswith(("LC_", "LANG", "PYTHON", "SOURCE_DATE", "TZ"))
    }
    fixed = {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "macros.edge.building", str(doel)]
    started = time.monotonic()
    done = subprocess.run(
        command,
        cwd=root,
        env=clean | fixed | dict(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    return Uitkomst(doel, done.returncode, done.stdout, time.monotonic() - started)


def once(root: Path, shared: Path) -> tuple[Uitkomst, bool]:
    """Build the site in a folder that processes share, unless one of them did; tell who did it."""
    doel, report = shared / "gebouwd", shared / "bouw.json"
    with (shared / "bouw.slot").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if report.exists():
            return Uitkomst(doel, *json.loads(report.read_text(encoding="utf-8"))), False
        uitkomst = build(root, doel)
        otherwise = (uitkomst.status, uitkomst.all_exports, uitkomst.seconds)
        report.write_text(json.dumps(otherwise), encoding="utf-8")
        return uitkomst, True


def measures(uitkomst: Uitkomst) -> list[str]:
    """Return build time and weight, for who runs the tests to see."""
    if uitkomst.status != 0:
        return ["de site is niet gebouwd"]
    files = [pad for pad in uitkomst.map.rglob("*") if pad.is_file()]
    html = sorted(
        ((pad.stat().st_size, pad.parent) for pad in files if pad.suffix == ".html"),
        reverse=True,
    )
    everything = sum(pad.stat().st_size for pad in files)
    heaviest = ", ".join(
        f"{folder.relative_to(uitkomst.map).as_posix()} {size / 1000:.0f} kB"
        for size, folder in html[:8]
    )
    return [
        (
            f"gebouwd in {uitkomst.seconds:.1f} s: {len(html)} pagina's, "
            f"{sum(size for size, _ in html) / 1e6:.1f} MB HTML; "
            f"{len(files)} bestanden, {everything / 1e6:.1f} MB"
        ),
        f"zwaarste pagina's: {heaviest}",
    ]
