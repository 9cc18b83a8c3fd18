"""Nothing breaks the strict policy, nobody else is asked anything, nothing is kept unasked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from macros.blad.kopregels import CSP
from tests.kwaliteit.meten import Rondgang, eenmaal, rondgang
from tests.kwaliteit.opstelling import Website, mis, website

pytestmark = pytest.mark.browser

MOET = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "frame-src": "'none'",
    "form-action": "'self'",
}


def _los(csp: str) -> list[str]:
    """Return what a policy allows too much of."""
    delen = dict(deel.split(" ", 1) for deel in csp.split("; "))
    ruim = re.findall(r"unsafe|https?:|\*|blob:", csp)
    return ruim + [naam for naam, waarde in MOET.items() if delen.get(naam) != waarde]


def test_the_policy_is_strict() -> None:
    assert _los(CSP) == []


@pytest.mark.parametrize(
    ("oud", "nieuw", "vondsten"),
    [
        ("script-src 'self'", "script-src 'self' 'unsafe-inline'", ["unsafe", "script-src"]),
        ("style-src 'self'", "style-src 'self' https:", ["https:", "style-src"]),
        ("img-src 'self'", "img-src *", ["*"]),
        ("font-src 'self'", "font-src blob:", ["blob:"]),
        ("default-src 'none'", "default-src 'self'", ["default-src"]),
        ("; base-uri 'none'", "", ["base-uri"]),
        ("; frame-ancestors 'none'", "", ["frame-ancestors"]),
        ("frame-src 'none'", "frame-src 'self'", ["frame-src"]),
        ("; form-action 'self'", "", ["form-action"]),
    ],
)
def test_the_gate_sees_a_looser_policy(oud: str, nieuw: str, vondsten: list[str]) -> None:
    assert oud in CSP
    assert _los(CSP.replace(oud, nieuw)) == vondsten


def _bewaard_mis(page: Page, adres: str) -> list[str]:
    """Return what is wrong with how a page keeps the choice of a colour scheme."""
    bewaard = "Object.entries(localStorage)"
    page.goto(adres)
    waar = {"niets voor een keuze": page.evaluate(bewaard) == []}
    page.get_by_role("button", name="Donker").click()
    waar["alleen de keuze"] = page.evaluate(bewaard) == [["kb-kleurstand", "donker"]]
    page.reload()
    nu = page.evaluate("document.documentElement.dataset.kleurstand")
    waar["de keuze blijft"] = nu == "donker"
    page.get_by_role("button", name="Systeem").click()
    waar["de keuze gaat weg"] = page.evaluate(bewaard) == []
    return mis(waar)


def test_only_a_choice_is_stored(page: Page, site: Website) -> None:
    assert _bewaard_mis(page, site.url("privacy/")) == []


@pytest.mark.parametrize(
    ("oud", "nieuw", "vondsten"),
    [
        (
            "documentElement;",
            "documentElement; localStorage.bezoek = 1;",
            ["niets voor een keuze", "alleen de keuze", "de keuze gaat weg"],
        ),
        (".setItem(m,i)", "", ["alleen de keuze", "de keuze blijft"]),
        ("e.getItem(m)", "null", ["de keuze blijft"]),
        (".removeItem(m)", ".setItem(m,i)", ["de keuze gaat weg"]),
    ],
)
def test_the_gate_sees_what_is_stored_unasked(
    oud: str, nieuw: str, vondsten: list[str], page: Page, kapot: Website
) -> None:
    kapot.verander("assets/js/kleurstand.js", oud, nieuw)
    assert _bewaard_mis(page, kapot.url("privacy/")) == vondsten


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
