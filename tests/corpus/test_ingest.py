from __future__ import annotations

from pathlib import Path

import pytest

from macros.corpus.corpus import TABLES, Corpus
from macros.corpus.ingest import read_corpus
from macros.load.error import Error
from macros.load.tree import MAX_BYTES
from tests.factory import as_yaml, make_corpus, make_wet, one_of_each, write

STANDALONE_FILES = [table.file_name for table in TABLES]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a root with a small ``data/`` in which everything fits."""
    write(make_corpus(*one_of_each()), tmp_path)
    return tmp_path


def errors_of(root: Path) -> list[Error]:
    corpus, errors = read_corpus(root)
    assert corpus is None
    assert all(error.regel > 0 and error.wat and error.remedy for error in errors)
    return errors


def test_what_was_written_is_read(small: Path) -> None:
    corpus, errors = read_corpus(small)
    assert errors == []
    assert isinstance(corpus, Corpus)
    expected = make_corpus(*one_of_each())
    assert dict(corpus.records) == dict(expected.records)
    assert corpus.gemeentetabel == expected.gemeentetabel
    assert set(corpus.read) == set(expected.read)


def test_a_record_is_kept_under_its_file_name(small: Path) -> None:
    """So that a wrong id in the file shows, and two files can never claim one id."""
    (small / "data/wetten/pw.yml").write_text(as_yaml(make_wet()), encoding="utf-8")
    corpus, _ = read_corpus(small)
    assert corpus is not None
    assert {"wet:pw", "wet:participatiewet"} <= set(corpus.records)
    assert corpus.read["wet:pw"].file.naam == "data/wetten/pw.yml"


def test_a_file_may_be_as_large_as_is_allowed(small: Path) -> None:
    pad = small / "data/wetten/participatiewet.yml"
    raw = pad.read_bytes()
    pad.write_bytes(raw + b"#" * (MAX_BYTES - len(raw)))
    assert read_corpus(small)[1] == []
    pad.write_bytes(pad.read_bytes() + b"#")
    (error,) = errors_of(small)
    assert "te groot" in error.wat


def test_all_errors_of_all_files_at_once(small: Path) -> None:
    data = small / "data"
    (data / "wetten/leeg.yml").write_text("", encoding="utf-8")
    (data / "begrippen/dubbel.yml").write_text("id: a\nid: b\n", encoding="utf-8")
    (data / "site.yml").unlink()
    errors = errors_of(small)
    assert {error.file for error in errors} == {
        "data/wetten/leeg.yml",
        "data/begrippen/dubbel.yml",
        "data/site.yml",
    }
    duplicates = [error.wat for error in errors if error.file == "data/begrippen/dubbel.yml"]
    assert "staat twee keer in hetzelfde blok" in duplicates
    assert "ontbreekt" in duplicates


def test_a_date_in_curly_quotes_has_one_message(small: Path) -> None:
    pad = small / "data/begrippen/maatwerk.yml"
    tekst = pad.read_text(encoding="utf-8")
    regel = next(one for one in tekst.splitlines() if "stand:" in one)
    typed = f"{regel.partition(':')[0]}: ‘2025-07-08’"
    pad.write_text(tekst.replace(regel, typed, 1), encoding="utf-8")
    (error,) = errors_of(small)
    assert error.wat == "‘2025-07-08’ staat tussen gekrulde aanhalingstekens"


@pytest.mark.parametrize("naam", STANDALONE_FILES)
def test_a_standalone_file_may_not_be_missing(small: Path, naam: str) -> None:
    (small / "data" / naam).unlink()
    (error,) = errors_of(small)
    assert error == Error(f"data/{naam}", 1, 1, "", "bestand ontbreekt", "maak het aan")


@pytest.mark.parametrize(
    ("naam", "remedy"),
    [
        ("wetten/pw.yaml", "eindig op .yml"),
        ("weten/pw.yml", "bedoelde u „wetten”?"),
        ("wetten/oud/pw.yml", "mappen:"),
        ("los.yml", "mappen:"),
        ("wetten/.DS_Store", "eindig op .yml"),
    ],
)
def test_a_file_that_nobody_would_read(small: Path, naam: str, remedy: str) -> None:
    pad = small / "data" / naam
    pad.parent.mkdir(exist_ok=True)
    pad.write_text("id: wet:pw\n", encoding="utf-8")
    (error,) = errors_of(small)
    assert (error.file, error.wat) == (f"data/{naam}", "dit bestand hoort hier niet")
    assert remedy in error.remedy


def test_an_empty_folder_breaks_nothing(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    errors = errors_of(tmp_path)
    assert [error.file for error in errors] == [f"data/{naam}" for naam in STANDALONE_FILES]


def test_a_wrong_working_folder_is_a_message(tmp_path: Path) -> None:
    (error,) = errors_of(tmp_path)
    assert (error.file, error.wat) == ("data", "deze map ontbreekt hier")
    assert "ga naar de map van de kennisbank" in error.remedy


def test_a_link_to_nothing_and_a_folder_that_looks_like_a_record(small: Path) -> None:
    (small / "data/wetten/weg.yml").symlink_to(small / "bestaat-niet.yml")
    (small / "data/wetten/map.yml").mkdir()
    assert [(error.file, error.wat) for error in errors_of(small)] == [
        ("data/wetten/map.yml", "is een map, en hier hoort een bestand"),
        ("data/wetten/weg.yml", "is een koppeling naar een bestand dat er niet is"),
    ]


def test_a_name_ending_in_txt_is_recognised(small: Path) -> None:
    (small / "data/wetten/awb.yml.txt").write_text("id: x\n", encoding="utf-8")
    (error,) = errors_of(small)
    assert "eindigt op .txt" in error.wat
    assert error.remedy == "hernoem het naar awb.yml (kennisbank herstel doet dat)"
