"""What a run left is used as long as it is whole and of the same mark, and can always go."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from macros.load.cache import Cache, digest


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file in which two things were left."""
    file = tmp_path / "diep/hier"
    cache = Cache(file, "merk")
    cache.put(b"a", b"een")
    cache.put(b"b", b"twee")
    cache.save()
    return file


def test_what_was_left_is_there_the_next_time(file: Path) -> None:
    cache = Cache(file, "merk")
    assert (cache.get(b"a"), cache.get(b"b"), cache.get(b"c")) == (b"een", b"twee", None)


def test_another_mark_finds_nothing(file: Path) -> None:
    assert Cache(file, "ander merk").get(b"a") is None


def test_what_nobody_asked_for_goes(file: Path) -> None:
    cache = Cache(file, "merk")
    cache.get(b"a")
    cache.save()
    assert Cache(file, "merk").get(b"a") == b"een"
    assert Cache(file, "merk").get(b"b") is None


def test_where_nothing_is_different_nothing_is_written(file: Path) -> None:
    before = file.stat().st_ino
    cache = Cache(file, "merk")
    assert (cache.get(b"b"), cache.get(b"a")) == (b"twee", b"een")
    cache.save()
    assert file.stat().st_ino == before
    assert [*file.parent.iterdir()] == [file]


def test_whatever_is_damaged_holds_nothing(file: Path) -> None:
    whole = file.read_bytes()
    choose = random.Random(9)  # noqa: S311  a repeatable sample
    damaged = [whole[:length] for length in range(len(whole))]
    for _ in range(200):
        place = choose.randrange(len(whole))
        other = bytes([whole[place] ^ choose.randrange(1, 256)])
        damaged.append(whole[:place] + other + whole[place + 1 :])
    for raw in damaged:
        file.write_bytes(raw)
        assert Cache(file, "merk").get(b"a") is None
    file.write_bytes(whole)
    assert Cache(file, "merk").get(b"a") == b"een"


def test_where_there_is_no_place_nothing_stops(tmp_path: Path) -> None:
    (tmp_path / "map").write_text("", encoding="utf-8")
    cache = Cache(tmp_path / "map/hier", "merk")
    cache.put(b"a", b"een")
    cache.save()
    assert cache.get(b"a") == b"een"


def test_parts_do_not_run_together() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("a") == digest(b"a")
