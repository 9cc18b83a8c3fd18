"""What a script copies to another place of a page leaves the name of a statement where it was."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from macros.blad.claims import other_claims
from macros.corpus.corpus import Corpus
from macros.pages.keuzehulp import ways
from tests.kwaliteit.setup import Website

pytestmark = pytest.mark.browser


def test_an_outcome_of_the_decision_aid_is_shown_without_a_second_id(
    pagina: Page, adres: Website, corpus: Corpus
) -> None:
    (claim,) = (one for one in other_claims(corpus) if one.from_.id == "tabel:keuzehulp")
    outcome = next(one for one in corpus.keuzehulp.uitkomsten if claim.bewering in one.waarom)
    (way, *_) = ways(corpus.keuzehulp)[outcome.sleutel]
    keys = ".".join(step.antwoord.sleutel for step in way)
    pagina.goto(adres.url(f"keuzehulp/?pad={keys}"))
    pagina.locator("#vraag-nu").get_by_text(outcome.titel).wait_for()
    assert pagina.get_by_text(claim.bewering.tekst[:40]).count() == 2
    anchor = claim.key.partition("#")[2]
    assert pagina.locator(f'[id="{anchor}"]').count() == 1
