from __future__ import annotations

from macros.check import tegelkaart
from macros.check.tegelkaart import afstanden
from macros.corpus.corpus import Corpus
from tests.fabriek import Ruw, aangewezen, enige, maak_corpus, maak_gemeente, maak_tegelkaart

CODES = ("GM0363", "GM0384", "GM0394")


def _corpus(tegels: list[tuple[str, int, int]], **velden: object) -> Corpus:
    kaart = maak_tegelkaart(
        tegels=[{"gemeente": cbs, "x": x, "y": y} for cbs, x, y in tegels],
        **({"breedte": 3, "hoogte": 2} | velden),
    )
    return maak_corpus(gemeenten=[maak_gemeente(cbs) for cbs in CODES], tegelkaart=kaart)


VOL = [("GM0363", 0, 0), ("GM0384", 1, 0), ("GM0394", 2, 1)]


def test_elke_gemeente_een_tegel_bijt() -> None:
    corpus = _corpus(VOL[:2])
    fout = enige(tegelkaart.elke_gemeente_een_tegel, corpus)
    assert (fout.bestand, fout.veld) == ("data/tegelkaart.yml", "tegels")
    assert fout.wat == "Gemeente GM0394 (GM0394) heeft geen vakje op de kaart"
    assert "leeg vakje" in fout.herstel


def test_elke_gemeente_een_tegel_bijt_bij_een_onbekende_gemeente() -> None:
    corpus = _corpus([*VOL, ("GM0385", 0, 1)])
    fout = enige(tegelkaart.elke_gemeente_een_tegel, corpus)
    assert fout.veld == "tegels[4].gemeente"
    assert fout.herstel.startswith("bedoelde u „GM0384”?")
    assert aangewezen(corpus, fout) == "GM0385"


def test_elke_gemeente_een_tegel_bijt_bij_twee_vakjes() -> None:
    corpus = _corpus([*VOL, ("GM0384", 0, 1)])
    fout = enige(tegelkaart.elke_gemeente_een_tegel, corpus)
    assert (fout.veld, fout.wat) == ("tegels[4].gemeente", "„GM0384” heeft al een vakje")


def test_elke_gemeente_een_tegel_bijt_niet_te_veel() -> None:
    assert list(tegelkaart.elke_gemeente_een_tegel(_corpus(VOL))) == []


def test_tegels_apart_bijt() -> None:
    fout = enige(tegelkaart.tegels_apart, _corpus([*VOL[:2], ("GM0394", 1, 0)]))
    assert (fout.veld, fout.wat) == ("tegels[3]", "„GM0394” ligt op het vakje van „GM0384”")
    assert fout.herstel == "kies een leeg vakje"


def test_tegels_apart_bijt_buiten_de_kaart() -> None:
    corpus = _corpus([*VOL[:2], ("GM0394", 3, 2)])
    breed, hoog = tegelkaart.tegels_apart(corpus)
    assert (breed.veld, breed.wat) == ("tegels[3].x", "3 valt buiten de kaart")
    assert breed.herstel == "schrijf een getal van 0 tot en met 2"
    assert (hoog.veld, hoog.herstel) == ("tegels[3].y", "schrijf een getal van 0 tot en met 1")
    assert aangewezen(corpus, breed) == "3"


def test_tegels_apart_bijt_niet_te_veel() -> None:
    """Squares may touch, lie in a corner, and leave others empty."""
    assert list(tegelkaart.tegels_apart(_corpus(VOL))) == []


def _buren(paren: int, ver: int) -> Corpus:
    """Return a corpus of pairs of neighbours side by side, ``ver`` of which lie far apart."""
    gemeenten: list[Ruw] = []
    tegels: list[Ruw] = []
    for nummer in range(paren):
        een, ander = f"GM{2 * nummer:04}", f"GM{2 * nummer + 1:04}"
        gemeenten += [maak_gemeente(een, buren=[ander]), maak_gemeente(ander, buren=[een])]
        weg = tegelkaart.DICHTBIJ + 1 if nummer < ver else tegelkaart.DICHTBIJ
        tegels += [
            {"gemeente": een, "x": 0, "y": nummer},
            {"gemeente": ander, "x": weg, "y": nummer},
        ]
    kaart = maak_tegelkaart(breedte=9, hoogte=paren, tegels=tegels)
    return maak_corpus(gemeenten=gemeenten, tegelkaart=kaart)


def test_buren_dichtbij_bijt() -> None:
    fout = enige(tegelkaart.buren_dichtbij, _buren(20, ver=2))
    assert fout.wat.startswith("maar 18 van de 20 buurparen liggen dicht bij elkaar")
    assert "95%" in fout.herstel
    assert "python -m tests.tegelkaart.bereken" in fout.herstel


def test_buren_dichtbij_bijt_niet_te_veel() -> None:
    """A few may lie apart; who has no square, or is not there, is the business of another rule."""
    assert list(tegelkaart.buren_dichtbij(_buren(20, ver=1))) == []
    kaart = maak_tegelkaart(["GM0363", "GM9999"])
    los = maak_corpus(
        gemeenten=[maak_gemeente(buren=["GM0384"]), maak_gemeente("GM0384", buren=["GM0363"])],
        tegelkaart=kaart,
    )
    assert list(tegelkaart.buren_dichtbij(los)) == []


def test_de_echte_kaart_is_beter_dan_de_regel_vraagt(corpus: Corpus) -> None:
    buren = {cbs: gemeente.buren for cbs, gemeente in corpus.gemeenten().items()}
    paren = afstanden(
        buren, {tegel.gemeente: (tegel.x, tegel.y) for tegel in corpus.tegelkaart.tegels}
    )
    assert len(paren) == sum(map(len, buren.values())) // 2
    assert sum(afstand == 1 for afstand in paren) > 0.75 * len(paren)
    assert max(paren) < 6
