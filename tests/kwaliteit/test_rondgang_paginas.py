"""Every page once, as ``EENMAAL`` tells: axe, its width, the policy, what the browser keeps."""

from __future__ import annotations

import pytest

from macros.blad.kopregels import CSP
from tests.bewijs import Bewijs
from tests.kwaliteit.meten import Rondgang
from tests.kwaliteit.onzeker import onbekeken, verslag
from tests.kwaliteit.opstelling import Website

pytestmark = pytest.mark.browser


def test_every_page_once(alles_eenmaal: Rondgang, site: Website, bewijs: Bewijs) -> None:
    uit = alles_eenmaal
    bewijs(
        "axe-alle-paginas",
        paginas=uit.paginas,
        vondsten=len(uit.axe),
        onzeker_niet_bekeken=len(onbekeken(uit.onzeker)),
        te_breed_op_320_px=len(uit.te_breed),
    )
    assert uit.paginas == uit.metingen == len(site.paden())
    assert not uit.axe, verslag(uit.axe)
    assert not onbekeken(uit.onzeker), verslag(onbekeken(uit.onzeker))


def test_no_page_scrolls_sideways_at_320_px(alles_eenmaal: Rondgang) -> None:
    assert not alles_eenmaal.te_breed, verslag(alles_eenmaal.te_breed)


def test_nothing_is_refused_asked_of_others_or_kept(
    alles_eenmaal: Rondgang, bewijs: Bewijs
) -> None:
    bewijs("privacy", csp=CSP, **alles_eenmaal.privacy())
    assert not alles_eenmaal.ongewenst(), verslag(alles_eenmaal.ongewenst())
