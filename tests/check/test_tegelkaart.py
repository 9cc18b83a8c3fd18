from __future__ import annotations

from macros.check import tegelkaart
from macros.check.tegelkaart import distances
from macros.corpus.corpus import Corpus
from tests.factory import RawBlock, make_corpus, make_gemeente, make_tegelkaart, only, pointed_at

CODES = ("GM0363", "GM0384", "GM0394")


def _corpus(tegels: list[tuple[str, int, int]], **velden: object) -> Corpus:
    tile_map = make_tegelkaart(
        tegels=[{"gemeente": cbs, "x": x, "y": y} for cbs, x, y in tegels],
        **({"breedte": 3, "hoogte": 2} | velden),
    )
    return make_corpus(gemeenten=[make_gemeente(cbs) for cbs in CODES], tegelkaart=tile_map)


FULL = [("GM0363", 0, 0), ("GM0384", 1, 0), ("GM0394", 2, 1)]


def test_elke_gemeente_een_tegel_bites() -> None:
    corpus = _corpus(FULL[:2])
    error = only(tegelkaart.elke_gemeente_een_tegel, corpus)
    assert (error.file, error.veld) == ("data/tegelkaart.yml", "tegels")
    assert error.wat == "Gemeente GM0394 (GM0394) heeft geen vakje op de kaart"
    assert "leeg vakje" in error.remedy


def test_elke_gemeente_een_tegel_bites_on_an_unknown_gemeente() -> None:
    corpus = _corpus([*FULL, ("GM0385", 0, 1)])
    error = only(tegelkaart.elke_gemeente_een_tegel, corpus)
    assert error.veld == "tegels[4].gemeente"
    assert error.remedy.startswith("bedoelde u „GM0384”?")
    assert pointed_at(corpus, error) == "GM0385"


def test_elke_gemeente_een_tegel_bites_on_two_squares() -> None:
    corpus = _corpus([*FULL, ("GM0384", 0, 1)])
    error = only(tegelkaart.elke_gemeente_een_tegel, corpus)
    assert (error.veld, error.wat) == ("tegels[4].gemeente", "„GM0384” heeft al een vakje")


def test_elke_gemeente_een_tegel_does_not_over_bite() -> None:
    assert list(tegelkaart.elke_gemeente_een_tegel(_corpus(FULL))) == []


def test_tegels_apart_bites() -> None:
    error = only(tegelkaart.tegels_apart, _corpus([*FULL[:2], ("GM0394", 1, 0)]))
    assert (error.veld, error.wat) == ("tegels[3]", "„GM0394” ligt op het vakje van „GM0384”")
    assert error.remedy == "kies een leeg vakje"


def test_tegels_apart_bites_outside_the_map() -> None:
    corpus = _corpus([*FULL[:2], ("GM0394", 3, 2)])
    wide, high = tegelkaart.tegels_apart(corpus)
    assert (wide.veld, wide.wat) == ("tegels[3].x", "3 valt buiten de kaart")
    assert wide.remedy == "schrijf een getal van 0 tot en met 2"
    assert (high.veld, high.remedy) == ("tegels[3].y", "schrijf een getal van 0 tot en met 1")
    assert pointed_at(corpus, wide) == "3"


def test_tegels_apart_does_not_over_bite() -> None:
    """Squares may touch, lie in a corner, and leave others empty."""
    assert list(tegelkaart.tegels_apart(_corpus(FULL))) == []


def _buren(pairs: int, far: int) -> Corpus:
    """Return a corpus of pairs of neighbours side by side, ``far`` of which lie far apart."""
    gemeenten: list[RawBlock] = []
    tegels: list[RawBlock] = []
    for nummer in range(pairs):
        one, other = f"GM{2 * nummer:04}", f"GM{2 * nummer + 1:04}"
        gemeenten += [make_gemeente(one, buren=[other]), make_gemeente(other, buren=[one])]
        way = tegelkaart.NEARBY + 1 if nummer < far else tegelkaart.NEARBY
        tegels += [
            {"gemeente": one, "x": 0, "y": nummer},
            {"gemeente": other, "x": way, "y": nummer},
        ]
    tile_map = make_tegelkaart(breedte=9, hoogte=pairs, tegels=tegels)
    return make_corpus(gemeenten=gemeenten, tegelkaart=tile_map)


def test_buren_dichtbij_bites() -> None:
    error = only(tegelkaart.buren_dichtbij, _buren(20, far=2))
    assert error.wat.startswith("maar 18 van de 20 buurparen liggen dicht bij elkaar")
    assert "95%" in error.remedy
    assert "python -m tests.tegelkaart.calculate" in error.remedy


def test_buren_dichtbij_does_not_over_bite() -> None:
    """A few may lie apart; who has no square, or is not there, is the business of another rule."""
    assert list(tegelkaart.buren_dichtbij(_buren(20, far=1))) == []
    tile_map = make_tegelkaart(["GM0363", "GM9999"])
    standalone = make_corpus(
        gemeenten=[make_gemeente(buren=["GM0384"]), make_gemeente("GM0384", buren=["GM0363"])],
        tegelkaart=tile_map,
    )
    assert list(tegelkaart.buren_dichtbij(standalone)) == []


def test_the_real_map_is_better_than_the_rule_asks(corpus: Corpus) -> None:
    buren = {cbs: gemeente.buren for cbs, gemeente in corpus.gemeenten().items()}
    pairs = distances(
        buren, {tegel.gemeente: (tegel.x, tegel.y) for tegel in corpus.tegelkaart.tegels}
    )
    assert len(pairs) == sum(map(len, buren.values())) // 2
    assert sum(distance == 1 for distance in pairs) > 0.75 * len(pairs)
    assert max(pairs) < 6
