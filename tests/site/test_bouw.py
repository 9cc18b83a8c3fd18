"""The build: it succeeds without a warning, gives the same bytes anywhere, and fails in Dutch."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from tests.bouwen import Uitkomst, bouw, kopieer
from tests.site.gebouwd import Site

pytestmark = pytest.mark.bouwt


def test_the_build_succeeds_without_a_warning(uitkomst: Uitkomst) -> None:
    assert uitkomst.status == 0, uitkomst.uitvoer
    assert not re.search(r"WARNING|ERROR|Traceback|Deprecat", uitkomst.uitvoer), uitkomst.uitvoer


def _vingerafdrukken(map_: Path) -> dict[str, str]:
    return {
        pad.relative_to(map_).as_posix(): hashlib.sha256(pad.read_bytes()).hexdigest()
        for pad in map_.rglob("*")
        if pad.is_file()
    }


def test_another_place_clock_zone_language_and_hash_order_give_the_same_bytes(
    wortel: Path, gebouwde_site: Path, tmp_path: Path
) -> None:
    daar = {"TZ": "Pacific/Kiritimati", "LC_ALL": "nl_NL.UTF-8", "PYTHONHASHSEED": "4221"}
    elders = bouw(kopieer(wortel, tmp_path / "kennisbank"), tmp_path / "b/site", daar)
    assert elders.status == 0, elders.uitvoer
    eerste, tweede = (_vingerafdrukken(map_) for map_ in (gebouwde_site, elders.map))
    anders = {
        naam for naam in eerste.keys() | tweede.keys() if eerste.get(naam) != tweede.get(naam)
    }
    assert anders == set()
    assert len(eerste) > 1000


def test_nothing_of_the_machine_is_in_the_site(site: Site, wortel: Path) -> None:
    for naam in site.bestanden:
        inhoud = (site.map / naam).read_bytes()
        assert str(wortel).encode() not in inhoud, naam
        assert str(site.map).encode() not in inhoud, naam


def test_the_shell_itself_is_no_page(site: Site) -> None:
    assert not [naam for naam in site.bestanden if naam.startswith("stempel")]


def _bouw_kapot(wortel: Path, tmp_path: Path, bestand: str, oud: str, nieuw: str) -> Uitkomst:
    kapot = kopieer(wortel, tmp_path / "kapot")
    pad = kapot / bestand
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")
    return bouw(kapot, tmp_path / "site")


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        ("\nwaarover:", "\nwaarvoor:", "waarvoor — is geen bekend veld"),
        ("\ngroep: ", "\ngroep: eenhoorn-", "groep — onbekende term „eenhoorn-"),
    ],
    ids=["field", "term"],
)
def test_a_mistake_in_the_data_stops_the_build_with_its_place(
    wortel: Path, tmp_path: Path, oud: str, nieuw: str, melding: str
) -> None:
    bestand = "data/wetten/awir.yml"
    uitkomst = _bouw_kapot(wortel, tmp_path, bestand, oud, nieuw)
    assert uitkomst.status != 0
    assert "Traceback" not in uitkomst.uitvoer
    assert re.search(rf"^{re.escape(bestand)}:\d+:\d+  ", uitkomst.uitvoer, re.MULTILINE)
    assert melding in uitkomst.uitvoer
    assert re.search(r"^\d+ fout(?:en)? gevonden\.", uitkomst.uitvoer, re.MULTILINE)
    assert not list((tmp_path / "site").rglob("*.html"))


def test_an_unknown_record_in_a_told_page_stops_the_build(wortel: Path, tmp_path: Path) -> None:
    uitkomst = _bouw_kapot(
        wortel, tmp_path, "docs/privacy.md", "\n# ", '\n{{ wet("bestaat-niet") }}\n\n# '
    )
    assert uitkomst.status != 0
    assert "wet:bestaat-niet" in uitkomst.uitvoer
    assert "privacy" in uitkomst.uitvoer
