"""What the manuals tell to type works: commands, paths, links and examples."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import cast

import pytest
import yaml

from macros.check.regels import run_rules
from macros.cli import ERROR, GOOD, main
from macros.corpus.corpus import Corpus
from macros.corpus.ingest import read_corpus
from macros.corpus.memory import Memory
from macros.load.tree import read_yaml
from macros.model.base import Bewering, Onbekend
from macros.model.soorten import PER_SOORT
from macros.model.validate import validate_model

GUIDES = ("README.md", "CONTRIBUTING.md", "CONTRIBUTING-ontwikkelaars.md")
GENERATED = (".cache/", "site/", "site-server/", ".venv/", "node_modules/")
"""Made by ``make``, so not there on a fresh copy."""

pytestmark = pytest.mark.parametrize("naam", GUIDES)


@pytest.fixture
def tekst(root: Path, naam: str) -> str:
    return (root / naam).read_text(encoding="utf-8")


def _code(tekst: str) -> list[str]:
    """Return every piece of code: between backticks, or a line set in by four spaces."""
    without_blocks = re.sub(r"^ *```.*?^ *```", "", tekst, flags=re.DOTALL | re.MULTILINE)
    stukken = re.findall(r"`([^`\n]+)`", without_blocks)
    return stukken + re.findall(r"^(?: {4}|\t) *(\S.*)$", without_blocks, re.MULTILINE)


def _blocks(tekst: str) -> list[str]:
    """Return the YAML examples, without their indentation."""
    blocks = re.findall(r"^( *)```yaml\n(.*?)^ *```", tekst, re.DOTALL | re.MULTILINE)
    return [
        re.sub(rf"^{indentation}", "", block, flags=re.MULTILINE) for indentation, block in blocks
    ]


def test_every_make_target_exists(root: Path, tekst: str) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    doelen = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = {doel for stuk in _code(tekst) for doel in re.findall(r"^make ([a-z-]+)$", stuk)}
    assert named
    assert named <= doelen


def test_every_command_of_ours_is_understood(tekst: str, tmp_path: Path) -> None:
    commands = [
        shlex.split(stuk)[1:]
        for stuk in _code(tekst)
        if re.match(r"(?:\.venv/bin/)?kennisbank \w", stuk)
    ]
    for command in commands:
        # A wrong command ends in SystemExit; a right one says that the folder is empty, or needs
        # no data at all.
        assert main(["--wortel", str(tmp_path), *command]) in (GOOD, ERROR)


def test_every_path_exists(root: Path, tekst: str) -> None:
    paths = {
        stuk
        for stuk in _code(tekst)
        if re.fullmatch(r"\.?[\w-]+(?:/[\w.*-]+)*(?:/|\.[a-z]{2,5})", stuk)
        or stuk in ("Makefile", ".ci/run", ".ci/chromium")
    }
    assert paths
    missing = {pad for pad in paths if not pad.startswith(GENERATED) and not list(root.glob(pad))}
    assert missing == set()


def test_every_link_leads_to_a_file(root: Path, tekst: str) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", tekst)
    local = [link for link in links if not link.startswith(("https://", "mailto:"))]
    assert local
    assert [link for link in local if not (root / link).is_file()] == []


def test_every_example_of_a_record_is_valid(
    root: Path, tekst: str, corpus: Corpus, memory: Memory, tmp_path: Path
) -> None:
    for block in _blocks(tekst):
        file, errors = read_yaml(block, "voorbeeld.yml")
        assert file is not None, errors
        waarde = cast("dict[str, object]", file.waarde)
        if "id" not in waarde:
            continue
        soort, _, slug = str(waarde["id"]).partition(":")
        record, errors = validate_model(file, PER_SOORT[soort])
        assert record is not None, errors
        # … and it fits with all that is there: what the reader of the manual does next works.
        assert record.id not in corpus.records
        data = tmp_path / "data"
        data.mkdir()
        for part in (root / "data").iterdir():
            (data / part.name).symlink_to(part)
        folder = data / PER_SOORT[soort].mapnaam
        folder.unlink()
        folder.mkdir()
        for pad in (root / "data" / folder.name).iterdir():
            (folder / pad.name).symlink_to(pad)
        (folder / f"{slug}.yml").write_text(block, encoding="utf-8")
        larger, errors = read_corpus(tmp_path, memory.readings)
        assert larger is not None, errors
        assert run_rules(larger) == []


def test_every_example_of_a_part_is_valid(tekst: str) -> None:
    for block in _blocks(tekst):
        waarde = yaml.safe_load(block)
        for veld, lijst in waarde.items():
            if veld == "uitleg":
                for bewering in lijst:
                    Bewering.model_validate(bewering | {"stand": str(bewering["stand"])})
            if veld == "onbekend":
                for vraag in lijst:
                    Onbekend.model_validate(vraag)
