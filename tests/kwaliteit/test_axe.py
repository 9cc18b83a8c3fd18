"""axe-core finds nothing: on every page, and on every page type in every state."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.kwaliteit.measuring import Finding, Round, make_round, once
from tests.kwaliteit.setup import Website, website
from tests.kwaliteit.uncertain import unreviewed

pytestmark = pytest.mark.browser


def test_header_and_footer_are_the_same_everywhere(site: Website) -> None:
    """So that looking at them on a few pages is enough."""
    paths = site.paths()
    randen = {_edge(site.bron(pad)): pad for pad in paths if pad}
    assert len(paths) > 1000
    assert len(randen) == 1, sorted(randen.values())
    # The front page has the search field in its content, where it is looked at as well.
    assert _without_field(_edge(site.bron(""))) == _without_field(next(iter(randen)))


def _without_field(edge: str) -> str:
    return "".join(re.sub(r"<form class=\"kb-zoek\".*?</form>", "", edge, flags=re.DOTALL).split())


def _edge(html: str) -> str:
    """Return header and footer of a page without what says where that page is."""
    kop = html[html.index('<header class="kb-kop"') : html.index("</header>")]
    kop = re.sub(r"\s*<div class=\"kb-menu__deel\">.*?</div>", "", kop, flags=re.DOTALL)
    _, begin, voet = html.partition('<footer class="kb-voet"')
    assert begin
    voet = re.sub(r"(Adres van deze pagina: )[^<]*", r"\1", voet)
    return re.sub(r' aria-current="\w+"|(?:href|src|action|data-\w+)="[^"]*"', "", kop + voet)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Menu</a>", "Kies</a>"),
        ('type="search"', 'type="text"'),
        ('<ul class="kb-menu__hoofd">', '<ul class="kb-menu__hoofd" hidden>'),
        ("Alle onderdelen</a></li></ul><ul", "Alles</a></li></ul><ul"),
        ('aria-label="Menu onderaan"', ""),
    ],
)
def test_the_gate_sees_another_header_or_footer(old: str, new: str, site: Website) -> None:
    html = site.bron("privacy/")
    assert old in html
    assert _edge(html.replace(old, new)) != _edge(html)


def _too_faint(page: Page, adres: str) -> list[str]:
    """Return the colours of text in drawings on a page that differ too little."""
    too_faint = []
    for schema in ("light", "dark"):
        page.emulate_media(color_scheme=schema)
        page.goto(adres)
        colours = page.evaluate(
            "[...document.querySelectorAll('svg text')].map((tekst) => {"
            " const vak = tekst.closest('svg').querySelector('.kb-svg__vak');"
            " const achter = vak ? getComputedStyle(vak).fill : null;"
            " return [getComputedStyle(tekst).fill, achter,"
            " getComputedStyle(document.body).backgroundColor]; })"
        )
        too_faint += [
            f"{schema}: {before} op {colour}"
            for before, *behind in colours
            for colour in behind
            if colour and _contrast(before, colour) < 7
        ]
        too_faint += [] if colours else [f"{schema}: geen tekst in een tekening"]
    return too_faint


def test_text_in_drawings_has_contrast(page: Page, site: Website) -> None:
    paths = [pad for pad in site.paths() if "<text" in site.bron(pad)]
    assert "instrumenten/" in paths
    for pad in paths:
        assert _too_faint(page, site.url(pad)) == [], pad


@pytest.mark.parametrize(
    ("stijl", "finding"),
    [
        (".kb .kb-svg text { fill: #777; }", "rgb(119, 119, 119) op"),
        (".kb .kb-svg .kb-svg__vak { fill: #777; }", "op rgb(119, 119, 119)"),
    ],
)
def test_the_gate_sees_faint_text_in_a_drawing(
    stijl: str, finding: str, page: Page, broken: Website
) -> None:
    broken.plant("kapot/", "<link rel='stylesheet' href='../k.css'>", after="instrumenten/")
    broken.planted["/k.css"] = stijl.encode()
    found = _too_faint(page, broken.url("kapot/"))
    assert found
    assert all(finding in wat for wat in found)


def _contrast(one: str, other: str) -> float:
    """Return the ratio of WCAG 2 between two colours written as rgb(…)."""

    def bright(colour: str) -> float:
        parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((bright(one), bright(other)))
    return (light + 0.05) / (dark + 0.05)


STIJL = "<link rel='stylesheet' href='../kapot.css'>"
PLANTED = {
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
def after_planting(built_site: Path, chromium_pad: str) -> Round:
    """Return a round over copies of one page, each with one fault planted."""
    with website(built_site) as broken:
        broken.planted["/kapot.css"] = (
            b".kapot { color: #aaa; background: #fff; } .breed { width: 600px; }"
            b".klein { display: inline-block; width: 9px; height: 9px; overflow: hidden; }"
        )
        paths = [
            broken.plant(f"{regel.replace(' ', '-')}/", error) for regel, error in PLANTED.items()
        ]
        return make_round(broken, chromium_pad, once(paths))


@pytest.mark.parametrize("regel", sorted(PLANTED.keys() - {"te breed"}))
def test_the_gate_closes_on_a_planted_fault(regel: str, after_planting: Round) -> None:
    assert (f"{regel}/", regel) in {(finding.pad, finding.regel) for finding in after_planting.axe}


def test_the_gate_sees_a_page_that_is_too_wide(after_planting: Round) -> None:
    assert {finding.pad for finding in after_planting.too_wide} == {"te-breed/"}


def test_an_undecided_finding_that_nobody_looked_at_counts() -> None:
    plain = Finding("privacy/", "zoals geladen", "color-contrast", "p", "<p>")
    assert unreviewed([plain]) == [plain]
