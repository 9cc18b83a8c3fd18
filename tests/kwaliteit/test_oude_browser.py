"""In a Chromium of 2022 the site has its colours, borders and map, light and dark."""

from __future__ import annotations

from typing import Any

import pytest

from tests.kwaliteit.opstelling import Website
from tests.oude_browser import aanwezig, vraag

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not aanwezig(), reason="Qt WebEngine is er niet; `make test` haalt het op"),
]

KIJK = """(() => {
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
DRUK = """(() => {
  const dicht = () => document.querySelectorAll('main details:not([open])').length;
  const na = (naam) => { dispatchEvent(new Event(naam)); return dicht(); };
  return [dicht(), na('beforeprint'), na('afterprint')];
})()"""
NIETS = {"rgba(0, 0, 0, 0)", "rgb(0, 0, 0)"}
WIT, DONKER = "rgb(255, 255, 255)", "rgb(20, 24, 23)"


def _mis(gezien: dict[str, Any], achtergrond: str) -> list[str]:
    """Return what the page lacks."""
    (op, tekst), (soort, rand), tegels = gezien["pagina"], gezien["veld"], gezien["tegels"]
    return [
        wat
        for wat, goed in {
            "achtergrond": op == achtergrond,
            "tekst": tekst not in {op, *NIETS},
            "rand om een veld": soort == "solid" and rand not in {op, tekst, *NIETS},
            "knop": gezien["knop"] not in {op, *NIETS},
            "link": gezien["link"] not in {op, tekst, *NIETS},
            "tegels": len({*tegels, *NIETS}) == 4,
        }.items()
        if not goed
    ]


@pytest.mark.parametrize(("schema", "achtergrond"), [("licht", WIT), ("donker", DONKER)])
def test_an_old_browser_has_every_colour(schema: str, achtergrond: str, site: Website) -> None:
    (gezien,) = vraag(schema, KIJK, site.url("gemeenten/"))
    assert gezien["versie"] < 109, "ouder dan de oudste die wij noemen"
    assert _mis(gezien, achtergrond) == []


def test_the_choice_of_the_reader_goes_before_that_of_the_system(site: Website) -> None:
    kies = f"document.documentElement.dataset.kleurstand = 'donker'; {KIJK}"
    (gezien,) = vraag("licht", kies, site.url("gemeenten/"))
    assert _mis(gezien, DONKER) == []
    kies = f"document.documentElement.dataset.kleurstand = 'licht'; {KIJK}"
    (gezien,) = vraag("donker", kies, site.url("gemeenten/"))
    assert _mis(gezien, WIT) == []


def test_the_gate_sees_colours_that_an_old_browser_does_not_know(kapot: Website) -> None:
    stijl = (kapot.map_ / "assets/css/tokens.css").read_text(encoding="utf-8")
    kapot.geplant["/assets/css/tokens.css"] = stijl.replace(
        "var(--kb-licht, ", "light-dark(#000, "
    ).encode()
    (gezien,) = vraag("licht", KIJK, kapot.url("gemeenten/"))
    assert "rand om een veld" in _mis(gezien, WIT)
    assert "tegels" in _mis(gezien, WIT)


def test_an_old_browser_prints_what_is_folded_in(site: Website) -> None:
    (gezien,) = vraag("licht", DRUK, site.url("wetten/awir/"))
    assert gezien[0] > 0
    assert gezien == [gezien[0], 0, gezien[0]]
