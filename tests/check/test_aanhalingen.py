from __future__ import annotations

from macros.check import aanhalingen
from macros.model.hulpmiddel import Aanhaling
from tests.fabriek import (
    ZIN,
    Ruw,
    aangewezen,
    enige,
    herbouwd,
    maak_aanhaling,
    maak_bewering,
    maak_casusformulier,
    maak_corpus,
    maak_instrument,
    maak_keuzehulp,
)

LOKET = "instrument:loket"
VRAAG: Ruw = {"veld": "kosten", "vraag": "Wat kost het?", "aan": ["organisatie:pmm"]}


def formulier(*haalt_aan: Ruw) -> Ruw:
    veld: Ruw = {"sleutel": "een", "label": "Een?", "uitleg": ZIN, "haalt_aan": list(haalt_aan)}
    return maak_casusformulier(velden=[veld])


def test_aanhaling_bestaat_bijt() -> None:
    """As when somebody rewords a statement that a tool rests on."""
    corpus = maak_corpus(
        maak_instrument(), casusformulier=formulier(maak_aanhaling(LOKET, "doel", "Het was"))
    )
    fout = enige(aanhalingen.aanhaling_bestaat, corpus)
    assert (fout.bestand, fout.veld) == (
        "data/casusformulier.yml",
        "velden[1].haalt_aan[1].begint",
    )
    assert (
        fout.wat
        == "„Het was” staat niet aan het begin van een tekst bij instrument:loket, veld doel"
    )
    assert aangewezen(corpus, fout) == "Het was"


def test_aanhaling_bestaat_bijt_bij_een_veld_dat_er_niet_is() -> None:
    for veld in ("doelen", "titel", "volgorde", "__class__"):
        aanhaling = maak_aanhaling(LOKET, veld, ZIN)
        corpus = maak_corpus(maak_instrument(), casusformulier=formulier(aanhaling))
        assert f"veld {veld}" in enige(aanhalingen.aanhaling_bestaat, corpus).wat


def test_aanhaling_bestaat_bijt_als_er_meer_passen() -> None:
    loket = maak_instrument(doel=[maak_bewering(), maak_bewering(stand=2025)])
    corpus = maak_corpus(loket, casusformulier=formulier(maak_aanhaling(LOKET, "doel", "Dit")))
    fout = enige(aanhalingen.aanhaling_bestaat, corpus)
    assert fout.wat == "„Dit” past op 2 teksten bij instrument:loket, veld doel"
    assert fout.herstel == "neem meer woorden over, tot er één past"


def test_aanhaling_bestaat_bijt_bij_de_tabel_van_gemeenten() -> None:
    klein = maak_corpus(maak_instrument())
    aanhaling = Aanhaling(record=LOKET, veld="doel", begint="Het was")
    tabel = klein.gemeentetabel.model_copy(update={"indienen": aanhaling})
    wortel = klein.gelezen["tabel:gemeenten"].bestand
    fout = enige(aanhalingen.aanhaling_bestaat, herbouwd(klein, gemeenten=tabel))
    assert (fout.bestand, fout.veld) == (wortel.naam, "indienen.begint")
    goed = tabel.model_copy(update={"indienen": aanhaling.model_copy(update={"begint": ZIN})})
    assert not list(aanhalingen.aanhaling_bestaat(herbouwd(klein, gemeenten=goed)))


def test_aanhaling_bestaat_bijt_bij_een_open_vraag() -> None:
    loket = maak_instrument(onbekend=[VRAAG])
    keuze = maak_keuzehulp([loket])
    uitkomsten = keuze["uitkomsten"]
    assert isinstance(uitkomsten, list)
    uitkomsten[0]["onbekend"] = [{"record": LOKET, "begint": "Wie betaalt"}]
    fout = enige(aanhalingen.aanhaling_bestaat, maak_corpus(loket, keuzehulp=keuze))
    assert (fout.bestand, fout.veld) == ("data/keuzehulp.yml", "uitkomsten[1].onbekend[1].begint")


def test_aanhaling_bestaat_bijt_niet_te_veel() -> None:
    loket = maak_instrument(
        doel=[maak_bewering(), maak_bewering(tekst="Dat is een zin.")], onbekend=[VRAAG]
    )
    keuze = maak_keuzehulp([loket])
    uitkomsten = keuze["uitkomsten"]
    assert isinstance(uitkomsten, list)
    uitkomsten[0]["onbekend"] = [{"record": LOKET, "begint": "Wat kost"}]
    elders = maak_aanhaling("instrument:weg", "doel", ZIN)  # a broken reference has its own message
    corpus = maak_corpus(
        loket,
        keuzehulp=keuze,
        casusformulier=formulier(maak_aanhaling(LOKET, "doel", "Dat"), elders),
    )
    assert list(aanhalingen.aanhaling_bestaat(corpus)) == []
