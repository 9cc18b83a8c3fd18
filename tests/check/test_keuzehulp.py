from __future__ import annotations

from collections.abc import Sequence

from macros.check import keuzehulp as regels
from macros.corpus.corpus import Corpus
from tests.factory import (
    CHECK,
    RawBlock,
    make_antwoord,
    make_bewering,
    make_corpus,
    make_instrument,
    make_keuzevraag,
    make_quotation,
    make_uitkomst,
    only,
    pointed_at,
)

UITKOMSTEN = (make_uitkomst("bel"), make_uitkomst("wacht"))
FILE = "data/keuzehulp.yml"


def corpus_with(
    *vragen: RawBlock, start: str = "een", uitkomsten: Sequence[RawBlock] = UITKOMSTEN
) -> Corpus:
    choice: RawBlock = {"start": start, "vragen": list(vragen), "uitkomsten": list(uitkomsten)}
    return make_corpus(keuzehulp=choice | CHECK)


def good() -> Corpus:
    """Two questions one after another; one outcome is reached along two ways."""
    return corpus_with(
        make_keuzevraag("een", ja="twee", nee="wacht"),
        make_keuzevraag("twee", ja="bel", nee="wacht"),
    )


def test_keuzehulp_sleutels_eenmaal_bites() -> None:
    corpus = corpus_with(
        make_keuzevraag("een", ja="bel", nee="een"), make_keuzevraag("bel", ja="bel", nee="een")
    )
    error = only(regels.keuzehulp_sleutels_eenmaal, corpus)
    assert (error.file, error.veld) == (FILE, "uitkomsten[1].sleutel")
    assert pointed_at(corpus, error) == "bel"


def test_keuzehulp_sleutels_eenmaal_bites_on_two_answers() -> None:
    vraag = make_keuzevraag("een") | {
        "antwoorden": [make_antwoord("ja", "bel"), make_antwoord("ja", "wacht")]
    }
    error = only(regels.keuzehulp_sleutels_eenmaal, corpus_with(vraag))
    assert error.veld == "vragen[1].antwoorden[2].sleutel"


def test_keuzehulp_sleutels_eenmaal_does_not_over_bite() -> None:
    """Two questions may both have the answer "ja"."""
    assert list(regels.keuzehulp_sleutels_eenmaal(good())) == []


def test_keuzehulp_start_bestaat_bites() -> None:
    corpus = corpus_with(make_keuzevraag("een", ja="bel", nee="wacht"), start="eeen")
    error = only(regels.keuzehulp_start_bestaat, corpus)
    assert (error.veld, error.wat) == ("start", "„eeen” is geen vraag")
    assert error.remedy == "bedoelde u „een”?"


def test_keuzehulp_start_bestaat_bites_when_the_start_is_an_outcome() -> None:
    corpus = corpus_with(make_keuzevraag("een", ja="bel", nee="wacht"), start="bel")
    assert only(regels.keuzehulp_start_bestaat, corpus).remedy == "kies uit: een"


def test_keuzehulp_start_bestaat_does_not_over_bite() -> None:
    assert list(regels.keuzehulp_start_bestaat(good())) == []


def test_keuzehulp_loopt_nergens_dood_bites() -> None:
    corpus = corpus_with(make_keuzevraag("een", ja="bel", nee="wachten"))
    error = only(regels.keuzehulp_loopt_nergens_dood, corpus)
    assert (error.veld, error.wat) == (
        "vragen[1].antwoorden[2].naar",
        "„wachten” is geen vraag en geen uitkomst",
    )
    assert error.remedy == "bedoelde u „wacht”? (kies uit: een, bel, wacht)"
    assert pointed_at(corpus, error) == "wachten"


def test_keuzehulp_loopt_nergens_dood_does_not_over_bite() -> None:
    assert list(regels.keuzehulp_loopt_nergens_dood(good())) == []


def test_keuzehulp_alles_bereikbaar_bites() -> None:
    """A circle that nobody enters is out of reach, and so is an outcome only it leads to."""
    corpus = corpus_with(
        make_keuzevraag("een", ja="bel", nee="bel"), make_keuzevraag("los", ja="los", nee="wacht")
    )
    errors = list(regels.keuzehulp_alles_bereikbaar(corpus))
    assert [(error.veld, error.wat) for error in errors] == [
        ("vragen[2].sleutel", "niemand kan bij „los” komen"),
        ("uitkomsten[2].sleutel", "niemand kan bij „wacht” komen"),
    ]


