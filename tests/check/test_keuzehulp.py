from __future__ import annotations

from collections.abc import Sequence

from macros.check import keuzehulp as regels
from macros.corpus.corpus import Corpus
from tests.fabriek import (
    CONTROLE,
    Ruw,
    aangewezen,
    enige,
    maak_aanhaling,
    maak_antwoord,
    maak_bewering,
    maak_corpus,
    maak_instrument,
    maak_keuzevraag,
    maak_uitkomst,
)

UITKOMSTEN = (maak_uitkomst("bel"), maak_uitkomst("wacht"))
BESTAND = "data/keuzehulp.yml"


def corpus_met(*vragen: Ruw, start: str = "een", uitkomsten: Sequence[Ruw] = UITKOMSTEN) -> Corpus:
    keuze: Ruw = {"start": start, "vragen": list(vragen), "uitkomsten": list(uitkomsten)}
    return maak_corpus(keuzehulp=keuze | CONTROLE)


def goed() -> Corpus:
    """Two questions one after another; one outcome is reached along two ways."""
    return corpus_met(
        maak_keuzevraag("een", ja="twee", nee="wacht"),
        maak_keuzevraag("twee", ja="bel", nee="wacht"),
    )


def test_keuzehulp_sleutels_eenmaal_bijt() -> None:
    corpus = corpus_met(
        maak_keuzevraag("een", ja="bel", nee="een"), maak_keuzevraag("bel", ja="bel", nee="een")
    )
    fout = enige(regels.keuzehulp_sleutels_eenmaal, corpus)
    assert (fout.bestand, fout.veld) == (BESTAND, "uitkomsten[1].sleutel")
    assert aangewezen(corpus, fout) == "bel"


def test_keuzehulp_sleutels_eenmaal_bijt_bij_twee_antwoorden() -> None:
    vraag = maak_keuzevraag("een") | {
        "antwoorden": [maak_antwoord("ja", "bel"), maak_antwoord("ja", "wacht")]
    }
    fout = enige(regels.keuzehulp_sleutels_eenmaal, corpus_met(vraag))
    assert fout.veld == "vragen[1].antwoorden[2].sleutel"


def test_keuzehulp_sleutels_eenmaal_bijt_niet_te_veel() -> None:
    """Two questions may both have the answer "ja"."""
    assert list(regels.keuzehulp_sleutels_eenmaal(goed())) == []


def test_keuzehulp_start_bestaat_bijt() -> None:
    corpus = corpus_met(maak_keuzevraag("een", ja="bel", nee="wacht"), start="eeen")
    fout = enige(regels.keuzehulp_start_bestaat, corpus)
    assert (fout.veld, fout.wat) == ("start", "„eeen” is geen vraag")
    assert fout.herstel == "bedoelde u „een”?"


def test_keuzehulp_start_bestaat_bijt_als_de_start_een_uitkomst_is() -> None:
    corpus = corpus_met(maak_keuzevraag("een", ja="bel", nee="wacht"), start="bel")
    assert enige(regels.keuzehulp_start_bestaat, corpus).herstel == "kies uit: een"


def test_keuzehulp_start_bestaat_bijt_niet_te_veel() -> None:
    assert list(regels.keuzehulp_start_bestaat(goed())) == []


def test_keuzehulp_loopt_nergens_dood_bijt() -> None:
    corpus = corpus_met(maak_keuzevraag("een", ja="bel", nee="wachten"))
    fout = enige(regels.keuzehulp_loopt_nergens_dood, corpus)
    assert (fout.veld, fout.wat) == (
        "vragen[1].antwoorden[2].naar",
        "„wachten” is geen vraag en geen uitkomst",
    )
    assert fout.herstel == "bedoelde u „wacht”? (kies uit: een, bel, wacht)"
    assert aangewezen(corpus, fout) == "wachten"


def test_keuzehulp_loopt_nergens_dood_bijt_niet_te_veel() -> None:
    assert list(regels.keuzehulp_loopt_nergens_dood(goed())) == []


def test_keuzehulp_alles_bereikbaar_bijt() -> None:
    """A circle that nobody enters is out of reach, and so is an outcome only it leads to."""
    corpus = corpus_met(
        maak_keuzevraag("een", ja="bel", nee="bel"), maak_keuzevraag("los", ja="los", nee="wacht")
    )
    fouten = list(regels.keuzehulp_alles_bereikbaar(corpus))
    assert [(fout.veld, fout.wat) for fout in fouten] == [
        ("vragen[2].sleutel", "niemand kan bij „los” komen"),
        ("uitkomsten[2].sleutel", "niemand kan bij „wacht” komen"),
    ]


