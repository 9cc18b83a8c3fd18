"""``make bench``: this build beside Hugo and beside the least that a build could do.

Per number of records: our build as a process, without anything of an earlier run, then with one
record changed and with none; the check, twice; Hugo, which makes as many pages with as many bytes
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

from tests.building import HERE, make_copy
from tests.scale import vergroot

ROOT = Path(__file__).resolve().parent.parent
HUGO = shutil.which("hugo")
_ARTIKEL = re.compile(r'(<article class="md-typeset kb-artikel[^"]*">)(.*)(</article>)', re.DOTALL)
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
    files: int
    bytes_: int

    def __str__(self) -> str:
        """Return one row of the table."""
        return (
            f"{self.cpu:7.2f} s CPU {self.klok:7.2f} s klok {self.mb:6.0f} MB "
            f"{self.files:6} bestanden {self.bytes_ / 1e6:6.1f} MB"
        )


def _measure(command: Sequence[str], folder: Path, out: Path, *, anew: bool = True) -> Maat:
    if anew:
        shutil.rmtree(out, ignore_errors=True)
    environment = dict(os.environ) | HERE | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(folder)}
    started = time.monotonic()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, gebruik = os.wait4(process.pid, 0)
    klok = time.monotonic() - started
    if status != 0:
        sys.exit(f"{' '.join(command)}\n{said.decode()[-2000:]}")
    paths = [pad for pad in out.rglob("*") if pad.is_file()]
    size = sum(pad.stat().st_size for pad in paths)
    cpu = gebruik.ru_utime + gebruik.ru_stime
    return Maat(cpu, klok, gebruik.ru_maxrss / 1000, len(paths), size)


def _sheets(site: Path) -> Iterator[tuple[str, str]]:
    for pad in sorted(site.rglob("index.html")):
        if found := _ARTIKEL.search(pad.read_text(encoding="utf-8")):
            yield pad.relative_to(site).as_posix(), found[2]


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
    sheets = dict(_sheets(site))
    for pad, inhoud in sheets.items():
        folder = Path(pad).parent
        doel = naar / "content" / (f"{folder}.html" if folder != Path() else "_index.html")
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_text(f"---\ntitle: blad\n---\n{inhoud}", encoding="utf-8")
    (naar / "sjabloon.html").write_text(vorm.replace("INHOUD", "{{ inhoud }}"), encoding="utf-8")
    (naar / "bladen.json").write_text(json.dumps(sheets), encoding="utf-8")
    return [HUGO or "hugo", "--quiet", "--destination", str(naar / "uit")]


def _compare(aantal: int, folder: Path) -> Maat:
    project = make_copy(ROOT, folder / "project")
    vergroot(project, aantal)
    site = folder / "site"
    wij = [sys.executable, "-m", "macros.edge.building", str(site)]
    ons = _measure(wij, project, site)
    _show(aantal, "kennisbank", ons, ons)
    one = next((project / "data/wetten").glob("*.yml"))
    one.write_text(one.read_text(encoding="utf-8") + "# een regel meer\n", encoding="utf-8")
    _show(aantal, "één anders", _measure(wij, project, site, anew=False), ons)
    _show(aantal, "niets anders", _measure(wij, project, site, anew=False), ons)
    shutil.rmtree(project / ".cache")
    check = [sys.executable, "-m", "macros.cli", "controleren"]
    _show(aantal, "controleren", _measure(check, project, folder / "niets"), ons)
    _show(aantal, "… nog eens", _measure(check, project, folder / "niets"), ons)
    hugo = folder / "hugo"
    command = _hugo(site, hugo)
    if HUGO:
        _show(aantal, "Hugo", _measure(command, hugo, hugo / "uit"), ons)
    bodem = [sys.executable, "-c", BODEM, str(project / "data"), str(hugo), str(folder / "bodem")]
    _show(aantal, "bodem", _measure(bodem, project, folder / "bodem"), ons)
    return ons


def _show(aantal: int, who: str, measure: Maat, ons: Maat) -> None:
    sys.stdout.write(f"{aantal:6} {who:12} {measure}   wij {ons.cpu / measure.cpu:5.2f} ×\n")
    sys.stdout.flush()


def main() -> None:
    """Print the table for the numbers of records that are asked for."""
    counts = [int(one) for one in sys.argv[1:]]
    measures = {}
    for aantal in counts:
        with tempfile.TemporaryDirectory() as folder:
            measures[aantal] = _compare(aantal, Path(folder))
    for first, then in pairwise(counts):
        if first:
            macht = math.log(measures[then].cpu / measures[first].cpu) / math.log(then / first)
            sys.stdout.write(f"van {first} naar {then}: exponent {macht:.2f}\n")


if __name__ == "__main__":
    main()
