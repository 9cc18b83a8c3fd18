"""Nothing breaks the strict policy, nobody else is asked anything, nothing is kept unasked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from macros.exports.kopregels import CSP
from tests.kwaliteit.conftest import Bewijs
from tests.kwaliteit.meten import Rondgang, eenmaal, rondgang
from tests.kwaliteit.opstelling import Website, website

pytestmark = pytest.mark.browser

LIJSTEN = ("csp", "vreemd", "bewaard", "fouten")


@pytest.mark.rondgang
def test_nothing_on_any_page_or_in_any_state(
    alles_eenmaal: Rondgang, alle_staten: Rondgang, bewijs: Bewijs
) -> None:
    samen = {naam: [*getattr(alles_eenmaal, naam), *getattr(alle_staten, naam)] for naam in LIJSTEN}
    bewijs(
        "privacy",
        paginas=alles_eenmaal.paginas,
        bezoeken=alles_eenmaal.paginas + alle_staten.paginas,
        csp_overtredingen=len(samen["csp"]),
        verzoeken_aan_derden=len(samen["vreemd"]),
        cookies_en_opslag_zonder_keuze=len(samen["bewaard"]),
        fouten_van_scripts=len(samen["fouten"]),
        csp=CSP,
    )
    for naam, vondsten in samen.items():
        assert not vondsten, f"{naam}:\n" + "\n".join(str(v) for v in vondsten[:40])


def test_the_policy_is_strict() -> None:
    delen = dict(deel.split(" ", 1) for deel in CSP.split("; "))
    assert "unsafe" not in CSP
    assert not re.search(r"https?:|\*|blob:", CSP)
    assert delen["default-src"] == "'none'"
    assert delen["script-src"] == delen["style-src"] == "'self'"
    for naam in ("base-uri", "frame-ancestors", "frame-src"):
        assert delen[naam] == "'none'"
    assert delen["form-action"] == "'self'"


def test_only_a_choice_is_stored(page: Page, site: Website) -> None:
    page.goto(site.url("privacy/"))
    assert page.evaluate("Object.keys(localStorage)") == []
    page.get_by_role("button", name="Donker").click()
    assert page.evaluate("Object.entries(localStorage)") == [["kb-kleurstand", "donker"]]
    page.reload()
    assert page.evaluate("document.documentElement.dataset.kleurstand") == "donker"
    page.get_by_role("button", name="Systeem").click()
    assert page.evaluate("Object.keys(localStorage)") == []


GEPLANT = {
    "csp": "<script>document.title = 'mis';</script>",
    "stijl": "<p style='color: red'>mis</p>",
    "vreemd": '<img src="https://elders.example/pixel.gif" alt="">',
    "bewaard": '<script src="../kapot.js"></script>',
    "fouten": '<script src="../bestaat-niet.js"></script>',
}


@pytest.fixture(scope="module")
def na_planten(gebouwde_site: Path, chromium_pad: str) -> Rondgang:
    """Return a round over copies of one page, each with one fault planted."""
    with website(gebouwde_site) as kapot:
        kapot.geplant["/kapot.js"] = b"document.cookie = 'mis=1'; localStorage.mis = 1;"
        paden = [kapot.plant(f"{naam}/", fout) for naam, fout in GEPLANT.items()]
        return rondgang(kapot, chromium_pad, eenmaal(paden))


@pytest.mark.parametrize("fout", GEPLANT)
def test_the_gate_closes_on_a_planted_fault(fout: str, na_planten: Rondgang) -> None:
    vondsten = getattr(na_planten, "csp" if fout == "stijl" else fout)
    assert f"{fout}/" in {vondst.pad for vondst in vondsten}
