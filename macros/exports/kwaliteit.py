"""``data/kwaliteit.yml`` from what the gates of the tests left behind."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from macros.corpus.corpus import Corpus

Waarde = str | int | float
KOP = "# Gemaakt met `make kwaliteit` uit de uitkomsten van de tests; niet met de hand.\n"


def lees_bewijs(map_: Path) -> dict[str, dict[str, Waarde]]:
    """Return the figures of each gate, by the name of the gate."""
    return {
        pad.stem: json.loads(pad.read_text(encoding="utf-8")) for pad in sorted(map_.glob("*.json"))
    }


def als_yaml(corpus: Corpus, bewijs: Mapping[str, Mapping[str, Waarde]]) -> str:
    """Return the file; quoted text in YAML is the same as in JSON."""
    site = corpus.site
    regels = [f"versie: {_tekst(site.versie)}", f"peildatum: {_tekst(site.peildatum)}", "metingen:"]
    for poort, cijfers in bewijs.items():
        regels += [f"  - poort: {poort}", "    cijfers:"]
        for naam, waarde in cijfers.items():
            regels.append(f"      - naam: {naam}")
            regels.append(f"        waarde: {_tekst(str(waarde))}")
    return KOP + "\n".join(regels) + "\n"


def _tekst(waarde: str) -> str:
    return json.dumps(waarde, ensure_ascii=False)
