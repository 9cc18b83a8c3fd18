"""Nothing breaks the strict policy, nobody else is asked anything, nothing is kept unasked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from macros.blad.headers import CSP
from tests.kwaliteit.measuring import Round, make_round, once
from tests.kwaliteit.setup import Website, faults, website

pytestmark = pytest.mark.browser

MUST = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "frame-src": "'none'",
    "form-action": "'self'",
}


def _loose(csp: str) -> list[str]:
    """Return what a policy allows too much of."""
    parts = dict(part.split(" ", 1) for part in csp.split("; "))
    ample = re.findall(r"unsafe|https?:|\*|blob:", csp)
    return ample + [naam for naam, waarde in MUST.items() if parts.get(naam) != waarde]


def test_the_policy_is_strict() -> None:
    assert _loose(CSP) == []


@pytest.mark.parametrize(
    ("old", "new", "findings"),
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
def test_the_gate_sees_a_looser_policy(old: str, new: str, findings: list[str]) -> None:
    assert old in CSP
    assert _loose(CSP.replace(old, new)) == findings


def _storage_faults(page: Page, adres: str) -> list[str]:
    """Return what is wrong with how a page keeps the choice of a colour scheme."""
    kept = "Object.entries(localStorage)"
    page.goto(adres)
    where = {"niets voor een keuze": page.evaluate(kept) == []}
    page.get_by_role("button", name="Donker").click()
    where["alleen de keuze"] = page.evaluate(kept) == [["kb-kleurstand", "donker"]]
    page.reload()
    now = page.evaluate("document.documentElement.dataset.kleurstand")
    where["de keuze blijft"] = now == "donker"
    page.get_by_role("button", name="Systeem").click()
    where["de keuze gaat weg"] = page.evaluate(kept) == []
    return faults(where)


def test_only_a_choice_is_stored(page: Page, site: Website) -> None:
    assert _storage_faults(page, site.url("privacy/")) == []


@pytest.mark.parametrize(
    ("old", "new", "findings"),
    [
        (
            "documentElement;",
            "documentElement; localStorage.bezoek = 1;",
            ["niets voor een keuze", "alleen de keuze", "de keuze gaat weg"],
        ),
        (".setItem(m,i)", "", ["alleen de keuze", "de keuze blijft"]),
        ("n.getItem(m)", "null", ["de keuze blijft"]),
        (".removeItem(m)", ".setItem(m,i)", ["de keuze gaat weg"]),
    ],
)
def test_the_gate_sees_what_is_stored_unasked(
    old: str, new: str, findings: list[str], page: Page, broken: Website
) -> None:
    broken.change("assets/js/kleurstand.js", old, new)
    assert _storage_faults(page, broken.url("privacy/")) == findings


PLANTED = {
    "csp": "<script>document.title = 'mis';</script>",
    "stijl": "<p style='color: red'>mis</p>",
    "foreign": '<img src="https://elders.example/pixel.gif" alt="">',
    "kept": '<script src="../kapot.js"></script>',
    "errors": '<script src="../bestaat-niet.js"></script>',
}


@pytest.fixture(scope="module")
def after_planting(built_site: Path, chromium_pad: str) -> Round:
    """Return a round over copies of one page, each with one fault planted."""
    with website(built_site) as broken:
        broken.planted["/kapot.js"] = b"document.cookie = 'mis=1'; localStorage.mis = 1;"
        paths = [broken.plant(f"{naam}/", error) for naam, error in PLANTED.items()]
        return make_round(broken, chromium_pad, once(paths))


@pytest.mark.parametrize("error", PLANTED)
def test_the_gate_closes_on_a_planted_fault(error: str, after_planting: Round) -> None:
    findings = getattr(after_planting, "csp" if error == "stijl" else error)
    assert f"{error}/" in {finding.pad for finding in findings}
