"""Every page type in every state, width and colour scheme: axe and the policy."""

from __future__ import annotations

import pytest

from tests.bewijs import Bewijs
from tests.kwaliteit.meten import Rondgang
from tests.kwaliteit.onzeker import onbekeken, verslag

pytestmark = pytest.mark.browser


def test_every_type_in_every_state(
    alle_staten: Rondgang, soorten: dict[str, str], bewijs: Bewijs
) -> None:
    uit = alle_staten
    bewijs(
        "axe-alle-staten",
        paginasoorten=len(soorten),
        metingen=uit.metingen,
        vondsten=len(uit.axe),
        onzeker_niet_bekeken=len(onbekeken(uit.onzeker)),
    )
    assert uit.metingen >= len(soorten) * 8, "drie breedten en drie kleurstanden, op EENMAAL na"
    assert not uit.axe, verslag(uit.axe)
    assert not onbekeken(uit.onzeker), verslag(onbekeken(uit.onzeker))


def test_nothing_is_refused_asked_of_others_or_kept(alle_staten: Rondgang, bewijs: Bewijs) -> None:
    bewijs("privacy-staten", **alle_staten.privacy())
    assert not alle_staten.ongewenst(), verslag(alle_staten.ongewenst())
