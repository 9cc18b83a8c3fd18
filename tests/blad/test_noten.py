from __future__ import annotations

import pytest

from macros.blad.noten import Headings, HeadingTwiceError, Notes


def test_sources_are_numbered_in_order_of_first_mention() -> None:
    noten = Notes()
    assert [noten.nummer(id_) for id_ in ("bron:B", "bron:A", "bron:B", "bron:C")] == [1, 2, 1, 3]
    assert noten.bronnen == ["bron:B", "bron:A", "bron:C"]


def test_two_pages_do_not_share_numbers() -> None:
    Notes().nummer("bron:A")
    assert Notes().nummer("bron:B") == 1


def test_headings_keep_their_order_and_an_anchor_stands_once() -> None:
    headings = Headings()
    assert headings.kop("doel", "Doel") == ""
    headings.kop("bronnen", "Bronnen")
    assert headings.lijst == [("doel", "Doel"), ("bronnen", "Bronnen")]
    with pytest.raises(HeadingTwiceError, match="Nog eens"):
        headings.kop("doel", "Nog eens")
