"""Every page type in every state, width and colour scheme: axe and the policy."""

from __future__ import annotations

import pytest

from macros.exports.kopregels import CSP
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
    assert uit.metingen >= len(soorten) * 9, "elke soort in drie breedten en drie kleurstanden"
    assert not uit.axe, verslag(uit.axe)
    assert not onbekeken(uit.onzeker), verslag(onbekeken(uit.onzeker))


def test_nothing_is_refused_asked_of_others_or_kept(alle_staten: Rondgang, bewijs: Bewijs) -> None:
    uit = alle_staten
    bewijs(
        "privacy-staten",
        bezoeken=uit.paginas,
        csp_overtredingen=len(uit.csp),
        verzoeken_aan_derden=len(uit.vreemd),
        cookies_en_opslag_zonder_keuze=len(uit.bewaard),
        fouten_van_scripts=len(uit.fouten),
        csp=CSP,
    )
    assert not uit.csp, verslag(uit.csp)
    assert not uit.vreemd, verslag(uit.vreemd)
    assert not uit.bewaard, verslag(uit.bewaard)
    assert not uit.fouten, verslag(uit.fouten)
