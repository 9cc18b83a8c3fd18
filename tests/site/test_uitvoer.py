"""``kennisbank uitvoer``: every file that is no page, without MkDocs, the same to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.cli import GOED, main
from macros.corpus.corpus import Corpus
from macros.site.bouw import uitvoer
from tests.site.gebouwd import Site


def test_the_exports_are_those_of_the_site(wortel: Path, corpus: Corpus, site: Site) -> None:
    gemaakt = {bestand.pad: bestand.inhoud for _, bestand in uitvoer(corpus, wortel / "docs")}
    assert [pad for pad, inhoud in gemaakt.items() if (site.map / pad).read_bytes() != inhoud] == []
    # What is left are pages, what lies in docs/ or in the theme, and the search index.
    over = [
        naam
        for naam in site.bestanden
        if naam not in gemaakt and not naam.endswith(".html") and not naam.startswith("assets/")
    ]
    assert over == []


def test_the_command_writes_them(
    wortel: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--wortel", str(wortel), "uitvoer", "--naar", str(tmp_path / "uit")]) == GOED
    geschreven = [pad for pad in (tmp_path / "uit").rglob("*") if pad.is_file()]
    assert f"{len(geschreven)} bestanden in" in capsys.readouterr().out
    assert (tmp_path / "uit/sitemap.xml").read_text(encoding="utf-8").startswith("<?xml")
