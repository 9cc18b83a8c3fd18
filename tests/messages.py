"""Break files of ``data/`` and compare what two versions of our code say of it.

    .venv/bin/python -m tests.messages ../older-checkout --aantal 500

The data are those of the other checkout, so that both can read them; what either already says of
them unbroken does not count. Prints of how many broken files both give the same lines, messages and
remedies, and every difference. Many files are broken at once: a run of ``kennisbank controleren``
takes seconds.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.building import PARTS, make_copy
from tests.test_fuzz import BREAKERS

ROOT = Path(__file__).resolve().parent.parent
AT_ONCE = 50
"""Files broken in one copy."""
_PLACE = re.compile(r"(data/[^:]+):(\d+)(?::\d+)?  (.*)")

Told = Mapping[str, list[str]]
"""Per file what is said of it: each line, with message and remedy, without the column."""


def told(code: Path, project: Path) -> Told:
    """Return what the code in one folder says of the data in another."""
    done = subprocess.run(
        [sys.executable, "-m", "macros.cli", "--wortel", str(project), "controleren"],
        cwd=code,
        env=os.environ | {"PYTHONPATH": str(code)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    per_file = defaultdict(list)
    pad = ""
    for regel in done.stdout.splitlines():
        if place := _PLACE.match(regel):
            pad = place[1]
            per_file[pad].append(f"{place[2]}  {place[3]}")
        elif pad and regel.startswith("    "):
            per_file[pad][-1] += f" → {regel.strip()}"
    return per_file


def batches(other: Path, aantal: int, rng: random.Random) -> Iterator[tuple[Path, list[str]]]:
    """Yield copies of the other project in which files are broken, and which those are."""
    breakers = sorted(BREAKERS)
    files = sorted((other / "data").glob("*/*.yml"))
    for start in range(0, aantal, AT_ONCE):
        with tempfile.TemporaryDirectory() as temporary:
            copy = make_copy(other, Path(temporary) / "project")
            broken = []
            for pad in rng.sample(files, min(AT_ONCE, aantal - start)):
                naam = pad.relative_to(other).as_posix()
                breaker = BREAKERS[rng.choice(breakers)]
                tekst, _ = breaker(rng, pad.read_text(encoding="utf-8"))
                (copy / naam).write_text(tekst, encoding="utf-8", errors="surrogatepass")
                broken.append(naam)
            yield copy, broken


def main() -> None:
    """Print how much is told alike, and what is not."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("ander", type=Path, help="een andere versie van dit project")
    reader.add_argument("--aantal", type=int, default=500, help="hoeveel gebroken bestanden")
    reader.add_argument("--zaad", type=int, default=1, help="welke steekproef")
    options = reader.parse_args()
    other = options.ander.resolve()
    assert all((other / part).exists() for part in PARTS), f"{other} is dit project niet"
    rng = random.Random(options.zaad)  # noqa: S311 - a sample, no secret
    unbroken = [told(code, other) for code in (other, ROOT)]
    same = count = 0
    for copy, broken in batches(other, options.aantal, rng):
        then, now = (
            {
                naam: [one for one in said.get(naam, []) if one not in already.get(naam, [])]
                for naam in broken
            }
            for said, already in zip(
                (told(code, copy) for code in (other, ROOT)), unbroken, strict=True
            )
        )
        count += len(broken)
        for naam in broken:
            if then[naam] == now[naam]:
                same += 1
                continue
            print(f"{naam}")  # noqa: T201
            for mark, lines in (("-", then[naam]), ("+", now[naam])):
                for line in lines:
                    print(f"  {mark} {line}")  # noqa: T201
    print(f"{same} van {count} gebroken bestanden krijgen dezelfde meldingen.")  # noqa: T201


if __name__ == "__main__":
    main()
