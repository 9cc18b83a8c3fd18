from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from macros.check.tegelkaart import afstanden
from macros.corpus.corpus import Corpus
from macros.model.organisatie import Gemeente
from tests.fabriek import maak_gemeente
from tests.tegelkaart import bereken
from tests.tegelkaart.leggen import Legger, Ligging, beginstand
from tests.tegelkaart.schets import VAST, Ruimte, Vak, lees_schets


def _gemeente(cbs: str, *buren: str, provincie: str = "drenthe") -> Gemeente:
    ruw = maak_gemeente(cbs, provincie=provincie, **({"buren": list(buren)} if buren else {}))
    return Gemeente.model_validate(ruw)


def _keten(lengte: int) -> list[Gemeente]:
    """Return municipalities in a row; the codes stand in an order that says nothing."""
    codes = [f"GM{(7 * nummer) % lengte:04}" for nummer in range(lengte)]
    return [
        _gemeente(cbs, *(codes[n] for n in (nummer - 1, nummer + 1) if 0 <= n < lengte))
        for nummer, cbs in enumerate(codes)
    ]


def _ligging(corpus: Corpus) -> Ligging:
    return {tegel.gemeente: (tegel.x, tegel.y) for tegel in corpus.tegelkaart.tegels}


def test_the_sketch_gives_each_province_its_squares() -> None:
    ruimte = lees_schets("dd.\n.1g\n")
    assert (ruimte.breedte, ruimte.hoogte) == (3, 2)
    assert ruimte.per_provincie == {"drenthe": [(0, 0), (1, 0)], "groningen": [(2, 1)]}
    assert ruimte.vast == {VAST["1"]: (1, 1)}


@pytest.mark.parametrize(
    ("schets", "wat"), [("dd\nd\n", "even lang"), ("d?\n", "„\\?” niet \\(regel 1\\)")]
)
def test_a_sketch_that_is_no_drawing_is_refused(schets: str, wat: str) -> None:
    with pytest.raises(ValueError, match=wat):
        lees_schets(schets)


def test_the_sketch_fits_the_municipalities_of_now(corpus: Corpus) -> None:
    gemeenten = corpus.gemeentetabel.gemeenten
    ligging = beginstand(gemeenten, lees_schets())
    assert set(ligging) == set(corpus.gemeenten())
    assert len(set(ligging.values())) == len(gemeenten)


def test_a_sketch_that_does_not_fit_says_where() -> None:
    ruimte = lees_schets("dd1\n")
    with pytest.raises(ValueError, match=r"schets.py aan: drenthe: 1 gemeenten, 2 vakken; GM0448"):
        beginstand([_gemeente("GM0001")], ruimte)


