"""What is left of Material's stylesheet is what our pages use, and no more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.edge.stijlblad import KLASSEN, bestandsnaam, snede, snoei, van_material
from tests.kwaliteit.opstelling import Website, website

UITERLIJK = """() => {
  const hoe = (deel, pseudo) => {
    const stijl = getComputedStyle(deel, pseudo);
    if (pseudo && stijl.content === 'none') return '';
    return [...stijl].filter((naam) => !naam.startsWith('--'))
      .map((naam) => `${naam}: ${stijl.getPropertyValue(naam)}`).join('; ');
  };
  return [...document.querySelectorAll('body, body *')].flatMap((deel) => [
    hoe(deel), hoe(deel, '::before'), hoe(deel, '::after'),
  ]);
}"""
"""The computed style of every element and of what stands before and after it."""


BEVROREN = "docs/assets/stylesheets"


def test_the_frozen_cut_is_what_we_would_cut_today(wortel: Path) -> None:
    """Another Material, or a variable that our own sheets ask for: cut again (see the module)."""
    (bestand,) = (wortel / BEVROREN).iterdir()
    assert bestand.read_text(encoding="utf-8") == snede(wortel), "draai tests/edge/stijlblad.py"
    assert bestand.name == bestandsnaam(snede(wortel))
    assert f"- assets/stylesheets/{bestand.name} " in (wortel / "mkdocs.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("css", "over"),
    [
        (".md-typeset h1{color:red}", ".md-typeset h1{color:red}"),
        (".md-header{color:red}", ""),
        (".md-header,.md-typeset a{color:red}", ".md-typeset a{color:red}"),
        (".md-typeset .tabbed-set{color:red}", ""),
        ("a:not(.md-button){color:red}", "a:not(.md-button){color:red}"),
        ("#__drawer:checked~a{color:red}", ""),
        ("[dir=rtl] .md-typeset li{color:red}", ""),
        ("[data-md-color-scheme=slate]{color:red}", ""),
        ("a[href^=http]{color:red}", "a[href^=http]{color:red}"),
        ("@media print{.md-footer{color:red}}", ""),
        ("@media print{.md-footer{color:red}a{color:red}}", "@media print{a{color:red}}"),
        ("@keyframes x{to{color:red}}", ""),
        (":root{--a:1;--b:2}a{top:var(--b)}", ":root{--b:2;}\na{top:var(--b);}"),
        (":root{--a:var(--b);--b:2}", ""),
        (":root{--a:1}", ""),
    ],
)
def test_a_rule_stays_if_it_can_match(css: str, over: str) -> None:
    assert snoei(css).replace(";}", "}") == over.replace(";}", "}")


def test_our_own_stylesheets_may_ask_for_a_variable() -> None:
    assert "--a" in snoei(":root{--a:1}", ["p { color: var(--a); }"])


def test_the_name_follows_the_contents() -> None:
    assert bestandsnaam("a{}") != bestandsnaam("b{}")
    assert re.fullmatch(r"main\.[0-9a-f]{8}\.min\.css", bestandsnaam("a{}"))


def test_no_page_carries_a_class_whose_rules_were_cut(
    gebouwde_site: Path,
) -> None:
    van_thema = set(re.findall(r"\.([a-z][\w-]*)", van_material())) - KLASSEN
    gedragen = {
        klasse
        for pad in gebouwde_site.rglob("*.html")
        for klassen in re.findall(r'class="([^"]*)"', pad.read_text(encoding="utf-8"))
        for klasse in klassen.split()
    }
    assert "kb-kop" in gedragen
    assert "md-header" in van_thema
    assert not gedragen & van_thema


def _anders(page: Page, site: Website, pad: str, blad: str) -> int:
    """Return how many elements of a page look otherwise under another sheet of Material.

    Page and sheet get a name of their own: under the same name a browser may reuse what it has.
    """
    (geknipt,) = (site.map_ / "assets/stylesheets").iterdir()
    naam, ander = bestandsnaam(blad), f"{pad.rstrip('/')}-{bestandsnaam(blad)}/"
    site.geplant[f"/assets/stylesheets/{naam}"] = blad.encode()
    site.geplant[f"/{ander}"] = site.bron(pad).replace(geknipt.name, naam).encode()
    uiterlijk = []
    for een in (pad, ander):
        page.goto(site.url(een))
        uiterlijk.append(page.evaluate(UITERLIJK))
    nu, dan = uiterlijk
    assert len(nu) == len(dan) > 0
    return sum(een != ander for een, ander in zip(nu, dan, strict=True))


@pytest.mark.browser
def test_the_cut_changes_nothing_that_one_sees(gebouwde_site: Path, browser: Browser) -> None:
    context = browser.new_context(reduced_motion="reduce")
    with website(gebouwde_site) as site:
        page = context.new_page()
        for pad in (
            "privacy/",
            "mvt/",
            "instrumenten/opleiden/",
            "over/besluiten/003-stempelen/",
        ):
            assert _anders(page, site, pad, van_material()) == 0, pad
        rood = f"{van_material()}.md-typeset p{{text-indent:1px}}"
        assert _anders(page, site, "privacy/", rood) > 0
    context.close()
