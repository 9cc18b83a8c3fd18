"""Make ``data/kwaliteit.yml`` from what the gates of the tests left behind (``make kwaliteit``)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from macros.corpus.corpus import Corpus
from macros.corpus.ingest import read_corpus
from macros.load.error import report
from macros.pages.page_macros.kwaliteit import GATES
from tests.proof import PROOF_FOLDER

Waarde = str | int | float
KOP = "# Gemaakt met `make kwaliteit` uit de uitkomsten van de tests; niet met de hand.\n"


def read_proof(folder: Path) -> dict[str, dict[str, Waarde]]:
    """Return the figures of each gate that the page names, by the name of the gate.

    What other gates leave is for who watches the tests.
    """
    return {
        pad.stem: json.loads(pad.read_text(encoding="utf-8"))
        for pad in sorted(folder.glob("*.json"))
        if pad.stem in GATES
    }


def as_yaml(corpus: Corpus, proof: Mapping[str, Mapping[str, Waarde]]) -> str:
    """Return the file; quoted text in YAML is the same as in JSON."""
    site = corpus.site
    regels = [f"versie: {_tekst(site.versie)}", f"peildatum: {_tekst(site.peildatum)}", "metingen:"]
    for poort, cijfers in proof.items():
        regels += [f"  - poort: {poort}", "    cijfers:"]
        for naam, waarde in cijfers.items():
            regels.append(f"      - naam: {naam}")
            regels.append(f"        waarde: {_tekst(str(waarde))}")
    return KOP + "\n".join(regels) + "\n"


def _tekst(waarde: str) -> str:
    return json.dumps(waarde, ensure_ascii=False)


def main(root: Path) -> str:
    """Write the file of the project at ``root``; return what to print."""
    corpus, errors = read_corpus(root)
    if corpus is None:
        return report(errors)
    tekst = as_yaml(corpus, read_proof(root / PROOF_FOLDER))
    (root / "data/kwaliteit.yml").write_text(tekst, encoding="utf-8")
    return "Bijgewerkt: data/kwaliteit.yml"


if __name__ == "__main__":
    print(main(Path.cwd()))  # noqa: T201 - a command line
