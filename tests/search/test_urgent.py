"""Questions where a late or wrong answer costs a resident money: the first hit has to help."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.site.built import Site

SEARCH = """
const kern = require('./docs/assets/js/zoek-kern.js');
const { readIndex } = require('./tests/js/scoor-zoek.js');
const [site, vraag] = process.argv.slice(1);
const index = readIndex(site);
const [eerste] = kern.maak(index).zoek(vraag, { maximum: 1 }).treffers;
console.log(JSON.stringify(index.documenten.find((doc) => doc.id === eerste.id).url));
"""

URGENT = {
    "bezwaar te laat": ("om op tijd bezwaar te maken", "zes weken", "bronnen/awb21"),
    "mag ik dit delen zonder naam": ("Bepaal vooraf op welke grondslag", None, "bronnen/avg4"),
    "alleenverdiener toeslagen kwijt": ("een aanvraag doen", "zes weken", "bronnen/pw25"),
    "ALO-kop afgewezen wat nu": ("bijstand af te stemmen", "zes weken", "bronnen/crvb1600"),
}
"""Per question the step, the term (personal data know none) and the source the answer names."""


def _first(root: Path, site: Path, vraag: str) -> str:
    """Return the address of the page that a search puts first."""
    command: list[str | Path] = [root / ".venv/bin/node", "-e", SEARCH, site, vraag]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    return str(json.loads(done.stdout)).partition("#")[0]


@pytest.mark.parametrize("vraag", URGENT)
def test_one_search_leads_to_the_step_the_term_and_the_source(
    root: Path, built_site: Path, vraag: str
) -> None:
    first = _first(root, built_site, vraag)
    pagina = next(pagina for pagina in Site(built_site) if pagina.url == first)
    stap, termijn, bron = URGENT[vraag]
    assert stap in pagina.tekst, first
    assert termijn is None or termijn in pagina.tekst, first
    assert f"{bron}/" in pagina.html, first


GAPS = {
    "gijzeling": "vragen/gijzeling-en-dwangsom-cjib/",
    "kwijtschelding waterschap": "vragen/kwijtschelding-lokale-belastingen/",
    "giften in de bijstand": "vragen/giften-en-bijverdienen/",
    "LVB": "vragen/lvb-en-maatwerk/",
    "gescheiden ouders": "vragen/gescheiden-ouders/",
    "huiselijk geweld": "begrippen/veilig-thuis/",
}
"""Subjects that are asked for: what is known, or whom to ask, comes first."""


@pytest.mark.parametrize("vraag", GAPS)
def test_a_gap_in_the_subjects_is_found_as_a_question(
    root: Path, built_site: Path, vraag: str
) -> None:
    assert _first(root, built_site, vraag) == GAPS[vraag]
