from __future__ import annotations

import pytest

from macros.blad.noten import Koppen, Noten


def test_sources_are_numbered_in_order_of_first_mention() -> None:
    noten = Noten()
    assert [noten.nummer(id_) for id_ in ("bron:B", "bron:A", "bron:B", "bron:C")] == [1, 2, 1, 3]
    assert noten.bronnen == ["bron:B", "bron:A", "bron:C"]


def test_two_pages_do_not_share_numbers() -> None:
    Noten().nummer("bron:A")
    assert Noten().nummer("bron:B") == 1


def test_headings_keep_their_order_and_an_anchor_stands_once() -> None:
    koppen = Koppen()
    assert koppen.kop("doel", "Doel") == ""
    koppen.kop("bronnen", "Bronnen")
    assert koppen.lijst == [("doel", "Doel"), ("bronnen", "Bronnen")]
    with pytest.raises(ValueError, match="doel"):
        koppen.kop("doel", "Nog eens")