def test_keuzehulp_alles_bereikbaar_does_not_over_bite() -> None:
    assert list(regels.keuzehulp_alles_bereikbaar(good())) == []


def test_keuzehulp_zonder_kring_bites() -> None:
    corpus = corpus_with(
        make_keuzevraag("een", ja="twee", nee="bel"),
        make_keuzevraag("twee", ja="drie", nee="wacht"),
        make_keuzevraag("drie", ja="twee", nee="wacht"),
    )
    error = only(regels.keuzehulp_zonder_kring, corpus)
    cycle = error.wat.removeprefix("de vragen gaan in een kring: ").split(" → ")
    assert cycle in (["twee", "drie", "twee"], ["drie", "twee", "drie"])
    assert error.veld == "vragen[3].antwoorden[1].naar"
    assert pointed_at(corpus, error) == "twee"


def test_keuzehulp_zonder_kring_bites_on_a_question_that_leads_to_itself() -> None:
    corpus = corpus_with(make_keuzevraag("een", ja="een", nee="bel"))
    assert only(regels.keuzehulp_zonder_kring, corpus).wat.endswith("een → een")


def test_keuzehulp_zonder_kring_does_not_over_bite() -> None:
    assert list(regels.keuzehulp_zonder_kring(good())) == []


def test_keuzehulp_vraag_langs_een_weg_bites() -> None:
    corpus = corpus_with(
        make_keuzevraag("een", ja="twee", nee="twee"),
        make_keuzevraag("twee", ja="bel", nee="wacht"),
    )
    error = only(regels.keuzehulp_vraag_langs_een_weg, corpus)
    assert error.veld == "vragen[1].antwoorden[2].naar"
    assert pointed_at(corpus, error) == "twee"


def test_keuzehulp_vraag_langs_een_weg_does_not_over_bite() -> None:
    """Outcomes may be reached along more than one way."""
    assert list(regels.keuzehulp_vraag_langs_een_weg(good())) == []


def test_keuzehulp_kent_elk_instrument_bites() -> None:
    vraag = make_keuzevraag("een", ja="bel", nee="wacht")
    uitkomsten = [make_uitkomst("bel", instrument="instrument:loket"), make_uitkomst("wacht")]
    choice: RawBlock = {"start": "een", "vragen": [vraag], "uitkomsten": uitkomsten}
    corpus = make_corpus(make_instrument(), make_instrument("register"), keuzehulp=choice | CHECK)
    error = only(regels.keuzehulp_kent_elk_instrument, corpus)
    assert (error.file, error.veld) == (FILE, "uitkomsten")
    assert error.wat == "instrument:register is van geen enkele uitkomst het instrument"


def test_keuzehulp_kent_elk_instrument_does_not_over_bite() -> None:
    corpus = make_corpus(make_instrument(), make_instrument("register"))
    assert list(regels.keuzehulp_kent_elk_instrument(corpus)) == []


def test_keuzehulp_is_onderbouwd_bites() -> None:
    corpus = corpus_with(make_keuzevraag("een", ja="bel", nee="wacht"))
    errors = list(regels.keuzehulp_is_onderbouwd(corpus))
    assert [error.veld for error in errors] == [
        "vragen[1].antwoorden[1].sleutel",
        "vragen[1].antwoorden[2].sleutel",
        "uitkomsten[1].sleutel",
        "uitkomsten[2].sleutel",
    ]
    assert errors[0].wat == "bij „ja” staat geen enkele bewering met een bron"


def test_keuzehulp_is_onderbouwd_does_not_over_bite() -> None:
    """A quoted statement is enough, and so is one of its own."""
    quotation = make_quotation("instrument:loket", "doel", "Dit")
    vraag = make_keuzevraag("een") | {
        "antwoorden": [
            make_antwoord("ja", "bel", haalt_aan=[quotation]),
            make_antwoord("nee", "bel", waarom=[make_bewering()]),
        ]
    }
    corpus = corpus_with(vraag, uitkomsten=[make_uitkomst("bel", waarom=[make_bewering()])])
    assert list(regels.keuzehulp_is_onderbouwd(corpus)) == []
