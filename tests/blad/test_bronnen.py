from __future__ import annotations

import pytest

from macros.blad.bronnen import voluit
from tests.factory import make_bron, make_corpus


@pytest.mark.parametrize(
    ("url", "adres"),
    [
        ("https://voorbeeld.nl/stuk", "https://voorbeeld.nl/stuk"),
        (None, "https://kennisbank.example/bronnen/n24/"),
    ],
)
def test_a_source_in_words_has_title_publisher_date_and_address(
    url: str | None, adres: str
) -> None:
    vindplaats = {} if url else {"vindplaats": "Bij het ministerie."}
    corpus = make_corpus(make_bron(titel="Nota", uitgever="SZW", url=url, **vindplaats))
    bron = "bron:N24"
    woorden = voluit(corpus, bron)
    assert woorden.startswith("Nota. SZW, 22 april 2024.")
    assert woorden.endswith(f". {adres}")
