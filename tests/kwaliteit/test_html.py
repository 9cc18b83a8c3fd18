"""The Nu HTML checker has nothing to say about any page."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.proof import Proof


def inspect(java: str, root: Path, folder: Path) -> list[dict[str, Any]]:
    """Return every message of the checker about the HTML in a folder."""
    jar = root / "node_modules/vnu-jar/build/dist/vnu.jar"
    command = [java, "-jar", str(jar), "--skip-non-html", "--format", "json", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return list(json.loads(done.stderr)["messages"])


def soort(messages: Iterable[dict[str, Any]], soort: str) -> list[str]:
    return [
        f"{m['url']}:{m['lastLine']} {m['message']} {m.get('extract', '')}"
        for m in messages
        if soort in (m["type"], m.get("subType"))
    ]


def test_no_errors_and_no_warnings(java: str, root: Path, built_site: Path, proof: Proof) -> None:
    messages = inspect(java, root, built_site)
    errors, waarschuwingen = soort(messages, "error"), soort(messages, "warning")
    pages = len(list(built_site.rglob("*.html")))
    proof("html", paginas_met_404=pages, fouten=len(errors), waarschuwingen=len(waarschuwingen))
    assert not errors + waarschuwingen, "\n".join((errors + waarschuwingen)[:20])


def test_the_gate_closes_on_a_planted_fault(java: str, root: Path, tmp_path: Path) -> None:
    main = "<!doctype html><html lang='nl'><title>Titel</title><body>"
    (tmp_path / "fout.html").write_text(f"{main}<p id='a'>Een<p id='a'>Twee", encoding="utf-8")
    (tmp_path / "let-op.html").write_text(f"{main}<section><p>x</section>", encoding="utf-8")
    messages = inspect(java, root, tmp_path)
    assert any("fout.html" in m for m in soort(messages, "error"))
    assert any("let-op.html" in m for m in soort(messages, "warning"))
