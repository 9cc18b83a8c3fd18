"""``make bench``: this build beside Hugo and beside the least that a build could do.

Per number of records: our build as a process; Hugo, which makes as many pages with as many bytes
from finished HTML; and the floor, which reads the same YAML (without positions or rules) and fills
in one compiled template per page. What is told is the time of the processor, its own and that of
the system, which a busy machine changes least, then what the clock said.
"""

from __future__ import annotations

import json
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.bouwen import HIER, kopieer
from tests.schaal import vergroot

WORTEL = Path(__file__).resolve().parent.parent
HUGO = shutil.which("hugo")
_ARTIKEL = re.compile(r'(<article class="md-typeset kb-artikel">)(.*)(</article>)', re.DOTALL)
BODEM = """
import json, pathlib, sys, jinja2, yaml
data, vellen, uit = map(pathlib.Path, sys.argv[1:])
for pad in data.rglob("*.yml"):
    yaml.load(pad.read_bytes(), Loader=yaml.CSafeLoader)
sjabloon = jinja2.Environment(autoescape=False).from_string((vellen / "sjabloon.html").read_text())
for naam, inhoud in json.loads((vellen / "bladen.json").read_text()).items():
    doel = uit / naam
    doel.parent.mkdir(parents=True, exist_ok=True)
    doel.write_text(sjabloon.render(inhoud=inhoud))
"""


@dataclass(frozen=True)
class Maat:
    """One build: seconds of the processor and of the clock, peak memory, files and bytes."""

    cpu: float
    klok: float
    mb: float
    bestanden: int
    bytes_: int

    def __str__(self) -> str:
        """Return one row of the table."""
        return (
            f"{self.cpu:7.2f} s CPU {self.klok:7.2f} s klok {self.mb:6.0f} MB "
            f"{self.bestanden:6} bestanden {self.bytes_ / 1e6:6.1f} MB"
        )


def _meet(opdracht: Sequence[str], map_: Path, uit: Path) -> Maat:
    shutil.rmtree(uit, ignore_errors=True)
    omgeving = dict(os.environ) | HIER | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(map_)}
    begonnen = time.monotonic()
    proces = subprocess.Popen(
        opdracht, cwd=map_, env=omgeving, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert proces.stdout is not None
    gezegd = proces.stdout.read()
    _, status, gebruik = os.wait4(proces.pid, 0)
    klok = time.monotonic() - begonnen
    if status != 0:
        sys.exit(f"{' '.join(opdracht)}\n{gezegd.decode()[-2000:]}")
    paden = [pad for pad in uit.rglob("*") if pad.is_file()]
    grootte = sum(pad.stat().st_size for pad in paden)
    cpu = gebruik.ru_utime + gebruik.ru_stime
    return Maat(cpu, klok, gebruik.ru_maxrss / 1000, len(paden), grootte)


def _bladen(site: Path) -> Iterator[tuple[str, str]]:
    for pad in sorted(site.rglob("index.html")):
        if gevonden := _ARTIKEL.search(pad.read_text(encoding="utf-8")):
            yield pad.relative_to(site).as_posix(), gevonden[2]


def _hugo(site: Path, naar: Path) -> list[str]:
    """Make a project for Hugo with our pages as its content; return how it is built."""
    vorm = _ARTIKEL.sub(r"\1INHOUD\3", (site / "privacy/index.html").read_text(encoding="utf-8"))
    (naar / "layouts/_default").mkdir(parents=True)
    for soort in ("single", "list"):
        (naar / f"layouts/_default/{soort}.html").write_text(
            vorm.replace("INHOUD", "{{ .Content }}"), encoding="utf-8"
        )
    (naar / "layouts/index.html").write_text(vorm.replace("INHOUD", "{{ .Content }}"))
    (naar / "config.toml").write_text(
        'baseURL = "https://kennisbank.example/"\n'
        'disableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n'
    )
    bladen = dict(_bladen(site))
    for pad, inhoud in bladen.items():
        map_ = Path(pad).parent
        doel = naar / "content" / (f"{map_}.html" if map_ != Path() else "_index.html")
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_text(f"---\ntitle: blad\n---\n{inhoud}", encoding="utf-8")
    (naar / "sjabloon.html").write_text(vorm.replace("INHOUD", "{{ inhoud }}"), encoding="utf-8")
    (naar / "bladen.json").write_text(json.dumps(bladen), encoding="utf-8")
    return [HUGO or "hugo", "--quiet", "--destination", str(naar / "uit")]


def _vergelijk(aantal: int, map_: Path) -> Maat:
    project = kopieer(WORTEL, map_ / "project")
    vergroot(project, aantal)
    site = map_ / "site"
    wij = [sys.executable, "-m", "macros.edge.bouwen", str(site)]
    ons = _meet(wij, project, site)
    _toon(aantal, "kennisbank", ons, ons)
    weer = [sys.executable, "-m", "macros.cli", "controleren"]
    _toon(aantal, "controleren", _meet(weer, project, map_ / "niets"), ons)
    hugo = map_ / "hugo"
    opdracht = _hugo(site, hugo)
    if HUGO:
        _toon(aantal, "Hugo", _meet(opdracht, hugo, hugo / "uit"), ons)
    bodem = [sys.executable, "-c", BODEM, str(project / "data"), str(hugo), str(map_ / "bodem")]
    _toon(aantal, "bodem", _meet(bodem, project, map_ / "bodem"), ons)
    return ons


def _toon(aantal: int, wie: str, maat: Maat, ons: Maat) -> None:
    sys.stdout.write(f"{aantal:6} {wie:12} {maat}   wij {ons.cpu / maat.cpu:5.2f} ×\n")
    sys.stdout.flush()


def main() -> None:
    """Print the table for the numbers of records that are asked for."""
    aantallen = [int(een) for een in sys.argv[1:]]
    maten = {}
    for aantal in aantallen:
        with tempfile.TemporaryDirectory() as map_:
            maten[aantal] = _vergelijk(aantal, Path(map_))
    for eerst, dan in pairwise(aantallen):
        if eerst:
            macht = math.log(maten[dan].cpu / maten[eerst].cpu) / math.log(dan / eerst)
            sys.stdout.write(f"van {eerst} naar {dan}: exponent {macht:.2f}\n")


if __name__ == "__main__":
    main()
