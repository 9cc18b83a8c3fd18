"""Every page once, as ``ONCE`` tells: axe, its width, the policy, what the browser keeps."""

from __future__ import annotations

import pytest

from tests.kwaliteit.measuring import Round
from tests.kwaliteit.setup import Website
from tests.kwaliteit.uncertain import report, unreviewed
from tests.proof import Proof

pytestmark = pytest.mark.browser


def test_every_page_once(everything_once: Round, site: Website, proof: Proof) -> None:
    out = everything_once
    proof(
        "axe-alle-paginas",
        paginas=out.pages,
        vondsten=len(out.axe),
        onzeker_niet_bekeken=len(unreviewed(out.uncertain)),
        te_breed_op_320_px=len(out.too_wide),
    )
    assert out.pages == out.metingen == len(site.paths())
    assert not out.axe, report(out.axe)
    assert not unreviewed(out.uncertain), report(unreviewed(out.uncertain))


def test_no_page_scrolls_sideways_at_320_px(everything_once: Round) -> None:
    assert not everything_once.too_wide, report(everything_once.too_wide)


def test_nothing_is_refused_asked_of_others_or_kept(everything_once: Round, proof: Proof) -> None:
    proof("privacy", **everything_once.privacy())
    assert not everything_once.unwanted(), report(everything_once.unwanted())
