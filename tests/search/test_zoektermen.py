from __future__ import annotations

from macros.search.zoektermen import zwakke_zoektermen
from tests.fabriek import maak_begrip, maak_bron, maak_corpus


def test_a_record_with_few_or_idle_terms_is_named_with_the_reason() -> None:
    corpus = maak_corpus(
        maak_begrip("goed", zoektermen=["aap", "noot", "mies"]),
        maak_begrip("weinig", zoektermen=["aap", "noot"]),
        maak_begrip(
            "ijdel",
            titel="Beslag op loon",
            samenvatting="Een schuldeiser krijgt een deel.",
            zoektermen=["loon", "Schuldeiser", "loonbeslag"],
        ),
    )
    assert sorted((record.id, wat) for record, wat in zwakke_zoektermen(corpus)) == [
        (
            "begrip:ijdel",
            "1 van de 3 zoektermen (voegt niets toe aan titel en samenvatting: loon, Schuldeiser)",
        ),
        ("begrip:weinig", "2 van de 3 zoektermen"),
    ]


def test_sources_need_none() -> None:
    assert list(zwakke_zoektermen(maak_corpus(maak_bron()))) == []
