"""An address that was ever published leads somewhere, and a row about one is true."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from macros.blad.oudadres import omleidingen
from macros.corpus.corpus import Corpus
from macros.load.error import Error
from macros.pages.pagina import Pagina
from macros.pages.record_pages import every_paths
from macros.site.adressen import adressen, gone, not_vastgelegd
from tests.factory import ZIN, RawBlock, make_complete_corpus, make_corpus, one_of_each


def test_the_addresses_are_those_of_all_pages(corpus: Corpus, every_page: Sequence[Pagina]) -> None:
    assert [*every_paths(corpus)] == [pagina.pad for pagina in every_page]


def test_every_published_address_works(corpus: Corpus, root: Path) -> None:
    assert [*gone(corpus, root / "docs")] == []


def _errors(tmp_path: Path, adres: str = "", **old: list[RawBlock]) -> list[Error]:
    (tmp_path / "docs/over").mkdir(parents=True)
    (tmp_path / "docs/over/index.md").write_text("", encoding="utf-8")
    lijst = ["begrippen/maatwerk/", *([adres] if adres else [])]
    corpus = make_corpus(
        *one_of_each(),
        gepubliceerd={"toelichting": ZIN, "adressen": lijst},
        old_adressen={"toelichting": ZIN, **old},
    )
    return [*gone(corpus, tmp_path / "docs")]


def test_an_address_that_vanished_is_an_error(tmp_path: Path) -> None:
    (error,) = _errors(tmp_path, "begrippen/weg/")
    assert error.file == "data/gepubliceerd.yml"
    assert "„begrippen/weg/” is gepubliceerd" in error.wat
    assert "kennisbank hernoem" in error.remedy


@pytest.mark.parametrize("naar", ["begrip:maatwerk", "begrippen/maatwerk/", "over/"])
def test_a_moved_address_is_allowed(tmp_path: Path, naar: str) -> None:
    row: RawBlock = {"van": "begrippen/weg/", "naar": naar, "datum": "2026-11-01"}
    assert _errors(tmp_path, "begrippen/weg/", verhuisd=[row]) == []


def test_a_withdrawn_address_is_allowed(tmp_path: Path) -> None:
    row: RawBlock = {"van": "begrippen/weg/", "titel": "Weg", "datum": "2026-11-01", "reden": ZIN}
    assert _errors(tmp_path, "begrippen/weg/", ingetrokken=[row]) == []


@pytest.mark.parametrize(
    "adres",
    ["leerpunten-per-status/weg/", "zoeken/q/", "keuzehulp/weg/", "gemeenten/gm0362/"],
)
def test_an_address_that_comes_and_goes_with_the_data_needs_no_row(
    tmp_path: Path, adres: str
) -> None:
    assert _errors(tmp_path, adres) == []


@pytest.mark.parametrize(
    ("row", "wat"),
    [
        ({"van": "begrippen/maatwerk/", "naar": "over/"}, "staat een pagina"),
        ({"van": "begrippen/weg/", "naar": "begrip:er-niet"}, "bestaat niet"),
        ({"van": "begrippen/weg/", "naar": "er/niet/"}, "bestaat niet"),
    ],
)
def test_a_row_that_does_not_hold_is_an_error(tmp_path: Path, row: RawBlock, wat: str) -> None:
    (error,) = _errors(tmp_path, verhuisd=[row | {"datum": "2026-11-01"}])
    assert wat in error.wat
    assert error.file == "data/oude-adressen.yml"


def test_an_old_address_is_listed_only_once(tmp_path: Path) -> None:
    row: RawBlock = {"van": "begrippen/weg/", "naar": "over/", "datum": "2026-11-01"}
    errors = _errors(tmp_path, verhuisd=[row, row])
    assert [error.wat for error in errors] == ["„begrippen/weg/” staat er vaker"] * 2


def test_addresses_not_yet_recorded_are_found(tmp_path: Path) -> None:
    corpus = make_complete_corpus()
    new = not_vastgelegd(corpus, tmp_path)
    assert "wetten/participatiewet/" in new
    assert "begrippen/maatwerk/" not in new
    assert [*omleidingen(corpus, adressen(corpus, tmp_path))] == []
