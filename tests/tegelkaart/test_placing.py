from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from macros.check.tegelkaart import distances
from macros.corpus.corpus import Corpus
from macros.model.organisatie import Gemeente
from tests.factory import make_gemeente
from tests.tegelkaart import calculate
from tests.tegelkaart.placing import Location, Placer, start_state
from tests.tegelkaart.sketch import FIXED, Space, Square, read_sketch


def _gemeente(cbs: str, *buren: str, provincie: str = "drenthe") -> Gemeente:
    raw_block = make_gemeente(cbs, provincie=provincie, **({"buren": list(buren)} if buren else {}))
    return Gemeente.model_validate(raw_block)


def _chain(lengte: int) -> list[Gemeente]:
    """Return municipalities in a row; the codes stand in an order that says nothing."""
    codes = [f"GM{(7 * nummer) % lengte:04}" for nummer in range(lengte)]
    return [
        _gemeente(cbs, *(codes[n] for n in (nummer - 1, nummer + 1) if 0 <= n < lengte))
        for nummer, cbs in enumerate(codes)
    ]


def _location(corpus: Corpus) -> Location:
    return {tegel.gemeente: (tegel.x, tegel.y) for tegel in corpus.tegelkaart.tegels}


def test_the_sketch_gives_each_province_its_squares() -> None:
    space = read_sketch("dd.\n.1g\n")
    assert (space.breedte, space.hoogte) == (3, 2)
    assert space.per_provincie == {"drenthe": [(0, 0), (1, 0)], "groningen": [(2, 1)]}
    assert space.fixed == {FIXED["1"]: (1, 1)}


@pytest.mark.parametrize(
    ("sketch", "wat"), [("dd\nd\n", "even lang"), ("d?\n", "„\\?” niet \\(regel 1\\)")]
)
def test_a_sketch_that_is_no_drawing_is_refused(sketch: str, wat: str) -> None:
    with pytest.raises(ValueError, match=wat):
        read_sketch(sketch)


def test_the_sketch_fits_the_municipalities_of_now(corpus: Corpus) -> None:
    gemeenten = corpus.gemeentetabel.gemeenten
    location = start_state(gemeenten, read_sketch())
    assert set(location) == set(corpus.gemeenten())
    assert len(set(location.values())) == len(gemeenten)


def test_a_sketch_that_does_not_fit_says_where() -> None:
    space = read_sketch("dd1\n")
    with pytest.raises(ValueError, match=r"schets.py aan: drenthe: 1 gemeenten, 2 vakken; GM0448"):
        start_state([_gemeente("GM0001")], space)


def _enclosed(space: Space) -> set[Square]:
    """Return the empty squares from which no way leads to the edge."""
    occupied = {box for boxes in space.per_provincie.values() for box in boxes}
    occupied |= set(space.fixed.values())
    outside: set[Square] = set()
    waiting = [(-1, -1)]
    while waiting:
        x, y = waiting.pop()
        within_edge = -1 <= x <= space.breedte and -1 <= y <= space.hoogte
        if within_edge and (x, y) not in occupied | outside:
            outside.add((x, y))
            waiting += [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
    everything = {(x, y) for x in range(space.breedte) for y in range(space.hoogte)}
    return everything - occupied - outside


def test_no_hole_in_the_land_looks_like_a_square() -> None:
    assert _enclosed(read_sketch()) == set()
    assert _enclosed(read_sketch("ddd\nd.d\nddd\n")) == {(1, 1)}


def test_neighbours_end_up_side_by_side() -> None:
    gemeenten, space = _chain(9), read_sketch("ddd\nddd\nddd\n")
    placer = Placer(gemeenten, space, start_state(gemeenten, space))
    placer.cool_down(20_000)
    placer.refine()
    pairs = distances({row.cbs: row.buren for row in gemeenten}, placer.location)
    assert Counter(pairs) == {1: 8}


def test_the_same_municipalities_give_the_same_drawing() -> None:
    gemeenten, space = _chain(9), read_sketch("ddd\nddd\nddd\n")
    uitkomsten = []
    for volgorde in (gemeenten, gemeenten[::-1]):
        placer = Placer(volgorde, space, start_state(volgorde, space))
        placer.cool_down(2_000)
        placer.refine()
        uitkomsten.append(placer.location)
    assert uitkomsten[0] == uitkomsten[1]


def test_a_fixed_square_stays_and_no_one_leaves_the_province() -> None:
    gemeenten = [
        _gemeente("GM0448", "GM0001", provincie="noord-holland"),
        _gemeente("GM0001", "GM0448", "GM0002"),
        _gemeente("GM0002", "GM0001"),
        _gemeente("GM0003", provincie="groningen"),
    ]
    space = read_sketch("1gdd\n")
    placer = Placer(gemeenten, space, start_state(gemeenten, space))
    placer.cool_down(500)
    placer.refine()
    assert placer.location == {
        "GM0448": (0, 0),
        "GM0003": (1, 0),
        "GM0001": (2, 0),
        "GM0002": (3, 0),
    }


def test_refining_stops_where_nothing_helps() -> None:
    gemeenten, space = _chain(9), read_sketch("ddddddddd\n")
    placer = Placer(gemeenten, space, start_state(gemeenten, space))
    assert placer.refine() > 0
    assert placer.refine() == 0


def test_the_file_is_what_the_script_ends_with(corpus: Corpus, root: Path) -> None:
    """All but the ten seconds of annealing: same squares, nothing left to improve, same text."""
    gemeenten, space = corpus.gemeentetabel.gemeenten, read_sketch()
    location = _location(corpus)
    assert sorted(location.values()) == sorted(start_state(gemeenten, space).values())
    placer = Placer(gemeenten, space, location)
    assert placer.refine() == 0
    tekst = calculate.as_yaml(gemeenten, space, location)
    assert tekst == (root / "data" / "tegelkaart.yml").read_text(encoding="utf-8")
    assert yaml.safe_load(tekst)["breedte"] == space.breedte


def test_the_script_writes_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    table = {
        "bronnen": ["TOOI"],
        "stand": 2026,
        "toelichting": "Een tabel.",
        "gecontroleerd": {"datum": "2026-11-01", "rol": "redactie"},
        "controle_voor": "2027-01-01",
        "gemeenten": [row.model_dump(exclude_unset=True) for row in _chain(3)],
    }
    (tmp_path / "data" / "gemeenten.yml").write_text(yaml.safe_dump(table), encoding="utf-8")
    monkeypatch.setattr(calculate, "read_sketch", lambda: read_sketch("ddd\n"))
    monkeypatch.setattr(Placer, "cool_down", lambda _: None)
    calculate.main(tmp_path)
    written = yaml.safe_load((tmp_path / "data" / "tegelkaart.yml").read_text(encoding="utf-8"))
    location = {tegel["gemeente"]: tegel["x"] for tegel in written["tegels"]}
    assert abs(location["GM0000"] - location["GM0001"]) == 1


def test_the_script_tells_what_is_wrong_with_the_table(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "gemeenten.yml").write_text("stand: 2026\n", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"data/gemeenten.yml:1:1"):
        calculate.main(tmp_path)


NORTH_OF = (
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
WEST_OF = (
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
    location = _location(corpus)
    plaats = {row.naam: location[row.cbs] for row in corpus.gemeentetabel.gemeenten}
    for above, under in NORTH_OF:
        assert plaats[above][1] < plaats[under][1], (above, under)
    for links, right in WEST_OF:
        assert plaats[links][0] < plaats[right][0], (links, right)
