"""A file that a command changes keeps every byte that the change is not about."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.load.tree import read_yaml
from macros.redactie.writing import Block, as_tekst, bewerk

TEKST = """\
# Boven
id: "begrip:x"  # erachter
titel: 'Een: titel'
samenvatting: Een lange zin die over
  twee regels loopt.

uitleg:
- tekst: "Aangehaald."
  bronnen: [A, B]   # twee
  stand: 2024-04-22
zoektermen:
  - een
  # tussen
  - twee
# Onder
"""


def test_changing_nothing_gives_the_same_bytes() -> None:
    assert bewerk(TEKST, lambda _: None) == TEKST


def test_only_the_line_of_the_field_changes() -> None:
    new = bewerk(TEKST, lambda tree: tree.__setitem__("titel", "Anders"))
    assert new == TEKST.replace("'Een: titel'", "Anders")


def test_a_list_with_another_indent_stays_readable() -> None:
    def change(tree: Block) -> None:
        tree["uitleg"].append({"tekst": "Nieuw."})

    new = bewerk(TEKST, change)
    file, errors = read_yaml(new, "x.yml")
    assert errors == []
    assert file is not None
    assert isinstance(file.waarde, dict)
    assert [row["tekst"] for row in file.waarde["uitleg"]] == ["Aangehaald.", "Nieuw."]
    assert "# tussen" in new


def test_a_file_that_has_a_message_already_stays_readable() -> None:
    with_message = TEKST.replace('"begrip:x"', "begrip:x")
    assert read_yaml(with_message, "x.yml")[1] != []

    def change(tree: Block) -> None:
        tree["uitleg"].append({"tekst": "Nieuw."})

    file, _ = read_yaml(bewerk(with_message, change), "x.yml")
    assert file is not None


def test_a_new_tekst_in_quotes_gets_them_where_yaml_needs_them() -> None:
    new = bewerk(TEKST, lambda tree: tree.__setitem__("titel", "Nog: een titel"))
    assert new == TEKST.replace("Een: titel", "Nog: een titel")


def test_a_new_file_looks_as_an_editor_would_type_it() -> None:
    velden = {"id": "begrip:x", "datum": "2024-04-22", "bronnen": ["A", "B"], "zin": "Ja: nee."}
    assert as_tekst(velden) == (
        "id: begrip:x\ndatum: 2024-04-22\nbronnen: [A, B]\nzin: 'Ja: nee.'\n"
    )


DATA = Path(__file__).resolve().parents[2] / "data"
FOLDERS = [DATA, *(folder for folder in sorted(DATA.iterdir()) if folder.is_dir())]
FEW = 5
"""One of so many files will do while one works; ``make test`` takes them all."""


def _files(folder: Path, nth: int) -> list[Path]:
    files = sorted(folder.glob("*.yml"), key=lambda pad: (pad.stat().st_size, pad))
    return files[nth::FEW]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(
            _files(folder, nth), id=f"{folder.name}-{nth}", marks=[pytest.mark.bouwt] if nth else []
        )
        for folder in FOLDERS
        for nth in range(FEW)
    ],
)
def test_adding_a_field_leaves_the_rest_of_each_file_as_it_was(files: list[Path]) -> None:
    for pad in files:
        tekst = pad.read_text(encoding="utf-8")
        new = bewerk(tekst, lambda tree: tree.__setitem__("proefveld", "nieuw"))
        assert new == f"{tekst}proefveld: nieuw\n", pad
