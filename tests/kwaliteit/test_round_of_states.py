"""Every page type in every state, width and colour scheme: axe and the policy."""

from __future__ import annotations

import pytest

from tests.kwaliteit.measuring import Round
from tests.kwaliteit.uncertain import report, unreviewed
from tests.proof import Proof

pytestmark = pytest.mark.browser


def test_every_type_in_every_state(
    all_states: Round, soorten: dict[str, str], proof: Proof
) -> None:
    out = all_states
    proof(
        "axe-alle-staten",
        paginasoorten=len(soorten),
        metingen=out.metingen,
        vondsten=len(out.axe),
        onzeker_niet_bekeken=len(unreviewed(out.uncertain)),
    )
    assert out.metingen >= len(soorten) * 6, "drie breedten, aan de einden in drie kleurstanden"
    assert not out.axe, report(out.axe)
    assert not unreviewed(out.uncertain), report(unreviewed(out.uncertain))


def test_nothing_is_refused_asked_of_others_or_kept(all_states: Round, proof: Proof) -> None:
    proof("privacy-staten", **all_states.privacy())
    assert not all_states.unwanted(), report(all_states.unwanted())
