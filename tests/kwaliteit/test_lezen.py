"""A page answers before it proves: its length, the way to the law and the share of proof."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page

from macros.corpus.corpus import Corpus
from macros.model.basis import Record
from tests.bewijs import Bewijs
from tests.kwaliteit.opstelling import Fout, Website, js

pytestmark = pytest.mark.browser

TELEFOON = {"width": 360, "height": 740}
"""CSS px of a small phone of today."""
MAX_SCHERMEN = 12
MAX_TOT_ARTIKEL = 3
MAX_BEWIJS = 0.15
LEZEN = js("lezen")


@dataclass(frozen=True, slots=True)
class Maat:
    """What one page measures; ``artikel`` is None where no article of a law is named."""

    schermen: float
    artikel: float | None
    bewijs: float
    balk: bool


@pytest.fixture(scope="module")
def telefoon(browser: Browser) -> Iterator[Page]:
    """Return a tab of the size of a phone."""
    context = browser.new_context(viewport=TELEFOON)  # type: ignore[arg-type]  # a plain dict
    yield context.new_page()
    context.close()


def _meet(page: Page, site: Website, paden: Iterable[str]) -> dict[str, Maat]:
    maten = {}
    for pad in paden:
        page.goto(site.url(pad), wait_until="load")
        maten[pad] = Maat(**page.evaluate(LEZEN))
    return maten


def _mis(maten: Mapping[str, Maat], leerpunten: Iterable[str] = ()) -> list[str]:
    """Return what is wrong with these record pages."""
    kort = set(leerpunten)
    fouten = []
    for pad, maat in maten.items():
        if maat.schermen > MAX_SCHERMEN:
            fouten.append(f"{pad}: {maat.schermen:.1f} schermen")
        if pad in kort and maat.artikel is not None and maat.artikel > MAX_TOT_ARTIKEL:
            fouten.append(f"{pad}: artikel na {maat.artikel:.1f} schermen")
        if maat.bewijs > MAX_BEWIJS:
            fouten.append(f"{pad}: {maat.bewijs:.0%} bewijs")
    return fouten


def test_a_record_answers_before_it_proves(
    telefoon: Page, site: Website, corpus: Corpus, bewijs: Bewijs
) -> None:
    records = corpus.alle(Record)
    maten = _meet(telefoon, site, [record.pad for record in records])
    leerpunten = [record.pad for record in records if record.soort == "leerpunt"]
    tot_artikel = [een for pad in leerpunten if (een := maten[pad].artikel) is not None]
    langste = max(maten, key=lambda pad: maten[pad].schermen)
    bewijs(
        "lezen",
        recordpaginas=len(maten),
        schermen_mediaan=round(statistics.median(maat.schermen for maat in maten.values()), 1),
        schermen_langste=round(maten[langste].schermen, 1),
        langste_pagina=f"/{langste}",
        schermen_tot_artikel_mediaan=round(statistics.median(tot_artikel), 1),
        schermen_tot_artikel_langst=round(max(tot_artikel), 1),
        aandeel_bewijs_mediaan=round(statistics.median(m.bewijs for m in maten.values()), 3),
        aandeel_bewijs_hoogst=round(max(maat.bewijs for maat in maten.values()), 3),
    )
    assert _mis(maten, leerpunten) == []


def test_every_page_type_has_the_actions_under_its_title(
    telefoon: Page, site: Website, soorten: Mapping[str, str]
) -> None:
    maten = _meet(telefoon, site, soorten.values())
    assert [pad for pad, maat in maten.items() if not maat.balk] == []


ARTIKEL = "<h1>ALO-kop in het kindgebonden budget</h1>"


@pytest.mark.parametrize(
    ("fout", "vondst"),
    [
        (("leerpunten/alo-kop/", "<details", "<details open"), "schermen"),
        (("leerpunten/alo-kop/", "<details", "<details open"), "bewijs"),
        (("leerpunten/alo-kop/", ARTIKEL, ARTIKEL + "<p>Lang.</p>" * 60), "artikel na"),
    ],
)
def test_the_gate_sees_a_page_that_proves_first(
    fout: Fout, vondst: str, telefoon: Page, kapot: Website
) -> None:
    kapot.verander(*fout)
    gevonden = _mis(_meet(telefoon, kapot, [fout[0]]), [fout[0]])
    assert any(vondst in een for een in gevonden)