def test_keuzehulp_alles_bereikbaar_bijt_niet_te_veel() -> None:
    assert list(regels.keuzehulp_alles_bereikbaar(goed())) == []


def test_keuzehulp_zonder_kring_bijt() -> None:
    corpus = corpus_met(
        maak_keuzevraag("een", ja="twee", nee="bel"),
        maak_keuzevraag("twee", ja="drie", nee="wacht"),
        maak_keuzevraag("drie", ja="twee", nee="wacht"),
    )
    fout = enige(regels.keuzehulp_zonder_kring, corpus)
    kring = fout.wat.removeprefix("de vragen gaan in een kring: ").split(" → ")
    assert kring in (["twee", "drie", "twee"], ["drie", "twee", "drie"])
    assert fout.veld == f"vragen[{['een', 'twee', 'drie'].index(kring[0]) + 1}].antwoorden"


def test_keuzehulp_zonder_kring_bijt_bij_een_vraag_die_naar_zichzelf_leidt() -> None:
    corpus = corpus_met(maak_keuzevraag("een", ja="een", nee="bel"))
    assert enige(regels.keuzehulp_zonder_kring, corpus).wat.endswith("een → een")


def test_keuzehulp_zonder_kring_bijt_niet_te_veel() -> None:
    assert list(regels.keuzehulp_zonder_kring(goed())) == []


def test_keuzehulp_vraag_langs_een_weg_bijt() -> None:
    corpus = corpus_met(
        maak_keuzevraag("een", ja="twee", nee="twee"),
        maak_keuzevraag("twee", ja="bel", nee="wacht"),
    )
    fout = enige(regels.keuzehulp_vraag_langs_een_weg, corpus)
    assert fout.veld == "vragen[1].antwoorden[2].naar"
    assert aangewezen(corpus, fout) == "twee"


def test_keuzehulp_vraag_langs_een_weg_bijt_niet_te_veel() -> None:
    """Outcomes may be reached along more than one way."""
    assert list(regels.keuzehulp_vraag_langs_een_weg(goed())) == []


def test_keuzehulp_kent_elk_instrument_bijt() -> None:
    vraag = maak_keuzevraag("een", ja="bel", nee="wacht")
    uitkomsten = [maak_uitkomst("bel", instrument="instrument:loket"), maak_uitkomst("wacht")]
    keuze: Ruw = {"start": "een", "vragen": [vraag], "uitkomsten": uitkomsten}
    corpus = maak_corpus(maak_instrument(), maak_instrument("register"), keuzehulp=keuze | CONTROLE)
    fout = enige(regels.keuzehulp_kent_elk_instrument, corpus)
    assert (fout.bestand, fout.veld) == (BESTAND, "uitkomsten")
    assert fout.wat == "instrument:register is van geen enkele uitkomst het instrument"


def test_keuzehulp_kent_elk_instrument_bijt_niet_te_veel() -> None:
    corpus = maak_corpus(maak_instrument(), maak_instrument("register"))
    assert list(regels.keuzehulp_kent_elk_instrument(corpus)) == []


def test_keuzehulp_is_onderbouwd_bijt() -> None:
    corpus = corpus_met(maak_keuzevraag("een", ja="bel", nee="wacht"))
    fouten = list(regels.keuzehulp_is_onderbouwd(corpus))
    assert [fout.veld for fout in fouten] == [
        "vragen[1].antwoorden[1].sleutel",
        "vragen[1].antwoorden[2].sleutel",
        "uitkomsten[1].sleutel",
        "uitkomsten[2].sleutel",
    ]
    assert fouten[0].wat == "bij „ja” staat geen enkele bewering met een bron"


def test_keuzehulp_is_onderbouwd_bijt_niet_te_veel() -> None:
    """A quoted statement is enough, and so is one of its own."""
    aanhaling = maak_aanhaling("instrument:loket", "doel", "Dit")
    vraag = maak_keuzevraag("een") | {
        "antwoorden": [
            maak_antwoord("ja", "bel", haalt_aan=[aanhaling]),
            maak_antwoord("nee", "bel", waarom=[maak_bewering()]),
        ]
    }
    corpus = corpus_met(vraag, uitkomsten=[maak_uitkomst("bel", waarom=[maak_bewering()])])
    assert list(regels.keuzehulp_is_onderbouwd(corpus)) == []
