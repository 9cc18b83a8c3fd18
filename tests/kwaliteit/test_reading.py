"""A page answers before it proves: its length, the way to the law and the share of proof."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page

from macros.corpus.corpus import Corpus
from macros.model.base import Record
from tests.kwaliteit.setup import Error, Website, js
from tests.proof import Proof

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
"""CSS px of a small phone of today."""
MAX_SCREENS = 12
MAX_UNTIL_ARTIKEL = 3
MAX_PROOF = 0.15
READING = js("lezen")


@dataclass(frozen=True, slots=True)
class Maat:
    """What one page measures; ``artikel`` is None where no article of a law is named."""

    screens: float
    artikel: float | None
    proof: float
    balk: bool


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """Return a tab of the size of a phone."""
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]  # a plain dict
    yield context.new_page()
    context.close()


def _measure(page: Page, site: Website, paths: Iterable[str]) -> dict[str, Maat]:
    measures = {}
    for pad in paths:
        page.goto(site.url(pad), wait_until="load")
        measures[pad] = Maat(**page.evaluate(READING))
    return measures


def _faults(measures: Mapping[str, Maat], leerpunten: Iterable[str] = ()) -> list[str]:
    """Return what is wrong with these record pages."""
    short = set(leerpunten)
    errors = []
    for pad, measure in measures.items():
        if measure.screens > MAX_SCREENS:
            errors.append(f"{pad}: {measure.screens:.1f} schermen")
        if pad in short and measure.artikel is not None and measure.artikel > MAX_UNTIL_ARTIKEL:
            errors.append(f"{pad}: artikel na {measure.artikel:.1f} schermen")
        if measure.proof > MAX_PROOF:
            errors.append(f"{pad}: {measure.proof:.0%} bewijs")
    return errors


def test_a_record_answers_before_it_proves(
    phone: Page, site: Website, corpus: Corpus, proof: Proof
) -> None:
    records = corpus.every(Record)
    measures = _measure(phone, site, [record.pad for record in records])
    leerpunten = [record.pad for record in records if record.soort == "leerpunt"]
    until_artikel = [one for pad in leerpunten if (one := measures[pad].artikel) is not None]
    longest = max(measures, key=lambda pad: measures[pad].screens)
    proof(
        "lezen",
        recordpaginas=len(measures),
        schermen_mediaan=round(
            statistics.median(measure.screens for measure in measures.values()), 1
        ),
        schermen_langste=round(measures[longest].screens, 1),
        langste_pagina=f"/{longest}",
        schermen_tot_artikel_mediaan=round(statistics.median(until_artikel), 1),
        schermen_tot_artikel_langst=round(max(until_artikel), 1),
        aandeel_bewijs_mediaan=round(statistics.median(m.proof for m in measures.values()), 3),
        aandeel_bewijs_hoogst=round(max(measure.proof for measure in measures.values()), 3),
    )
    assert _faults(measures, leerpunten) == []


def test_no_page_is_long_or_shows_more_proof_than_it_says(
    phone: Page, site: Website, corpus: Corpus, soorten: Mapping[str, str], proof: Proof
) -> None:
    """Every page that is read: sources, municipalities, letters and what is written by hand."""
    records = {record.pad for record in corpus.every(Record)}
    same = _twins(site, records)
    measures = _measure(phone, site, sorted(set(site.paths()) - records - same))
    longest = max(measures, key=lambda pad: measures[pad].screens)
    types = {soort: measures[pad] for soort, pad in soorten.items() if pad in measures}
    proof(
        "lezen_overig",
        paginas=len(measures),
        schermen_langste=round(measures[longest].screens, 1),
        langste_pagina=f"/{longest}",
        schermen_langste_soort=round(max(measure.screens for measure in types.values()), 1),
        aandeel_bewijs_hoogst=round(max(measure.proof for measure in measures.values()), 3),
    )
    assert _faults(measures) == []


def _twins(site: Website, records: Iterable[str]) -> set[str]:
    """Return the municipalities whose page is no longer than one that is measured.

    One template makes all; of every length in bytes only the longest hundred are looked at.
    """
    known = set(records)
    some = [pad for pad in site.paths() if pad.startswith("gemeenten/gm") and pad not in known]
    return {*sorted(some, key=lambda pad: len(site.bron(pad)), reverse=True)[100:]}


def test_every_page_type_has_the_actions_under_its_title(
    phone: Page, site: Website, soorten: Mapping[str, str]
) -> None:
    measures = _measure(phone, site, soorten.values())
    assert [pad for pad, measure in measures.items() if not measure.balk] == []


ARTIKEL = "<h1>ALO-kop in het kindgebonden budget</h1>"


@pytest.mark.parametrize(
    ("error", "finding"),
    [
        (("leerpunten/alo-kop/", "<details", "<details open"), "schermen"),
        (("bronnen/eigen/", "<details", "<details open"), "schermen"),
        (("casus-voorbereiden/", "<details", "<details open"), "schermen"),
        (("leerpunten/alo-kop/", "<details", "<details open"), "bewijs"),
        (("leerpunten/alo-kop/", ARTIKEL, ARTIKEL + "<p>Lang.</p>" * 60), "artikel na"),
    ],
)
def test_the_gate_sees_a_page_that_proves_first(
    error: Error, finding: str, phone: Page, broken: Website
) -> None:
    broken.change(*error)
    found = _faults(_measure(phone, broken, [error[0]]), [error[0]])
    assert any(finding in one for one in found)
