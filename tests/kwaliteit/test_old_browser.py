"""In a Chromium of 2022 the site has its colours, borders and map, light and dark."""

from __future__ import annotations

from typing import Any

import pytest

from tests.kwaliteit.setup import Website
from tests.old_browser import present, vraag

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not present(), reason="Qt WebEngine is er niet; `make test` haalt het op"),
]

PEEK = """(() => {
  const stijl = (kiezer) => getComputedStyle(document.querySelector(kiezer));
  const lijn = (kiezer) => [stijl(kiezer).borderTopStyle, stijl(kiezer).borderTopColor];
  const vul = (kiezer) => stijl(kiezer).fill;
  return {
    versie: Number(/Chrome[/]([0-9]+)/.exec(navigator.userAgent)[1]),
    pagina: [stijl('body').backgroundColor, stijl('body').color],
    veld: lijn('.kb-zoek input'), knop: stijl('.kb-zoek button').backgroundColor,
    link: stijl('main a').color,
    tegels: [vul('.kb-tegel--aangesloten rect'), vul('.kb-tegel--geen-bron')],
  };
})()"""
PRESS = """(() => {
  const dicht = () => document.querySelectorAll('main details:not([open])').length;
  const na = (naam) => { dispatchEvent(new Event(naam)); return dicht(); };
  return [dicht(), na('beforeprint'), na('afterprint')];
})()"""
NOTHING = {"rgba(0, 0, 0, 0)", "rgb(0, 0, 0)"}
WHITE, DARK = "rgb(255, 255, 255)", "rgb(20, 24, 23)"


def _faults(gezien: dict[str, Any], background: str) -> list[str]:
    """Return what the page lacks."""
    (op, tekst), (soort, edge), tegels = gezien["pagina"], gezien["veld"], gezien["tegels"]
    return [
        wat
        for wat, good in {
            "achtergrond": op == background,
            "tekst": tekst not in {op, *NOTHING},
            "rand om een veld": soort == "solid" and edge not in {op, tekst, *NOTHING},
            "knop": gezien["knop"] not in {op, *NOTHING},
            "link": gezien["link"] not in {op, tekst, *NOTHING},
            "tegels": len({*tegels, *NOTHING}) == 4,
        }.items()
        if not good
    ]


@pytest.mark.parametrize(("schema", "background"), [("licht", WHITE), ("donker", DARK)])
def test_an_old_browser_has_every_colour(schema: str, background: str, site: Website) -> None:
    (gezien,) = vraag(schema, PEEK, site.url("gemeenten/"))
    assert gezien["versie"] < 109, "ouder dan de oudste die wij noemen"
    assert _faults(gezien, background) == []


def test_the_choice_of_the_reader_goes_before_that_of_the_system(site: Website) -> None:
    choose = f"document.documentElement.dataset.kleurstand = 'donker'; {PEEK}"
    (gezien,) = vraag("licht", choose, site.url("gemeenten/"))
    assert _faults(gezien, DARK) == []
    choose = f"document.documentElement.dataset.kleurstand = 'licht'; {PEEK}"
    (gezien,) = vraag("donker", choose, site.url("gemeenten/"))
    assert _faults(gezien, WHITE) == []


def test_the_gate_sees_colours_that_an_old_browser_does_not_know(broken: Website) -> None:
    stijl = (broken.folder / "assets/css/tokens.css").read_text(encoding="utf-8")
    broken.planted["/assets/css/tokens.css"] = stijl.replace(
        "var(--kb-licht, ", "light-dark(#000, "
    ).encode()
    (gezien,) = vraag("licht", PEEK, broken.url("gemeenten/"))
    assert "rand om een veld" in _faults(gezien, WHITE)
    assert "tegels" in _faults(gezien, WHITE)


def test_an_old_browser_prints_what_is_folded_in(site: Website) -> None:
    (gezien,) = vraag("licht", PRESS, site.url("wetten/awir/"))
    assert gezien[0] > 0
    assert gezien == [gezien[0], 0, gezien[0]]
