"""What is left of Material's stylesheet is what our pages use, and no more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.edge.stylesheet import CLASS_NAMES, cut, file_name, from_material, prune
from tests.kwaliteit.setup import Website, website

APPEARANCE = """() => {
  const hoe = (deel, pseudo) => {
    const stijl = getComputedStyle(deel, pseudo);
    if (pseudo && stijl.content === 'none') return '';
    const unseen = new RegExp(['^--', stijl.maskImage === 'none' && 'mask-(position|repeat|size)',
      stijl.position === 'static' && '^(top|inset-block-start)$'].filter(Boolean).join('|'));
    return [...stijl].filter((naam) => !unseen.test(naam))
      .map((naam) => `${naam}: ${stijl.getPropertyValue(naam)}`).join('; ');
  };
  return [...document.querySelectorAll('body, body *')].flatMap((deel) => [
    hoe(deel), hoe(deel, '::before'), hoe(deel, '::after'),
  ]);
}"""
"""The computed style of every element and of what stands before and after it.

Apart from where a mask would lie if there was one, and what moves only what is positioned.
"""


FROZEN = "docs/assets/stylesheets"


def test_the_frozen_cut_is_what_we_would_cut_today(root: Path) -> None:
    """Another Material, or a variable that our own sheets ask for: cut again (see the module)."""
    (file,) = (root / FROZEN).iterdir()
    assert file.read_text(encoding="utf-8") == cut(root), "draai tests/edge/stylesheet.py"
    assert file.name == file_name(cut(root))
    assert f"- assets/stylesheets/{file.name} " in (root / "mkdocs.yml").read_text("utf-8")


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
        (".md-typeset summary:before{mask-image:var(--a)}:root{--a:url()}", ""),
        (".md-typeset a,.md-typeset a::after{top:0}", ".md-typeset a{top:0}"),
        ("*,:after,:before{top:0}", "*,:after,:before{top:0}"),
    ],
)
def test_a_rule_stays_if_it_can_match(css: str, over: str) -> None:
    assert prune(css).replace(";}", "}") == over.replace(";}", "}")


def test_no_style_holds_an_image(root: Path) -> None:
    """A browser reads each as a document of its own, also where nothing shows it.

    On a slow telephone that took 15 ms of the first style, on every page.
    """
    sheets = list((root / "docs/assets").rglob("*.css"))
    assert len(sheets) > 1
    assert [one.name for one in sheets if "url(" in one.read_text(encoding="utf-8")] == []


def test_our_own_stylesheets_may_ask_for_a_variable() -> None:
    assert "--a" in prune(":root{--a:1}", ["p { color: var(--a); }"])


def test_the_name_follows_the_contents() -> None:
    assert file_name("a{}") != file_name("b{}")
    assert re.fullmatch(r"main\.[0-9a-f]{8}\.min\.css", file_name("a{}"))


def test_no_page_carries_a_class_whose_rules_were_cut(
    built_site: Path,
) -> None:
    from_theme = set(re.findall(r"\.([a-z][\w-]*)", from_material())) - CLASS_NAMES
    carried = {
        class_name
        for pad in built_site.rglob("*.html")
        for class_names in re.findall(r'class="([^"]*)"', pad.read_text(encoding="utf-8"))
        for class_name in class_names.split()
    }
    assert "kb-kop" in carried
    assert "md-header" in from_theme
    assert not carried & from_theme


def _otherwise(page: Page, site: Website, pad: str, blad: str) -> int:
    """Return how many elements of a page look otherwise under another sheet of Material.

    Page and sheet get a name of their own: under the same name a browser may reuse what it has.
    """
    (cut_sheet,) = (site.folder / "assets/stylesheets").iterdir()
    naam, other = file_name(blad), f"{pad.rstrip('/')}-{file_name(blad)}/"
    site.planted[f"/assets/stylesheets/{naam}"] = blad.encode()
    site.planted[f"/{other}"] = site.bron(pad).replace(cut_sheet.name, naam).encode()
    appearance = []
    for one in (pad, other):
        page.goto(site.url(one))
        appearance.append(page.evaluate(APPEARANCE))
    now, then = appearance
    assert len(now) == len(then) > 0
    return sum(one != other for one, other in zip(now, then, strict=True))


@pytest.mark.browser
def test_the_cut_changes_nothing_that_one_sees(built_site: Path, browser: Browser) -> None:
    context = browser.new_context(reduced_motion="reduce")
    with website(built_site) as site:
        page = context.new_page()
        for pad in (
            "privacy/",
            "mvt/",
            "instrumenten/opleiden/",
            "over/besluiten/003-stempelen/",
        ):
            assert _otherwise(page, site, pad, from_material()) == 0, pad
        red = f"{from_material()}.md-typeset p{{text-indent:1px}}"
        assert _otherwise(page, site, "privacy/", red) > 0
    context.close()
