"""What the command refuses, the build refuses, and the other way round."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.site.keuring import keur
from tests.bouwen import bouw, kopieer


@pytest.mark.bouwt
def test_a_page_that_the_command_refuses_is_not_built(wortel: Path, tmp_path: Path) -> None:
    zinnen = {
        "docs/over/index.md": "De Participatiewet geldt sinds 1 januari 2015.",
        "docs/privacy.md": "Kies bij meer filters tegelijk.",
    }
    kopie = kopieer(wortel, tmp_path / "kopie")
    for pad, zin in zinnen.items():
        with (kopie / pad).open("a", encoding="utf-8") as bestand:
            bestand.write(f"\n{zin}\n")
    _, fouten = keur(kopie)
    assert {fout.bestand for fout in fouten} == set(zinnen)
    uitkomst = bouw(kopie, tmp_path / "site")
    assert uitkomst.status != 0
    assert [fout.wat for fout in fouten if fout.wat not in uitkomst.uitvoer] == []


def test_what_holds_is_not_refused(wortel: Path) -> None:
    corpus, fouten = keur(wortel)
    assert corpus is not None
    assert fouten == []
