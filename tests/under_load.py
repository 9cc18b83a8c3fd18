"""``make belasting``: how many pages nginx sends from this machine to itself, by our recipe.

wrk asks all pages of the site in a random order, for some seconds, over kept connections. Both
share the machine, and nginx has one process: read the ratios, and the order of size.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.kwaliteit.servers import running
from tests.programs import found

CONNECTIONS = 32
SECONDS = 10
_FIGURES = re.compile(
    r"99%\s+(?P<p99>\S+).*?(?P<aantal>\d+) requests in .*?Requests/sec:\s+(?P<vaart>[\d.]+)",
    re.DOTALL,
)
_WRONG = re.compile(r"^\s*(?:Socket errors|Non-2xx).*$", re.MULTILINE)


def pages(site: Path) -> list[str]:
    """Return the address of each page, in the same random order each time."""
    paths = sorted(f"/{pad.parent.relative_to(site).as_posix()}/" for pad in _indexes(site))
    random.Random(0).shuffle(paths)  # noqa: S311 - an order, no secret
    return [pad.replace("/./", "/") for pad in paths]


def _indexes(site: Path) -> list[Path]:
    return list(site.rglob("index.html"))


def read(said: str) -> str:
    """Return in one line what wrk says; an answer that was wrong makes all of it untrue."""
    wrong = _WRONG.search(said)
    figures = _FIGURES.search(said)
    if wrong or figures is None:
        raise ValueError(wrong[0].strip() if wrong else said)
    return f"{float(figures['vaart']):8.0f} verzoeken per seconde, p99 {figures['p99']}"


def load(site: Path, accept: str, seconds: int = SECONDS) -> str:
    """Run nginx on a site and wrk against it; return what came of it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "paden").write_text("\n".join(pages(site)) + "\n", encoding="utf-8")
        script = Path(__file__).with_name("under_load.lua")
        with running("nginx", site.resolve(), folder) as poort:
            command = [found("WRK", "wrk"), "--latency", "-t1", f"-c{CONNECTIONS}"]
            command += [f"-d{seconds}s", "-s", str(script), "-H", f"Accept-Encoding: {accept}"]
            command += [f"http://127.0.0.1:{poort}", "--", str(folder / "paden")]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
    return read(done.stdout)


def main(site: Path, packed: Path) -> None:
    """Print one line for each way to send the site."""
    for wat, folder, accept in (
        ("ingepakt klaargezet, br", packed, "br"),
        ("ingepakt klaargezet, gzip", packed, "gzip"),
        ("nginx pakt zelf in, gzip", site, "gzip"),
        ("niet ingepakt", site, "identity"),
    ):
        print(f"{wat:28} {load(folder, accept)}")  # noqa: T201 - for who started it


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
