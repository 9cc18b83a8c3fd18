from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from macros.cli import FOUT, GEBRUIK, GOED, main
from tests.fabriek import (
    een_van_elk,
    maak_begrip,
    maak_bewering,
    maak_corpus,
    maak_volledig,
    schrijf,
)

Uitvoer = pytest.CaptureFixture[str]


PAGINA = """\
---
title: "Voorpagina"
description: "Wat hier staat."
---

# Voorpagina

{inzet}

Er waren 105 casussen.
"""
"""The claim without a source is one that the exception in the made data is about."""


def schrijf_docs(wortel: Path, inzet: str) -> None:
    (wortel / "docs").mkdir()
    (wortel / "docs/index.md").write_text(PAGINA.replace("{inzet}", inzet), encoding="utf-8")


@pytest.fixture
def goed(tmp_path: Path) -> str:
    schrijf(maak_volledig(), tmp_path)
    schrijf_docs(tmp_path, '{{ begrip("maatwerk") }}')
    return str(tmp_path)


@pytest.fixture
def kapot(tmp_path: Path) -> str:
    begrip = maak_begrip("zaak", zie=["wet:participatiewt"], zoektermen=[], titel="Maatwerk")
    ander = maak_begrip("x", titel="MAATWERK")
    schrijf(maak_volledig(begrip, ander), tmp_path)
    schrijf_docs(tmp_path, "Tekst.")
    return str(tmp_path)


def test_controleren_zegt_hoeveel_er_klopt(goed: str, capsys: Uitvoer) -> None:
    assert main(["--wortel", goed, "controleren"]) == GOED
    uit, fout = capsys.readouterr()
    assert uit.startswith("Alles klopt: 18 records, ")
    assert fout == ""


def test_publiceren_weigert_de_gegevens_van_een_voorbeeld(goed: str, capsys: Uitvoer) -> None:
    assert main(["--wortel", goed, "controleren", "--publiceren"]) == FOUT
    fout = capsys.readouterr().err
    assert "data/site.yml:" in fout
    assert "eigenaar.grondslag" in fout


def test_controleren_noemt_elke_fout_met_regel_en_telt_ze(kapot: str, capsys: Uitvoer) -> None:
    assert main(["--wortel", kapot, "controleren"]) == FOUT
    uit, fout = capsys.readouterr()
    assert uit == ""
    regels = fout.splitlines()
    assert regels[0].startswith("data/begrippen/zaak.yml:")
    assert "titel — titel „Maatwerk” is al van begrip:x" in fout
    assert "zie[1] — onbekende verwijzing „wet:participatiewt”" in fout
    assert "    bedoelde u „wet:participatiewet”?" in fout
    assert regels[-1] == "2 fouten gevonden."


def test_ook_wat_niet_te_lezen_is_geeft_een_melding(tmp_path: Path, capsys: Uitvoer) -> None:
    assert main(["--wortel", str(tmp_path / "weg"), "controleren"]) == FOUT
    fout = capsys.readouterr().err
    assert fout.startswith(
        "data:1:1  deze map ontbreekt hier\n    ga naar de map van de kennisbank"
    )
    assert fout.endswith("1 fout gevonden.\n")


def test_een_bestand_dat_ontbreekt_geeft_een_melding(goed: str, capsys: Uitvoer) -> None:
    (Path(goed) / "data/site.yml").unlink()
    assert main(["--wortel", goed, "controleren"]) == FOUT
    assert "data/site.yml:1:1  bestand ontbreekt" in capsys.readouterr().err


def test_controleren_leest_ook_de_geschreven_paginas(goed: str, capsys: Uitvoer) -> None:
    pagina = Path(goed) / "docs/index.md"
    pagina.write_text(PAGINA.replace("{inzet}", '{{ begrip("maatwrk") }}'), encoding="utf-8")
    assert main(["--wortel", goed, "controleren"]) == FOUT
    fout = capsys.readouterr().err
    assert fout.startswith("docs/index.md:8:1  onbekend record „begrip:maatwrk”\n    bedoelde u")


@pytest.mark.parametrize(("dag", "uitkomst"), [("2027-05-01", GOED), ("2027-05-02", FOUT)])
def test_vandaag_meldt_wat_niet_op_tijd_is_nagelezen(
    goed: str, capsys: Uitvoer, dag: str, uitkomst: int
) -> None:
    assert main(["--wortel", goed, "controleren", "--vandaag", dag]) == uitkomst
    fout = capsys.readouterr().err
    assert ("de controle had voor 1 mei 2027 gemoeten" in fout) is (uitkomst == FOUT)


def test_zonder_vandaag_kijkt_niemand_op_de_kalender(goed: str) -> None:
    assert main(["--wortel", goed, "controleren"]) == GOED


def test_tellen_telt(goed: str, capsys: Uitvoer) -> None:
    assert main(["--wortel", goed, "tellen"]) == GOED
    regels = capsys.readouterr().out.splitlines()
    assert "     2  Cijfers" in regels
    assert "     1  Gemeenten" in regels


