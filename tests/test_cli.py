from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from macros.cli import FOUT, GEBRUIK, GOED, NIETS, OPDRACHTEN, main
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


def test_toon_geeft_een_onderwerp_met_zijn_bewijs(goed: str, capsys: Uitvoer) -> None:
    assert main(["--wortel", goed, "toon", "wet:participatiewet"]) == GOED
    uit = capsys.readouterr().out
    assert uit.startswith("## Titel van participatiewet\n")
    assert "(primair, stand 2024" in uit
    assert "bron N24" in uit


def test_toon_zegt_dat_een_denkbeeldige_wet_dat_is(goed: str, capsys: Uitvoer) -> None:
    punt = next(een.id for een in een_van_elk() if een.soort == "mvtpunt")
    for extra in ([], ["--json"]):
        assert main(["--wortel", goed, "toon", punt, *extra]) == GOED
        assert "Dit is geen recht." in capsys.readouterr().out


def test_toon_geeft_json_zoals_de_api(goed: str, capsys: Uitvoer) -> None:
    assert main(["--wortel", goed, "toon", "WET:participatiewet", "--json"]) == GOED
    gelezen = json.loads(capsys.readouterr().out)
    assert gelezen["item"]["id"] == "wet:participatiewet"
    bewering = gelezen["item"]["waarover"][0]
    assert bewering["zekerheid"] == "primair"
    assert set(bewering["bronnen"]) <= gelezen["bronnen"].keys()
    assert gelezen["peildatum"]


def test_zoek_zet_voorop_waar_de_woorden_in_de_naam_staan(goed: str, capsys: Uitvoer) -> None:
    assert main(["--wortel", goed, "zoek", "Participatiewet"]) == GOED
    assert capsys.readouterr().out.startswith("wet:participatiewet  ")
    assert main(["--wortel", goed, "zoek", "titel", "participatiewet", "--json"]) == GOED
    assert json.loads(capsys.readouterr().out)["gevonden"][0]["id"] == "wet:participatiewet"


def test_vragen_geeft_die_aan_een_organisatie(wortel: Path, capsys: Uitvoer) -> None:
    tellen = []
    for aan in ("SZW", "organisatie:szw", "szw"):
        assert main(["--wortel", str(wortel), "vragen", "--aan", aan, "--json"]) == GOED
        gelezen = json.loads(capsys.readouterr().out)
        assert gelezen["aantal"] == len(gelezen["items"]) > 0
        assert all("organisatie:szw" in str(een["aan"]) for een in gelezen["items"])
        tellen.append(gelezen["aantal"])
    assert len(set(tellen)) == 1
    assert main(["--wortel", str(wortel), "vragen", "--aan", "SZW"]) == GOED
    assert capsys.readouterr().out.endswith(f"{tellen[0]} open vragen.\n")


@pytest.mark.parametrize(
    ("argumenten", "wat"),
    [
        (["toon", "wet:participatiewt"], "bedoelde u „wet:participatiewet”?"),
        (["toon", "niets"], "schrijf soort:naam"),
        (["zoek", "qqqqq"], "niets gevonden bij „qqqqq”"),
        (["vragen", "--aan", "qqqqq"], "onbekende organisatie „qqqqq”"),
    ],
)
def test_wat_er_niet_is_geeft_een_eigen_uitkomst(
    argumenten: list[str], wat: str, goed: str, capsys: Uitvoer
) -> None:
    assert main(["--wortel", goed, *argumenten]) == NIETS
    uit, fout = capsys.readouterr()
    assert uit == ""
    assert wat in fout


def test_aanvulling_noemt_elke_opdracht_en_werkt_in_bash(goed: str, capsys: Uitvoer) -> None:
    assert main(["--wortel", goed, "aanvulling"]) == GOED
    script = capsys.readouterr().out + "\ncomplete -p kennisbank\n"
    klaar = subprocess.run(
        ["/bin/bash", "-c", script], capture_output=True, text=True, check=True
    ).stdout
    assert all(naam in klaar for naam in ("regels", *OPDRACHTEN))
