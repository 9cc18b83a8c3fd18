"""What changed between two versions is told in sentences, about what it means."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from macros.cli import ERROR, GOOD, main
from macros.redactie.difference import difference

BEGRIP = """\
id: begrip:briefadres
titel: Briefadres
samenvatting: Een briefadres is een adres voor post.
uitleg:
  - tekst: Een briefadres is een adres voor post.
    bronnen: [DIVBA]
    stand: 2022~
    zekerheid: secundair
  - tekst: De gemeente moet ambtshalve inschrijven.
    bronnen: [BRP]
    stand: 2024-01-01
    zekerheid: primair
zoektermen: [geen adres, dakloos]
"""


def _git(folder: Path, *woorden: str) -> None:
    who = ("-c", "user.name=redactie", "-c", "user.email=redactie@kennisbank.example")
    subprocess.run(["git", "-C", str(folder), *who, *woorden], check=True, capture_output=True)  # noqa: S607  git of the machine


@pytest.fixture
def file(tmp_path: Path) -> Path:
    pad = tmp_path / "data/begrippen/briefadres.yml"
    pad.parent.mkdir(parents=True)
    pad.write_text(BEGRIP, encoding="utf-8")
    _git(tmp_path, "init", "-q")
    _git(tmp_path, "add", "-A")
    _git(tmp_path, "commit", "-qm", "Start")
    return pad


def _after(file: Path, old: str, new: str) -> list[str]:
    assert old in BEGRIP
    file.write_text(BEGRIP.replace(old, new, 1), encoding="utf-8")
    return difference(file.parents[2], "HEAD")


def test_without_a_change_there_is_nothing_to_say(file: Path) -> None:
    assert _after(file, "id:", "# een opmerking\nid:") == []


@pytest.mark.parametrize(
    ("old", "new", "zin"),
    [
        (
            "zekerheid: secundair",
            "zekerheid: primair",
            (
                "Begrip ‘Briefadres’: uitleg, bij „Een briefadres is een adres voor post.”: "
                "zekerheid was „secundair” en is nu „primair”."
            ),
        ),
        (
            "stand: 2022~",
            "stand: 2023",
            (
                "Begrip ‘Briefadres’: uitleg, bij „Een briefadres is een adres voor post.”: "
                "datum was ongeveer 2022 en is nu 2023."
            ),
        ),
        (
            "[DIVBA]",
            "[DIVBA, BRP]",
            (
                "Begrip ‘Briefadres’: uitleg, bij „Een briefadres is een adres voor post.”: "
                "bronnen: erbij BRP."
            ),
        ),
        (
            "moet ambtshalve inschrijven",
            "moet iemand ambtshalve inschrijven",
            (
                "Begrip ‘Briefadres’: uitleg: de zin "
                "„De gemeente moet ambtshalve inschrijven.” is nu "
                "„De gemeente moet iemand ambtshalve inschrijven.”."
            ),
        ),
        (
            "[geen adres, dakloos]",
            "[geen adres]",
            "Begrip ‘Briefadres’: zoektermen: weg dakloos.",
        ),
        (
            "titel: Briefadres",
            "titel: Postadres",
            "Begrip ‘Postadres’: titel was „Briefadres” en is nu „Postadres”.",
        ),
    ],
)
def test_each_change_is_a_sentence(file: Path, old: str, new: str, zin: str) -> None:
    assert _after(file, old, new) == [zin]


def test_a_bewering_added_and_one_removed(file: Path) -> None:
    new = BEGRIP.replace("De gemeente moet ambtshalve inschrijven.", "Zonder adres stopt hulp.")
    file.write_text(new, encoding="utf-8")
    assert difference(file.parents[2], "HEAD") == [
        (
            "Begrip ‘Briefadres’: uitleg: nieuw is „Zonder adres stopt hulp.” "
            "(primair, 1 januari 2024, bron BRP)."
        ),
        (
            "Begrip ‘Briefadres’: uitleg: weg is „De gemeente moet ambtshalve inschrijven.” "
            "(primair, 1 januari 2024, bron BRP)."
        ),
    ]


def test_a_renamed_record_is_not_gone(file: Path) -> None:
    tekst = BEGRIP.replace("begrip:briefadres", "begrip:postadres")
    file.with_name("postadres.yml").write_text(tekst, encoding="utf-8")
    file.unlink()
    assert difference(file.parents[2], "HEAD") == ["Begrip ‘Briefadres’ heet nu postadres."]


def test_a_new_record_and_one_that_is_gone(file: Path) -> None:
    file.with_name("ander.yml").write_text(
        "id: begrip:ander\ntitel: Ander\nsamenvatting: Iets anders.\n", encoding="utf-8"
    )
    file.unlink()
    assert difference(file.parents[2], "HEAD") == [
        "Nieuw: Begrip ‘Ander’. Iets anders.",
        "Weg: Begrip ‘Briefadres’.",
    ]


def test_the_command_tells_it_and_an_unknown_version_gives_a_message(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = ["--wortel", str(file.parents[2])]
    assert main([*root, "verschil", "HEAD"]) == GOOD
    assert "Er is niets veranderd" in capsys.readouterr().out
    assert main([*root, "verschil", "bestaat-niet"]) == ERROR
    assert "git kent „bestaat-niet” hier niet" in capsys.readouterr().err


def test_a_record_that_was_renamed_and_changed_is_told_as_both(file: Path) -> None:
    other = "id: begrip:brp\ntitel: BRP\nzie: [begrip:briefadres, bron:X]\ngroep: a\n"
    file.with_name("brp.yml").write_text(other, encoding="utf-8")
    root = file.parents[2]
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", "Nog een")
    file.with_name("brp.yml").write_text(other.replace("briefadres", "postadres"), encoding="utf-8")
    tekst = BEGRIP.replace("begrip:briefadres", "begrip:postadres")
    new = tekst.replace("titel: Briefadres", "titel: Postadres")
    file.with_name("postadres.yml").write_text(new, encoding="utf-8")
    file.unlink()
    assert difference(root, "HEAD") == [
        "Begrip ‘Briefadres’ heet nu postadres.",
        "Begrip ‘Postadres’: titel was „Briefadres” en is nu „Postadres”.",
    ]


def test_one_record_that_goes_and_another_that_comes_is_no_new_name(file: Path) -> None:
    both = "gecontroleerd: {datum: 2026-11-01, rol: redactie}\ncontrole_voor: 2027-11-01\n"
    root = file.parents[2]
    file.write_text(BEGRIP + both, encoding="utf-8")
    _git(root, "commit", "-qam", "Nagekeken")
    new = f"id: begrip:x\ntitel: X\nsamenvatting: Iets.\nuitleg: []\nzoektermen: [a]\n{both}"
    file.with_name("x.yml").write_text(new, encoding="utf-8")
    file.unlink()
    assert [one.split(":")[0] for one in difference(root, "HEAD")] == ["Nieuw", "Weg"]


def test_a_source_that_was_renamed_is_still_the_same_source(file: Path) -> None:
    root = file.parents[2]
    bron = "id: bron:{}\ntitel: Een stuk\nuitgever: De gemeente\n"
    old = root / "data/bronnen/DIVBA.yml"
    old.parent.mkdir()
    old.write_text(bron.format("DIVBA"), encoding="utf-8")
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", "Een bron")
    old.with_name("DIV22.yml").write_text(bron.format("DIV22"), encoding="utf-8")
    old.unlink()
    file.write_text(BEGRIP.replace("DIVBA", "DIV22"), encoding="utf-8")
    assert difference(root, "HEAD") == ["Bron ‘Een stuk’ heet nu DIV22."]


def test_without_a_version_the_last_one_is_meant(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(BEGRIP.replace("titel: Briefadres", "titel: Postadres"), encoding="utf-8")
    assert main(["--wortel", str(file.parents[2]), "verschil"]) == GOOD
    assert "titel was „Briefadres” en is nu „Postadres”" in capsys.readouterr().out