def test_zoektermen_noemt_het_bestand_van_wat_lastig_te_vinden_is(
    tmp_path: Path, capsys: Uitvoer
) -> None:
    begrip = maak_begrip("zaak", zoektermen=["dossier"], titel="Zaak")
    schrijf(maak_corpus(*een_van_elk(), begrip), tmp_path)
    assert main(["--wortel", str(tmp_path), "zoektermen"]) == GOED
    regels = capsys.readouterr().out.splitlines()
    assert "data/begrippen/zaak.yml  1 van de 3 zoektermen" in regels
    assert regels[-1] == f"{len(regels) - 1} records hebben weinig zoektermen."


def test_tellen_weigert_wat_niet_klopt(kapot: str, capsys: Uitvoer) -> None:
    assert main(["--wortel", kapot, "tellen"]) == FOUT
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("argumenten", "wat"),
    [
        ([], "er ontbreekt: opdracht"),
        (["bouwen"], "onbekende opdracht „bouwen”; kies uit: "),
        (["controleren", "--vandaag", "morgen"], "„morgen” is geen bestaande dag; schrijf JJJJ-MM"),
        (["controleren", "--vandaag", "2026-02-30"], "„2026-02-30” is geen bestaande dag"),
        (["controleren", "--vandaag", "20261121"], "„20261121” is geen bestaande dag"),
        (["controleren", "--vandaag"], "achter --vandaag ontbreekt een waarde"),
        (["controleren", "--wat"], "onbekend: --wat"),
    ],
)
def test_een_opdracht_die_niemand_kent(argumenten: list[str], wat: str, capsys: Uitvoer) -> None:
    with pytest.raises(SystemExit) as gevangen:
        main(argumenten)
    assert gevangen.value.code == GEBRUIK
    fout = capsys.readouterr().err
    assert wat in fout
    assert fout.startswith("gebruik: kennisbank")
    assert not re.search(r"argument|invalid|usage|expected|choose", fout)


def test_een_scherm_zonder_aanhalingstekens_krijgt_vraagtekens(wortel: Path, kapot: str) -> None:
    opdracht = [sys.executable, "-m", "macros.cli", "--wortel", kapot, "controleren"]
    omgeving = os.environ | {"PYTHONIOENCODING": "ascii"}
    klaar = subprocess.run(opdracht, cwd=wortel, capture_output=True, check=False, env=omgeving)
    assert klaar.returncode == FOUT
    assert b"titel ? titel ?Maatwerk? is al van begrip:x" in klaar.stderr
    assert b"Traceback" not in klaar.stderr


def test_de_opdracht_zelf_geeft_haar_uitkomst_door(wortel: Path, kapot: str) -> None:
    opdracht = [sys.executable, "-m", "macros.cli", "--wortel", kapot, "controleren"]
    klaar = subprocess.run(opdracht, cwd=wortel, capture_output=True, text=True, check=False)
    assert klaar.returncode == FOUT
    assert klaar.stderr.endswith("2 fouten gevonden.\n")
    assert "Traceback" not in klaar.stderr


def test_offline_pakt_de_site_in(goed: str, tmp_path: Path, capsys: Uitvoer) -> None:
    site, zip_ = tmp_path / "site", tmp_path / "uit.zip"
    (site / "wetten").mkdir(parents=True)
    (site / "index.html").write_text('<a href="wetten/">Wetten</a>', encoding="utf-8")
    opdracht = ["--wortel", goed, "offline", "--site", str(site), "--naar", str(zip_)]
    assert main(opdracht) == GOED
    with zipfile.ZipFile(zip_) as archief:
        assert archief.read("kennisbank/index.html") == b'<a href="wetten/index.html">Wetten</a>'
    assert "Pak het uit" in capsys.readouterr().out


def test_tegenwoordig_noemt_oude_beweringen_zonder_jaartal(tmp_path: Path, capsys: Uitvoer) -> None:
    let_op = [maak_bewering(tekst="Dat heet zo.", stand="2021-03-25")]
    schrijf(maak_corpus(*een_van_elk(), maak_begrip("zaak", let_op=let_op)), tmp_path)
    assert main(["--wortel", str(tmp_path), "tegenwoordig"]) == GOED
    regels = capsys.readouterr().out.splitlines()
    assert regels[0].startswith("data/begrippen/zaak.yml:")
    assert regels[0].endswith("let_op[1].tekst — 25 maart 2021: Dat heet zo.")
    assert regels[-1] == "1 oude beweringen noemen hun tijd niet in de zin."


def test_browsers_noemt_ze_zoals_mdn(goed: str, capsys: Uitvoer) -> None:
    assert main(["--wortel", goed, "browsers"]) == GOED
    assert json.loads(capsys.readouterr().out) == [
        {"code": "chrome", "vanaf": "109"},
        {"code": "edge", "vanaf": "109"},
    ]
