"""axe-core finds nothing: on every page, and on every page type in every state."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.kwaliteit.meten import Rondgang, Vondst, eenmaal, rondgang
from tests.kwaliteit.onzeker import onbekeken
from tests.kwaliteit.opstelling import Website, website

pytestmark = pytest.mark.browser


def test_the_header_is_the_same_everywhere(site: Website, soorten: dict[str, str]) -> None:
    """So that looking at its states on a few types is enough."""
    assert len({_kop(site.bron(pad)) for pad in soorten.values()}) == 1


def _kop(html: str) -> str:
    """Return the header of a page without what says where that page is."""
    deel = html[html.index("<header") : html.index("</header>")]
    deel = re.sub(r"\s*<div class=\"kb-menu__deel\">.*?</div>", "", deel, flags=re.DOTALL)
    return re.sub(r' aria-current="\w+"|(?:href|src|action|data-\w+)="[^"]*"', "", deel)


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        ("Menu</a>", "Kies</a>"),
        ('type="search"', 'type="text"'),
        ('<ul class="kb-menu__hoofd">', '<ul class="kb-menu__hoofd" hidden>'),
    ],
)
def test_the_gate_sees_another_header(oud: str, nieuw: str, site: Website) -> None:
    html = site.bron("privacy/")
    assert oud in html
    assert _kop(html.replace(oud, nieuw)) != _kop(html)


def _te_flets(page: Page, adres: str) -> list[str]:
    """Return the colours of text in drawings on a page that differ too little."""
    te_flets = []
    for schema in ("light", "dark"):
        page.emulate_media(color_scheme=schema)
        page.goto(adres)
        kleuren = page.evaluate(
            "[...document.querySelectorAll('svg text')].map((tekst) => {"
            " const vak = tekst.closest('svg').querySelector('.kb-svg__vak');"
            " const achter = vak ? getComputedStyle(vak).fill : null;"
            " return [getComputedStyle(tekst).fill, achter,"
            " getComputedStyle(document.body).backgroundColor]; })"
        )
        te_flets += [
            f"{schema}: {voor} op {kleur}"
            for voor, *achter in kleuren
            for kleur in achter
            if kleur and _contrast(voor, kleur) < 7
        ]
        te_flets += [] if kleuren else [f"{schema}: geen tekst in een tekening"]
    return te_flets


def test_text_in_drawings_has_contrast(page: Page, site: Website) -> None:
    paden = [pad for pad in site.paden() if "<text" in site.bron(pad)]
    assert "instrumenten/" in paden
    for pad in paden:
        assert _te_flets(page, site.url(pad)) == [], pad


@pytest.mark.parametrize(
    ("stijl", "vondst"),
    [
        (".kb .kb-svg text { fill: #777; }", "rgb(119, 119, 119) op"),
        (".kb .kb-svg .kb-svg__vak { fill: #777; }", "op rgb(119, 119, 119)"),
    ],
)
def test_the_gate_sees_faint_text_in_a_drawing(
    stijl: str, vondst: str, page: Page, kapot: Website
) -> None:
    kapot.plant("kapot/", "<link rel='stylesheet' href='../k.css'>", na="instrumenten/")
    kapot.geplant["/k.css"] = stijl.encode()
    gevonden = _te_flets(page, kapot.url("kapot/"))
    assert gevonden
    assert all(vondst in wat for wat in gevonden)


def _contrast(een: str, ander: str) -> float:
    """Return the ratio of WCAG 2 between two colours written as rgb(…)."""

    def helder(kleur: str) -> float:
        delen = [int(deel) / 255 for deel in re.findall(r"\d+", kleur)[:3]]
        rood, groen, blauw = (
            deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen
        )
        return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw

    donker, licht = sorted((helder(een), helder(ander)))
    return (licht + 0.05) / (donker + 0.05)


STIJL = "<link rel='stylesheet' href='../kapot.css'>"
GEPLANT = {
    "image-alt": '<img src="../assets/beeld/favicon.svg">',
    "color-contrast": f"{STIJL}<p class='kapot'>Te licht</p>",
    "label": "<input type='text'>",
    "button-name": "<button type='button'></button>",
    "heading-order": "<h1>Kop</h1><h4>Te diep</h4>",
    "scrollable-region-focusable": (
        f"<div class='kb-tabel'><table><tr><td>{'lang' * 200}</td></tr></table></div>"
    ),
    "target-size": (
        f"{STIJL}<nav aria-label='x'><a class='klein' href='#a'>a</a>"
        "<a class='klein' href='#b'>b</a></nav>"
    ),
    "te breed": f"{STIJL}<p class='breed'>Breder dan het scherm</p>",
}


@pytest.fixture(scope="module")
def na_planten(gebouwde_site: Path, chromium_pad: str) -> Rondgang:
    """Return a round over copies of one page, each with one fault planted."""
    with website(gebouwde_site) as kapot:
        kapot.geplant["/kapot.css"] = (
            b".kapot { color: #aaa; background: #fff; } .breed { width: 600px; }"
            b".klein { display: inline-block; width: 9px; height: 9px; overflow: hidden; }"
        )
        paden = [
            kapot.plant(f"{regel.replace(' ', '-')}/", fout) for regel, fout in GEPLANT.items()
        ]
        return rondgang(kapot, chromium_pad, eenmaal(paden))


@pytest.mark.parametrize("regel", sorted(GEPLANT.keys() - {"te breed"}))
def test_the_gate_closes_on_a_planted_fault(regel: str, na_planten: Rondgang) -> None:
    assert (f"{regel}/", regel) in {(vondst.pad, vondst.regel) for vondst in na_planten.axe}


def test_the_gate_sees_a_page_that_is_too_wide(na_planten: Rondgang) -> None:
    assert {vondst.pad for vondst in na_planten.te_breed} == {"te-breed/"}


def test_an_undecided_finding_that_nobody_looked_at_counts() -> None:
    gewoon = Vondst("privacy/", "zoals geladen", "color-contrast", "p", "<p>")
    assert onbekeken([gewoon]) == [gewoon]
