"""What changed between two versions is told in sentences, about what it means."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from macros.cli import FOUT, GOED, main
from macros.redactie.verschil import verschil

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


def _git(map_: Path, *woorden: str) -> None:
    wie = ("-c", "user.name=redactie", "-c", "user.email=redactie@kennisbank.example")
    subprocess.run(["git", "-C", str(map_), *wie, *woorden], check=True, capture_output=True)  # noqa: S607  git of the machine


@pytest.fixture
def bestand(tmp_path: Path) -> Path:
    pad = tmp_path / "data/begrippen/briefadres.yml"
    pad.parent.mkdir(parents=True)
    pad.write_text(BEGRIP, encoding="utf-8")
    _git(tmp_path, "init", "-q")
    _git(tmp_path, "add", "-A")
    _git(tmp_path, "commit", "-qm", "Start")
    return pad


def _na(bestand: Path, oud: str, nieuw: str) -> list[str]:
    assert oud in BEGRIP
    bestand.write_text(BEGRIP.replace(oud, nieuw, 1), encoding="utf-8")
    return verschil(bestand.parents[2], "HEAD")


def test_zonder_wijziging_is_er_niets_te_zeggen(bestand: Path) -> None:
    assert _na(bestand, "id:", "# een opmerking\nid:") == []


@pytest.mark.parametrize(
    ("oud", "nieuw", "zin"),
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
def test_elke_wijziging_is_een_zin(bestand: Path, oud: str, nieuw: str, zin: str) -> None:
    assert _na(bestand, oud, nieuw) == [zin]


def test_een_bewering_erbij_en_een_weg(bestand: Path) -> None:
    nieuw = BEGRIP.replace("De gemeente moet ambtshalve inschrijven.", "Zonder adres stopt hulp.")
    bestand.write_text(nieuw, encoding="utf-8")
    assert verschil(bestand.parents[2], "HEAD") == [
        (
            "Begrip ‘Briefadres’: uitleg: nieuw is „Zonder adres stopt hulp.” "
            "(primair, 1 januari 2024, bron BRP)."
        ),
        (
            "Begrip ‘Briefadres’: uitleg: weg is „De gemeente moet ambtshalve inschrijven.” "
            "(primair, 1 januari 2024, bron BRP)."
        ),
    ]


def test_een_record_dat_anders_heet_is_niet_weg(bestand: Path) -> None:
    tekst = BEGRIP.replace("begrip:briefadres", "begrip:postadres")
    bestand.with_name("postadres.yml").write_text(tekst, encoding="utf-8")
    bestand.unlink()
    assert verschil(bestand.parents[2], "HEAD") == ["Begrip ‘Briefadres’ heet nu postadres."]


def test_nieuw_en_weg(bestand: Path) -> None:
    bestand.with_name("ander.yml").write_text(
        "id: begrip:ander\ntitel: Ander\nsamenvatting: Iets anders.\n", encoding="utf-8"
    )
    bestand.unlink()
    assert verschil(bestand.parents[2], "HEAD") == [
        "Nieuw: Begrip ‘Ander’. Iets anders.",
        "Weg: Begrip ‘Briefadres’.",
    ]


def test_het_commando_zegt_het_en_een_onbekende_versie_is_een_melding(
    bestand: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wortel = ["--wortel", str(bestand.parents[2])]
    assert main([*wortel, "verschil", "HEAD"]) == GOED
    assert "Er is niets veranderd" in capsys.readouterr().out
    assert main([*wortel, "verschil", "bestaat-niet"]) == FOUT
    assert "git kent „bestaat-niet” hier niet" in capsys.readouterr().err
