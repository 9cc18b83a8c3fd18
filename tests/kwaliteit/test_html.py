"""The Nu HTML checker has nothing to say about any page."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.bewijs import Bewijs


@pytest.fixture(scope="session")
def java() -> str:
    """Return the Java that .ci/java found."""
    pad = os.environ.get("KENNISBANK_JAVA", "")
    if not pad:
        pytest.skip("KENNISBANK_JAVA is leeg; draai `make test`, dat zoekt Java op")
    return pad


def _keur(java: str, wortel: Path, map_: Path) -> list[dict[str, Any]]:
    """Return every message of the checker about the HTML in a folder."""
    jar = wortel / "node_modules/vnu-jar/build/dist/vnu.jar"
    opdracht = [java, "-jar", str(jar), "--skip-non-html", "--format", "json", str(map_)]
    gedaan = subprocess.run(opdracht, capture_output=True, text=True, check=False)
    return list(json.loads(gedaan.stderr)["messages"])


def _soort(meldingen: Iterable[dict[str, Any]], soort: str) -> list[str]:
    return [
        f"{m['url']}:{m['lastLine']} {m['message']} {m.get('extract', '')}"
        for m in meldingen
        if soort in (m["type"], m.get("subType"))
    ]


def test_no_errors_and_no_warnings(
    java: str, wortel: Path, gebouwde_site: Path, bewijs: Bewijs
) -> None:
    meldingen = _keur(java, wortel, gebouwde_site)
    fouten, waarschuwingen = _soort(meldingen, "error"), _soort(meldingen, "warning")
    paginas = len(list(gebouwde_site.rglob("*.html")))
    bewijs("html", paginas_met_404=paginas, fouten=len(fouten), waarschuwingen=len(waarschuwingen))
    assert not fouten + waarschuwingen, "\n".join((fouten + waarschuwingen)[:20])


def test_the_gate_closes_on_a_planted_fault(java: str, wortel: Path, tmp_path: Path) -> None:
    hoofd = "<!doctype html><html lang='nl'><title>Titel</title><body>"
    (tmp_path / "fout.html").write_text(f"{hoofd}<p id='a'>Een<p id='a'>Twee", encoding="utf-8")
    (tmp_path / "let-op.html").write_text(f"{hoofd}<section><p>x</section>", encoding="utf-8")
    meldingen = _keur(java, wortel, tmp_path)
    assert any("fout.html" in m for m in _soort(meldingen, "error"))
    assert any("let-op.html" in m for m in _soort(meldingen, "warning"))
