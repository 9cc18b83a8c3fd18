"""The relevance gate: judged questions on the index of the real site, scored in Node."""

from __future__ import annotations

import gzip
import json
import subprocess
from pathlib import Path

VRAGEN = ("eigen.jsonl", "blind.jsonl")


def test_the_search_passes_its_gate(wortel: Path, gebouwde_site: Path) -> None:
    vragen = [wortel / "tests/zoekvragen" / naam for naam in VRAGEN]
    opdracht: list[str | Path] = [
        wortel / ".venv/bin/node",
        wortel / "tests/js/scoor-zoek.js",
        *vragen,
        gebouwde_site,
        "--poort",
        "--mis",
    ]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, check=False)
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr


def test_the_index_stays_light(gebouwde_site: Path) -> None:
    """2.5 kB a 1,000 words is asked for under brotli; gzip, which Python has, never does better."""
    (pad,) = (gebouwde_site / "assets/zoek").glob("zoekindex-*.json")
    tekst = pad.read_bytes()
    documenten = json.loads(tekst)["documenten"]
    woorden = sum(
        len(str(stuk).split())
        for document in documenten
        for stuk in (
            document["titel"],
            document.get("samenvatting", ""),
            document.get("tekst", ""),
            *document.get("zoektermen", ()),
            *(deel["tekst"] for deel in document.get("delen", ())),
        )
    )
    assert len(gzip.compress(tekst, 9)) / woorden <= 2.5


def test_there_are_enough_questions_and_half_of_them_are_blind(wortel: Path) -> None:
    sets = {
        naam: [
            json.loads(regel)
            for regel in (wortel / "tests/zoekvragen" / naam).read_text("utf-8").splitlines()
        ]
        for naam in VRAGEN
    }
    vragen = [vraag for set_ in sets.values() for vraag in set_]
    assert len(vragen) >= 150
    assert len(sets["blind.jsonl"]) * 2 >= len(vragen)
    teksten = [vraag["vraag"].casefold() for vraag in vragen]
    assert len(teksten) == len(set(teksten))
    assert {vraag["soort"] for vraag in vragen} == {
        "exact",
        "inflection",
        "compound",
        "typo",
        "abbreviation",
        "synonym",
        "question",
        "identifier",
        "negative",
    }
