"""What the manuals tell to type works: commands, paths, links and examples."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import cast

import pytest
import yaml

from macros.check.regels import controleer
from macros.cli import FOUT, GOED, main
from macros.corpus.corpus import Corpus
from macros.corpus.inlezen import lees_corpus
from macros.load.boom import lees_tekst
from macros.model.basis import Bewering, Onbekend
from macros.model.lees import lees_model
from macros.model.soorten import PER_SOORT

HANDLEIDINGEN = ("README.md", "CONTRIBUTING.md", "CONTRIBUTING-ontwikkelaars.md")
GEMAAKT = ("site/", ".venv/", "node_modules/")
"""Made by ``make``, so not there on a fresh copy."""

pytestmark = pytest.mark.parametrize("naam", HANDLEIDINGEN)


@pytest.fixture
def tekst(wortel: Path, naam: str) -> str:
    return (wortel / naam).read_text(encoding="utf-8")


def _code(tekst: str) -> list[str]:
    """Return every piece of code: between backticks, or a line set in by four spaces."""
    zonder_blokken = re.sub(r"^ *```.*?^ *```", "", tekst, flags=re.DOTALL | re.MULTILINE)
    stukken = re.findall(r"`([^`\n]+)`", zonder_blokken)
    return stukken + re.findall(r"^(?: {4}|\t) *(\S.*)$", zonder_blokken, re.MULTILINE)


def _blokken(tekst: str) -> list[str]:
    """Return the YAML examples, without their indentation."""
    blokken = re.findall(r"^( *)```yaml\n(.*?)^ *```", tekst, re.DOTALL | re.MULTILINE)
    return [
        re.sub(rf"^{inspringing}", "", blok, flags=re.MULTILINE) for inspringing, blok in blokken
    ]


def test_every_make_target_exists(wortel: Path, tekst: str) -> None:
    makefile = (wortel / "Makefile").read_text(encoding="utf-8")
    doelen = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    genoemd = {doel for stuk in _code(tekst) for doel in re.findall(r"^make ([a-z-]+)$", stuk)}
    assert genoemd
    assert genoemd <= doelen


def test_every_command_of_ours_is_understood(tekst: str, tmp_path: Path) -> None:
    opdrachten = [
        shlex.split(stuk)[1:]
        for stuk in _code(tekst)
        if re.match(r"(?:\.venv/bin/)?kennisbank \w", stuk)
    ]
    for opdracht in opdrachten:
        # A wrong command ends in SystemExit; a right one says that the folder is empty, or needs
        # no data at all.
        assert main(["--wortel", str(tmp_path), *opdracht]) in (GOED, FOUT)


def test_every_path_exists(wortel: Path, tekst: str) -> None:
    paden = {
        stuk
        for stuk in _code(tekst)
        if re.fullmatch(r"\.?[\w-]+(?:/[\w.*-]+)*(?:/|\.[a-z]{2,5})", stuk)
        or stuk in ("Makefile", ".ci/run", ".ci/chromium")
    }
    assert paden
    ontbreekt = {pad for pad in paden if not pad.startswith(GEMAAKT) and not list(wortel.glob(pad))}
    assert ontbreekt == set()


def test_every_link_leads_to_a_file(wortel: Path, tekst: str) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", tekst)
    lokaal = [link for link in links if not link.startswith(("https://", "mailto:"))]
    assert lokaal
    assert [link for link in lokaal if not (wortel / link).is_file()] == []


def test_every_example_of_a_record_is_valid(
    wortel: Path, tekst: str, corpus: Corpus, tmp_path: Path
) -> None:
    for blok in _blokken(tekst):
        bestand, fouten = lees_tekst(blok, "voorbeeld.yml")
        assert bestand is not None, fouten
        waarde = cast("dict[str, object]", bestand.waarde)
        if "id" not in waarde:
            continue
        soort, _, slug = str(waarde["id"]).partition(":")
        record, fouten = lees_model(bestand, PER_SOORT[soort])
        assert record is not None, fouten
        # … and it fits with all that is there: what the reader of the manual does next works.
        assert record.id not in corpus.records
        data = tmp_path / "data"
        data.mkdir()
        for deel in (wortel / "data").iterdir():
            (data / deel.name).symlink_to(deel)
        map_ = data / PER_SOORT[soort].mapnaam
        map_.unlink()
        map_.mkdir()
        for pad in (wortel / "data" / map_.name).iterdir():
            (map_ / pad.name).symlink_to(pad)
        (map_ / f"{slug}.yml").write_text(blok, encoding="utf-8")
        groter, fouten = lees_corpus(tmp_path)
        assert groter is not None, fouten
        assert controleer(groter) == []


def test_every_example_of_a_part_is_valid(tekst: str) -> None:
    for blok in _blokken(tekst):
        waarde = yaml.safe_load(blok)
        for veld, lijst in waarde.items():
            if veld == "uitleg":
                for bewering in lijst:
                    Bewering.model_validate(bewering | {"stand": str(bewering["stand"])})
            if veld == "onbekend":
                for vraag in lijst:
                    Onbekend.model_validate(vraag)
