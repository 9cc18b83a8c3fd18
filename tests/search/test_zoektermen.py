from __future__ import annotations

from macros.search.zoektermen import weak_zoektermen
from tests.factory import make_begrip, make_bron, make_corpus


def test_a_record_with_few_or_idle_terms_is_named_with_the_reason() -> None:
    corpus = make_corpus(
        make_begrip("goed", zoektermen=["aap", "noot", "mies"]),
        make_begrip("weinig", zoektermen=["aap", "noot"]),
        make_begrip(
            "ijdel",
            titel="Beslag op loon",
            samenvatting="Een schuldeiser krijgt een deel.",
            zoektermen=["loon", "Schuldeiser", "loonbeslag"],
        ),
    )
    assert sorted((record.id, wat) for record, wat in weak_zoektermen(corpus)) == [
        (
            "begrip:ijdel",
            "1 van de 3 zoektermen (voegt niets toe aan titel en samenvatting: loon, Schuldeiser)",
        ),
        ("begrip:weinig", "2 van de 3 zoektermen"),
    ]


def test_sources_need_none() -> None:
    assert list(weak_zoektermen(make_corpus(make_bron()))) == []