def _omsloten(ruimte: Ruimte) -> set[Vak]:
    """Return the empty squares from which no way leads to the edge."""
    bezet = {vak for vakken in ruimte.per_provincie.values() for vak in vakken}
    bezet |= set(ruimte.vast.values())
    buiten: set[Vak] = set()
    wacht = [(-1, -1)]
    while wacht:
        x, y = wacht.pop()
        binnen_rand = -1 <= x <= ruimte.breedte and -1 <= y <= ruimte.hoogte
        if binnen_rand and (x, y) not in bezet | buiten:
            buiten.add((x, y))
            wacht += [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
    alles = {(x, y) for x in range(ruimte.breedte) for y in range(ruimte.hoogte)}
    return alles - bezet - buiten


def test_no_hole_in_the_land_looks_like_a_square() -> None:
    assert _omsloten(lees_schets()) == set()
    assert _omsloten(lees_schets("ddd\nd.d\nddd\n")) == {(1, 1)}


def test_neighbours_end_up_side_by_side() -> None:
    gemeenten, ruimte = _keten(9), lees_schets("ddd\nddd\nddd\n")
    legger = Legger(gemeenten, ruimte, beginstand(gemeenten, ruimte))
    legger.koel_af(20_000)
    legger.verfijn()
    paren = afstanden({rij.cbs: rij.buren for rij in gemeenten}, legger.ligging)
    assert Counter(paren) == {1: 8}


def test_the_same_municipalities_give_the_same_drawing() -> None:
    gemeenten, ruimte = _keten(9), lees_schets("ddd\nddd\nddd\n")
    uitkomsten = []
    for volgorde in (gemeenten, gemeenten[::-1]):
        legger = Legger(volgorde, ruimte, beginstand(volgorde, ruimte))
        legger.koel_af(2_000)
        legger.verfijn()
        uitkomsten.append(legger.ligging)
    assert uitkomsten[0] == uitkomsten[1]


def test_a_fixed_square_stays_and_no_one_leaves_the_province() -> None:
    gemeenten = [
        _gemeente("GM0448", "GM0001", provincie="noord-holland"),
        _gemeente("GM0001", "GM0448", "GM0002"),
        _gemeente("GM0002", "GM0001"),
        _gemeente("GM0003", provincie="groningen"),
    ]
    ruimte = lees_schets("1gdd\n")
    legger = Legger(gemeenten, ruimte, beginstand(gemeenten, ruimte))
    legger.koel_af(500)
    legger.verfijn()
    assert legger.ligging == {
        "GM0448": (0, 0),
        "GM0003": (1, 0),
        "GM0001": (2, 0),
        "GM0002": (3, 0),
    }


def test_refining_stops_where_nothing_helps() -> None:
    gemeenten, ruimte = _keten(9), lees_schets("ddddddddd\n")
    legger = Legger(gemeenten, ruimte, beginstand(gemeenten, ruimte))
    assert legger.verfijn() > 0
    assert legger.verfijn() == 0


def test_the_file_is_what_the_script_ends_with(corpus: Corpus, wortel: Path) -> None:
    """All but the ten seconds of annealing: same squares, nothing left to improve, same text."""
    gemeenten, ruimte = corpus.gemeentetabel.gemeenten, lees_schets()
    ligging = _ligging(corpus)
    assert sorted(ligging.values()) == sorted(beginstand(gemeenten, ruimte).values())
    legger = Legger(gemeenten, ruimte, ligging)
    assert legger.verfijn() == 0
    tekst = bereken.als_yaml(gemeenten, ruimte, ligging)
    assert tekst == (wortel / "data" / "tegelkaart.yml").read_text(encoding="utf-8")
    assert yaml.safe_load(tekst)["breedte"] == ruimte.breedte


def test_the_script_writes_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    tabel = {
        "bronnen": ["TOOI"],
        "stand": 2026,
        "toelichting": "Een tabel.",
        "gecontroleerd": {"datum": "2026-11-01", "rol": "redactie"},
        "controle_voor": "2027-01-01",
        "gemeenten": [rij.model_dump(exclude_unset=True) for rij in _keten(3)],
    }
    (tmp_path / "data" / "gemeenten.yml").write_text(yaml.safe_dump(tabel), encoding="utf-8")
    monkeypatch.setattr(bereken, "lees_schets", lambda: lees_schets("ddd\n"))
    monkeypatch.setattr(Legger, "koel_af", lambda _: None)
    bereken.main(tmp_path)
    geschreven = yaml.safe_load((tmp_path / "data" / "tegelkaart.yml").read_text(encoding="utf-8"))
    ligging = {tegel["gemeente"]: tegel["x"] for tegel in geschreven["tegels"]}
    assert abs(ligging["GM0000"] - ligging["GM0001"]) == 1


def test_the_script_tells_what_is_wrong_with_the_table(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "gemeenten.yml").write_text("stand: 2026\n", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"data/gemeenten.yml:1:1"):
        bereken.main(tmp_path)


NOORD_VAN = (
    ("Vlieland", "Texel"),
    ("Terschelling", "Harlingen"),
    ("Ameland", "Leeuwarden"),
    ("Schiermonnikoog", "Leeuwarden"),
    ("Texel", "Den Helder"),
    ("Den Helder", "Amsterdam"),
    ("Leeuwarden", "Zwolle"),
    ("Zwolle", "Arnhem"),
    ("Amsterdam", "Utrecht"),
    ("Utrecht", "Breda"),
    ("Eindhoven", "Maastricht"),
    ("Vlissingen", "Sluis"),
)
WEST_VAN = (
    ("Texel", "Vlieland"),
    ("Vlieland", "Terschelling"),
    ("Terschelling", "Ameland"),
    ("Ameland", "Schiermonnikoog"),
    ("Sluis", "Terneuzen"),
    ("Terneuzen", "Hulst"),
    ("Den Haag", "Utrecht"),
    ("Utrecht", "Arnhem"),
    ("Middelburg", "Breda"),
    ("Breda", "Eindhoven"),
    ("Leeuwarden", "Groningen"),
    ("Almere", "Enschede"),
    ("Maastricht", "Vaals"),
)


def test_the_drawing_looks_like_the_country(corpus: Corpus) -> None:
    ligging = _ligging(corpus)
    plaats = {rij.naam: ligging[rij.cbs] for rij in corpus.gemeentetabel.gemeenten}
    for boven, onder in NOORD_VAN:
        assert plaats[boven][1] < plaats[onder][1], (boven, onder)
    for links, rechts in WEST_VAN:
        assert plaats[links][0] < plaats[rechts][0], (links, rechts)
